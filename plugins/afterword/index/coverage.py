"""How far the inputs of reports have become permanent tests that pass, by report, system and factor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from afterword.evals.standing import CaseStanding
from afterword.index.guarding import case_standing, report_guard
from afterword.index.guards import has_case
from afterword.index.index import Group, Index
from afterword.index.insights_cases import standing_of
from afterword.index.recurrence import reports_with
from afterword.model.collection import AudienceView
from afterword.model.eval_case import EvalCase
from afterword.model.report import Report
from afterword.model.vocabulary import Factor

Coverage = Literal["passing", "failing", "committed", "uncommitted", "reason", "untold"]
"""A case passes and none fails; one fails; a committed one of which no passing run is recorded; cases, none of them
committed; a reason for none; neither."""
COVERAGES: tuple[Coverage, ...] = get_args(Coverage)


@dataclass(frozen=True)
class CaseUse:
    """One eval case of one report, and where it stands by its recorded runs."""

    report: Report
    case: EvalCase
    standing: CaseStanding


@dataclass(frozen=True)
class Tally:
    """How many counted reports there are of each coverage."""

    of: tuple[int, ...]

    @property
    def total(self) -> int:
        """All reports."""
        return sum(self.of)


@dataclass(frozen=True)
class SystemTally:
    """One system with the coverage of its reports, and the factors that its entry in the list says are guarded."""

    system: Group
    tally: Tally
    guarded: tuple[str, ...]


@dataclass(frozen=True)
class FactorTally:
    """One factor with the coverage of the reports that name it.

    `tied` counts those in which a remediation for this very factor names a case that passes.
    """

    factor: Factor
    tally: Tally
    tied: int


def coverage_of(report: Report, view: AudienceView) -> Coverage:
    """What can be said of the report: that a case fails outweighs that another one passes."""
    guard = report_guard(report, view)
    return standing_of(report) if guard.guarding == "unguarded" else guard.guarding


def tally(reports: Iterable[Report], view: AudienceView) -> Tally:
    """Each report once; exercises are left out, since nothing failed in them that a test could keep."""
    found = Counter(coverage_of(report, view) for report in reports if report.kind != "exercise")
    return Tally(tuple(found[each] for each in COVERAGES))


def by_system(index: Index) -> list[SystemTally]:
    """Systems of counted reports, by slug; a report about several systems stands with each of them."""
    known = frozenset(report.id for report in index.counted)
    found = []
    for slug, group in index.systems.items():
        listed = index.view.systems.by_slug.get(slug)
        told = tally((report for report in group.reports if report.id in known), index.view)
        if told.total or (listed is not None and listed.factors_guarded):
            found.append(SystemTally(group, told, listed.factors_guarded if listed else ()))
    return found


def by_factor(index: Index) -> list[FactorTally]:
    """Factors of counted reports, those that most of them name first, then by title."""
    known = frozenset(report.id for report in index.counted)
    terms = index.view.vocabulary.factor_by_id
    found = [
        FactorTally(terms[factor], told, _tied(factor, known, index))
        for factor, uses in index.by_factor.items()
        if factor in terms and (told := tally(reports_with(uses, known), index.view)).total
    ]
    return sorted(found, key=lambda each: (-each.tally.total, each.factor.title, each.factor.id))


def all_cases(index: Index) -> list[CaseUse]:
    """Every case of the listed reports: what fails first, then our own before those made for public sources.

    Within each the newest report comes first.
    """
    own = sorted(index.listed, key=lambda report: report.is_public_sources)
    found = [
        CaseUse(report, case, case_standing(case, report, index.view))
        for report in own
        for case in report.front.eval_cases
    ]
    return sorted(found, key=lambda use: use.standing.guarding != "failing")


def without_case(index: Index) -> list[Report]:
    """Counted reports without any case, our own first, those before the rest that give no reason; newest first."""
    found = [each for each in index.counted if each.kind != "exercise" and not each.front.eval_cases]
    return sorted(found, key=lambda each: (each.is_public_sources, bool(each.front.no_eval_because)))


def _tied(factor: str, known: frozenset[str], index: Index) -> int:
    uses = (use for use in index.remediations_for(factor) if use.report.id in known and use.status != "declined")
    return len({use.report.id for use in uses if has_case(use, index.view)})
