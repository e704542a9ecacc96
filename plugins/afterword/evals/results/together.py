"""Several result files of one system as one: the verdict on each of its cases, and when they ran."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from afterword.evals.manifest import ManifestCase
from afterword.evals.results.case_result import CaseResult, judge_case
from afterword.evals.results.own_form import OwnResults
from afterword.evals.results.runs import choose_target
from afterword.evals.results.trial import ResultError, Results, Trial, refuse_repeated
from afterword.model.eval_state import RunTool


@dataclass(frozen=True)
class Together:
    """What the files tell of the cases.

    Attributes:
        at: the earliest time at which one of them ran.
        cases: by report and case the verdict.
        tools: the tools that ran them, sorted.
        release: what answered, where the files tell it.
        notes: what was left out, as sentences without their full stop.
        is_dated: whether a file, or somebody, tells of each when it ran.
    """

    at: datetime
    cases: Mapping[tuple[str, str], CaseResult]
    tools: tuple[RunTool, ...]
    release: str | None
    notes: tuple[str, ...]
    is_dated: bool


def put_together(
    files: Sequence[tuple[str, Results | OwnResults]],
    cases: Sequence[ManifestCase],
    at: datetime | None,
    target: str | None,
    now: datetime,
) -> Together:
    """Judge the cases on all files.

    Args:
        files: their names as printed, and what each tells.
        cases: the cases to judge; the rest is left out.
        at: when they ran, for files that do not tell.
        target: which of several targets counts.
        now: the time of the run where nobody tells it.

    Raises:
        ResultError: where several targets answered, one trial stands twice, nothing but self-checks was run, or a file
            holds the verdicts of a gate, which say nothing of now.
    """
    if any(isinstance(each, OwnResults) for _, each in files):
        message = "a gate wrote it, some time ago; give what the tool wrote when the cases ran now"
        raise ResultError(message)
    run = [each for _, each in files if isinstance(each, Results)]
    trials = [trial for each in run for trial in each.trials]
    refuse_repeated(trials)
    chosen, answered = choose_target(trials, target)
    live = [trial for trial in chosen if trial.of == "system"]
    if not live:
        checked = any(trial.of != "system" for trial in chosen)
        message = (
            "it is of a self-check, in which no system answered"
            if checked
            else "no result in it is of an exported eval case"
        )
        raise ResultError(message)
    times = [_aware(each.at or at or now) for each in run]
    found = {(case.report, case.case): result for case in cases if (result := _judge(case, live)) is not None}
    tools = {each.tool for each in run}
    is_dated = at is not None or all(each.at is not None for each in run)
    return Together(
        min(times), found, tuple(sorted(tools)), answered or None, tuple(_notes(run, live, cases)), is_dated
    )


def _judge(case: ManifestCase, live: Sequence[Trial]) -> CaseResult | None:
    """The verdict by the trials of the case as it stands, else of another form of it."""
    mine = [trial for trial in live if (trial.report, trial.case) == (case.report, case.case)]
    fitting = [trial for trial in mine if trial.digest == case.digest]
    if fitting:
        return judge_case(case, fitting)
    if mine:
        other = case.model_copy(update={"digest": mine[0].digest})
        return judge_case(other, [trial for trial in mine if trial.digest == mine[0].digest])
    return None


def _notes(run: Sequence[Results], live: Sequence[Trial], cases: Sequence[ManifestCase]) -> list[str]:
    known = {(case.report, case.case) for case in cases}
    keys = {(trial.report, trial.case) for trial in live}
    others, strange = sum(each.others for each in run), len(keys - known)
    notes = [f"results of {strange:,} other cases were left out; they are of other systems, or no longer exported"]
    told = notes if strange else []
    return [*told, *([f"{others:,} more results are of tests that no export made"] if others else [])]


def _aware(at: datetime) -> datetime:
    # A tool that writes no offset writes its machine's own time; those of CI are set to UTC.
    return at if at.tzinfo else at.replace(tzinfo=UTC)
