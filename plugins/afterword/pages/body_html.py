"""HTML, attribute lists and other marks in an author's Markdown, made visible text or taken out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from afterword.model.report import Report
from afterword.model.span import Span
from afterword.pages.body_links import Piece, kept_angles
from afterword.pages.escape import escape_text

Ranges = list[tuple[int, int]]
_FENCE = re.compile(r"(?P<before>[ \t>]*(?:[-+*][ \t]+|[0-9]{1,9}[.)][ \t]+)*)(?P<marks>`{3,}|~{3,})(?P<info>[^\r\n]*)")
_LANGUAGE = re.compile(r"[ \t]*[A-Za-z0-9_+#.-]*")
_HASHES = re.compile(r"[ \t>]*(?:[-+*][ \t]+|[0-9]{1,9}[.)][ \t]+)*(#)")
_MARK = re.compile(r"<!--|[<{]")
_ADDRESSES = ("http://", "https://", "ftp://", "www.")


def edit_markup(report: Report, begin: int) -> Iterator[Piece]:
    """The edits after which no HTML and no attribute list is left in a body; `begin` is where it begins.

    The site's renderer takes more for HTML, headings and attributes than the reader of the body does, so that beside
    the places that the reader has noted every `<` and `{` outside of code is made text.
    """
    code = code_ranges(report)
    html = [(*_bounds(report, each.span), str(escape_text(each.text))) for each in report.body.html]
    yield from html
    taken = sorted([*code, *((start, end) for start, end, _ in html)])
    yield from _marks(report, begin, taken)
    yield from _lines(report, begin, code)
    yield from _close_fence(report, begin)


def _bounds(report: Report, span: Span) -> tuple[int, int]:
    return report.source.offset(span.line, span.column), report.source.offset(span.end_line, span.end_column)


def code_ranges(report: Report) -> Ranges:
    """Stretches of code, in order; addresses that the reader exempts with it are none."""
    found: Ranges = []
    for block in (each for each in report.body.blocks if each.kind != "html"):
        for first, last in block.exempt:
            start, end = _bounds(report, block.span(first, last))
            before = report.source.text[:start].rstrip(" \t\r\n") if start else ""
            marked = before.endswith("`")
            address = block.text.startswith(_ADDRESSES, first) and not marked
            if block.kind == "code" or not (address or before.endswith("<")):
                found.append((start, end))
    return sorted(found)


def end_of_range(ranges: Ranges, place: int) -> int | None:
    """The end of the range that holds `place`, or None."""
    index = bisect_right(ranges, (place, 1 << 60)) - 1
    return ranges[index][1] if index >= 0 and ranges[index][0] <= place < ranges[index][1] else None


def _marks(report: Report, begin: int, taken: Ranges) -> Iterator[Piece]:
    """Comments are taken out; every other `<` and `{` that is no link's and not in code becomes text."""
    text, kept, place = report.source.text, kept_angles(report), begin
    while found := _MARK.search(text, place):
        start, place = found.start(), found.end()
        if (end := end_of_range(taken, start)) is not None:
            place = end
            continue
        escaped = (len(text[begin:start]) - len(text[begin:start].rstrip("\\"))) % 2
        close = text.find("-->", start + 2) if found[0] == "<!--" else -1
        if close >= 0 and not escaped:
            place = close + 3
            # A space, so that what stood apart does not become a link.
            yield start, place, " "
        elif found[0] == "{":
            yield from [] if escaped else [(start, start + 1, "\\{")]
        elif start not in kept:
            yield start - escaped, start + 1, "&lt;"
            place = start + 1


def _lines(report: Report, begin: int, code: Ranges) -> Iterator[Piece]:
    """First lines of fenced blocks keep their language alone; `#` that begins a line and no heading becomes text."""
    source = report.source
    headings = {heading.span.line for heading in report.body.headings}
    first = source.span(begin, begin).line
    for row, start in enumerate(source.line_starts[first - 1 :], first):
        line = source.line_text(row)
        if start < begin or end_of_range(code, start) is not None or _in_code(line, start, code):
            continue
        if fence := _FENCE.match(line):
            language = _LANGUAGE.match(fence["info"])
            kept = fence.start("info") + (language.end() if language else 0)
            if kept < len(line) and ("~" in fence["marks"] or "`" not in fence["info"]):
                yield start + kept, start + len(line), ""
        elif row not in headings and (hashes := _HASHES.match(line)):
            yield start + hashes.start(1), start + hashes.start(1), "\\"


def _in_code(line: str, start: int, code: Ranges) -> bool:
    """Whether the line's first letter stands in code."""
    return end_of_range(code, start + len(line) - len(line.lstrip(" \t>"))) is not None


def _close_fence(report: Report, begin: int) -> Iterator[Piece]:
    """A closing line for a fenced block that the text ends in: without it the site's renderer takes it for prose."""
    source, blocks = report.source, report.body.blocks
    end = len(source.text[begin:].rstrip()) + begin
    if not blocks or _bounds(report, blocks[-1].extent)[1] != end:
        return
    opening = _FENCE.match(source.line_text(blocks[-1].extent.line - 1))
    if opening and blocks[-1].exempt == ((0, len(blocks[-1].text)),):
        before = re.sub(r"[^ \t>]", " ", opening["before"])
        yield len(source.text), len(source.text), f"\n{before}{opening['marks']}"
