"""Bars from one edge, each below its own words, so that long words have room on a phone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from afterword.pages.charts.plot import STYLE, About, sheet
from afterword.pages.drawing.letters import width_of, wrap
from afterword.pages.drawing.svg import LINE, WIDTH

_THICK = 10.0
_ABOVE = 4.0
"""Between the base line of the words and the bar."""
_BELOW = 10.0
_HEADING = 8.0
"""More room above the first bar of a group."""
_FOOT = 11.0
"""From the top of a line to its base line."""


@dataclass(frozen=True)
class Bar:
    """One bar.

    Attributes:
        words: what it counts, in one line or more, each of which may be broken.
        count: how long it is.
        told: what stands at its end, such as "7 of 30".
        part: how much of it is filled; the rest is an outline.
        heading: the heading above it, where a group begins with it.
    """

    words: tuple[str, ...]
    count: int
    told: str
    part: int
    heading: str = ""

    @property
    def name(self) -> str:
        """Its words in one line."""
        return " ".join(self.words)


def draw_bars(bars: Sequence[Bar], about: About) -> Markup:
    """All bars on one scale that begins at nought."""
    room = WIDTH - max(width_of(bar.told) for bar in bars) - 8
    lines = [[line for each in bar.words for line in wrap(each, WIDTH, most=2)] for bar in bars]
    tops, height = [], 0.0
    for bar, words in zip(bars, lines, strict=True):
        if bar.heading:
            height += (_HEADING if height else 0.0) + LINE + 4
        tops.append(height)
        height += len(words) * LINE + _ABOVE + _THICK + _BELOW
    height -= _BELOW - 2
    with sheet(height) as plot:
        axes = plot.axes(0, height, 0, room)
        axes.set_xlim(0, max(1, *(bar.count for bar in bars)))
        axes.set_ylim(height, 0)
        for bar, words, top in zip(bars, lines, tops, strict=True):
            middle = top + len(words) * LINE + _ABOVE + _THICK / 2
            if bar.heading:
                plot.word(axes, bar.heading, (0, top), "heading", down=-8)
            for place, line in enumerate(words):
                plot.word(axes, line, (0, top + place * LINE + _FOOT), "label")
            for length, style in ((bar.count, "whole"), (bar.part, "part")):
                if length:
                    (shape,) = axes.barh([middle], [length], height=_THICK).patches
                    shape.set(gid=f"{STYLE}{style}", clip_on=False)
            (base,) = axes.plot([0, 0], [middle - _THICK / 2, middle + _THICK / 2])
            base.set(gid=f"{STYLE}base", clip_on=False)
            plot.word(axes, bar.told, (bar.count, middle), "when", down=4.2, along=6)
        return plot.drawn(about)
