"""How far apart the readings of a series usually are, which tells where one is missing.

The usual step is the median distance between two readings of one group that stand next to each other. Days, months and
years follow each other while they are less than two usual steps apart: in a daily series the next day alone, in a
weekly one the next week, also where it came a day late. Times of day follow each other while they are at most three
steps apart, since a collector skips a beat now and then.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

from afterword.replay.periods import Period

_NOTHING, _SECOND = timedelta(0), timedelta(seconds=1)
_BEATS = 3
_MONTH, _YEAR = 28, 365
"""The fewest days of each."""


@dataclass(frozen=True, slots=True)
class Step:
    """The usual distance; zero where no group has two readings."""

    usual: timedelta

    def joins(self, before: Period, after: Period) -> bool:
        """Whether nothing is missing between a reading and one that comes later."""
        distance = _distance(before, after)
        return distance <= _BEATS * self.usual if before.first is None else distance < 2 * self.usual


def usual_step(groups: Iterable[Sequence[Period]]) -> Step:
    """The usual step of a series, of which each group is in the order of time."""
    found = sorted(_distance(before, after) for group in groups for before, after in pairwise(group))
    return Step(found[(len(found) - 1) // 2] if found else _NOTHING)


def _distance(before: Period, after: Period) -> timedelta:
    """How far apart two beginnings are; whole months and years are counted, a second for each, as they differ."""
    if before.first is None or before.after is None or after.first is None:
        return after.end - before.end
    days = (before.after - before.first).days
    if days >= _YEAR:
        return (after.first.year - before.first.year) * _SECOND
    if days >= _MONTH:
        return ((after.first.year - before.first.year) * 12 + after.first.month - before.first.month) * _SECOND
    return after.first - before.first
