"""Where what the parser cuts out of a body stands in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from operator import add

from markdown_it.token import Token

from afterword.model.source import Source


@dataclass(slots=True)
class Places:
    """Where a text that the parser has cut out stands in the file: pairs of offsets at which the two part ways."""

    content: list[int]
    source: list[int]

    def at(self, offset: int) -> int:
        """The offset in the file of an offset in the text."""
        index = bisect_right(self.content, offset) - 1
        return self.source[index] + offset - self.content[index]

    def add(self, content: int, source: int) -> None:
        """From offset `content` of the text on, it stands at offset `source` of the file."""
        self.content.append(content)
        self.source.append(source)

    def cut(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The stretches of the text from `start` to `end` that stand in one piece in the file."""
        first, last = bisect_right(self.content, start), bisect_right(self.content, end - 1)
        yield from pairwise([start, *self.content[first:last], end])


class BodyLines:
    """The lines of a body: `starts` are their offsets in the file, `lines` their texts without ends."""

    def __init__(self, source: Source, offset: int) -> None:
        self.source = source
        # The parser reads U+0000 as U+FFFD; so does the search for what it has cut out.
        self.text = source.text.replace("\0", "\ufffd")
        first = source.span(offset, offset).line - 1
        self.starts = (offset, *source.line_starts[first + 1 :])
        ends = map(add, source.line_starts[first:], map(len, source.lines[first:]))
        self.lines = [self.text[start:end] for start, end in zip(self.starts, ends, strict=True)]
        self._cells: Iterator[tuple[int, str]] | None = None

    def end(self, row: int) -> int:
        """The offset of a line's end."""
        return self.starts[row] + len(self.lines[row])

    def rows(self, first: int, after: int) -> tuple[int, int]:
        """The offsets between which the lines from `first` to before `after` stand, without blank lines at the end."""
        last = after - 1
        while last > first and not self.lines[last].strip():
            last -= 1
        return self.starts[first], self.end(last)

    def begin(self, token: Token) -> int:
        """The offset of a token's first letter, after quote and list marks."""
        line, column = token.meta["starts"][0]
        begin: int = self.starts[line] + column
        return begin

    def start_row(self) -> None:
        """Begin a row of a table."""
        self._cells = None

    def places(self, token: Token, parent: Token | None) -> Places:
        """Where a token's content stands; `parent` is what the token's text belongs to, a heading or a cell perhaps."""
        if parent is not None and parent.tag in ("th", "td"):
            return self._cell(token.content, self.begin(token))
        marks = len(parent.markup) if parent is not None and parent.markup.startswith("#") else 0
        rows = [
            (self.starts[line], self.starts[line] + column + marks, self.end(line))
            for line, column in token.meta["starts"]
        ]
        return _line_places(token.content, self.text, rows)

    def _cell(self, content: str, start: int) -> Places:
        if self._cells is None:
            self._cells = _row_cells(self.text[start : self.end(bisect_right(self.starts, start) - 1)], start)
        return _cell_places(content, *next(self._cells, (start, "")))


def _line_places(content: str, text: str, rows: list[tuple[int, int, int]]) -> Places:
    """Where each line of `content` stands in the file's `text`.

    Args:
        content: what the parser has cut out.
        text: the file.
        rows: the lines that it was cut from, each with the offsets of its beginning, its first letter and its end.
    """
    lines = content.split("\n")
    first, skipped = lines[0].lstrip(" \t"), 0
    while skipped < len(rows) - 1 and text.find(first, rows[skipped][0], rows[skipped][2]) < 0:
        skipped += 1  # A first line of form feeds and the like alone, which the parser trims.
    places = Places([], [])
    done = 0
    for (begin, letter, end), line in zip(rows[skipped:], lines, strict=False):
        indent = len(line) - len(line.lstrip(" \t"))
        start = _find(line[indent:], text, begin, letter, end)
        places.add(done + indent, start) if done else places.add(0, start - indent)
        places.add(done + len(line), start + len(line) - indent)
        done += len(line) + 1
    return places


def _find(line: str, text: str, begin: int, letter: int, end: int) -> int:
    """Where `line` stands between `begin` and `end`: at `letter`, but for trimmed form feeds and odd tabs."""
    if text.startswith(line, letter):
        return letter
    after = text.find(line, letter, end)
    return after if after >= 0 else max(text.rfind(line, begin, end), begin)


def _row_cells(row: str, start: int) -> Iterator[tuple[int, str]]:
    """The cells of a table's row, each with its offset in the file; `start` is that of the row."""
    start += len(row) - len(row.lstrip())
    row = row.strip()
    cuts = [-1, *(pipe.start() for pipe in re.finditer(r"(?<!\\)\|", row)), len(row)]
    cells = [(start + first + 1, row[first + 1 : last]) for first, last in pairwise(cuts)]
    return iter(cells[not cells[0][1] :])


def _cell_places(content: str, begin: int, raw: str) -> Places:
    r"""Where a cell's `content` stands; `raw` is the cell as written, with `\|` for `|`, and `begin` its offset."""
    blanks = max(raw.replace("\\|", "|").find(content), 0)
    begin += blanks
    places = Places([0], [begin])
    for index, pipe in enumerate(re.finditer(r"\\\|", raw[blanks:])):
        places.add(pipe.start() - index, begin + pipe.start())
        places.add(pipe.start() - index + 1, begin + pipe.end())
    return places
