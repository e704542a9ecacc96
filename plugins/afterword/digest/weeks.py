"""Periods of the digest: ISO weeks, half-open, in the site's zone. Nothing here asks what time it is.

A year has 52 or 53 ISO weeks (2026 has 53), and a week with a change of the clocks has 167 or 169 hours, so weeks are
counted by the calendar and never by adding hours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_WRITTEN = re.compile(r"([0-9]{4})-?[Ww]([0-9]{1,2})")
_DAYS = timedelta(days=7)
_FIRST_YEAR, _LAST_YEAR = 1900, 9990
"""So that weeks before and after any of them are days of the calendar too."""


class WeekError(ValueError):
    """A text that is no ISO week; its own text is the message for whoever typed it."""


@dataclass(frozen=True, order=True, slots=True)
class Week:
    """One ISO 8601 week, by its first day, a Monday."""

    monday: date

    def __str__(self) -> str:
        year, number, _ = self.monday.isocalendar()
        return f"{year:04}-W{number:02}"

    @property
    def sunday(self) -> date:
        """Its last day."""
        return self.monday + timedelta(days=6)

    @property
    def after(self) -> Week:
        """The week that follows."""
        return Week(self.monday + _DAYS)

    @property
    def before(self) -> Week:
        """The week before it."""
        return Week(self.monday - _DAYS)

    def begins(self, zone: ZoneInfo) -> datetime:
        """Its first moment in `zone`."""
        return datetime.combine(self.monday, time(), zone)


@dataclass(frozen=True)
class Period:
    """One or more weeks, told in one digest: the last one, and those before it that were missed.

    Attributes:
        weeks: the weeks, earliest first, each once, at least one; missed ones need not lie side by side.
    """

    weeks: tuple[Week, ...]

    def __post_init__(self) -> None:
        if not self.weeks or list(self.weeks) != sorted(set(self.weeks)):
            message = "a period is one or more weeks in their order"
            raise ValueError(message)

    def __str__(self) -> str:
        return say_weeks(self.weeks)

    @property
    def last(self) -> Week:
        """Its last week, under which its page and its message are known."""
        return self.weeks[-1]

    @property
    def end(self) -> date:
        """The digest's today: the day that begins with the first moment after the last week."""
        return self.last.after.monday

    def holds(self, day: date) -> bool:
        """Whether the day lies in one of its weeks."""
        return week_of(day) in self.weeks


def week_of(day: date) -> Week:
    """The ISO week that holds the day."""
    return Week(day - timedelta(days=day.weekday()))


def week_of_moment(moment: datetime, zone: ZoneInfo) -> Week:
    """The week that holds the moment, as calendars in `zone` show it."""
    return week_of(moment.astimezone(zone).date())


def parse_week(text: str) -> Week:
    """Read `2026-W47`.

    Raises:
        WeekError: where it is none, or where its year has no such week.
    """
    if not (match := _WRITTEN.fullmatch(text.strip())):
        message = f"`{text}` is no ISO week; write one such as `2026-W47`"
        raise WeekError(message)
    year, number = int(match[1]), int(match[2])
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        message = f"`{text}` is no week that a digest can be made for: years run from {_FIRST_YEAR} to {_LAST_YEAR}"
        raise WeekError(message)
    try:
        return Week(date.fromisocalendar(year, number, 1))
    except ValueError:
        # The 28th of December lies in the last week of its year, always.
        last = date(year, 12, 28).isocalendar().week
        message = f"`{text}` is no week: {year} has the weeks 1 to {last}"
        raise WeekError(message) from None


def last_complete(today: date) -> Week:
    """The last week that is over on `today`."""
    return week_of(today).before


def is_complete(week: Week, today: date) -> bool:
    """Whether the week is over on `today`."""
    return week.sunday < today


def weeks_between(first: Week, last: Week) -> tuple[Week, ...]:
    """Every week from `first` to `last`, both inside; none where `last` comes before."""
    count = (last.monday - first.monday).days // 7 + 1
    return tuple(Week(first.monday + _DAYS * place) for place in range(max(0, count)))


def say_weeks(weeks: Iterable[Week]) -> str:
    """`2026-W47`, `2026-W45 to 2026-W47`, or `2026-W43 and 2026-W45 to 2026-W47`; plain ASCII."""
    runs: list[list[Week]] = []
    for week in sorted(set(weeks)):
        if runs and runs[-1][-1].after == week:
            runs[-1].append(week)
        else:
            runs.append([week])
    said = [str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs]
    return " and ".join(filter(None, (", ".join(said[:-1]), said[-1] if said else "")))
