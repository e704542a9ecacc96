"""Things that begin on a day and may end on another: how many of them stand when a day begins, in few steps."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from datetime import date


class Standing:
    """Days of beginning and end, each sorted; `date.max` is the end of what has none."""

    def __init__(self, spans: Iterable[tuple[date, date]]) -> None:
        self._spans = sorted(spans)
        self._begun = [begin for begin, _ in self._spans]
        self._ended = sorted(end for _, end in self._spans)

    def begun(self, day: date) -> int:
        """How many began before the day."""
        return bisect_left(self._begun, day)

    def count(self, day: date) -> int:
        """How many began before the day and had not ended before it."""
        return self.begun(day) - bisect_left(self._ended, day)

    def oldest(self, day: date) -> date | None:
        """When the earliest of these began; None where there is none."""
        return next((begin for begin, end in self._spans if end >= day and begin < day), None)
