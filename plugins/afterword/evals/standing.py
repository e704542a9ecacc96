"""Where a case stands by its recorded runs: passing since a day, failing since a day, or guarding nothing, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from afterword.evals.identity import case_digest
from afterword.evals.runs import rests_on_one_run, trials_of
from afterword.model.eval_case import EvalCase
from afterword.model.eval_state import EvalRun
from afterword.model.report import Report

Guarding = Literal["passing", "failing", "unguarded"]
Reason = Literal[
    "proposed", "quarantined", "retired", "never-run", "changed", "too-few", "no-verdict", "one-run", "made"
]
"""Why a case guards nothing: its status; no run; none since it changed; fewer trials or passes than it asks for; errors
or missing trials; one run of what failed sometimes; made for a system of others that nobody here runs."""


@dataclass(frozen=True)
class CaseStanding:
    """Where one case stands.

    Attributes:
        guarding: whether it passes, fails, or guards nothing.
        since: the first run of those that passed, or failed, without another verdict between; None where it is neither.
        last: the last run that speaks of the case in any form; None where there is none.
        reason: why it guards nothing.
    """

    guarding: Guarding
    since: datetime | None = None
    last: EvalRun | None = None
    reason: Reason | None = None


def standing_of_case(case: EvalCase, report: Report, runs: Sequence[EvalRun]) -> CaseStanding:
    """Where the case stands.

    Args:
        case: a case of the report.
        report: the report.
        runs: the recorded runs of the case, the oldest first.
    """
    live = [run for run in runs if run.of == "system"]
    last = live[-1] if live else None
    if case.status != "committed":
        return CaseStanding("unguarded", last=last, reason=case.status)
    if last is None:
        return CaseStanding("unguarded", reason="made" if report.is_public_sources else "never-run")
    digest = case_digest(case, report)
    current = [run for run in live if run.digest == digest]
    if not current:
        return CaseStanding("unguarded", last=last, reason="changed")
    last = current[-1]
    if last.verdict == "failed":
        return CaseStanding("failing", _since(current, "failed"), last)
    if last.verdict != "passed":
        return CaseStanding("unguarded", last=last, reason="no-verdict")
    if not _is_enough(last, case):
        return CaseStanding("unguarded", last=last, reason="too-few")
    if rests_on_one_run(case, report.front.behaviour):
        return CaseStanding("unguarded", last=last, reason="one-run")
    return CaseStanding("passing", _since(current, "passed"), last)


def was_mended(case: EvalCase, report: Report, runs: Sequence[EvalRun]) -> bool:
    """Whether the case, as it stands, was seen failing and then a system passing it.

    What was recorded at the time counts as seen failing where a tool judged it; what passes must be a system.
    """
    digest = case_digest(case, report)
    current = [run for run in runs if run.digest == digest]
    passed = [each.at for each in current if _is_pass(each, case)]
    if not passed:
        return False
    failed = [run for run in current if run.verdict == "failed"]
    # What was recorded is older than any run, whenever a tool was asked to judge it.
    return any(run.of == "recorded" or run.at < max(passed) for run in failed)


def _is_pass(run: EvalRun, case: EvalCase) -> bool:
    return run.verdict == "passed" and run.of == "system" and _is_enough(run, case)


def _is_enough(run: EvalRun, case: EvalCase) -> bool:
    """Whether the run is as good as the case asks for now, which may be more than it asked for then.

    As many trials as must pass have to have run of every variant, and the share that must pass has to have passed.
    """
    trials = max(1, trials_of(case))
    passes = trials if case.pass_at_least is None else min(case.pass_at_least, trials)
    return run.runs >= max(1, passes) * max(1, len(case.variants)) and run.passed * trials >= passes * run.runs


def _since(runs: Sequence[EvalRun], verdict: str) -> datetime:
    """The first of the last runs with this verdict; runs that came to none in between change nothing."""
    first = runs[-1].at
    for run in reversed(runs):
        if run.verdict == verdict:
            first = run.at
        elif run.verdict in {"passed", "failed"}:
            break
    return first
