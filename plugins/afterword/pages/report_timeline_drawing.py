"""A report's timeline as a drawing: its events to scale, its silent checks, and its stretches with their lengths."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from markupsafe import Markup

from afterword.model.dates import Moment
from afterword.model.durations import describe
from afterword.model.measures import DurationRange, between
from afterword.pages.drawing.drawing import Drawing
from afterword.pages.drawing.timeline_layout import lay_out_timeline
from afterword.pages.drawing.timeline_parts import Happening, Stretch, Timeline
from afterword.pages.drawing.timeline_svg import draw_timeline
from afterword.pages.timeline_points import SPOKEN, Point
from afterword.pages.words import capital, counted, found_by, label, say_moment
from afterword.replay.words import sooner_words

_AMOUNT = re.compile("(?<=[0-9]) (?=[a-z])")
_BEGIN = datetime(1, 1, 1, tzinfo=UTC)
_MILESTONES = ("introduced", "reached_production", "first_symptom", "detected", "mitigated", "resolved")
_NAMES = {
    ("introduced", "reached_production"): ("latent", "Latent time"),
    ("reached_production", "first_symptom"): ("silent", "Silent time"),
    ("reached_production", "detected"): ("unseen", "Exposure before detection"),
    ("first_symptom", "detected"): ("unseen", "Time to detect"),
    ("detected", "mitigated"): ("seen", "Time to mitigate"),
    ("detected", "resolved"): ("seen", "Time to resolve"),
    ("mitigated", "resolved"): ("after", "Mitigated to resolved"),
}
"""Stretches between neighbouring milestones, with the stroke they are drawn in; the names are those of the measures."""
_EXPOSED = {"silent", "unseen", "seen"}
"""The strokes of stretches in which the system was in use and what went wrong was not yet stopped."""


def timeline_drawing(entries: Sequence[Point], zone: ZoneInfo) -> Drawing:
    """The drawing; empty where there are not two events, or no event has a time.

    Args:
        entries: the timeline in the order in which its table is read, with when checks would have spoken.
        zone: the site's zone, in which times are told.
    """
    if len(entries) < 2 or all(each.moment is None for each in entries):
        # One point, or a column of question marks, tells nothing that the table does not.
        return Drawing()
    happenings = _happenings(entries, zone)
    timeline = lay_out_timeline(happenings, list(_stretches(entries)), _say)
    return Drawing(draw_timeline(timeline, _about(entries)), _key(timeline))


def _key(timeline: Timeline) -> Markup:
    said = []
    if any(each.kind in _EXPOSED for each in timeline.rods):
        said.append("The thick part of the line: in use, and not yet mitigated.")
    if timeline.windows:
        said.append("A stroke with caps: somewhere within this time.")
    if any(each.happening.kind == SPOKEN for each in timeline.labels):
        said.append("A mark with waves: when a silent check would have spoken, replayed on its kept series.")
    if any(each.place is None for each in timeline.labels):
        said.append("A dotted mark: when is not known.")
    return Markup(" ").join(said)


def _say(seconds: float) -> str:
    length = timedelta(seconds=seconds)
    return _bound(describe(DurationRange(length, length)))


def _bound(words: str) -> str:
    """A length in words whose numbers stay beside their units where lines are broken."""
    return _AMOUNT.sub("\u00a0", words)


def _about(entries: Sequence[Point]) -> str:
    quiet = sum(each.kind == "alert_missed" for each in entries)
    spoken = sum(each.is_spoken for each in entries)
    said = [f"Timeline drawn to scale: {counted(len(entries) - spoken, 'event')}"]
    said += [f"{counted(quiet, 'silent check')} among them"] if quiet else []
    said += [f"and {counted(spoken, 'moment')} at which one would have spoken"] if spoken else []
    return f"{', '.join(said)}. The table of the timeline tells the same in words."


def _happenings(entries: Sequence[Point], zone: ZoneInfo) -> list[Happening]:
    found: list[Happening] = []
    day = ""
    for each in entries:
        moment = each.moment
        when, day = _when(moment, zone, day)
        found.append(
            Happening(
                kind=each.kind,
                name="Silent check" if each.kind == "alert_missed" else capital(label(each.kind)),
                when=when,
                more=tuple(_more(each)),
                start=_seconds(moment.earliest) if moment else None,
                end=_seconds(moment.latest) if moment else None,
            )
        )
    return found


def _when(moment: Moment | None, zone: ZoneInfo, day: str) -> tuple[str, str]:
    """The time in words, without its day where the label above tells the same one; and that day for the next."""
    if moment is None:
        return "time not known", ""
    said = say_moment(moment, zone, short=True)
    if moment.precision not in {"minute", "hour"}:
        return said, ""
    own, _, clock = said.partition(", ")
    return (clock if own == day else said), own


def _more(point: Point) -> Iterator[str]:
    entry = point.entry
    if point.kind in {"alert_missed", SPOKEN} and entry.signal:
        yield entry.signal
    if point.is_spoken and point.outcome and (sooner := sooner_words(point.outcome.sooner)):
        yield _bound(sooner)
    elif point.kind == "alert_missed" and entry.missed_because:
        yield label(entry.missed_because)
    if point.kind == "alert_missed" and point.outcome and point.outcome.state == "silent":
        yield "replayed: not at all"
    if point.kind == "detected" and entry.detected_by:
        yield f"by {found_by(entry.detected_by)}"


def _seconds(moment: datetime) -> float:
    return (moment - _BEGIN).total_seconds()


def _stretches(entries: Sequence[Point]) -> Iterator[Stretch]:
    """What lies between neighbouring milestones, of which the first that is dated counts."""
    first: dict[str, tuple[int, Moment]] = {}
    for place, entry in enumerate(entries):
        if entry.kind in _MILESTONES and entry.moment is not None:
            first.setdefault(entry.kind, (place, entry.moment))
    known = [kind for kind in _MILESTONES if kind in first]
    for start, end in pairwise(known):
        kind, name = _NAMES.get((start, end)) or (_stroke(start), f"Until {label(end)}")
        length = between(first[start][1], first[end][1])
        if length.high >= timedelta(0):
            yield Stretch(kind, name, _bound(describe(length)), first[start][0], first[end][0])


def _stroke(start: str) -> str:
    """The stroke of a stretch without a name of its own: whether it was in use is not known from its introduction."""
    return "latent" if start == "introduced" else "seen" if start == "detected" else "unseen"
