"""What a drawn map of contributing factors is made of: what is to be drawn, and the same with its place."""

from __future__ import annotations

from dataclasses import dataclass

from afterword.pages.drawing.svg import Point


@dataclass(frozen=True)
class Factor:
    """One factor as it is to be drawn.

    Attributes:
        id: its id in the report, `CF-1`; empty where it has none.
        name: its title from the vocabulary.
        side: `technical` or `organisational`; empty where it is not known.
        potential: whether it is not known to have fed in.
        anchor: the place on the page where it is told in full; empty for none.
    """

    id: str
    name: str
    side: str
    potential: bool = False
    anchor: str = ""


@dataclass(frozen=True)
class Box:
    """A frame with lines of lettering, each with its style."""

    lines: tuple[tuple[str, str], ...]
    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height


@dataclass(frozen=True)
class Arrow:
    """A line with corners from one factor to another; `target` is -1 where it leads to what was observed."""

    source: int
    target: int
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Heading:
    """The word above a column, and where the column begins."""

    text: str
    left: float
    top: float


@dataclass(frozen=True)
class FactorMap:
    """A map ready to be written down; `boxes` stand in the order of `factors`."""

    factors: tuple[Factor, ...]
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    headings: tuple[Heading, ...]
    outcome: Box
    height: float
