"""What stands in a timeline: its events, and beside them the moments at which silent checks would have spoken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from afterword.model.dates import Moment
from afterword.model.report import Report
from afterword.model.timeline import TimelineEntry
from afterword.replay.outcome import Outcome

SPOKEN = "would_have_spoken"
"""The kind of a point at which a silent check would have spoken; no event has it."""


@dataclass(frozen=True)
class Point:
    """An event with what its replay gave, or (`is_spoken`) the moment at which the silent check would have spoken."""

    entry: TimelineEntry
    outcome: Outcome | None = None
    is_spoken: bool = False

    @property
    def kind(self) -> str:
        """The kind of the event, or the one of such a moment."""
        return SPOKEN if self.is_spoken else self.entry.kind or "note"

    @property
    def moment(self) -> Moment | None:
        """When it happened, or would have."""
        return self.outcome.at if self.is_spoken and self.outcome else self.entry.moment


def list_points(report: Report, outcomes: Mapping[int, Outcome]) -> list[Point]:
    """The events as typed, each moved before those that it certainly came before, with the moments among them.

    Args:
        report: the report.
        outcomes: of its replays, by the place of the event.
    """
    ordered: list[Point] = []
    for place, entry in enumerate(report.front.timeline):
        _insert(Point(entry, outcomes.get(place)), ordered)
    spoken = [(each.at.earliest, place) for place, each in outcomes.items() if each.state == "fires" and each.at]
    for _, place in sorted(spoken):
        _insert(Point(report.front.timeline[place], outcomes[place], is_spoken=True), ordered)
    return ordered


def _insert(point: Point, ordered: list[Point]) -> None:
    place = len(ordered)
    while place and _comes_before(point, ordered[place - 1]):
        place -= 1
    ordered.insert(place, point)


def _comes_before(point: Point, other: Point) -> bool:
    if point.moment is None or other.moment is None:
        return False
    if point.is_spoken and not other.is_spoken:
        # Before a day that begins with it, so that the two read in the order of their times.
        return point.moment.earliest <= other.moment.earliest
    return point.moment.is_before(other.moment)
