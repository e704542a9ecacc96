"""Raw HTML, attribute lists and unsafe links in a body.

A body is Markdown alone. HTML tags (comments are fine), attribute lists in braces such as `{: .big }`, and links whose
scheme is not https, http or mailto are findings. HTML in code is shown as it is and is no finding. In an imported
report, whose prose stays as it was, all of them are one warning.

## Why it matters

A report is written by many hands and read by everyone. A handler such as `onclick=`, a script or a `javascript:` link
runs in the reader's session. The page that is built leaves such things out, and an author had better know before.

## Example

```markdown
The answer was <b onclick="run()">SAVE25</b>{: .big }, see [the log](javascript:show).
```

## Instead

```markdown
The answer was **SAVE25**, see [the log](../../evidence/2026-03-11-unequal-discounts/log.txt).
```

An answer that itself holds HTML is quoted as code.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from afterword.link.targets import resolve_href
from afterword.model.report import Report
from afterword.rules.rule import Context, Hit, Rule

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]*)")
_HANDLER = re.compile(r"""(?<![\w-])(on[a-z]+)\s*=""", re.IGNORECASE)
_CODE = "write Markdown, or put HTML that is to be shown into backticks"


def _tags(report: Report) -> Iterator[Hit]:
    opened: set[str] = set()
    for html in report.body.html:
        found = _TAG.match(html.text)
        name = found[2].lower() if found else ""
        if found and not found[1]:
            opened.add(name)
        elif found and name in opened:
            continue  # told at the tag that it closes
        handler = _HANDLER.search(html.text)
        what = f"`<{found[1]}{name}>` is raw HTML" if found else "this is raw HTML"
        ran = f" with a handler that runs code, `{handler[1].lower()}`" if handler else ""
        yield Hit(what + ran, span=html.span, hint=_CODE, match=html.text.split("\n")[0][:60])


def _attributes(report: Report) -> Iterator[Hit]:
    for each in report.body.attributes:
        handler = _HANDLER.search(each.text)
        message = f"this attribute list sets a handler that runs code, `{handler[1].lower()}`" if handler else (
            "an attribute list stands here, which changes the page's HTML"
        )  # fmt: skip
        yield Hit(message, span=each.span, hint="take it out, or put it into backticks", match=each.text[:60])


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each tag, attribute list and unsafe link; in an imported report one for all of them."""
    found = list(_all(report))
    if report.lifecycle == "imported" and len(found) > 1:
        message = f"{found[0].message}, the first of {len(found)} such things; the page shows them as text"
        yield replace(found[0], message=message)
        return
    yield from found


def _all(report: Report) -> Iterator[Hit]:
    yield from _tags(report)
    yield from _attributes(report)
    for link in report.body.links:
        if resolve_href(report, link.href).kind == "unsafe":
            hint = "link with https, or to a file of the collection"
            message = "the link has a scheme other than https, http and mailto"
            yield Hit(message, span=link.href_span, hint=hint, match=link.href[:60])


RULE = Rule(code="AW510", name="raw-html", doc=__doc__, check=check, suppressible=False, of_prose=True)
