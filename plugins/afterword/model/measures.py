"""What a timeline yields by itself: how long each stretch lasted, which checks stayed silent, what is out of order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from afterword.model.dates import Moment, compare

_NOTHING = timedelta(0)
_SEQUENCE = ("introduced", "reached_production", "first_symptom", "detected", "mitigated", "resolved")
"""The kinds whose order is fixed."""
_ROWS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("latent_time", ("introduced",), "reached_production"),
    ("silent_time", ("reached_production",), "first_symptom"),
    ("time_to_detect", ("first_symptom", "reached_production"), "detected"),
    ("exposure_before_detection", ("reached_production",), "detected"),
    ("time_to_declare", ("detected",), "declared"),
    ("time_to_mitigate", ("detected",), "mitigated"),
    ("time_to_resolve", ("detected",), "resolved"),
    ("total_exposure", ("reached_production",), "mitigated"),
    ("evidence_lag", ("declared",), "evidence_preserved"),
)
"""Name, the kinds it can begin with (the first that is dated counts), the kind it ends with."""
MEDIAN_FROM = 5
"""The smallest number of values of which a median is told; fewer say more about chance than about the whole."""


class Dated(Protocol):
    """What a timeline entry must tell; `moment` is None where the time is unknown."""

    @property
    def kind(self) -> str | None:
        """The kind of the entry, such as `detected`."""

    @property
    def moment(self) -> Moment | None:
        """When it happened, at the precision the entry states."""

    @property
    def missed_because(self) -> str | None:
        """Why a signal stayed silent, on an `alert_missed` entry."""


@dataclass(frozen=True, slots=True)
class DurationRange:
    """A length of time that is known to lie from `low` to `high`; raises ValueError where `low` is above `high`."""

    low: timedelta
    high: timedelta

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise ValueError(f"low ({self.low}) lies above high ({self.high})")


@dataclass(frozen=True, slots=True)
class Measure:
    """One stretch of a timeline: its `value`, or the kinds that are `missing` for it. `formula` names kinds."""

    name: str
    title: str
    formula: str
    value: DurationRange | None
    missing: tuple[str, ...]


def between(start: Moment, end: Moment) -> DurationRange:
    """How long it took from `start` to `end`.

    Where the two cannot be told apart the range begins at zero; it is below zero only where `end` came before `start`.
    """
    if compare(start, end) == 0 and end.is_before(start):
        # Level at the coarser precision alone (a whole day in one zone, a time in another): reckon at that one.
        start, end = start.at_precision(end.precision), end.at_precision(start.precision)
    low, high = end.earliest - start.latest, end.latest - start.earliest
    return DurationRange(low if end.is_before(start) else max(low, _NOTHING), high)


def measure_timeline(entries: Sequence[Dated]) -> tuple[Measure, ...]:
    """All stretches, known or not; of several entries of one kind the first that is dated counts."""
    dated = _first_dated(entries)
    return tuple(_measure(name, starts, end, dated) for name, starts, end in _ROWS)


def rolled_back_before_snapshot(entries: Sequence[Dated], *, is_lost: bool = False) -> bool:
    """Whether the evidence was preserved only after mitigation, when the state that failed was gone.

    Args:
        entries: the timeline.
        is_lost: whether the report says that something was not preserved. A mitigation without a time counts then where
            it is listed before what was preserved.
    """
    dated = _first_dated(entries)
    if "mitigated" not in dated:
        kinds = [each.kind for each in entries if each.kind in {"mitigated", "evidence_preserved"}]
        return is_lost and kinds[:1] == ["mitigated"] and "evidence_preserved" in kinds
    if "evidence_preserved" not in dated:
        return False
    return compare(dated["evidence_preserved"][1], dated["mitigated"][1]) > 0


def is_kept_late(entries: Sequence[Dated], taken_at: Moment | None, *, is_lost: bool = False) -> bool:
    """The same, also where a snapshot says of itself that it was taken after mitigation."""
    mitigated = _first_dated(entries).get("mitigated")
    is_late = taken_at is not None and mitigated is not None and compare(taken_at, mitigated[1]) > 0
    return is_late or rolled_back_before_snapshot(entries, is_lost=is_lost)


def silent_checks(entries: Sequence[Dated]) -> dict[str, int]:
    """How many `alert_missed` entries there are by `missed_because`, sorted by that word; those without it left out."""
    reasons = Counter(entry.missed_because for entry in entries if entry.kind == "alert_missed")
    return {reason: reasons[reason] for reason in sorted(reason for reason in reasons if reason)}


def order_violations(entries: Sequence[Dated]) -> tuple[tuple[int, int], ...]:
    """Pairs of indexes into `entries` that stand the wrong way round, one at most for each kind.

    Each kind is held against the nearest earlier kind that can be told apart from it. The first index is the entry of
    the kind that has to come first, the second that of the kind that has to follow.
    """
    dated = _first_dated(entries)
    known = [dated[kind] for kind in _SEQUENCE if kind in dated]
    found = []
    for place, (later, moment) in enumerate(known):
        for earlier, before in reversed(known[:place]):
            order = compare(before, moment)
            if order > 0:
                found.append((earlier, later))
            if order != 0:
                break
    return tuple(found)


def median_of_ranges(ranges: Iterable[DurationRange]) -> DurationRange | None:
    """From the median of the lower to the median of the upper ends; None for fewer than five ranges."""
    known = list(ranges)
    if len(known) < MEDIAN_FROM:
        return None
    return DurationRange(_median(one.low for one in known), _median(one.high for one in known))


def _median(lengths: Iterable[timedelta]) -> timedelta:
    ordered = sorted(lengths)
    return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2


def _first_dated(entries: Sequence[Dated]) -> dict[str, tuple[int, Moment]]:
    """By kind the index and moment of its first entry that has a moment."""
    found: dict[str, tuple[int, Moment]] = {}
    for index, entry in enumerate(entries):
        if entry.kind is not None and entry.moment is not None:
            found.setdefault(entry.kind, (index, entry.moment))
    return found


def _measure(name: str, starts: tuple[str, ...], end: str, dated: dict[str, tuple[int, Moment]]) -> Measure:
    start = next((kind for kind in starts if kind in dated), None)
    other = "".join(f" (else {kind})" for kind in starts[1:])
    formula = f"{end} − {start}" if start else f"{end} − {starts[0]}{other}"
    missing = (() if start else starts) + (() if end in dated else (end,))
    value = None if start is None or missing else between(dated[start][1], dated[end][1])
    return Measure(name, name.replace("_", " ").capitalize(), formula, value, missing)
