"""A report's timeline, silent checks included, and what can be reckoned from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from markupsafe import Markup

from afterword.model.durations import describe
from afterword.model.measures import measure_timeline, silent_checks
from afterword.model.report import Report
from afterword.model.timeline import TimelineEntry
from afterword.pages.escape import escape_text
from afterword.pages.names import signal_name
from afterword.pages.report_anchors import evidence_links
from afterword.pages.report_replay import replay_lines
from afterword.pages.timeline_points import SPOKEN, Point, list_points
from afterword.pages.words import capital, counted, fill, found_by, join, label, sentence, time_tag
from afterword.replay.outcome import Outcome
from afterword.replay.words import sooner_words

_MARKS = {"alert_missed": " { .aw-silent }", SPOKEN: " { .aw-spoken }"}


@dataclass(frozen=True)
class Event:
    """One entry as it is shown; `mark` tells a check that stayed quiet, and when one would have spoken."""

    when: Markup
    text: Markup
    mark: Markup


@dataclass(frozen=True)
class Stretch:
    """One computed measure: its name, its length in words, and between what it lies."""

    title: str
    length: str
    formula: str


def events(report: Report, outcomes: Mapping[int, Outcome], zone: ZoneInfo) -> list[Event]:
    """The entries in the order of time, and among them when silent checks would have spoken.

    Those that cannot be told apart stay as they were typed. `outcomes` are of the replays, by the entry's place.
    """
    return [
        Event(
            when=time_tag(each.moment, zone, short=True) if each.moment else Markup("not known"),
            text=_spoken(each) if each.is_spoken else _event(each, report, zone),
            mark=Markup(_MARKS.get(each.kind, "")),
        )
        for each in list_points(report, outcomes)
    ]


def timeline_words(report: Report, zone: ZoneInfo) -> Markup:
    """The zone of the times, what was assumed of them, and how many checks stayed silent."""
    entries = report.front.timeline
    clocks = [each.at for each in entries if each.at is not None and each.at.precision in {"minute", "hour"}]
    said = [f"Times in {zone.key}."] if clocks else []
    if any(each.zone_assumed for each in clocks):
        said.append(f"Those written without an offset are taken to be in {zone.key} too.")
    quiet = sum(each.kind == "alert_missed" for each in entries)
    if quiet:
        reasons = silent_checks(entries)
        told = ", ".join(f"{label(reason)} ({count})" for reason, count in reasons.items())
        said.append(f"{counted(quiet, 'check')} stayed silent{': ' + told if told else ''}.")
    return escape_text(" ".join(said))


def stretches(report: Report) -> list[Stretch]:
    """The measures that can be reckoned, in the order of the table of measures."""
    found: dict[str, Stretch] = {}
    for each in measure_timeline(report.front.timeline):
        if each.value is not None:
            end, start = each.formula.replace("_", " ").split(" − ")
            formula = f"from {start} to {end}"
            # Without a first symptom two measures are reckoned alike, and one of them is enough.
            found.setdefault(formula, Stretch(each.title, capital(describe(each.value)), formula))
    return list(found.values())


def _event(point: Point, report: Report, zone: ZoneInfo) -> Markup:
    entry = point.entry
    parts = [_heading(entry)]
    if entry.what:
        parts.append(escape_text(sentence(entry.what)))
    if entry.moment is None:
        parts.append(fill("*When is not known:* {}", sentence(entry.unknown_because or "no reason is given")))
    if entry.would_have_seen:
        parts.append(fill("*Would have seen it:* {}", sentence(entry.would_have_seen)))
    if entry.replay and point.outcome:
        parts.append(replay_lines(entry.replay, point.outcome, zone, report))
    replayed = entry.replay.evidence if entry.replay else None
    parts.extend(evidence_links((each for each in entry.evidence if each != replayed), report))
    return join(parts, " ")


def _spoken(point: Point) -> Markup:
    """The moment at which a silent check would have spoken; how that is known stands with the check."""
    sooner = sooner_words(point.outcome.sooner) if point.outcome else ""
    name = signal_name(point.entry.signal) if point.entry.signal else Markup("the silent check")
    return fill("**Would have spoken:** {}{}.", name, f", {sooner}" if sooner else "")


def _heading(entry: TimelineEntry) -> Markup:
    if entry.kind == "alert_missed":
        name = fill("**Silent check:** {}", signal_name(entry.signal)) if entry.signal else Markup("**Silent check**")
        return fill("{}, *{}*.", name, label(entry.missed_because)) if entry.missed_because else fill("{}.", name)
    if entry.kind == "detected" and entry.detected_by:
        return fill("**Detected** by {}.", found_by(entry.detected_by))
    return fill("**{}.**", capital(label(entry.kind or "note")))
