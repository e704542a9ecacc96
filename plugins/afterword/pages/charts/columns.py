"""Columns over time in two parts, one upon the other, and below them which share the upper part is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from markupsafe import Markup

from afterword.pages.charts.plot import STYLE, About, Plot, sheet
from afterword.pages.drawing.letters import width_of
from afterword.pages.drawing.svg import WIDTH
from afterword.pages.words import number

_TOP, _BASE = 18.0, 150.0
_NAMES = 166.0
"""The base line of the periods' names."""
_SHARES, _SHARES_END = 212.0, 282.0
_HEIGHT = 290.0
_LEFT = 40.0
"""Room for the names of the lower scale."""


@dataclass(frozen=True)
class Column:
    """One period: its name, the lower and the upper part, and the upper part's share with its interval, where told."""

    name: str
    lower: int
    upper: int
    share: tuple[float, float, float] | None


def draw_columns(columns: Sequence[Column], share_name: str, about: About) -> Markup:
    """The columns on one scale, and the shares from nought to all of it, period below period."""
    told = any(each.share for each in columns)
    with sheet(_HEIGHT if told else _NAMES + 6) as plot:
        _columns(plot, columns)
        if told:
            _shares(plot, columns, share_name)
        return plot.drawn(about)


def _columns(plot: Plot, columns: Sequence[Column]) -> None:
    axes = plot.axes(_TOP, _BASE, _LEFT, _right(columns))
    axes.set_xlim(-0.5, len(columns) - 0.5)
    axes.set_ylim(0, max(1, *(each.lower + each.upper for each in columns)))
    space = (_right(columns) - _LEFT) / len(columns)
    every = ceil((max(width_of(each.name) for each in columns) + 3) / space)
    for place, each in enumerate(columns):
        for bottom, height, style in ((0, each.lower, "part"), (each.lower, each.upper, "whole")):
            if height:
                (shape,) = axes.bar([place], [height], bottom=[bottom], width=min(0.72, 34 / space)).patches
                shape.set(gid=f"{STYLE}{style}", clip_on=False)
        if total := each.lower + each.upper:
            plot.word(axes, number(total), (place, total), "name", down=-4, anchor="center")
        # Counted from the newest, which is always named.
        if (len(columns) - 1 - place) % every == 0:
            plot.word(axes, each.name, (place, 0), "when", down=_NAMES - _BASE, anchor="center")
    (base,) = axes.plot([-0.5, len(columns) - 0.5], [0, 0])
    base.set(gid=f"{STYLE}base", clip_on=False)


def _shares(plot: Plot, columns: Sequence[Column], share_name: str) -> None:
    axes = plot.axes(_SHARES, _SHARES_END, _LEFT, _right(columns))
    axes.set_xlim(-0.5, len(columns) - 0.5)
    axes.set_ylim(0, 1)
    plot.word(axes, share_name, (-0.5, 1), "name", down=-10, along=-_LEFT)
    for share, name in ((0, "none"), (0.5, "half"), (1, "all")):
        (line,) = axes.plot([-0.5, len(columns) - 0.5], [share, share])
        line.set(gid=f"{STYLE}grid", clip_on=False)
        plot.word(axes, name, (-0.5, share), "when", down=4, along=-6, anchor="right")
    for place, each in enumerate(columns):
        if each.share:
            middle, low, high = each.share
            (reach,) = axes.plot([place, place], [low, high])
            reach.set(gid=f"{STYLE}reach", clip_on=False)
            (dot,) = axes.plot([place], [middle], linestyle="none", marker="o", markersize=7)
            dot.set(gid=f"{STYLE}dot", clip_on=False)


def _right(columns: Sequence[Column]) -> float:
    """Where the field ends, so that the last name, in the middle of its column, does not reach beyond the drawing."""
    widest = max(width_of(each.name) for each in columns)
    return WIDTH - max(0.0, (widest - (WIDTH - _LEFT - widest / 2) / len(columns)) / 2)
