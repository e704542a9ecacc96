"""iCalendar (RFC 5545): days on which something is due. The same days, the same bytes.

Each is an event of a whole day. A `VTODO` would say better what is meant, but Outlook and Google's calendar show none
of those that they subscribe to. The day is nobody's time, so it blocks none (`TRANSPARENT`), and it rings no alarm.

What is done falls out of the calendar, and a program that subscribes to it takes it away by itself; so there are no
cancelled events and no counted revisions. `icalendar` folds lines and escapes text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event, Timezone, TimezoneStandard, vDuration, vText

from afterword.feeds.plain import plain
from afterword.pages.escape import one_line

_DAY = timedelta(days=1)
_PRODUCT = "-//Afterword//Due dates//EN"


@dataclass(frozen=True)
class DueDay:
    """One day on which something is due.

    Attributes:
        uid: a name that stays the same for as long as the same thing is meant, unique in the world.
        day: the day.
        title: what is due, in a line.
        lines: what there is to know of it, a line each.
        link: the absolute address at which it is read.
        category: what sort of thing it is.
    """

    uid: str
    day: date
    title: str
    lines: tuple[str, ...]
    link: str
    category: str


@dataclass(frozen=True)
class DueCalendar:
    """One calendar: its name, the absolute address of the page that it belongs to, and its days in any order."""

    name: str
    link: str
    days: tuple[DueDay, ...]


def write_calendar(calendar: DueCalendar, today: date) -> bytes:
    """The calendar as UTF-8, by day; `today` is the day on which it is written."""
    made = Calendar()
    made.add("prodid", _PRODUCT)
    made.add("version", "2.0")
    # Outlook takes a calendar without it for an invitation.
    made.add("method", "PUBLISH")
    # The name and how often to ask again, as RFC 7986 has them, and as most programs read them.
    made.add("name", vText(_line(calendar.name)))
    made.add("x-wr-calname", vText(_line(calendar.name)))
    made.add("url", calendar.link)
    made.add("refresh-interval", _DAY, parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", vDuration(_DAY))
    stamp = datetime.combine(today, time(), UTC)
    for each in _ordered(calendar.days):
        made.add_component(_event(each, stamp))
    if not calendar.days:
        # A calendar has at least one part, and one without any is refused by some; a zone shows nothing.
        made.add_component(_zone())
    written: bytes = made.to_ical()
    return written


def _ordered(days: Iterable[DueDay]) -> list[DueDay]:
    return sorted(days, key=lambda each: (each.day, each.uid))


def _event(due: DueDay, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", _line(due.uid))
    event.add("dtstamp", stamp)
    event.add("dtstart", due.day)
    if due.day < date.max:
        # The day after, which no program has to guess; the last day of all has none.
        event.add("dtend", due.day + _DAY)
    event.add("summary", _line(due.title))
    event.add("description", "\n".join(_line(each) for each in due.lines))
    event.add("categories", [due.category])
    event.add("url", _line(due.link))
    event.add("transp", "TRANSPARENT")
    return event


def _zone() -> Timezone:
    zone, standard = Timezone(), TimezoneStandard()
    zone.add("tzid", "UTC")
    standard.add("dtstart", datetime(1970, 1, 1))  # noqa: DTZ001 - the form has a zone's beginning without one
    standard.add("tzoffsetfrom", timedelta())
    standard.add("tzoffsetto", timedelta())
    zone.add_component(standard)
    return zone


def _line(text: str) -> str:
    return one_line(plain(text))
