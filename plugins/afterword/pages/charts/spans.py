"""Lengths of time on a scale on which each step is many times the one before: a line for each, the shortest on top."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from math import log

from markupsafe import Markup

from afterword.model.measures import DurationRange
from afterword.pages.charts.plot import STYLE, About, Plot, sheet
from afterword.pages.drawing.letters import width_of
from afterword.pages.drawing.svg import WIDTH

_MINUTE, _HOUR, _DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
_TICKS = (
    (_MINUTE, "1 min"), (_HOUR, "1 h"), (_DAY, "1 day"), (30.4375 * _DAY, "1 month"), (365.25 * _DAY, "1 year"),
    (3652.5 * _DAY, "10 years"), (36525 * _DAY, "100 years"), (365250 * _DAY, "1,000 years"),
)  # fmt: skip
_SIDE = 26.0
"""Room at both sides for the names of the first and the last tick."""
_HEAD = 36.0
_STEP, _BETWEEN = 14.0, 6.0
"""Between two rows of names, and between two names in one row."""
_ROW, _MOST_HEIGHT = 8.0, 220.0
MOST_LINES = 120
"""Of more lengths than these as many are drawn, in even steps."""


@dataclass(frozen=True)
class Spans:
    """The lengths from short to long, and the ranges of the first quarter, the median and the third quarter."""

    lengths: Sequence[DurationRange]
    quarters: tuple[DurationRange, DurationRange, DurationRange]


@dataclass(frozen=True)
class _Name:
    """The name of a tick: how far it stands beside its tick, and in which row, counted from the lines up."""

    length: timedelta
    text: str
    along: float
    row: int


def draw_spans(spans: Spans, about: About) -> Markup:
    """One line for each length; of very many lengths as many as can be told apart, in even steps from short to long."""
    lengths = [spans.lengths[place] for place in drawn_places(len(spans.lengths))]
    ticks = _ticks(lengths)
    names = _place_names(ticks)
    head = _HEAD + _STEP * max(name.row for name in names)
    field = min(_MOST_HEIGHT, max(60.0, len(lengths) * _ROW))
    with sheet(head + field + 6) as plot:
        axes = plot.axes(head, head + field, _SIDE, WIDTH - _SIDE)
        axes.set_xscale("log")
        axes.set_xlim(ticks[0][0] / _MINUTE, ticks[-1][0] / _MINUTE)
        axes.set_ylim(len(lengths) - 0.5, -0.5)
        first = ticks[0][0]
        for length, _ in ticks:
            (line,) = axes.plot([length / _MINUTE] * 2, [-0.5, len(lengths) - 0.5])
            line.set(gid=f"{STYLE}grid", clip_on=False)
        _name_ticks(plot, names)
        _quarters(plot, spans, first, len(lengths))
        for place, each in enumerate(lengths):
            low, high = (max(end, first) / _MINUTE for end in (each.low, each.high))
            (line,) = axes.plot([low, high], [place, place])
            line.set(gid=f"{STYLE}span", clip_on=False)
            if each.low < first:
                (open_end,) = axes.plot([low], [place], linestyle="none", marker="o", markersize=4)
                open_end.set(gid=f"{STYLE}open", clip_on=False)
        return plot.drawn(about)


def drawn_places(count: int) -> list[int]:
    """Which of so many lengths, from short to long, are drawn: all of them, or of very many some in even steps."""
    if count <= MOST_LINES:
        return list(range(count))
    return [place * (count - 1) // (MOST_LINES - 1) for place in range(MOST_LINES)]


def begins_open(lengths: Sequence[DurationRange]) -> bool:
    """Whether any of the lengths begins before the first tick."""
    if not lengths:
        return False
    first = _ticks(lengths)[0][0]
    return any(each.low < first for each in lengths)


def _place_names(ticks: Sequence[tuple[timedelta, str]]) -> list[_Name]:
    """Where the names of all ticks stand, the last one first: each in the lowest row in which it touches no other."""
    first, last = (log(ticks[end][0] / _MINUTE) for end in (0, -1))
    free: list[float] = []
    found = []
    for length, text in reversed(ticks):
        share = (log(length / _MINUTE) - first) / (last - first)
        tick, half = _SIDE + share * (WIDTH - 2 * _SIDE), width_of(text) / 2
        at = min(max(tick, half), WIDTH - half)
        row = next((row for row, end in enumerate(free) if at + half + _BETWEEN <= end), len(free))
        free[row : row + 1] = [at - half]
        found.append(_Name(length, text, at - tick, row))
    return found


def _name_ticks(plot: Plot, names: Sequence[_Name]) -> None:
    axes = plot.figure.axes[0]
    for name in names:
        down = -22 - _STEP * name.row
        plot.word(axes, name.text, (name.length / _MINUTE, -0.5), "when", down=down, along=name.along, anchor="center")


def _quarters(plot: Plot, spans: Spans, first: timedelta, rows: int) -> None:
    """The middle half as a bracket above, and the median as a mark upon it."""
    axes = plot.figure.axes[0]
    lower, median, upper = spans.quarters
    at = -0.5 - 9 * rows / (axes.bbox.height or 1.0)
    (half,) = axes.plot([max(lower.low, first) / _MINUTE, max(upper.high, first) / _MINUTE], [at, at])
    half.set(gid=f"{STYLE}half", clip_on=False)
    ends = [max(end, first) / _MINUTE for end in (median.low, median.high)]
    (line,) = axes.plot(ends, [at, at])
    line.set(gid=f"{STYLE}median", clip_on=False)
    for end in ends:
        (dot,) = axes.plot([end], [at], linestyle="none", marker="D", markersize=7)
        dot.set(gid=f"{STYLE}dot", clip_on=False)


def _ticks(lengths: Sequence[DurationRange]) -> list[tuple[timedelta, str]]:
    """The ticks around all lengths; those of no length at all stand at the first."""
    shortest = min((end for each in lengths for end in (each.low, each.high) if end >= _MINUTE), default=_MINUTE)
    longest = max(each.high for each in lengths)
    first = max((place for place, tick in enumerate(_TICKS) if tick[0] <= shortest), default=0)
    last = min((place for place, tick in enumerate(_TICKS) if tick[0] >= longest), default=len(_TICKS) - 1)
    return list(_TICKS[first : max(last, first + 1) + 1])
