"""What earlier reports tell of a factor on a system: how often it was named, and what was done about it.

A report counts once it is in review. One that was taken over as it was counts where it names factors, be it by labels
that were accepted for it: somebody has said so. Drafts, withdrawn and superseded ones do not count. Work that a report
from public sources tells of is no work of ours, and is neither open nor declined here.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

from afterword.link.tracked import join_status
from afterword.model.choices import Status
from afterword.model.remediation import Remediation
from afterword.model.report import Report
from afterword.model.tracker_state import TrackerState

COUNTED = frozenset({"in-review", "published", "imported"})
Order = tuple[date, str]
Key = tuple[str, str]
"""A factor's id and a system's slug."""
Item = TypeVar("Item")


@dataclass(frozen=True)
class Tried:
    """A remediation of an earlier report for the factor; `verified_on` only where its success check held."""

    report: Report
    remediation: Remediation
    status: Status
    verified_on: date | None = None


@dataclass(frozen=True)
class Repeat:
    """What other reports tell of one factor of a report, on the systems of that report.

    Attributes:
        factor_id: the factor in the vocabulary.
        place: its place in the report's list of factors.
        earlier: the reports before it, the oldest first.
        later: those after it, the oldest first.
        open: remediations of earlier reports that are not closed, the oldest first.
        declined: those that were declined.
        verified: those whose success check held before the report's whole date, the latest last.
    """

    factor_id: str
    place: int
    earlier: tuple[Report, ...]
    later: tuple[Report, ...] = ()
    open: tuple[Tried, ...] = ()
    declined: tuple[Tried, ...] = ()
    verified: tuple[Tried, ...] = ()


@dataclass
class _Line(Generic[Item]):
    """Some items with their order, sorted once when everything is there."""

    items: list[tuple[Order, Item]] = field(default_factory=list)

    def between(self, start: Order | None, end: Order | None) -> Iterable[tuple[Order, Item]]:
        """The items from `start` on and before `end`."""
        first = 0 if start is None else bisect_left(self.items, start, key=_order)
        return self.items[first : len(self.items) if end is None else bisect_left(self.items, end, key=_order)]


class History:
    """The reports and remediations by factor and system."""

    def __init__(self, reports: Iterable[Report], tracker_state: TrackerState | None) -> None:
        """Look at `reports` once; of those that are given, each counts that is in review, published or taken over."""
        self._reports: Mapping[Key, _Line[Report]] = defaultdict(_Line)
        self._tried: Mapping[tuple[Key, str], _Line[Tried]] = defaultdict(_Line)
        for report in reports:
            if report.lifecycle in COUNTED and report.date is not None:
                self._add(report, tracker_state)
        for reports_line in self._reports.values():
            reports_line.items.sort(key=_order)
        for tried_line in self._tried.values():
            tried_line.items.sort(key=_order)

    def repeats_of(self, report: Report) -> list[Repeat]:
        """What the others tell of each factor of the report, in its order; nothing for a factor that is new there."""
        found = (self._repeat(place, factor_id, report) for factor_id, place in _first_places(report).items())
        return [each for each in found if each.earlier or each.later]

    def _add(self, report: Report, tracker_state: TrackerState | None) -> None:
        order, keys = report.sort_key(), list(_keys(report))
        for key in keys:
            self._reports[key].items.append((order, report))
        entries = {each.id: each.factor for each in report.front.contributing_factors}
        for remediation in report.front.remediations:
            judged = _judge(report, remediation, tracker_state)
            if judged is None:
                continue
            group, tried = judged
            addressed = {entries.get(each) for each in report.front.addressed_by(remediation)}
            at = (tried.verified_on, report.id) if tried.verified_on else order
            for key in keys:
                if key[0] in addressed:
                    self._tried[key, group].items.append((at, tried))

    def _repeat(self, place: int, factor_id: str, report: Report) -> Repeat:
        if report.date is None:
            return Repeat(factor_id, place, ())
        order = report.sort_key()
        keys = [(factor_id, system) for system in sorted(report.system_slugs)]
        left_out = {report.id, *report.front.supersedes}

        def is_later(each: Report) -> bool:
            return each.id != report.id and report.id not in each.front.supersedes

        def tried(group: str, end: Order) -> tuple[Tried, ...]:
            lines = (self._tried[key, group] for key in keys if (key, group) in self._tried)
            return _merged(lines, None, end, lambda each: each.report.id not in left_out)

        lines = [self._reports[key] for key in keys if key in self._reports]
        return Repeat(
            factor_id,
            place,
            earlier=_merged(lines, None, order, lambda each: each.id not in left_out),
            later=_merged(lines, order, None, is_later),
            open=tried("open", order),
            declined=tried("declined", order),
            verified=tried("verified", (report.date.first, "")),
        )


def _judge(report: Report, remediation: Remediation, tracker_state: TrackerState | None) -> tuple[str, Tried] | None:
    """In which of the three groups a remediation stands, if in any; what is done and not verified is in none."""
    item = tracker_state.find(remediation.tracker) if tracker_state else None
    status = join_status(remediation, item)
    if status == "verified":
        is_disputed = item is not None and item.state != "done"
        known = None if is_disputed else remediation.verified_on
        return ("verified", Tried(report, remediation, status, known)) if known else None
    if report.is_public_sources or status == "done":
        return None
    return ("declined" if status == "declined" else "open", Tried(report, remediation, status))


def _keys(report: Report) -> Iterable[Key]:
    return ((factor_id, system) for factor_id in _first_places(report) for system in report.system_slugs)


def _first_places(report: Report) -> dict[str, int]:
    """The factors of a report, each with the place where it stands first."""
    found: dict[str, int] = {}
    for place, each in enumerate(report.front.contributing_factors):
        if each.factor:
            found.setdefault(each.factor, place)
    return found


def _merged(
    lines: Iterable[_Line[Item]], start: Order | None, end: Order | None, keep: Callable[[Item], bool]
) -> tuple[Item, ...]:
    """The items of some lines in one order, each once."""
    several: Sequence[Iterable[tuple[Order, Item]]] = [line.between(start, end) for line in lines]
    if len(several) == 1:
        return tuple(item for _, item in several[0] if keep(item))
    found = {id(item): (order, item) for each in several for order, item in each if keep(item)}
    return tuple(item for _, item in sorted(found.values(), key=_order))


def _order(each: tuple[Order, Item]) -> Order:
    return each[0]
