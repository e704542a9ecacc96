"""The author's Markdown as it stands on the site: links lead on, headings step down, HTML is text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from afterword.index.index import Index
from afterword.model.report import Report
from afterword.pages.body_html import edit_markup
from afterword.pages.body_links import Piece, edit_links
from afterword.pages.page import SiteFacts

LEAD_HEADING = "what happened"
_MARKS = re.compile("[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Control characters, and marks that turn the direction of the text around them."""
_HASHES = re.compile(r"[ \t>]*(?:[-+*][ \t]+|[0-9]{1,9}[.)][ \t]+)*(#{1,6})(?=[ \t]|$)")
_CONTAINER = re.compile(r"[>+*-]|[0-9]")
_UNDERLINE = re.compile(r"[ \t>]*([=-]+)[ \t]*$")


@dataclass(frozen=True)
class BodyText:
    """A body in two parts: `lead` ends with the section "What happened" where there is one, else it is everything."""

    lead: str
    rest: str


def render_body(report: Report, index: Index, facts: SiteFacts) -> BodyText:
    """The body's Markdown for the report's page.

    Every change is an exact edit at a place that the reader has noted. Line ends become LF; comments are taken out.
    """
    text = report.source.text
    begin = len(text) - len(report.body.text)
    pieces = _without_overlaps([*edit_links(report, index, facts), *edit_markup(report, begin), *_demote(report)])
    cut = _lead_end(report, begin)
    if any(start < cut < end for start, end, _ in pieces):
        cut = len(text)
    rest = _edited(text, cut, len(text), pieces) if cut < len(text) else ""
    return BodyText(_edited(text, begin, cut, pieces), rest)


def _edited(text: str, begin: int, end: int, pieces: Iterable[Piece]) -> str:
    """The text from `begin` to `end` with the pieces put in, from the last to the first."""
    found = text[begin:end]
    for start, stop, new in sorted(pieces, reverse=True):
        if begin <= start and stop <= end and (start < end or end == len(text)):
            found = found[: start - begin] + new + found[stop - begin :]
    found = found.replace("\r\n", "\n").replace("\r", "\n")
    return _MARKS.sub("", found).strip("\n")


def _without_overlaps(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces in order; of two that overlap, the one that begins first, and of those the longer."""
    kept: list[Piece] = []
    done = -1
    for piece in sorted(set(pieces), key=lambda each: (each[0], -each[1], each[2])):
        if piece[0] >= done:
            kept.append(piece)
            done = max(done, piece[1])
    return kept


def _lead_end(report: Report, begin: int) -> int:
    """Where the section after "What happened" begins, or the end of the file."""
    level = 0
    for heading in report.body.headings:
        row = report.source.line_text(heading.span.line)
        if row[:1] in {" ", "\t"} or _CONTAINER.match(row[:1]):
            continue
        if level and heading.level <= level:
            return max(begin, report.source.offset(heading.span.line, 1))
        if not level and heading.text.strip().casefold() == LEAD_HEADING:
            level = heading.level
    return len(report.source.text)


def _demote(report: Report) -> Iterator[Piece]:
    """Headings one step down where any is of the first rank, which belongs to the page's title."""
    if all(heading.level > 1 for heading in report.body.headings):
        return
    for heading in report.body.headings:
        first = report.source.offset(heading.span.line, 1)
        if marks := _HASHES.match(report.source.line_text(heading.span.line)):
            place = first + marks.start(1)
            yield from [(place, place, "#")] if heading.level < 6 else []
            continue
        last = report.source.offset(heading.span.end_line + 1, 1)
        if underline := _UNDERLINE.match(report.source.line_text(heading.span.end_line + 1)):
            start, end = last + underline.start(1), last + underline.end(1)
            if heading.level == 1:
                yield start, end, "-" * max(end - start, 3)
            else:
                row = report.source.line_text(heading.span.line)
                place = first + len(row) - len(row.lstrip(" \t>"))
                yield place, place, "### "
                yield start, end, ""
