"""Dates as authors know them: to the minute, the hour, the day, the month or only the year.

The text forms are a subset of ISO 8601 (RFC 3339 for instants). Every refusal is a `DateError` that names the cure.
"""

from __future__ import annotations

import re
from calendar import monthrange
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from afterword.model.choices import Precision as Precision

_ORDER: tuple[Precision, ...] = ("minute", "hour", "day", "month", "year")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_INSTANT = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.([0-9]{1,9}))?)?"
    r"([Zz]|([+-])([0-9]{2}):?([0-9]{2})|)"
)
_AT_START_OF_ID = re.compile(r"([0-9]{4}(?:-[0-9]{2}){0,2})-[A-Za-z]")
_TIME_ALONE = re.compile(r"((?:[01]?[0-9]|2[0-3]):[0-5][0-9])(?![0-9]).{0,30}")
_YEAR_FIRST = re.compile(r"([0-9]{4})(?:([-/.])([0-9]{1,2})\2([0-9]{1,2})|([0-9]{2})([0-9]{2}))")
_DATE_AND_MORE = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[Tt]| +).{0,40}")
_DAY_FORM = "`2026-03-11`"
_DATE_FORMS = f"{_DAY_FORM}, `2026-03` or `2026`"
_MOMENT_FORMS = f"`2026-03-11T12:30:00Z`, {_DATE_FORMS}"


class DateError(ValueError):
    """A text that is no date; its own text is the message for the author and says the cure."""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, a month or a year: `text` as written, and its `first` and `last` day, both inside."""

    text: str
    first: date
    last: date
    precision: Precision


@dataclass(frozen=True, slots=True)
class Moment:
    """When something happened, as closely as it is known: at some instant of [`earliest`, `latest`), both in UTC.

    At precision minute `earliest` and `latest` are the same instant. `zone_assumed` tells that a time was written
    without an offset. `local` lies in the window and carries the offset or zone in which hours and days are floored.
    """

    text: str
    earliest: datetime
    latest: datetime
    precision: Precision
    zone_assumed: bool
    local: datetime

    def at_precision(self, precision: Precision) -> Moment:
        """This moment widened to the hour, day, month or year that holds it; one that is coarser stays as it is."""
        if _ORDER.index(precision) <= _ORDER.index(self.precision):
            return self
        if precision == "hour":
            # Subtracted from the instant, not from the clock face, which can jump within the hour.
            at = self.local
            start = self.earliest - timedelta(minutes=at.minute, seconds=at.second, microseconds=at.microsecond)
            return replace(self, earliest=start, latest=start + timedelta(hours=1), precision=precision)
        days = _span(self.local.date(), precision)
        start, end = _window(*days, self.local.tzinfo)
        if not start <= self.earliest < end:
            # Clocks set over midnight begin or end a day twice, or between two days: both readings count then.
            again, later = _window(*days, self.local.tzinfo, fold=1)
            start, end = min(start, again), max(end, later)
        return replace(self, earliest=min(start, self.earliest), latest=max(end, self.latest), precision=precision)

    def is_before(self, other: Moment) -> bool:
        """Whether every instant of this moment comes before every instant of `other`, each as exact as it is."""
        return self.latest < other.earliest or self.earliest < self.latest == other.earliest


def compare(a: Moment, b: Moment) -> int:
    """-1, 0 or 1 as `a` lies before, level with or after `b`, at the coarser precision of the two.

    Both are widened in their own zones; 0 means that they cannot be told apart (their windows meet), so 0 does not
    carry over from pair to pair.
    """
    coarser = max(a.precision, b.precision, key=_ORDER.index)
    a, b = a.at_precision(coarser), b.at_precision(coarser)
    return int(b.is_before(a)) - int(a.is_before(b))


def parse_partial_date(text: str) -> PartialDate:
    """Read `YYYY-MM-DD`, `YYYY-MM` or `YYYY` (years 0001 to 9999); anything else raises DateError."""
    match = _DATE.fullmatch(text)
    if not match:
        raise _refusal(text, _DATE_FORMS)
    year, month, day = (None if part is None else int(part) for part in match.groups())
    precision: Precision = "year" if month is None else "month" if day is None else "day"
    month, day = (1 if part is None else part for part in (month, day))
    if not year or not 1 <= month <= 12:
        raise DateError(f"`{text}` is not a date: {'months run from 01 to 12' if year else 'years begin at 0001'}")
    days = monthrange(year, month)[1]
    if not 1 <= day <= days:
        named = f"{_MONTHS[month - 1]} {year}" if month == 2 else _MONTHS[month - 1]
        raise DateError(f"`{text}` is not a date: {named} has {days} days")
    return PartialDate(text, *_span(date(year, month, day), precision), precision)


def parse_day(text: str) -> date:
    """Read `YYYY-MM-DD`; a month or a year alone, like anything else, raises DateError."""
    if not (match := _DATE.fullmatch(text)):
        raise _refusal(text, _DAY_FORM)
    if not match[3]:
        raise DateError(f"`{text}` lacks the day; write it whole, as in {_DAY_FORM}")
    return parse_partial_date(text).first


def parse_moment(text: str, zone: tzinfo) -> Moment:
    """Read a date of any precision, or an instant: `YYYY-MM-DDTHH:MM[:SS[.f]]` with `Z`, `+HH:MM`, `+HHMM` or neither.

    `T` may be `t` or one space. Without an offset `zone` applies, as it does for whole days, months and years; of a
    time that clocks skip or repeat, the reading with the offset from before the change holds. Years run from 0002 to
    9998, so that every moment can be widened. Anything else raises DateError.
    """
    match = _INSTANT.fullmatch(text)
    if not match and not _DATE.fullmatch(text):
        raise _refusal(text, _MOMENT_FORMS)
    known = parse_partial_date(match[1] if match else text)
    if not 2 <= known.first.year <= 9998:
        raise DateError(f"`{text}` lies outside the years 0002 to 9998; correct the year")
    if match:
        local = _read_clock(match, known.first, zone)
        instant = local.astimezone(UTC)
        # Back from UTC, so that a time that the clocks skipped becomes the one they showed.
        return Moment(text, instant, instant, "minute", not match[6], instant.astimezone(local.tzinfo))
    earliest, latest = _window(known.first, known.last, zone)
    return Moment(text, earliest, latest, known.precision, False, earliest.astimezone(zone))


def report_date(id: str) -> PartialDate | None:
    """The date at the beginning of a report's id (`2026-03-11-slug`, `2025-09-slug`, `2020-slug`), None without one."""
    match = _AT_START_OF_ID.match(id)
    with suppress(DateError):
        return parse_partial_date(match[1]) if match else None
    return None


def _read_clock(match: re.Match[str], day: date, zone: tzinfo) -> datetime:
    text, hour, minute, second = match[0], int(match[2]), int(match[3]), int(match[4] or 0)
    if (hour, minute, second) == (24, 0, 0):
        raise DateError(f"`{text}` has no hour 24; write `{day + timedelta(days=1)}T00:00{match[6]}`")
    if hour > 23 or max(minute, second) > 59:
        raise DateError(f"`{text}` is not a time: hours run from 00 to 23, minutes and seconds from 00 to 59")
    tz: tzinfo = UTC if match[6] else zone
    if match[7]:
        offset = timedelta(hours=int(match[8]), minutes=int(match[9])) * (-1 if match[7] == "-" else 1)
        if int(match[9]) > 59 or not timedelta(hours=-12) <= offset <= timedelta(hours=14):
            raise DateError(f"`{text}` has an offset that no zone has; write one from -12:00 to +14:00")
        tz = timezone(offset)
    microsecond = int((match[5] or "0").ljust(6, "0")[:6])
    return datetime.combine(day, time(hour, minute, second, microsecond, tz))


def _span(day: date, precision: Precision) -> tuple[date, date]:
    """The first and last day of the month or year around `day`, or twice the day itself."""
    if precision == "month":
        return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
    return (date(day.year, 1, 1), date(day.year, 12, 31)) if precision == "year" else (day, day)


def _window(first: date, last: date, tz: tzinfo | None, fold: int = 0) -> tuple[datetime, datetime]:
    """The instants, in UTC, at which `first` begins and at which the day after `last` begins."""
    midnight = time(tzinfo=tz, fold=fold)
    begin, end = (datetime.combine(day, midnight) for day in (first, last + timedelta(days=1)))
    return begin.astimezone(UTC), end.astimezone(UTC)


def _refusal(text: str, forms: str) -> DateError:
    """Say what was probably meant; `forms` are the texts that are taken in this place."""
    clipped = " ".join(text[:60].replace("`", "'").split()) + ("…" if len(text) > 60 else "")
    shown = "".join(char if char.isprintable() else "?" for char in clipped)
    if not shown:
        return DateError(f"an empty text is not a date; write {forms}")
    if match := _TIME_ALONE.fullmatch(text):
        cure = f"`2026-03-11T{match[1]:0>5}:00Z`" if forms == _MOMENT_FORMS else forms
        return DateError(f"`{shown}` is a time without a date; write {cure}")
    if match := _YEAR_FIRST.fullmatch(text):
        meant = f"{match[1]}-{match[3] or match[5]:0>2}-{match[4] or match[6]:0>2}"
        return DateError(f"`{shown}` is not written as a date is here; write `{parse_partial_date(meant).text}`")
    if match := _DATE_AND_MORE.fullmatch(text):
        day = parse_partial_date(match[1]).text
        if forms != _MOMENT_FORMS:
            return DateError(f"`{shown}` has a time too many; write `{day}`")
        return DateError(f"`{shown}` has a time that is not clear; write `{day}T12:30:00Z` or `{day}T12:30:00+02:00`")
    return DateError(f"`{shown}` is not a date; write {forms}")
