"""A replay on a page: on what and by which rule, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import tzinfo

from markupsafe import Markup

from afterword.model.replay import Replay
from afterword.model.report import Report
from afterword.pages.escape import escape_text
from afterword.pages.report_anchors import evidence_links
from afterword.pages.words import counted, fill, join, number, time_tag
from afterword.replay.outcome import Outcome
from afterword.replay.values import exact
from afterword.replay.words import nearest_words, outcome_words, share_words

_UNITS = ((86400, "day"), (3600, "hour"), (60, "minute"), (1, "second"))
_RULES = {
    "above": "a value above",
    "below": "a value below",
    "rate": "a relative change above",
    "gap": "a gap above",
}


def rule_words(replay: Replay) -> Markup:
    """How the check is replayed, without a full stop: "`offer` by `area` with a gap above 5 for 1 day"."""
    said = [fill("<code>{}</code>", replay.column)] if replay.column else []
    if replay.by:
        said.append(fill("by <code>{}</code>", replay.by))
    if replay.rule:
        said.append(fill("with {}", f"{_RULES[replay.rule]}{_limit(replay)}"))
    if replay.for_:
        seconds = int(replay.for_.total_seconds())
        size, unit = next((each for each in _UNITS if seconds % each[0] == 0), _UNITS[-1])
        said.append(escape_text(f"for {counted(seconds // size, unit)}"))
    return join(said, " ")


def replay_lines(replay: Replay, outcome: Outcome, zone: tzinfo, report: Report | None = None) -> Markup:
    """What came of it, then how it was replayed, in sentences.

    Args:
        replay: what was replayed.
        outcome: what it gave.
        zone: in which times are told.
        report: whose page it is, so that the evidence is a link on it; without it none is named.
    """
    return join((*_came(replay, outcome, zone), *_how(replay, outcome, report)), " ")


def _came(replay: Replay, outcome: Outcome, zone: tzinfo) -> Iterator[Markup]:
    when = Markup()
    if outcome.state == "fires" and outcome.at is not None:
        where = fill(" for <code>{}</code>", outcome.group) if outcome.group else Markup()
        when = fill(", at {}{}", time_tag(outcome.at, zone, short=True), where)
    yield fill("*Replayed:* **it {}**{}.", outcome_words(outcome), when)
    if outcome.state == "silent" and replay.rule is not None:
        yield from _silent(replay, outcome, zone)
    if outcome.readings_before is None or (outcome.state == "silent" and not outcome.false_alarms):
        return
    if outcome.readings_before == 0:
        yield Markup("The series has nothing from before the incident, so false alarms cannot be told.")
    else:
        alarms = "No false alarm" if not outcome.false_alarms else counted(outcome.false_alarms, "false alarm")
        yield escape_text(f"{alarms} in the {counted(outcome.readings_before, 'reading')} before the incident.")


def _silent(replay: Replay, outcome: Outcome, zone: tzinfo) -> Iterator[Markup]:
    """How near it came, and how far the series reaches."""
    if outcome.passed and replay.for_:
        yield Markup("The limit was passed, and never for so long.")
    elif replay.rule is not None and (nearest := nearest_words(replay.rule, outcome.nearest)):
        yield escape_text(f"{nearest[0].upper()}{nearest[1:]}.")
    if outcome.until is not None:
        yield fill("The series reaches to {}.", time_tag(outcome.until, zone, short=True))


def _how(replay: Replay, outcome: Outcome, report: Report | None) -> Iterator[Markup]:
    words = rule_words(replay)
    if words:
        links = evidence_links((replay.evidence or "",), report) if report is not None else []
        said = join((words, *(fill("on {}", each) for each in links)), " ")
        yield fill("It would look at {}." if outcome.state == "untold" else "It looks at {}.", said)


def _limit(replay: Replay) -> str:
    if replay.value is None:
        return ""
    return f" {share_words(exact(replay.value))}" if replay.rule == "rate" else f" {number(replay.value)}"
