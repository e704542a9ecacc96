"""A scale of time with breaks: one length for one span of time throughout, but for long empty stretches cut out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

BREAK = 26.0
"""The height of the place where a stretch is cut out."""
_SEEN = 5.0
"""From this height on two moments can be told apart."""
_LONG = 90.0
"""Above this height an empty stretch tells no more by being drawn in full."""
_MOST_BREAKS = 5
_PRICE, _WITHIN = 1.5, 2.0
"""What a break costs, and what it costs besides where it goes through a span; one that can't be read costs 1."""


@dataclass(frozen=True)
class Break:
    """A stretch of time that is cut out: its ends in seconds, and where its mark begins and ends."""

    start: float
    end: float
    top: float
    bottom: float


@dataclass(frozen=True)
class Scale:
    """Where each moment stands: `places` for `times`, in between by proportion; `per_second` outside of breaks."""

    times: tuple[float, ...]
    places: tuple[float, ...]
    breaks: tuple[Break, ...]
    per_second: float

    @property
    def height(self) -> float:
        """From the first moment to the last."""
        return self.places[-1] if self.places else 0.0

    def place(self, time: float) -> float:
        """The distance from the top; a moment outside of the scale stands at its nearer end."""
        index = min(max(bisect_right(self.times, time) - 1, 0), len(self.times) - 1)
        if time <= self.times[0] or index == len(self.times) - 1:
            return self.places[index]
        start, end = self.times[index], self.times[index + 1]
        share = (time - start) / (end - start)
        return self.places[index] + share * (self.places[index + 1] - self.places[index])


def build_scale(spans: Iterable[tuple[float, float]], room: float) -> Scale:
    """A scale over the first and last moment of all `spans`, in seconds, that takes about `room`.

    As many of the longest stretches between neighbours are cut out as make the rest easier to read: a break costs
    something, more so within a span, and so do moments that cannot be told apart and long stretches in which nothing
    happens.
    """
    spans = sorted(set(spans))
    known = sorted({time for span in spans for time in span})
    if not known:
        return Scale((), (), (), 0.0)
    gaps = [end - start for start, end in pairwise(known)]
    empty = _outside(known, spans)
    longest = sorted(range(len(gaps)), key=lambda each: (-gaps[each], each))
    # One stretch at least is drawn to scale.
    trials = [frozenset(longest[:count]) for count in range(min(len(gaps), _MOST_BREAKS + 1))] or [frozenset()]
    cut = min(trials, key=lambda each: (_cost(gaps, each, room) + _WITHIN * len(each - empty), len(each)))
    per_second = _per_second(gaps, cut, room)
    places, breaks = [0.0], []
    for index, gap in enumerate(gaps):
        top = places[-1]
        places.append(top + (BREAK if index in cut else gap * per_second))
        if index in cut:
            breaks.append(Break(known[index], known[index + 1], top, places[-1]))
    return Scale(tuple(known), tuple(places), tuple(breaks), per_second)


def _outside(times: list[float], spans: list[tuple[float, float]]) -> frozenset[int]:
    """The stretches between neighbouring times, by their places, that lie within none of the spans."""
    found, reach = set(), times[0]
    begun = 0
    for index, (start, end) in enumerate(pairwise(times)):
        while begun < len(spans) and spans[begun][0] <= start:
            reach = max(reach, spans[begun][1])
            begun += 1
        if reach < end:
            found.add(index)
    return frozenset(found)


def _per_second(gaps: list[float], cut: frozenset[int], room: float) -> float:
    left = sum(gap for index, gap in enumerate(gaps) if index not in cut)
    return max(room - BREAK * len(cut), room / 3) / left if left else 0.0


def _cost(gaps: list[float], cut: frozenset[int], room: float) -> float:
    per_second = _per_second(gaps, cut, room)
    drawn = [gap * per_second for index, gap in enumerate(gaps) if index not in cut]
    unseen = sum(each < _SEEN for each in drawn)
    empty = sum(max(0.0, each - _LONG) / _LONG for each in drawn)
    return unseen + empty + _PRICE * len(cut)
