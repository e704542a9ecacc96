"""What a result file tells: single trials of exported cases, whatever tool ran them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from afterword.model.eval_state import RunTool

Outcome = Literal["passed", "failed", "error"]
TrialOf = Literal["system", "recorded", "reference"]
_OF: frozenset[TrialOf] = frozenset({"recorded", "reference"})
_LONGEST = 1_000


class ResultError(ValueError):
    """The file cannot be taken as results; the message says why, as a sentence without its full stop."""


@dataclass(frozen=True)
class Trial:
    """One trial of one variant of one case.

    Attributes:
        report: the report's id.
        case: the case's id in the report.
        digest: what the case tested when it was exported.
        variant: the variant's name; empty for a case without, `*` for a verdict on all variants together.
        outcome: `error` where nothing was judged.
        of: whether a system answered, or a recorded or reference output was judged in a self-check.
        target: what answered, as the tool names it; empty where it does not.
        number: which trial it is, with what the tool adds to tell repetitions apart; empty where nothing tells it.
    """

    report: str
    case: str
    digest: str
    variant: str
    outcome: Outcome
    of: TrialOf = "system"
    target: str = ""
    number: str = ""


@dataclass(frozen=True)
class Results:
    """What one file holds.

    Attributes:
        tool: the tool that wrote it.
        at: when it ran; without an offset where the tool writes none, None where it writes no time at all.
        trials: those of exported cases.
        others: how many more results the file holds, of tests that are not from an export.
        release: what answered, where the file says it.
    """

    tool: RunTool
    at: datetime | None
    trials: tuple[Trial, ...]
    others: int = 0
    release: str | None = None


def trial_of(told: object, outcome: Outcome, target: str = "", repetition: object = None) -> Trial | None:
    """The trial that a test's metadata names; None for a test that is not from an export, or of an unknown sort."""
    if not isinstance(told, Mapping):
        return None
    names = [_text(told, key) for key in ("report", "case", "digest")]
    if not all(names):
        return None
    report, case, digest = names
    asked = told.get("of")
    if asked and asked not in _OF:
        # Whatever a later edition means by it, no system is known to have answered.
        return None
    number = "/".join(str(each)[:20] for each in (told.get("trial"), told.get("run"), repetition) if each is not None)
    return Trial(report, case, digest, _text(told, "variant"), outcome, asked or "system", target[:_LONGEST], number)


def refuse_repeated(trials: Iterable[Trial]) -> None:
    """Raise where one trial stands twice: it would count twice, and stand for one that did not run.

    Raises:
        ResultError: with the first such trial.
    """
    seen: set[tuple[str, ...]] = set()
    for each in trials:
        key = (each.report, each.case, each.digest, each.variant, each.of, each.target, each.number)
        if each.number and key in seen:
            of = f" of `{each.variant}`" if each.variant else ""
            message = (
                f"trial {each.number.split('/')[0]}{of} of {each.report} {each.case} stands in it twice; give the "
                "results of one run, without repetitions of the tool's own"
            )
            raise ResultError(message)
        seen.add(key)


def time_of(told: object) -> datetime | None:
    """The time that a tool wrote, as ISO 8601 or as milliseconds since 1970; None where it is neither."""
    try:
        if isinstance(told, str):
            return _in_calendar(datetime.fromisoformat(told.strip()))
        if isinstance(told, int | float) and not isinstance(told, bool):
            return _in_calendar(datetime.fromisoformat("1970-01-01T00:00:00+00:00") + _milliseconds(told))
    except (ValueError, OverflowError):
        return None
    return None


def inner(told: object, *keys: str) -> Any:  # noqa: ANN401 - any JSON
    """What stands at these keys, one below the other; None where there is nothing."""
    for key in keys:
        if not isinstance(told, Mapping):
            return None
        told = told.get(key)
    return told


def _text(told: Mapping[Any, Any], key: str) -> str:
    value = told.get(key)
    return value if isinstance(value, str) and len(value) <= _LONGEST else ""


def _in_calendar(at: datetime) -> datetime:
    """The same time, which has a day in every zone: what lies at the ends of the calendar has none in some."""
    for offset in (timedelta(hours=-15), timedelta(hours=15)):
        _ = at.replace(tzinfo=UTC) + offset + offset
    return at


def _milliseconds(count: float) -> timedelta:
    return timedelta(milliseconds=count)
