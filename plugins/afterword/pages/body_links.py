"""Where the links of an author's Markdown lead on the site, and which of them are shown as text alone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import quote

from afterword.index.index import Index
from afterword.link.targets import Target, resolve_href
from afterword.model.body import Link
from afterword.model.chapters import GUIDE_PAGES
from afterword.model.report import Report
from afterword.pages.escape import escape_text, link_to
from afterword.pages.page import SiteFacts
from afterword.pages.words import relative, report_path
from afterword.rules import BY_CODE

_LISTS = frozenset(
    {
        "reports/index.md", "near-misses/index.md", "silent-checks/index.md", "factors/index.md",
        "digests/index.md", "remediations/index.md", "systems/index.md", "teams/index.md", "providers/index.md",
        "glossary.md",
    }
)  # fmt: skip
_SECTIONS = frozenset({"timeline", "evidence", "contributing-factors", "remediations", "impact"})
_SAFE_CHARACTERS = "/.-_~:?&=+%,;@!$#"
_AUTOMATIC = ("http://", "https://")
Piece = tuple[int, int, str]
"""An exact edit of a file's text: from, to (offsets in code points) and what stands there instead."""


def edit_links(report: Report, index: Index, facts: SiteFacts) -> Iterator[Piece]:
    """The edits that make the links of a body lead to where things are on the site, in no order.

    A link to something that this audience has no page of is replaced by its text, and so is its definition's target.
    """
    for link in report.body.links:
        start, end = _bounds(report, link.span.line, link.span.column, link.span.end_line, link.span.end_column)
        span = link.href_span
        first, last = _bounds(report, span.line, span.column, span.end_line, span.end_column)
        way = _way(link, report, index, facts)
        if way is None:
            yield start, end, str(escape_text(link.text))
            if not start <= first < end:
                yield first, last, "#"
        elif link.image and not way.startswith((".", "#")) and ":" in way:
            # Nothing on the site is loaded from a third party: an outside picture becomes a link to it.
            yield start, end, str(link_to(link.text or way, way))
        elif not _is_automatic(report, start):
            yield first, last, way


def kept_angles(report: Report) -> set[int]:
    """Offsets of the `<` that belong to a link: of an address in angle brackets, or of a target in them."""
    found = set()
    for link in report.body.links:
        first = report.source.offset(link.href_span.line, link.href_span.column)
        start = report.source.offset(link.span.line, link.span.column)
        automatic = _is_automatic(report, start)
        if not automatic or link.href.lower().startswith(_AUTOMATIC) or "@" in link.href:
            found.add(first - 1)
    return found


def heading_anchor(text: str) -> str:
    """The id that the site's renderer gives a heading."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


def _is_automatic(report: Report, start: int) -> bool:
    """Whether the link is a bare address in angle brackets."""
    return report.source.text.startswith("<", start)


def _bounds(report: Report, line: int, column: int, end_line: int, end_column: int) -> tuple[int, int]:
    return report.source.offset(line, column), report.source.offset(end_line, end_column)


def _way(link: Link, report: Report, index: Index, facts: SiteFacts) -> str | None:
    """Where the link leads from the report's page, or None where it leads nowhere that is shown."""
    target = resolve_href(report, link.href)
    if target.kind == "external":
        return _safe(target.value)
    if target.kind == "anchor" and not link.image:
        return f"#{target.fragment}" if target.fragment in _anchors(report) else None
    place = _place(target, link, index, facts)
    if place is None:
        return None
    way = _safe(quote(relative(report_path(report), place), safe=_SAFE_CHARACTERS.replace("#", "")))
    known = target.kind == "report" and target.fragment in _anchors(_report(target.value, index))
    return f"{way}#{target.fragment}" if known else way


def _place(target: Target, link: Link, index: Index, facts: SiteFacts) -> str | None:
    """Where below the site's root the target lies, or None."""
    if target.kind == "report":
        found = _report(target.value, index)
        return report_path(found) if found and not link.image else None
    if target.kind == "evidence":
        file = index.view.evidence_files.get(target.value)
        return file.address if file and (not link.image or file.published_as == "image") else None
    if target.kind == "page" and (target.value.startswith("assets/") or not link.image):
        return target.value if is_page(target.value, index, facts) else None
    return None


def is_page(place: str, index: Index, facts: SiteFacts) -> bool:
    """Whether a page stands at `place` in this build, or a file that people put beside their pages on purpose."""
    if place in facts.by_hand or place in GUIDE_PAGES or place in _LISTS or place.startswith("assets/"):
        return True
    folder, _, name = place.rpartition("/")
    stem = name.removesuffix(".md")
    known: dict[str, object] = {
        "factors": index.view.vocabulary.factor_by_id,
        "remediations": index.view.vocabulary.kind_by_id,
        "systems": index.systems,
        "teams": index.teams,
        "providers": index.providers,
        "guide/rules": BY_CODE,
    }
    found = known.get(folder, ())
    return name.endswith(".md") and isinstance(found, dict) and stem in found


def _report(report_id: str, index: Index) -> Report | None:
    """The report with this id or earlier id, where this audience sees it."""
    found = index.view.by_id.get(report_id)
    return found or next((each for each in index.view.reports if report_id in each.front.aliases), None)


def _anchors(report: Report | None) -> frozenset[str]:
    """Places within a report's page that links may lead to."""
    if report is None:
        return frozenset()
    front = report.front
    numbered = (*front.evidence, *front.contributing_factors, *front.remediations, *front.eval_cases)
    headings = {heading_anchor(heading.text) for heading in report.body.headings}
    present = {name for name in _SECTIONS if getattr(front, name.replace("-", "_"))}
    ids = {str(getattr(each, "id", None) or "").lower() for each in numbered}
    return frozenset(headings | present | ids) - {""}


def _safe(address: str) -> str:
    """An address in characters that mean nothing to Markdown, whichever brackets stand around it."""
    return quote("".join(each for each in address if each > " "), safe=_SAFE_CHARACTERS)
