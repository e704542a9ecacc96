"""When a report was published and last changed, from its own fields alone."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from afterword.model.report import Report


def published_at(report: Report, zone: ZoneInfo) -> datetime | None:
    """The beginning of the day of its publication; None where it has none."""
    return _begin(report.front.published_on, zone) if report.front.published_on is not None else None


def updated_at(report: Report, zone: ZoneInfo) -> datetime | None:
    """Its newest update, else its publication, else the last day of its date; None where nothing of that is known.

    An update whose time is known to the day or less counts from the beginning of that time.
    """
    known = [each.at.earliest for each in report.front.updates if each.at is not None]
    if (published := published_at(report, zone)) is not None:
        known.append(published)
    if not known and report.date is not None:
        known.append(_begin(report.date.last, zone))
    return max(known, default=None)


def _begin(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone)
