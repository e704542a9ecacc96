"""Whether a calendar is sound: its lines, read here without any library, and what `icalendar` makes of it."""

from __future__ import annotations

import re
from datetime import date, timedelta

import icalendar

_NAMED = re.compile(r"([A-Z-]+)(?:;[^:]*)?:(.*)", re.DOTALL)
_ESCAPED = re.compile(r"\\([\\;,nN])")
_BARE = re.compile(r"(?<!\\)(?:\\\\)*[;,]")
TEXTS = ("UID", "SUMMARY", "DESCRIPTION", "NAME", "X-WR-CALNAME")

Part = dict[str, str]


def unfold(content: bytes) -> list[str]:
    """The logical lines, after the physical ones were found to be sound."""
    assert content.endswith(b"\r\n")
    lines = content.removesuffix(b"\r\n").split(b"\r\n")
    for line in lines:
        assert 0 < len(line) <= 75
        # No line end but the pair, no other control character, and no letter cut in two.
        assert not re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", line), line
        line.decode("utf-8")
    return b"\r\n".join(lines).replace(b"\r\n ", b"").decode("utf-8").split("\r\n")


def unescape(value: str) -> str:
    """A text's value as it was before it was written."""
    assert not _BARE.search(value), value
    return _ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], value)


def read_events(content: bytes) -> list[Part]:
    """Each event by the names of its lines, texts unescaped, after a reader of its own found the same in it."""
    events: list[Part] = []
    head: Part = {}
    inside: list[str] = []
    for line in unfold(content):
        match = _NAMED.fullmatch(line)
        assert match, line
        name, value = match[1], match[2]
        if name == "BEGIN":
            inside.append(value)
            if value == "VEVENT":
                events.append({})
        elif name == "END":
            assert inside.pop() == value
        elif inside in (["VCALENDAR"], ["VCALENDAR", "VEVENT"]):
            part = events[-1] if inside[-1] == "VEVENT" else head
            assert name not in part, f"{name} stands twice"
            part[name] = unescape(value) if name in TEXTS else value
    assert inside == []
    assert (head["VERSION"], head["METHOD"]) == ("2.0", "PUBLISH")
    assert (head["REFRESH-INTERVAL"], head["X-PUBLISHED-TTL"]) == ("P1D", "P1D")
    _check_events(events)
    _compare(content, events)
    return events


def _check_events(events: list[Part]) -> None:
    uids = [event["UID"] for event in events]
    assert len(set(uids)) == len(uids)
    order = [(event["DTSTART"], event["UID"]) for event in events]
    assert order == sorted(order)
    assert len({event["DTSTAMP"] for event in events}) <= 1


def _compare(content: bytes, events: list[Part]) -> None:
    """What the library reads back is what was read here."""
    calendar = icalendar.Calendar.from_ical(content)
    assert not calendar.errors
    known = calendar.walk("VEVENT")
    assert len(known) == len(events)
    # A calendar holds at least one part.
    assert calendar.subcomponents
    assert not calendar.walk("VALARM")
    for event, read in zip(events, known, strict=True):
        assert not read.errors
        day = read["DTSTART"].dt
        assert type(day) is date
        assert day.isoformat().replace("-", "") == event["DTSTART"]
        assert day == date.max or read["DTEND"].dt == day + timedelta(days=1)
        for name in ("SUMMARY", "DESCRIPTION", "UID", "URL"):
            assert str(read[name]) == event[name]
        assert not {"ATTENDEE", "ORGANIZER", "CONTACT"} & set(event)
        assert event["TRANSP"] == "TRANSPARENT"
