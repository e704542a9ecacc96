"""What recurs: factors in several reports, and factors that came back after a fix."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from afterword.index.index import FactorUse, Index
from afterword.index.remediations import RemediationUse
from afterword.index.slugs import slug_of
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


def returns_of(factor_id: str, index: Index) -> list[Return]:
    """Counted reports that name the factor and happened after a fix for it in another report, newest first.

    A report happened after a fix only where its whole date lies after the day of the fix.
    """
    fixes = fixes_of(factor_id, index)
    later = reports_with(index.by_factor.get(factor_id, ()), frozenset(report.id for report in index.counted))
    found = (_return(report, fixes, index) for report in later)
    return [each for each in found if each is not None]


def _return(report: Report, fixes: Iterable[tuple[date, RemediationUse]], index: Index) -> Return | None:
    if report.date is None:
        return None
    replaced = {each.target for each in index.graph.outgoing.get(report.id, ()) if each.kind == "supersedes"}
    systems = _systems(report)
    before = [
        Return(report, use, day, bool(systems & _systems(use.report)))
        for day, use in fixes
        if day < report.date.first and use.report.id != report.id and use.report.id not in replaced
    ]
    return max(before, key=lambda each: (each.same_system, each.fixed_on), default=None)


def _systems(report: Report) -> set[str]:
    system = report.front.system
    names = (system.name, *system.also_affected) if system else ()
    return {slug_of(name) for name in names if name}


def _fixed_on(use: RemediationUse) -> date | None:
    return use.remediation.done_on or use.remediation.verified_on or use.closed
