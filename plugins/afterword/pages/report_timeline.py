"""A report's timeline, silent checks included, and what can be reckoned from it."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from markupsafe import Markup

from afterword.model.durations import describe
from afterword.model.measures import measure_timeline, rolled_back_before_snapshot, silent_checks
from afterword.model.replay import Replay
from afterword.model.report import Report
from afterword.model.timeline import TimelineEntry
from afterword.pages.escape import escape_text
from afterword.pages.names import signal_name
from afterword.pages.report_anchors import evidence_links
from afterword.pages.words import capital, counted, fill, found_by, join, label, number, sentence, time_tag

_UNITS = ((86400, "day"), (3600, "hour"), (60, "minute"), (1, "second"))
_RULES = {"above": "a value above", "below": "a value below", "rate": "a rate of", "gap": "a gap of"}


@dataclass(frozen=True)
class Event:
    """One entry as it is shown; `silent` is a check that stayed quiet."""

    when: Markup
    text: Markup
    silent: bool


@dataclass(frozen=True)
class Stretch:
    """One computed measure: its name, its length in words, and between what it lies."""

    title: str
    length: str
    formula: str


def events(report: Report, zone: ZoneInfo) -> list[Event]:
    """The entries in the order of time; those that cannot be told apart stay as they were typed."""
    return [
        Event(
            when=time_tag(each.moment, zone, short=True) if each.moment else Markup("not known"),
            text=_event(each, report),
            silent=each.kind == "alert_missed",
        )
        for each in in_order(report)
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


def is_rolled_back_first(report: Report) -> bool:
    """Whether the state that failed was gone before it was kept."""
    return rolled_back_before_snapshot(report.front.timeline)


def in_order(report: Report) -> list[TimelineEntry]:
    """The entries as typed, each moved before those that it certainly came before."""
    ordered: list[TimelineEntry] = []
    for entry in report.front.timeline:
        place = len(ordered)
        while place and _is_before(entry, ordered[place - 1]):
            place -= 1
        ordered.insert(place, entry)
    return ordered


def _is_before(entry: TimelineEntry, other: TimelineEntry) -> bool:
    return bool(entry.moment and other.moment and entry.moment.is_before(other.moment))


def _event(entry: TimelineEntry, report: Report) -> Markup:
    parts = [_heading(entry)]
    if entry.what:
        parts.append(escape_text(sentence(entry.what)))
    if entry.moment is None:
        parts.append(fill("*When is not known:* {}", sentence(entry.unknown_because or "no reason is given")))
    if entry.would_have_seen:
        parts.append(fill("*Would have seen it:* {}", sentence(entry.would_have_seen)))
    if entry.replay:
        parts.append(fill("*To be replayed:* {}", _replay(entry.replay, report)))
    replayed = entry.replay.evidence if entry.replay else None
    parts.extend(evidence_links((each for each in entry.evidence if each != replayed), report))
    return join(parts, " ")


def _heading(entry: TimelineEntry) -> Markup:
    if entry.kind == "alert_missed":
        name = fill("**Silent check:** {}", signal_name(entry.signal)) if entry.signal else Markup("**Silent check**")
        return fill("{}, *{}*.", name, label(entry.missed_because)) if entry.missed_because else fill("{}.", name)
    if entry.kind == "detected" and entry.detected_by:
        return fill("**Detected** by {}.", found_by(entry.detected_by))
    return fill("**{}.**", capital(label(entry.kind or "note")))


def replay_words(replay: Replay) -> Markup:
    """How the check can be replayed, without a full stop: "`offer` by `area` with a gap of 5 for 1 day"."""
    said = [fill("<code>{}</code>", replay.column)] if replay.column else []
    if replay.by:
        said.append(fill("by <code>{}</code>", replay.by))
    if replay.rule:
        limit = f" {number(replay.value)}" if replay.value is not None else ""
        said.append(fill("with {}", f"{_RULES[replay.rule]}{limit}"))
    if replay.for_:
        seconds = int(replay.for_.total_seconds())
        size, unit = next((each for each in _UNITS if seconds % each[0] == 0), _UNITS[-1])
        said.append(escape_text(f"for {counted(seconds // size, unit)}"))
    return join(said, " ")


def _replay(replay: Replay, report: Report) -> Markup:
    """The same with the evidence on which it is replayed: "… on EV-4."."""
    on = [fill("on {}", each) for each in evidence_links((replay.evidence or "",), report)]
    return fill("{}.", join([each for each in (replay_words(replay), *on) if each], " "))
