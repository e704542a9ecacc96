"""The four rules: what each measures of a series, and whether that passes the limit.

- `above`: the value is larger than the limit; `below`: it is smaller. A value at the limit passes neither.
- `rate`: the value differs from the one before it by more than this share of the one before, up or down: with 0.2 by
  more than 20 %. From zero every change passes. The first reading, and one after a hole, has none before it.
- `gap`: the largest value and the smallest of the groups at one time differ by more than the limit. A time at which
  fewer than two groups have a value tells nothing.

With `by`, the first three look at each group by itself, as an alert for each group does. All is reckoned exactly.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from afterword.model.choices import ReplayRule
from afterword.replay.periods import Period
from afterword.replay.series import Reading, Series


@dataclass(frozen=True, slots=True)
class Judged:
    """What the rule says of one time: whether the limit is passed, and what was measured.

    Where it says nothing, `passes` is false and `measured` None. `measured` is None too for a change from zero, which
    has no share.
    """

    period: Period
    passes: bool
    measured: Fraction | None


Track = Sequence[Judged]


def judge(rule: ReplayRule, limit: Fraction, series: Series) -> Mapping[str, Track]:
    """By group, sorted, what the rule says of each time; `gap` has one track, without a name."""
    if rule == "gap":
        return {"": list(_gaps(limit, series))}
    if rule == "rate":
        return {name: list(_changes(limit, group)) for name, group in series.groups.items()}
    return {name: [_beyond(rule, limit, each) for each in group] for name, group in series.groups.items()}


def extreme(rule: ReplayRule, tracks: Mapping[str, Track]) -> Fraction | None:
    """The nearest that anything came to the limit, or the furthest beyond: the largest, for `below` the smallest."""
    found = [each.measured for track in tracks.values() for each in track if each.measured is not None]
    if not found:
        return None
    return min(found) if rule == "below" else max(found)


def _beyond(rule: ReplayRule, limit: Fraction, reading: Reading) -> Judged:
    value = reading.value
    passes = value is not None and (value > limit if rule == "above" else value < limit)
    return Judged(reading.period, passes, value)


def _changes(limit: Fraction, group: Sequence[Reading]) -> Iterator[Judged]:
    before: Reading | None = None
    for reading in group:
        value = reading.value
        passes, share = False, None
        if before is not None and before.value is not None and value is not None and _follows(before, reading):
            change = abs(value - before.value)
            passes = change > limit * abs(before.value)
            share = change / abs(before.value) if before.value else None if change else change
        yield Judged(reading.period, passes, share)
        before = reading


def _follows(before: Reading, reading: Reading) -> bool:
    return before.period.is_followed_by(reading.period)


def _gaps(limit: Fraction, series: Series) -> Iterator[Judged]:
    by_period: dict[Period, list[Fraction]] = {}
    for group in series.groups.values():
        for reading in group:
            values = by_period.setdefault(reading.period, [])
            if reading.value is not None:
                values.append(reading.value)
    for period, values in sorted(by_period.items(), key=lambda each: each[0].end):
        gap = max(values) - min(values) if len(values) > 1 else None
        yield Judged(period, gap is not None and gap > limit, gap)
