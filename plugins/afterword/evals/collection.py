"""The self-check over many reports: each case once, whoever asks."""

from __future__ import annotations

from dataclasses import dataclass, field

from afterword.evals.selfcheck import CaseCheck, check_case
from afterword.evals.tables import Tables
from afterword.model.report import Report


@dataclass(frozen=True)
class SelfChecks:
    """What the self-check says of the cases of reports."""

    tables: Tables
    _done: dict[str, tuple[CaseCheck, ...]] = field(default_factory=dict)

    def of(self, report: Report) -> tuple[CaseCheck, ...]:
        """One for each case of the report, in its order."""
        if report.path not in self._done:
            cases = report.front.eval_cases
            self._done[report.path] = tuple(check_case(case, report, self.tables) for case in cases)
        return self._done[report.path]


def is_tried(report: Report) -> bool:
    """Whether the cases of the report are held to the self-check: not of what was taken over or withdrawn."""
    return not report.is_unreadable and report.lifecycle not in {"imported", "withdrawn"}
