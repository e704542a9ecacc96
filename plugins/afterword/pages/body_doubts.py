"""What an author's Markdown might become where two renderers read it differently, taken away beforehand.

The reader of bodies follows CommonMark; engines render with Python-Markdown, which begins and ends lists, quotes, code
and definitions elsewhere. What one takes for code, the other may take for prose, with the HTML, links and attribute
lists in it. The plugin cleans the HTML afterwards; an exported tree has nobody who does. So in code that is not code
for certain an invisible word joiner breaks what could become more than text, and in prose every beginning of a link
that the reader does not know as one is made text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.model.report import Report
from afterword.pages.body_html import Ranges, code_ranges, end_of_range
from afterword.pages.body_links import Piece

JOINER = "\u2060"
UNSEEN = re.compile("[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]")
"""What is taken out of the text afterwards, so that what stood apart comes together."""
_GAP = f"{UNSEEN.pattern}*"
_RISK = re.compile(
    rf"(?P<tag><)(?={_GAP}[A-Za-z/!?])|(?P<list>\{{)|(?P<link>\]){_GAP}(?=[(\[:])|(?P<image>!)(?={_GAP}\[)"
)
_ATTRIBUTES = 10_000
"""How long a line is at most, and so what stands in braces on it."""
_FENCE = re.compile(r"(`{3,}|~{3,})[^`]*$")
_RUN = re.compile(r"`{3}|~{3}")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_SPAN = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)")


def edit_doubts(report: Report, begin: int) -> Iterator[Piece]:
    """The edits, in no order; `begin` is where the body begins."""
    text = report.source.text
    certain, doubtful = _sorted_out(report, begin)
    known, images = _known_links(report), _images(report)
    place = begin
    while found := _RISK.search(text, place):
        start, place = found.start(), found.start() + 1
        if end := end_of_range(certain, start):
            place = end
        elif end_of_range(doubtful, start):
            yield from _broken(found, text)
        elif found["link"] is not None and found.end() not in known and text[found.end()] != "[":
            # A renderer without this definition, or with another end of the text before it, would make a link of it.
            yield found.end(), found.end() + 1, "\\(" if text[found.end()] == "(" else "&#58;"
        elif found["image"] is not None and start not in images and not _is_escaped(text, start):
            yield start, start + 1, "&#33;"
    for start in sorted(images):
        # An image that is shown as a link must not become an image again by what stands before it.
        before = start - 1
        while before > 0 and UNSEEN.match(text[before]):
            before -= 1
        if text[before : before + 1] == "!":
            yield before, before + 1, "&#33;"
    for first, last in _bare_addresses(report):
        yield from ((at, at + 1, "%60") for at in range(first, last) if text[at] == "`")


def _broken(found: re.Match[str], text: str) -> Iterator[Piece]:
    start = found.start()
    if found["list"] is None:
        yield start + 1, start + 1, JOINER
    elif "=" in text[start : start + _ATTRIBUTES].partition("\n")[0]:
        # Only a value makes an attribute list dangerous, and data such as JSON is copied from here.
        yield start, start, JOINER


def _is_escaped(text: str, place: int) -> bool:
    first = place
    while first and text[first - 1] == "\\":
        first -= 1
    return (place - first) % 2 == 1


def _known_links(report: Report) -> set[int]:
    """Where the links that the reader knows have the mark before their targets: other edits see to these."""
    text, known = report.source.text, set()
    for link in report.body.links:
        place = report.source.offset(link.href_span.line, link.href_span.column) - 1
        while place > 0 and text[place] in " \t\r\n<":
            place -= 1
        known.add(place)
    return known


def _images(report: Report) -> set[int]:
    """Where the images that the reader knows begin."""
    return {report.source.offset(link.span.line, link.span.column) for link in report.body.links if link.image}


def _bare_addresses(report: Report) -> Ranges:
    """Addresses in angle brackets, which the reader takes before code, and other renderers after it."""
    spans = (report.source.slice(link.span).startswith("<") and link.span for link in report.body.links)
    return [
        (report.source.offset(span.line, span.column), report.source.offset(span.end_line, span.end_column))
        for span in spans
        if span
    ]


def _sorted_out(report: Report, begin: int) -> tuple[Ranges, Ranges]:
    """Stretches that are code for every renderer, and those that are code for the reader alone, both in order.

    Code is certain only where the whole body leaves no doubt: fences begin and end in the first column with the same
    marks, and the backticks of each other line are paired on that line.
    """
    text, code = report.source.text, code_ranges(report)
    fences, plain = _fences(report, begin)
    if fences is None or UNSEEN.search(text, begin):
        return [], code
    ends = [end_of_range(code, first) or 0 for first, _ in fences]
    if any(end < last for end, (_, last) in zip(ends, fences, strict=True)):
        return [], code
    of_fences, paired = set(ends), _is_paired(report, plain)
    certain: Ranges = []
    doubtful: Ranges = []
    for start, end in code:
        alone = paired and text[start - 1 : start] == "`" and "\n" not in text[start:end]
        (certain if end in of_fences or alone else doubtful).append((start, end))
    return certain, doubtful


def _fences(report: Report, begin: int) -> tuple[Ranges | None, list[str]]:
    """The contents of fenced blocks, or None where not all of them are beyond doubt; and the lines outside of them."""
    source = report.source
    found: Ranges = []
    plain: list[str] = []
    mark, first, last = "", 0, 0
    row = source.span(begin, begin).line
    for number, start in enumerate(source.line_starts[row - 1 :], row):
        line = source.line_text(number)
        if not mark:
            if opening := _FENCE.match(line):
                mark, first, last = opening[1], 0, 0
            elif _RUN.search(line):
                return None, plain
            else:
                plain.append(line)
        elif line.rstrip(" \t") == mark:
            found.extend([(first, last)] if last else [])
            mark = ""
        elif mark[:3] in line:
            return None, plain
        elif line.strip():
            first, last = first or start, start + len(line.rstrip())
    return (None if mark else found), plain


def _is_paired(report: Report, lines: list[str]) -> bool:
    """Whether each line has its code spans to itself, so that no renderer reads a line's code as another's prose."""
    # HTML becomes text and comments are taken out, and the backticks in them with them.
    gone = [*(each.text for each in report.body.html), *_COMMENT.findall(report.body.text)]
    gone += [report.source.text[first:last] for first, last in _bare_addresses(report)]
    if any("`" in each for each in gone):
        return False
    return all("`" not in _SPAN.sub("", line) and "\\`" not in line for line in lines)
