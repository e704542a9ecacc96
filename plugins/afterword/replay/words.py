"""A replay's outcome in plain words, for pages and findings alike."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from fractions import Fraction

from afterword.model.choices import ReplayRule
from afterword.model.durations import describe
from afterword.model.measures import DurationRange
from afterword.replay.outcome import Outcome
from afterword.replay.trouble import TroubleKind

_NOTHING, _DAY, _FAR = timedelta(0), timedelta(days=1), timedelta(days=90)
_FIGURES = 6
WHY: Mapping[TroubleKind, str] = {
    "form": "the report does not say how",
    "absent": "its evidence is not there",
    "elsewhere": "its series lies elsewhere",
    "narrower": "its series is not shown to readers of this site",
    "evidence": "its evidence is no series that can be read",
    "column": "the series lacks a column that it names",
    "file": "something in the series cannot be read",
    "series": "the series does not tell of the time of the incident",
}
"""Why a check cannot be replayed, for readers: nothing of the file is told."""
_MEASURED: Mapping[ReplayRule, str] = {
    "above": "the highest value is",
    "below": "the lowest value is",
    "rate": "the largest change is",
    "gap": "the largest gap is",
}


def outcome_words(outcome: Outcome) -> str:
    """The outcome as what a check would have done: "would have spoken 8.9 days sooner"."""
    if outcome.state == "untold":
        return f"cannot be replayed here, since {WHY[outcome.trouble.kind] if outcome.trouble else 'nothing says how'}"
    if outcome.state == "silent":
        return "would not have spoken at all"
    if outcome.state == "already":
        return "was speaking since before the incident began, and so told nothing of it"
    return f"would have spoken {sooner_words(outcome.sooner)}".rstrip()


def sooner_words(sooner: DurationRange | None) -> str:
    """How much sooner: "8.9 days sooner", "2 h later than it was noticed", "between 7.4 and 8.4 days sooner".

    Empty where it is not known. From a day on days are told with one decimal, and a range where it is wider than that.
    """
    if sooner is None:
        return ""
    low, high = sooner.low, sooner.high
    if low > _NOTHING:
        return f"{_length(low, high)} sooner"
    if high < _NOTHING:
        return f"{_length(-high, -low)} later than it was noticed"
    if low == high:
        return "at the moment at which it was noticed"
    if low == _NOTHING:
        return f"up to {_length(high, high)} sooner"
    if high == _NOTHING:
        return f"at most {_length(-low, -low)} later than it was noticed"
    return f"between {_length(high, high)} sooner and {_length(-low, -low)} later"


def nearest_words(rule: ReplayRule, nearest: Fraction | None) -> str:
    """The furthest that was measured: "the highest value is 2,469"; empty where nothing was."""
    if nearest is None:
        return ""
    return f"{_MEASURED[rule]} {share_words(nearest) if rule == 'rate' else number_words(nearest)}"


def share_words(share: Fraction) -> str:
    """A share as percent: one fifth gives "20%"."""
    return f"{number_words(share * 100)}%"


def number_words(value: Fraction) -> str:
    """A number with at most six figures and commas between thousands; very large and small ones with an exponent."""
    if value.denominator == 1 and abs(value) < 10**9:
        return f"{value.numerator:,}"
    try:
        near = float(value)
    except OverflowError:
        return "more than can be told" if value > 0 else "less than can be told"
    return f"{near:,.{_FIGURES}g}"


def _length(low: timedelta, high: timedelta) -> str:
    if not (low >= _DAY and high < _FAR):
        return describe(DurationRange(low, high))
    first, last = _tenths(low), _tenths(high)
    return f"{first} {'day' if first == '1' else 'days'}" if first == last else f"between {first} and {last} days"


def _tenths(length: timedelta) -> str:
    return f"{length / _DAY:.1f}".removesuffix(".0")
