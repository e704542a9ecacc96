"""What recurs: factors in several reports, and factors that came back after a fix."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from afterword.index.index import FactorUse, Index
from afterword.index.remediations import RemediationUse
from afterword.model.report import Report
from afterword.model.vocabulary import Factor

RECURS_FROM = 2
"""In how many reports a factor stands before it is said to recur."""


@dataclass(frozen=True)
class Recurring:
    """A factor of the vocabulary with the counted reports that name it, newest first."""

    factor: Factor
    reports: tuple[Report, ...]


@dataclass(frozen=True)
class Return:
    """A report with a factor for which a fix was done before; of several fixes the nearest one."""

    report: Report
    fix: RemediationUse
    fixed_on: date
    same_system: bool


def reports_with(uses: Iterable[FactorUse], known: frozenset[str]) -> tuple[Report, ...]:
    """The reports of the uses that are among `known` ids, each once."""
    found = {use.report.id: use.report for use in uses if use.report.id in known}
    return tuple(found.values())


def recurring(index: Index, among: Iterable[Report] | None = None) -> list[Recurring]:
    """Factors in two or more counted reports (`among` these, where given), the most frequent first, then by title."""
    wanted = index.counted if among is None else among
    known = frozenset(report.id for report in wanted) & frozenset(report.id for report in index.counted)
    terms: Mapping[str, Factor] = index.view.vocabulary.factor_by_id
    found = [
        Recurring(terms[factor_id], reports_with(uses, known))
        for factor_id, uses in index.by_factor.items()
        if factor_id in terms
    ]
    often = [each for each in found if len(each.reports) >= RECURS_FROM]
    return sorted(often, key=lambda each: (-len(each.reports), each.factor.title))


def fixes_of(factor_id: str, index: Index) -> list[tuple[date, RemediationUse]]:
    """Done or verified remediations for the factor whose day is known, by day."""
    dated = [(_fixed_on(use), use) for use in index.remediations_for(factor_id) if use.status in {"done", "verified"}]
    known = [(day, use) for day, use in dated if day is not None]
    return sorted(known, key=lambda each: (each[0], each[1].report.id, each[1].remediation.id or ""))


def returns_of(factor_id: str, index: Index) -> tuple[Return, ...]:
    """Counted reports that name the factor and happened after a fix for it in another report, newest first.

    A report happened after a fix only where its whole date lies after the day of the fix.
    """
    return index.returns.get(factor_id, ())


def list_returns(index: Index) -> Mapping[str, tuple[Return, ...]]:
    """What `returns_of` tells, for every factor that has a fix."""
    counted = frozenset(report.id for report in index.counted)
    found = {}
    for factor_id, uses in index.by_factor.items():
        if fixes := fixes_of(factor_id, index):
            near = _Fixes(fixes, index)
            returns = (near.before(report) for report in reports_with(uses, counted))
            found[factor_id] = tuple(each for each in returns if each is not None)
    return found


class _Fixes:
    """The fixes for one factor by day, all of them and those on each system."""

    def __init__(self, fixes: Sequence[tuple[date, RemediationUse]], index: Index) -> None:
        self._fixes, self._graph = fixes, index.graph
        self._days = [day for day, _ in fixes]
        self._on: dict[str, list[int]] = defaultdict(list)
        for place, (_, use) in enumerate(fixes):
            for system in use.report.system_slugs:
                self._on[system].append(place)

    def before(self, report: Report) -> Return | None:
        """The nearest fix before the report, one on the same system before all others; of one day the first."""
        if report.date is None:
            return None
        end = bisect_left(self._days, report.date.first)
        replaced = {each.target for each in self._graph.outgoing.get(report.id, ()) if each.kind == "supersedes"}
        left_out = replaced | {report.id}
        same = (self._last(self._on.get(system, ()), end, left_out) for system in report.system_slugs)
        near = [place for place in same if place is not None]
        # Of several systems the nearest day wins, and within it the first place, as within one system.
        best = min(near, key=lambda place: (-self._days[place].toordinal(), place), default=None)
        found = best if best is not None else self._last(range(len(self._days)), end, left_out)
        if found is None:
            return None
        day, use = self._fixes[found]
        return Return(report, use, day, same_system=best is not None)

    def _last(self, places: Sequence[int], end: int, left_out: set[str]) -> int | None:
        """Of the places before `end`, in order, the first one of the last day that has any."""
        best: int | None = None
        for at in range(bisect_left(places, end) - 1, -1, -1):
            place = places[at]
            if best is not None and self._days[place] != self._days[best]:
                break
            if self._fixes[place][1].report.id not in left_out:
                best = place
        return best


def _fixed_on(use: RemediationUse) -> date | None:
    return use.remediation.done_on or use.remediation.verified_on or use.closed
