"""What forms for people are made of: sections of lines, in which our own words and what people typed stay apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Protocol, TypeVar

from afterword.impact.view import Ref

MOST = 20
"""How many entries of one list are shown."""


@dataclass(frozen=True)
class Typed:
    """Words that somebody typed."""

    text: str


@dataclass(frozen=True)
class Title:
    """A title that somebody typed, to be set apart from the words around it."""

    text: str


@dataclass(frozen=True)
class Code:
    """An id, a key, the name of a branch: shown letter by letter."""

    text: str


Piece = str | Typed | Title | Code
"""A mere string is our own words."""


@dataclass(frozen=True)
class Line:
    """One entry of a list; `depth` 1 for one that belongs to the entry above."""

    pieces: tuple[Piece, ...]
    depth: int = 0


@dataclass(frozen=True)
class Table:
    """A small table of words and figures of our own."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Section:
    """A heading with lines below it. `intro` is a sentence before the list, `table` stands between both."""

    title: str
    lines: tuple[Line, ...]
    intro: Line | None = None
    table: Table | None = None


@dataclass(frozen=True)
class Sheet:
    """All of it: a title, sentences, and sections with something to say."""

    title: str
    head: tuple[Line, ...]
    sections: tuple[Section, ...] = field(default=())


class OfReport(Protocol):
    """Whatever is said of one report."""

    @property
    def report(self) -> Ref:
        """The report."""


Said = TypeVar("Said", bound=OfReport)


def say(template: str, *values: Piece | Iterable[Piece], depth: int = 0) -> Line:
    """A line: the template is our own words, and each `{}` in it is filled."""
    pieces: list[Piece] = []
    for place, words in enumerate(template.split("{}")):
        if place:
            value = values[place - 1]
            pieces.extend([value] if isinstance(value, str | Typed | Title | Code) else value)
        if words:
            pieces.append(words)
    return Line(tuple(pieces), depth)


def joined(values: Iterable[Piece], last: str = " and ") -> tuple[Piece, ...]:
    """The values in a row: "a, b and c"."""
    found = list(values)
    pieces: list[Piece] = []
    for place, each in enumerate(found):
        if place:
            pieces.append(last if place == len(found) - 1 else ", ")
        pieces.append(each)
    return tuple(pieces)


def by_report(entries: Iterable[Said]) -> list[tuple[Ref, list[Said]]]:
    """The entries by their report, in their own order."""
    return [(report, list(those)) for report, those in groupby(entries, key=lambda each: each.report)]


def cut(lines: Iterable[Line], most: int = MOST) -> Iterator[Line]:
    """The first `most` entries with what belongs to them, and how many there are beside."""
    entries = left = 0
    for line in lines:
        entries += line.depth == 0
        if entries <= most:
            yield line
        else:
            left += line.depth == 0
    if left:
        yield say(f"and {left:,} more; `--format json` lists all")
