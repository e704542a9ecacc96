"""Recorded runs for reports of the tests."""

from __future__ import annotations

from datetime import UTC, datetime

from afterword.evals.identity import case_digest
from afterword.evals.runs import trials_of
from afterword.model.eval_case import EvalCase
from afterword.model.eval_state import EvalRun, EvalState
from afterword.model.report import Report

DAY = datetime(2026, 6, 1, 8, 15, tzinfo=UTC)


def run_of(report: Report, case: EvalCase, verdict: str = "passed", at: datetime = DAY, **changes: object) -> EvalRun:
    """One run of the case as it stands, with as many trials as it asks for."""
    count = trials_of(case) * max(1, len(case.variants))
    told = {
        "report": report.id, "case": case.id, "digest": case_digest(case, report), "at": at, "tool": "pytest",
        "verdict": verdict, "passed": count if verdict == "passed" else 0, "runs": count,
        "source": f"{at:%Y%m%d%H%M}0000",
    }  # fmt: skip
    return EvalRun.model_validate({**told, **changes})


def runs_of(*reports: Report, verdict: str = "passed", **changes: object) -> EvalState:
    """One run of every case of the reports."""
    cases = [(report, case) for report in reports for case in report.front.eval_cases]
    return EvalState(tuple(run_of(report, case, verdict, **changes) for report, case in cases))
