"""When an alert fires: at the first moment at which its limit has been passed for long enough.

A run of readings that pass the limit begins with the time that its first reading tells of. It ends at a reading that
does not pass it, at a row without a value, and where a reading is missing (`steps`). The alert fires when the value
becomes known with which the run is as long as asked: a limit that a day's total passed was passed for a day, and nobody
knew before that day was over. A run fires once, however long it goes on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from afterword.replay.judge import Track
from afterword.replay.periods import Period


@dataclass(frozen=True, slots=True)
class Firing:
    """One firing: when, on which reading, for which group (empty without one), and until when its run went on."""

    at: datetime
    period: Period
    group: str
    last: Period


def list_firings(tracks: Mapping[str, Track], for_: timedelta) -> list[Firing]:
    """All firings of all groups, in the order of time, those of one moment by group."""
    found = [each for group, track in tracks.items() for each in _of_group(group, track, for_)]
    return sorted(found, key=lambda each: (each.at, each.group))


def _of_group(group: str, track: Track, for_: timedelta) -> Iterator[Firing]:
    for run in _runs(track):
        fired = next((each for each in run if run[0].length_to(each) >= for_), None)
        if fired is not None:
            yield Firing(fired.end, fired, group, run[-1])


def _runs(track: Track) -> Iterator[list[Period]]:
    """Stretches of readings that pass the limit, one after the other with nothing missing."""
    run: list[Period] = []
    for each in track:
        if run and not (each.passes and each.follows):
            yield run
            run = []
        if each.passes:
            run.append(each.period)
    if run:
        yield run
