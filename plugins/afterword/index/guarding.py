"""Whether what happened in a report is guarded by now: by its eval cases and what their recorded runs said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from afterword.evals.standing import CaseStanding, Guarding, standing_of_case
from afterword.model.collection import AudienceView
from afterword.model.eval_case import EvalCase
from afterword.model.report import Report


@dataclass(frozen=True)
class ReportGuard:
    """Where a report stands by its cases.

    Attributes:
        guarding: `failing` where one of them fails, else `passing` where one passes, else `unguarded`.
        since: since when: the first failing run of those that fail, the last day on which one that passes began to.
        cases: every case with where it stands, in the report's order; retired ones are left out.
    """

    guarding: Guarding
    since: datetime | None
    cases: tuple[tuple[EvalCase, CaseStanding], ...]

    def count(self, guarding: Guarding) -> int:
        """How many of the cases stand so."""
        return sum(standing.guarding == guarding for _, standing in self.cases)


def case_standing(case: EvalCase, report: Report, view: AudienceView) -> CaseStanding:
    """Where one case of the report stands."""
    return standing_of_case(case, report, view.eval_state.of_case(report.id, case.id))


def report_guard(report: Report, view: AudienceView) -> ReportGuard:
    """Where the report stands."""
    cases = tuple(
        (case, case_standing(case, report, view)) for case in report.front.eval_cases if case.status != "retired"
    )
    failing = [standing.since for _, standing in cases if standing.guarding == "failing" and standing.since]
    passing = [standing.since for _, standing in cases if standing.guarding == "passing" and standing.since]
    if failing:
        return ReportGuard("failing", min(failing), cases)
    if passing:
        return ReportGuard("passing", max(passing), cases)
    return ReportGuard("unguarded", None, cases)
