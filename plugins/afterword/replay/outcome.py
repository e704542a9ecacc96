"""A replay beside the timeline: whether the check would have spoken of the incident, and how much sooner."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from fractions import Fraction
from typing import Literal

from afterword.model.dates import Moment
from afterword.model.measures import DurationRange, between
from afterword.model.replay import Replay
from afterword.model.timeline import TimelineEntry
from afterword.replay.firings import list_firings
from afterword.replay.judge import Judged, extreme, judge
from afterword.replay.periods import Period
from afterword.replay.series import Series
from afterword.replay.trouble import Trouble
from afterword.replay.values import exact

State = Literal["fires", "silent", "already", "untold"]
"""`fires`: it would have spoken; `silent`: not at all within the series; `already`: it was speaking since before the
incident began, and so told nothing of it; `untold`: it cannot be replayed."""
_BEGINNING = ("reached_production", "introduced", "first_symptom")


@dataclass(frozen=True)
class Outcome:
    """What a replay gives.

    Attributes:
        state: whether it would have spoken.
        at: the first moment at which it would have, in the site's zone; where it spoke already the last one before.
        sooner: from that moment to when the incident was noticed; below zero where it was noticed first, None where
            either is not known.
        group: the value of `by` for which it spoke.
        false_alarms: how often it would have spoken before the incident began.
        readings_before: how many times of the series lie before it; None where nothing tells when it began.
        nearest: the furthest that was measured while the incident lasted: the largest value, change or gap, for
            `below` the smallest value; None where nothing was.
        passed: whether the limit was passed while the incident lasted, if only for a while.
        until: the moment to which the series reaches.
        trouble: why it cannot be replayed, where it cannot.
    """

    state: State
    at: Moment | None = None
    sooner: DurationRange | None = None
    group: str = ""
    false_alarms: int = 0
    readings_before: int | None = None
    nearest: Fraction | None = None
    passed: bool = False
    until: Moment | None = None
    trouble: Trouble | None = None

    @property
    def is_sooner(self) -> bool:
        """Whether it would have spoken before the incident was noticed, for certain."""
        return self.state == "fires" and self.sooner is not None and self.sooner.low > timedelta(0)


def replay_series(replay: Replay, series: Series, timeline: Sequence[TimelineEntry], zone: tzinfo) -> Outcome:
    """Replay a rule that has all it needs on a series.

    The incident begins when it reached production, else when it was introduced, else with its first symptom; where
    none is dated, with the series. What tells of a time before is a false alarm. Whether it is noticed, and when,
    changes nothing but the comparison.

    Args:
        replay: with `rule` and `value`.
        series: what it is replayed on.
        timeline: of the report.
        zone: the site's zone.
    """
    limit = exact(replay.value) if replay.value is not None else None
    if replay.rule is None or limit is None:
        return Outcome("untold", trouble=Trouble("form", "the replay does not say how the values are judged"))
    begun, noticed = _first(timeline, _BEGINNING), _first(timeline, ("detected",))
    tracks = judge(replay.rule, limit, series)
    since = begun.earliest if begun is not None else None
    within = {name: [each for each in track if _is_within(each.period, since)] for name, track in tracks.items()}
    told = [each for track in within.values() for each in track]
    periods = series.periods
    if trouble := _nothing(replay, told, tracks.values(), periods, since):
        return Outcome("untold", trouble=trouble)
    firings = list_firings(tracks, replay.for_ or timedelta(0))
    before = [each for each in firings if not _is_within(each.period, since)]
    first = next((each for each in firings if _is_within(each.period, since)), None)
    lasting = next((each for each in before if _is_within(each.last, since)), None)
    spoke = first or lasting
    at = _moment(spoke.at, zone) if spoke else None
    return Outcome(
        state="fires" if first else "already" if lasting else "silent",
        at=at,
        sooner=between(at, noticed) if first and at and noticed else None,
        group=spoke.group if spoke else "",
        false_alarms=len(before),
        readings_before=None if since is None else sum(not _is_within(each, since) for each in periods),
        nearest=extreme(replay.rule, within),
        passed=any(each.passes for each in told),
        until=_moment(periods[-1].end, zone),
    )


def _nothing(
    replay: Replay,
    told: Sequence[Judged],
    tracks: Iterable[Sequence[Judged]],
    periods: Sequence[Period],
    since: datetime | None,
) -> Trouble | None:
    """Why the series tells nothing, where it does not."""
    if any(each.measured is not None or each.passes for each in told):
        return None
    if not any(_is_within(each, since) for each in periods):
        return Trouble("series", "the series ends before the incident began", "keep one that goes on", "evidence")
    if any(each.measured is not None or each.passes for track in tracks for each in track):
        return Trouble("series", "nothing can be told of the time of the incident", "keep a series without holes")
    if replay.rule == "gap":
        told_of = f"at no time two groups of `{replay.by}` have a value"
        return Trouble("series", told_of, "name the column of groups that are measured at the same times", "by")
    return Trouble("series", "no reading has one just before it", "keep a series of two readings at least")


def _first(timeline: Sequence[TimelineEntry], kinds: Sequence[str]) -> Moment | None:
    """When the first of the kinds that is dated happened, by its first entry that is."""
    for kind in kinds:
        for entry in timeline:
            if entry.kind == kind and entry.moment is not None:
                return entry.moment
    return None


def _is_within(period: Period, since: datetime | None) -> bool:
    """Whether a reading tells of any time from `since` on: a day that was over by then does not."""
    return since is None or period.end > since or period.start >= since


def _moment(instant: datetime, zone: tzinfo) -> Moment:
    local = instant.astimezone(zone)
    return Moment(local.isoformat(), instant, instant, "minute", False, local)
