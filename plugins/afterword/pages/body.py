"""The author's Markdown as it stands on the site: links lead on, headings step down, HTML is text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from afterword.index.index import Index
from afterword.model.report import Report
from afterword.pages.body_doubts import UNSEEN, edit_doubts
from afterword.pages.body_html import edit_markup
from afterword.pages.body_links import Piece, edit_links
from afterword.pages.explained import Explainer
from afterword.pages.page import SiteFacts

LEAD_HEADING = "what happened"
_HASHES = re.compile(r"[ \t>]*(?:[-+*][ \t]+|[0-9]{1,9}[.)][ \t]+)*(#{1,6})(?=[ \t]|$)")
_CONTAINER = re.compile(r"[>+*-]|[0-9]")
_UNDERLINE = re.compile(r"[ \t>]*([=-]+)[ \t]*$")


@dataclass(frozen=True)
class BodyText:
    """A body in two parts: `lead` ends with the section "What happened" where there is one, else it is everything."""

    lead: str
    rest: str


def render_body(report: Report, index: Index, facts: SiteFacts, words: Explainer) -> BodyText:
    """The body's Markdown for the report's page, with its new terms explained by `words`.

    Every change is an exact edit at a place that the reader has noted. Line ends become LF; comments are taken out.
    """
    text = report.source.text
    begin = len(text) - len(report.body.text)
    edits = (edit_links(report, index, facts), edit_markup(report, begin), edit_doubts(report, begin), _demote(report))
    pieces = without_overlaps(piece for each in edits for piece in each)
    pieces += words.body(report, pieces)
    cut = _lead_end(report, begin)
    if any(start < cut < end for start, end, _ in pieces):
        cut = len(text)
    rest = _edited(text, cut, len(text), pieces) if cut < len(text) else ""
    return BodyText(_edited(text, begin, cut, pieces), rest)


def _edited(text: str, begin: int, end: int, pieces: Iterable[Piece]) -> str:
    """The text from `begin` to `end` with the pieces put in."""
    parts: list[str] = []
    place = begin
    for start, stop, new in sorted(pieces):
        if place <= start and stop <= end and (start < end or end == len(text)):
            parts += [text[place:start], new]
            place = stop
    found = "".join([*parts, text[place:end]])
    found = found.replace("\r\n", "\n").replace("\r", "\n")
    return UNSEEN.sub("", found).strip("\n")


def without_overlaps(pieces: Iterable[Piece]) -> list[Piece]:
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


def is_own_title(report: Report) -> bool:
    """Whether the body of an imported report begins with its title as a heading."""
    if report.lifecycle != "imported" or not report.body.headings:
        return False
    heading = report.body.headings[0]
    start = report.source.offset(heading.span.line, 1)
    above = report.source.text[len(report.source.text) - len(report.body.text) : start]
    return heading.level == 1 and not above.strip() and heading.text.split() == report.title.split()


def _demote(report: Report) -> Iterator[Piece]:
    """Headings one step down where any is of the first rank, which belongs to the page's title.

    The heading of an imported report that is its title stands on the page already, and is left out.
    """
    headings = list(report.body.headings)
    if is_own_title(report):
        title = headings.pop(0).span
        has_hashes = _HASHES.match(report.source.line_text(title.line))
        after = title.end_line + 1 if has_hashes else title.end_line + 2
        yield report.source.offset(title.line, 1), report.source.offset(after, 1), ""
    if all(heading.level > 1 for heading in headings):
        return
    for heading in headings:
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
