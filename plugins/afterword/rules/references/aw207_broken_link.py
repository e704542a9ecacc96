"""A link in the body that leads to nothing.

Looked at are links and images that lead to a report, to a file below `evidence/`, to a page or an asset, out of the
documents folder, or to a path from the server's root. A link to a report is the relative path of its file, so that it
works on the forge and in an editor as well as on the site; one that has the right id and the wrong folder is mended by
`check --fix`. Links to the pages that are made for the site (of factors, systems, teams, the guide and so on) are
taken as they are. The links of an imported report mean the paths of the archive that it came from; those that lead to
nothing are one finding in all.

## Why it matters

A report that points to another one makes half of its point there. On a site below a path, a link from the server's root
leads to somebody else's page.

## Example

```markdown
The same shape as [a recruiting model](2017-recruiting-model-learned-past-hiring.md).
```

## Instead

```markdown
The same shape as [a recruiting model](../2017/2017-recruiting-model-learned-past-hiring.md).
```
"""

import posixpath
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import quote, unquote

from afterword.link.targets import Target, resolve_href
from afterword.model.body import Link
from afterword.model.chapters import GUIDE_PAGES
from afterword.model.report import Report
from afterword.rules.references.known import bare_name, close_report, find_report, meant_report
from afterword.rules.references.replacing import replace_text
from afterword.rules.rule import Context, Hit, Rule

_MADE = (
    "api/", "factors/", "glossary.md", "guide/rules/",
    "near-misses/", "providers/", "remediations/", "reports/index.md", "silent-checks/", "systems/", "teams/",
)  # fmt: skip
"""Beginnings of paths at which the site has pages and files that nobody wrote by hand."""


def _place(report: Report, href: str) -> str:
    """The path below the documents folder that a relative `href` gives."""
    path = unquote(href.partition("#")[0].partition("?")[0]).strip()
    return posixpath.normpath(posixpath.join(posixpath.dirname(report.place), path))


def _way(report: Report, other: Report, fragment: str) -> str:
    """The relative path from one report to another."""
    path = posixpath.relpath(other.place, posixpath.dirname(report.place))
    return quote(path) + (f"#{fragment}" if fragment else "")


def _to(report: Report, link: Link, target: Target, context: Context, message: str) -> Hit:
    """A hit about a link that means a report for certain, may mean one, or means none."""
    meant = meant_report(context, unquote(link.href))
    other = find_report(context, meant) if meant else None
    if other is not None and other.place:
        way = _way(report, other, target.fragment)
        fix = replace_text(report, link.href_span, link.href, way)
        return Hit(message, span=link.href_span, hint=f"write `{way}`", match=link.href, fix=fix)
    close = close_report(context, unquote(link.href)) if target.kind == "report" else None
    found = find_report(context, close) if close else None
    hint = "correct the link, or take it out"
    if found is not None and found.place:
        hint = f"did you mean `{_way(report, found, target.fragment)}`?"
    return Hit(message, span=link.href_span, hint=hint, match=link.href)


def _judge(report: Report, link: Link, context: Context) -> Hit | None:
    target = resolve_href(report, link.href)
    if target.kind == "report":
        other = find_report(context, target.value)
        if other is None:
            message = f"the link leads to no report: `{bare_name(target.value)}`"
            message = "the link has backslashes, and paths have slashes" if "\\" in target.value else message
            return _to(report, link, target, context, message)
        if other.place and _place(report, link.href) != other.place:
            return _to(report, link, target, context, f"`{other.id}` does not lie where the link leads")
    elif target.kind == "evidence" and target.value not in context.collection.evidence_files:
        message, hint = f"there is no file `{target.value}`", "put the file there, or correct the link"
        if (removed := _removed(target.value, context)) is not None:
            message, hint = f"the file was removed: {removed}", "take the link out; the evidence's entry tells of it"
        return Hit(message, span=link.href_span, hint=hint, match=link.href)
    elif target.kind == "page" and not (target.value in context.collection.pages or _is_made(target.value, link)):
        hint = "correct the link, or take it out"
        what = "file" if link.image or not target.value.endswith(".md") else "page"
        return Hit(f"there is no {what} `{target.value}`", span=link.href_span, hint=hint, match=link.href)
    elif target.kind == "absolute":
        hit = _to(report, link, target, context, "the link begins at the server's root, not at this file")
        return hit if hit.fix else replace(hit, hint="write the path relative to this file")
    elif target.kind == "outside":
        hint = "link to the file on its forge with https, or keep it as evidence"
        return Hit("the link leads out of the documents folder", span=link.href_span, hint=hint, match=link.href)
    return None


def _removed(place: str, context: Context) -> str | None:
    """Why the evidence at a place is no longer kept; None where nothing says so."""
    owner = context.collection.by_id.get(place.split("/")[1])
    entries = owner.front.evidence if owner is not None else ()
    return next((each.removed.because or "" for each in entries if each.uri == place and each.removed), None)


def _is_made(place: str, link: Link) -> bool:
    return (place in GUIDE_PAGES or place.startswith(_MADE)) and not link.image


def _lost(report: Report) -> Iterator[Hit]:
    """One hit for all links of an imported report by its archive's paths that lead to nothing that is here."""
    lost = [link for link in report.body.links if resolve_href(report, link.href).kind == "lost"]
    if lost:
        count = "1 link of the archive leads" if len(lost) == 1 else f"{len(lost)} links of the archive lead"
        message = f"{count} to nothing that is here, and the page shows the text alone"
        hint = "import the file too, or leave it as it is"
        yield Hit(message, span=lost[0].href_span, hint=hint, match=lost[0].href)


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each link to something that is not there."""
    yield from _lost(report)
    for link in report.body.links if report.place else ():
        if link.href in report.archive_links:
            continue
        if (hit := _judge(report, link, context)) is not None:
            yield hit


RULE = Rule(
    code="AW207",
    name="broken-link",
    doc=__doc__,
    check=check,
    draft_level="warning",
    mends="writes the right path to a report that lies elsewhere",
)
