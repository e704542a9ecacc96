"""Lengths of time on a scale on which each step is many times the one before: a line for each, the shortest on top."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

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
_ROW, _MOST_HEIGHT = 8.0, 220.0
MOST_LINES = 120
"""Of more lengths than these as many are drawn, in even steps."""


@dataclass(frozen=True)
class Spans:
    """The lengths from short to long, and the ranges of the first quarter, the median and the third quarter."""

    lengths: Sequence[DurationRange]
    quarters: tuple[DurationRange, DurationRange, DurationRange]


def draw_spans(spans: Spans, about: About) -> Markup:
    """One line for each length; of very many lengths as many as can be told apart, in even steps from short to long."""
    lengths = _thinned(spans.lengths)
    ticks = _ticks(lengths)
    field = min(_MOST_HEIGHT, max(60.0, len(lengths) * _ROW))
    with sheet(_HEAD + field + 6) as plot:
        axes = plot.axes(_HEAD, _HEAD + field, _SIDE, WIDTH - _SIDE)
        axes.set_xscale("log")
        axes.set_xlim(ticks[0][0] / _MINUTE, ticks[-1][0] / _MINUTE)
        axes.set_ylim(len(lengths) - 0.5, -0.5)
        first = ticks[0][0]
        for length, _ in ticks:
            (line,) = axes.plot([length / _MINUTE] * 2, [-0.5, len(lengths) - 0.5])
            line.set(gid=f"{STYLE}grid", clip_on=False)
        _name_ticks(plot, ticks)
        _quarters(plot, spans, first, len(lengths))
        for place, each in enumerate(lengths):
            low, high = (max(end, first) / _MINUTE for end in (each.low, each.high))
            (line,) = axes.plot([low, high], [place, place])
            line.set(gid=f"{STYLE}span", clip_on=False)
            if each.low < first:
                (open_end,) = axes.plot([low], [place], linestyle="none", marker="o", markersize=4)
                open_end.set(gid=f"{STYLE}open", clip_on=False)
        return plot.drawn(about)


def begins_open(lengths: Sequence[DurationRange]) -> bool:
    """Whether any of the lengths begins before the first tick."""
    if not lengths:
        return False
    first = _ticks(lengths)[0][0]
    return any(each.low < first for each in lengths)


def _name_ticks(plot: Plot, ticks: Sequence[tuple[timedelta, str]]) -> None:
    """The names above their ticks, the last one first; one that would touch its neighbour is left out."""
    axes = plot.figure.axes[0]
    free = WIDTH + _SIDE
    for length, name in reversed(ticks):
        at = axes.transData.transform((length / _MINUTE, 0))[0]
        half = width_of(name) / 2
        if at + half + 6 <= free:
            plot.word(axes, name, (length / _MINUTE, -0.5), "when", down=-22, anchor="center")
            free = at - half


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


def _thinned(lengths: Sequence[DurationRange]) -> Sequence[DurationRange]:
    if len(lengths) <= MOST_LINES:
        return lengths
    return [lengths[place * (len(lengths) - 1) // (MOST_LINES - 1)] for place in range(MOST_LINES)]
