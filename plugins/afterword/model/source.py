"""The text of one file, and the way between offsets in it and lines with columns."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from afterword.model.span import Span

# Nothing else ends a line: U+2028, U+0085 and the form feed, at which `str.splitlines` cuts, are characters of a line.
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True)
class Source:
    """One file as text.

    Attributes:
        path: the file's path as people see it, with forward slashes.
        text: the decoded text without a BOM, with its own line ends (LF, CRLF or a lone CR).
        bom: whether the file began with a BOM.
    """

    path: str
    text: str
    bom: bool = False

    @cached_property
    def _bounds(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Offsets of the lines' first characters, and of their ends."""
        starts, ends = [0], []
        for found in _LINE_END.finditer(self.text):
            ends.append(found.start())
            starts.append(found.end())
        return tuple(starts), (*ends, len(self.text))

    @property
    def line_starts(self) -> tuple[int, ...]:
        """The offset of each line's first character, in code points."""
        return self._bounds[0]

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines without their ends; after a last line end comes one empty line."""
        return tuple(self.text[start:end] for start, end in zip(*self._bounds, strict=True))

    def span(self, start: int, end: int) -> Span:
        """The span from offset `start` to offset `end`, both in code points; those outside of the text are moved in."""
        starts, ends = self._bounds
        line, column = self._place(start)
        if start <= end <= ends[line - 1]:
            return Span(line, column, line, end - starts[line - 1] + 1)
        return Span(line, column, *self._place(max(start, end)))

    def offset(self, line: int, column: int) -> int:
        """The offset of a place, in code points; what lies after a line's end, or after the last line, is moved in."""
        starts, ends = self._bounds
        if line > len(starts):
            return len(self.text)
        index = max(line, 1) - 1
        return min(starts[index] + max(column, 1) - 1, ends[index])

    def line_text(self, line: int) -> str:
        """The text of one line, counted from 1, without its end; empty for a line that is not there."""
        return self.lines[line - 1] if 1 <= line <= len(self.lines) else ""

    def slice(self, span: Span) -> str:
        """The text that a span covers."""
        return self.text[self.offset(span.line, span.column) : self.offset(span.end_line, span.end_column)]

    def _place(self, offset: int) -> tuple[int, int]:
        starts, ends = self._bounds
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(starts, offset)
        # Between the CR and the LF of one line end, the place is still the line's end.
        return line, min(offset, ends[line - 1]) - starts[line - 1] + 1
