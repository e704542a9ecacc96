"""The source line of a finding and the carets under its span, cut to what fits beside each other."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len

from afterword.findings.visible import show_at
from afterword.model.source import Source
from afterword.model.span import Span

WIDTH = 100
"""Cells of a source line that are shown at most."""
_BEFORE = 30
_CUT = "…"


@dataclass(frozen=True)
class Excerpt:
    """One line as printed, and where in it the carets begin and how many there are, both in cells."""

    line: str
    indent: int
    carets: int


def make_excerpt(source: Source, span: Span) -> Excerpt | None:
    """The first line of `span`; None where there is nothing to see."""
    text = source.line_text(span.line)
    if not text.strip():
        return None
    end = span.end_column if span.end_line == span.line else len(text) + 1
    first, last = span.column - 1, max(end - 1, span.column)
    pieces, starts = _lay_out(text)
    begin = starts[min(first, len(text))]
    stop = max(starts[min(last, len(text))], begin + 1)
    if starts[-1] <= WIDTH:
        return Excerpt("".join(pieces).rstrip(), begin, stop - begin)
    return _cut(pieces, starts, begin, stop)


def _lay_out(text: str) -> tuple[list[str], list[int]]:
    """Each character as printed, and the cell in which it begins; the last number is the whole width."""
    pieces: list[str] = []
    starts = [0]
    for character in text:
        piece = show_at(character, starts[-1])
        pieces.append(piece)
        starts.append(starts[-1] + cell_len(piece))
    return pieces, starts


def _cut(pieces: list[str], starts: list[int], begin: int, stop: int) -> Excerpt:
    """The part of a long line around its span."""
    wanted = max(0, min(begin - _BEFORE, starts[-1] - WIDTH))
    kept = [place for place in range(len(pieces)) if wanted <= starts[place] and starts[place + 1] <= wanted + WIDTH]
    if not kept:
        return Excerpt(_CUT, 0, 1)
    left, right = kept[0], kept[-1] + 1
    before = _CUT if left else ""
    after = _CUT if right < len(pieces) else ""
    line = before + "".join(pieces[left:right]) + after
    indent = begin - starts[left] + len(before)
    return Excerpt(line.rstrip(), indent, max(1, min(stop, starts[right]) - begin))
