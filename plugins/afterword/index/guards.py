"""What stands guard on a system: factors for which the list of systems, a passing eval case or a held fix says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from afterword.evals.standing import standing_of_case
from afterword.index.beside import Risk
from afterword.index.held import Outcome, Trial
from afterword.index.index import Group, Index
from afterword.index.remediations import RemediationUse
from afterword.index.systems import listed_system
from afterword.model.collection import AudienceView
from afterword.model.eval_case import EvalCase
from afterword.model.report import Report

GuardKind = Literal["list", "case", "verified"]
HELD: frozenset[Outcome] = frozenset({"held", "undated"})
"""Outcomes of a verified remediation against which nothing speaks."""
_BROKEN: frozenset[Outcome] = frozenset({"returned", "declined"})


@dataclass(frozen=True)
class Guard:
    """That a factor is guarded on a system.

    Attributes:
        kind: whether the list of systems says so, a passing eval case of a report of the system stands for it, or a
            remediation of such a report was verified and the factor was not named on the system again.
        use: that remediation, or the one that names the case; None where the list alone says it.
    """

    kind: GuardKind
    use: RemediationUse | None = None


def guards_of(group: Group, index: Index, tried: Mapping[str, Sequence[Trial]]) -> Mapping[str, Guard]:
    """By factor what guards it on the system, sorted; the list before cases, cases before remediations.

    Args:
        group: the system.
        index: the answers.
        tried: by the id of a report what was tried in it.
    """
    known = listed_system(group, index)
    found = {factor: Guard("list") for factor in (known.factors_guarded if known else ())}
    trials = [each for report in _standing(group) for each in tried.get(report.id, ()) if each.outcome not in _BROKEN]
    for trial in trials:
        if has_case(trial.use, index.view):
            found.setdefault(trial.factor_id, Guard("case", trial.use))
    for trial in trials:
        if trial.outcome in HELD:
            found.setdefault(trial.factor_id, Guard("verified", trial.use))
    return dict(sorted(found.items()))


def accepted_on(group: Group, index: Index) -> Mapping[str, Risk]:
    """By factor the decision to leave it on the system as it is, where its day of review has not passed."""
    found: dict[str, Risk] = {}
    for report in _standing(group):
        for entry in report.front.contributing_factors:
            risk = entry.accepted_risk
            if risk is not None and entry.factor and (risk.review_on is None or risk.review_on >= index.today):
                found.setdefault(entry.factor, Risk(report, risk))
    return dict(sorted(found.items()))


def has_case(use: RemediationUse, view: AudienceView) -> bool:
    """Whether the remediation names an eval case of its report that guards."""
    return bool(guarding_cases(use, view))


def guarding_cases(use: RemediationUse, view: AudienceView) -> tuple[EvalCase, ...]:
    """The cases that the remediation names, but those that guard nothing."""
    named = (case for case in use.report.front.eval_cases if case.id in use.remediation.evals)
    return tuple(case for case in named if is_guard(case, use.report, view))


def is_guard(case: EvalCase, report: Report, view: AudienceView) -> bool:
    """Whether the case guards: it is committed, its last recorded run passed, and that rests on more than luck."""
    runs = view.eval_state.of_case(report.id, case.id)
    return standing_of_case(case, report, runs).guarding == "passing"


def _standing(group: Group) -> Iterator[Report]:
    return (report for report in group.reports if report.lifecycle != "superseded")
