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
from afterword.replay.steps import Step, usual_step


@dataclass(frozen=True, slots=True)
class Judged:
    """What the rule says of one time: whether the limit is passed, and what was measured.

    Where it says nothing, `passes` is false and `measured` None. `measured` is None too for a change from zero, which
    has no share. `follows` tells whether no time is missing between this one and the one before in its track.
    """

    period: Period
    passes: bool
    measured: Fraction | None
    follows: bool = False


Track = Sequence[Judged]


def judge(rule: ReplayRule, limit: Fraction, series: Series) -> Mapping[str, Track]:
    """By group, sorted, what the rule says of each time; `gap` has one track, without a name."""
    step = usual_step([each.period for each in group] for group in series.groups.values())
    if rule == "gap":
        return {"": list(_gaps(limit, series, step))}
    if rule == "rate":
        return {name: list(_changes(limit, group, step)) for name, group in series.groups.items()}
    return {name: list(_levels(rule, limit, group, step)) for name, group in series.groups.items()}


def extreme(rule: ReplayRule, tracks: Mapping[str, Track]) -> Fraction | None:
    """The nearest that anything came to the limit, or the furthest beyond: the largest, for `below` the smallest."""
    found = [each.measured for track in tracks.values() for each in track if each.measured is not None]
    if not found:
        return None
    return min(found) if rule == "below" else max(found)


def _levels(rule: ReplayRule, limit: Fraction, group: Sequence[Reading], step: Step) -> Iterator[Judged]:
    before: Period | None = None
    for reading in group:
        value = reading.value
        passes = value is not None and (value > limit if rule == "above" else value < limit)
        yield Judged(reading.period, passes, value, _follows(before, reading.period, step))
        before = reading.period


def _changes(limit: Fraction, group: Sequence[Reading], step: Step) -> Iterator[Judged]:
    before: Reading | None = None
    for reading in group:
        value = reading.value
        follows = _follows(before.period if before else None, reading.period, step)
        passes, share = False, None
        if follows and before is not None and before.value is not None and value is not None:
            change = abs(value - before.value)
            passes = change > limit * abs(before.value)
            share = change / abs(before.value) if before.value else None if change else change
        yield Judged(reading.period, passes, share, follows)
        before = reading


def _gaps(limit: Fraction, series: Series, step: Step) -> Iterator[Judged]:
    by_period: dict[Period, list[Fraction]] = {}
    for group in series.groups.values():
        for reading in group:
            values = by_period.setdefault(reading.period, [])
            if reading.value is not None:
                values.append(reading.value)
    before: Period | None = None
    for period, values in sorted(by_period.items(), key=lambda each: each[0].end):
        gap = max(values) - min(values) if len(values) > 1 else None
        yield Judged(period, gap is not None and gap > limit, gap, _follows(before, period, step))
        before = period


def _follows(before: Period | None, period: Period, step: Step) -> bool:
    return before is not None and step.joins(before, period)
