"""An invitation to the review as iCalendar (RFC 5545): a time, a title, the agenda as its text, and no person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from icalendar import Calendar, Event

_PRODUCT = "-//Afterword//Review//EN"
_HOUR = 10
_WEEKEND = 5


@dataclass(frozen=True)
class Meeting:
    """When the review is: its beginning with an offset, and how long it takes."""

    begins: datetime
    minutes: int


def next_working_day(today: date, zone: tzinfo) -> datetime:
    """Ten o'clock on the working day after `today`, where nobody named a time."""
    day = today + timedelta(days=1)
    while day.weekday() >= _WEEKEND:
        day += timedelta(days=1)
    return datetime.combine(day, time(_HOUR), zone)


def write_invitation(report_id: str, title: str, text: str, meeting: Meeting, site_url: str, today: date) -> bytes:
    """The invitation as UTF-8.

    It names no organiser and no attendee: whoever imports it invites whom the agenda asks for. Times stand in UTC,
    which every program turns into its own.
    """
    made = Calendar()
    made.add("prodid", _PRODUCT)
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    event = Event()
    host = site_url.removeprefix("https://").removeprefix("http://").split("/")[0] or "afterword.invalid"
    event.add("uid", f"review-{report_id}@{host}")
    event.add("dtstamp", datetime.combine(today, time(), UTC))
    begins = meeting.begins.astimezone(UTC)
    event.add("dtstart", begins)
    event.add("dtend", begins + timedelta(minutes=meeting.minutes))
    event.add("summary", f"Learning review: {title}")
    event.add("description", text)
    if site_url:
        event.add("url", f"{site_url}reports/{report_id}/")
    made.add_component(event)
    written: bytes = made.to_ical()
    return written
