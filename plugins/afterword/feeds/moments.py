"""When a report was published and last changed, from its own fields alone, and how feeds write that."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from afterword.model.report import Report

_MINUTE = timedelta(minutes=1)


def published_at(report: Report, zone: ZoneInfo) -> datetime | None:
    """The beginning of the day of its publication; None where it has none."""
    return begin_of(report.front.published_on, zone) if report.front.published_on is not None else None


def updated_at(report: Report, zone: ZoneInfo) -> datetime | None:
    """Its newest update, else its publication, else the last day of its date; None where nothing of that is known.

    An update whose time is known to the day or less counts from the beginning of that time.
    """
    known = [each.at.earliest for each in report.front.updates if each.at is not None]
    if (published := published_at(report, zone)) is not None:
        known.append(published)
    if not known and report.date is not None:
        known.append(begin_of(report.date.last, zone))
    return max(known, default=None)


def begin_of(day: date, zone: ZoneInfo) -> datetime:
    """The moment at which the day begins in the site's zone."""
    return datetime.combine(day, time(), zone)


def rfc3339(moment: datetime) -> str:
    """The moment to the second with its own offset, so that a day is the same day in the feed.

    Zones of long ago had offsets with seconds, which the form does not know: there the minute counts.
    """
    offset = moment.utcoffset() or timedelta()
    return moment.replace(tzinfo=timezone(offset // _MINUTE * _MINUTE)).isoformat(timespec="seconds")
