"""The JSON that `promptfoo eval -o FILE.json` writes."""

from __future__ import annotations

from typing import Any

from afterword.evals.results.trial import Outcome, ResultError, Results, inner, time_of, trial_of

_ECHO = "echo"
"""The provider that stands in an export until somebody names a system."""
_ERROR = 2
"""`failureReason` of a result without a verdict: the provider gave no answer, or an assertion could not be tried."""


def is_promptfoo(content: Any) -> bool:  # noqa: ANN401 - any JSON
    """Whether this is promptfoo's own form."""
    return isinstance(inner(content, "results", "results"), list)


def read_promptfoo(content: Any) -> Results:  # noqa: ANN401
    """The trials.

    Raises:
        ResultError: where the file holds counts alone, as with `--no-write`, or nobody answered.
    """
    listed = inner(content, "results", "results")
    if not listed and _counted(inner(content, "results", "stats")):
        message = "promptfoo wrote counts and no results; run it without `--no-write`"
        raise ResultError(message)
    found = [trial_of(_metadata(each), _outcome(each), _target(each)) for each in listed]
    trials = tuple(each for each in found if each is not None)
    if any(each.of == "system" and each.target.split(":")[0] == _ECHO for each in trials):
        message = "no system answered: promptfoo's `echo` gave each question back; name a system with `-r`"
        raise ResultError(message)
    times = (("results", "timestamp"), ("metadata", "evaluationCreatedAt"), ("createdAt",))
    at = next((time for keys in times if (time := time_of(inner(content, *keys))) is not None), None)
    return Results("promptfoo", at, trials, len(found) - len(trials))


def _metadata(result: Any) -> Any:  # noqa: ANN401
    told = inner(result, "testCase", "metadata")
    return told if told else inner(result, "metadata")


def _outcome(result: Any) -> Outcome:  # noqa: ANN401
    if inner(result, "success") is True:
        return "passed"
    reason, graded = inner(result, "failureReason"), inner(result, "gradingResult")
    if reason == _ERROR or (inner(result, "error") and not isinstance(graded, dict)):
        return "error"
    return "failed"


def _target(result: Any) -> str:  # noqa: ANN401
    provider = inner(result, "provider")
    if inner(provider, "id") == _ECHO:
        return _ECHO
    told = (inner(provider, "label") or inner(provider, "id")) if isinstance(provider, dict) else provider
    return told if isinstance(told, str) else ""


def _counted(stats: Any) -> bool:  # noqa: ANN401
    counts = [inner(stats, key) for key in ("successes", "failures", "errors")]
    return any(isinstance(each, int) and each > 0 for each in counts)
