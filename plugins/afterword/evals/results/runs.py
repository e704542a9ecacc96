"""What result files tell to runs of known cases, and what of them cannot be taken, with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from itertools import groupby

from afterword.audit.hiding import hide_secrets
from afterword.evals.manifest import TOGETHER, ManifestCase
from afterword.evals.results.case_result import CaseResult, judge_again, judge_case
from afterword.evals.results.own_form import OwnResults
from afterword.evals.results.trial import ResultError, Results, Trial, refuse_repeated
from afterword.model.eval_state import EvalRun, RunOf, RunTool

CaseKey = tuple[str, str]


@dataclass(frozen=True)
class Taken:
    """What one result file gives.

    Attributes:
        runs: one for each case, sorted.
        notes: what was left out or counts for less, as sentences without their full stop.
    """

    runs: tuple[EvalRun, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Told:
    """What whoever records the file says of it: a fallback time, the zone of times without one, what answered.

    Attributes:
        source: the digest of the file.
        zone: what a time without an offset means.
        at: when it ran, for a file that does not tell.
        release: what answered, where the file does not tell.
        target: which of several targets counts.
    """

    source: str
    zone: tzinfo
    at: datetime | None = None
    release: str | None = None
    target: str | None = None


def take_results(results: Results | OwnResults, known: Mapping[CaseKey, ManifestCase], told: Told) -> Taken:
    """The runs of known cases.

    Raises:
        ResultError: where nothing can be said of any case, such as without a time.
    """
    if isinstance(results, OwnResults):
        return _own(results, known, told)
    at = time_of_run(results, told)
    refuse_repeated(results.trials)
    chosen, target = choose_target(results.trials, told.target)
    groups = groupby(sorted(chosen, key=_key), key=_key)
    runs: list[EvalRun] = []
    notes: list[str] = []
    for (report, case, digest, of), group in groups:
        entry = known.get((report, case))
        if entry is None:
            notes.append(f"`{report}` has no eval case `{case}` here")
            continue
        trials = list(group)
        if of == "reference":
            continue
        judged = (
            judge_recorded(entry, trials) if of == "recorded" else judge_case(_as_ran(entry, digest, trials), trials)
        )
        if of == "recorded" and judged.verdict != "failed":
            notes.append(f"`{report}` {case}: what was recorded passes in the self-check, so it shows nothing")
            continue
        if digest != entry.digest:
            notes.append(_earlier(report, case))
        release = hide_secrets(results.release or told.release or target or "") or None
        told_by = release if of == "system" else None
        runs.append(_run(judged, digest, at, results.tool, "system" if of == "system" else "recorded", told_by, told))
    if results.others:
        notes.append(f"{results.others:,} more results are of tests that no export made")
    return Taken(tuple(runs), tuple(notes))


def choose_target(trials: Sequence[Trial], wanted: str | None) -> tuple[list[Trial], str]:
    """The trials of the one target, and its name; those of a self-check name none that counts.

    Raises:
        ResultError: where several targets answered and none was chosen, or the chosen one is not among them.
    """
    targets = sorted({each.target for each in trials if each.of == "system"})
    if wanted is not None:
        if wanted not in targets:
            message = f"nothing in it was answered by `{wanted}`, but by {_listed(targets)}"
            raise ResultError(message)
        return [each for each in trials if each.of != "system" or each.target == wanted], wanted
    if len(targets) > 1:
        message = f"{len(targets)} targets answered ({_listed(targets)}); choose one with `--target`"
        raise ResultError(message)
    return list(trials), targets[0] if targets else ""


def time_of_run(results: Results, told: Told) -> datetime:
    """When it ran.

    Raises:
        ResultError: where neither the file nor anybody else tells it.
    """
    at = results.at or told.at
    if at is None:
        message = "it does not tell when it ran; say so with `--at`"
        raise ResultError(message)
    return at if at.tzinfo else at.replace(tzinfo=told.zone)


def judge_recorded(case: ManifestCase, trials: Iterable[Trial]) -> CaseResult:
    """The verdict on what was recorded: one failing output is enough to have seen the case fail."""
    judged = judge_case(case, trials)
    return judged.model_copy(update={"verdict": "failed" if judged.runs > judged.passed else "passed"})


def _own(results: OwnResults, known: Mapping[CaseKey, ManifestCase], told: Told) -> Taken:
    runs: list[EvalRun] = []
    notes: list[str] = []
    tool = results.tools[0] if results.tools else "pytest"
    for each in sorted(results.cases, key=lambda case: (case.report, case.case, case.digest)):
        entry = known.get((each.report, each.case))
        if entry is None:
            notes.append(f"`{each.report}` has no eval case `{each.case}` here")
        elif each.runs == 0 and each.verdict == "incomplete":
            notes.append(f"`{each.report}` {each.case} did not run")
        else:
            if each.digest != entry.digest:
                notes.append(_earlier(each.report, each.case))
            names = entry.variants if each.digest == entry.digest else tuple(one.name for one in each.variants)
            judged = judge_again(entry.model_copy(update={"variants": names or ("",)}), each)
            runs.append(
                _run(
                    judged,
                    each.digest,
                    results.at,
                    tool,
                    "system",
                    hide_secrets(results.release or told.release or "") or None,
                    told,
                )
            )
    return Taken(tuple(runs), tuple(notes))


def _run(
    judged: CaseResult, digest: str, at: datetime, tool: RunTool, of: RunOf, release: str | None, told: Told
) -> EvalRun:
    return EvalRun(
        report=judged.report, case=judged.case, digest=digest, at=at, tool=tool, of=of, verdict=judged.verdict,
        passed=judged.passed, runs=judged.runs, release=release, source=told.source,
    )  # fmt: skip


def _as_ran(case: ManifestCase, digest: str, trials: Sequence[Trial]) -> ManifestCase:
    """The case as it was when it ran: an earlier form may have had other variants."""
    if digest == case.digest:
        return case
    names = tuple(sorted({each.variant for each in trials} - {TOGETHER})) or ("",)
    return case.model_copy(update={"digest": digest, "variants": names})


def _earlier(report: str, case: str) -> str:
    return f"`{report}` {case} has changed since it was exported, so this run says nothing of it as it stands"


def _key(trial: Trial) -> tuple[str, str, str, str]:
    return trial.report, trial.case, trial.digest, trial.of


def _listed(names: Sequence[str]) -> str:
    shown = [f"`{each}`" if each else "one without a name" for each in names[:6]]
    return ", ".join(shown) + (f" and {len(names) - 6} more" if len(names) > 6 else "") if names else "nothing"


def add_runs(kept: Iterable[EvalRun], new: Iterable[EvalRun]) -> tuple[tuple[EvalRun, ...], tuple[EvalRun, ...]]:
    """All runs with the new ones among them, and those that were not there yet.

    A file that is recorded twice adds nothing. Of runs in a row with the same verdict on the same form of a case the
    first and the last are kept: between them nothing was seen to change.
    """
    found = list(kept)
    known = {_same(each) for each in found}
    added = tuple(each for each in new if _same(each) not in known)
    ordered = sorted([*found, *added], key=lambda run: (run.report, run.case, run.digest, run.of, run.at, run.source))
    return tuple(_thinned(ordered)), added


def _same(run: EvalRun) -> tuple[str, str, str, str, str]:
    return run.report, run.case, run.digest, run.of, run.source


def _thinned(runs: Sequence[EvalRun]) -> Iterator[EvalRun]:
    for place, run in enumerate(runs):
        before, after = runs[max(0, place - 1)], runs[min(place + 1, len(runs) - 1)]
        if place in {0, len(runs) - 1} or not (_row(before) == _row(run) == _row(after)):
            yield run


def _row(run: EvalRun) -> tuple[str, ...]:
    return run.report, run.case, run.digest, run.of, run.verdict
