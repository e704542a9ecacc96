"""What runs of eval cases said when they were last recorded, `_state/evals.json`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

RunTool = Literal["promptfoo", "inspect", "pytest"]
RunVerdict = Literal["passed", "failed", "error", "incomplete"]
"""`error` where the system or the tool gave no answer, `incomplete` where fewer trials ran than the case asks for."""
RunOf = Literal["system", "recorded"]

Short = Annotated[str, Field(max_length=1_000)]


class EvalRun(BaseModel):
    """The verdict of one run of one case, over all its variants and trials."""

    model_config = ConfigDict(frozen=True, extra="ignore")
    report: Short = Field(description="The report's id.")
    case: Short = Field(description="The case's id in the report.")
    digest: Short = Field(description="The digest of what the case tested then.")
    at: AwareDatetime = Field(description="When it ran, by the tool.")
    tool: RunTool = Field(description="The tool that ran it.")
    of: RunOf = Field("system", description="Whether a system answered, or what was recorded at the time was judged.")
    verdict: RunVerdict
    passed: int = Field(ge=0, le=10_000_000, description="How many trials passed, over all variants.")
    runs: int = Field(ge=0, le=10_000_000, description="How many trials came to a verdict, over all variants.")
    release: Short | None = Field(None, description="What answered: a release, a model, as whoever ran it names it.")
    source: Short = Field(description="The digest of the result file, by which it is recorded once.")


@dataclass(frozen=True)
class EvalState:
    """All recorded runs, sorted by report, case and time."""

    runs: tuple[EvalRun, ...] = ()

    @cached_property
    def by_case(self) -> Mapping[tuple[str, str], tuple[EvalRun, ...]]:
        """Runs by report and case, the oldest first."""
        found: dict[tuple[str, str], list[EvalRun]] = {}
        for run in sorted(self.runs, key=run_order):
            found.setdefault((run.report, run.case), []).append(run)
        return {key: tuple(runs) for key, runs in found.items()}

    def of_case(self, report: str, case: str | None) -> tuple[EvalRun, ...]:
        """The runs of one case, the oldest first."""
        return self.by_case.get((report, case or ""), ())

    def narrowed(self, reports: Iterable[str]) -> EvalState:
        """The runs of these reports alone."""
        known = frozenset(reports)
        return EvalState(tuple(run for run in self.runs if run.report in known))


def run_order(run: EvalRun) -> tuple[str, str, datetime, str, str]:
    """The order in which runs are kept."""
    return run.report, run.case, run.at, run.of, run.source
