"""Incidents and near misses over time, by year, or by quarter while all of them lie within three years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from afterword.model.report import Report

Unit = Literal["year", "quarter"]
_QUARTERS = 12
"""Up to so many quarters are told one by one."""
MOST_YEARS = 16
"""Earlier years than these are told as one."""


@dataclass(frozen=True)
class Period:
    """One year or quarter.

    Attributes:
        first: its first day.
        incidents: how many of them happened in it.
        near_misses: how many of them happened in it.
        unfinished: whether it lasts beyond today.
        and_before: whether all earlier years are in it too.
    """

    first: date
    incidents: int
    near_misses: int
    unfinished: bool = False
    and_before: bool = False

    @property
    def total(self) -> int:
        """Both together."""
        return self.incidents + self.near_misses


@dataclass(frozen=True)
class Course:
    """The periods from the first report to today, none left out between; `unplaced` reports fit into none of them."""

    unit: Unit
    periods: tuple[Period, ...] = ()
    unplaced: int = 0

    @property
    def total(self) -> int:
        """How many reports stand in the periods."""
        return sum(period.total for period in self.periods)

    @property
    def near_misses(self) -> int:
        """How many of them are near misses."""
        return sum(period.near_misses for period in self.periods)


def count_over_time(reports: Iterable[Report], today: date) -> Course:
    """Reports by the period in which they happened; one whose date lies across two periods stands in none."""
    reports = tuple(reports)
    dates = [report.date for report in reports if report.date is not None]
    if not dates:
        return Course("year", (), len(reports))
    start = min(each.first for each in dates)
    end = max(*(each.last for each in dates), today)
    unit: Unit = "quarter" if _number(end, "quarter") - _number(start, "quarter") < _QUARTERS else "year"
    first, last = _number(start, unit), _number(end, unit)
    drawn = max(first, last - MOST_YEARS + 1)
    found: Counter[tuple[int, str]] = Counter()
    for report in reports:
        if report.date is not None and _number(report.date.first, unit) == _number(report.date.last, unit):
            found[max(_number(report.date.last, unit), drawn), report.kind] += 1
    periods = tuple(
        Period(
            first=_first_day(number, unit),
            incidents=found[number, "incident"],
            near_misses=found[number, "near_miss"],
            unfinished=number == _number(today, unit),
            and_before=number == drawn > first,
        )
        for number in range(drawn, last + 1)
    )
    return Course(unit, periods, len(reports) - sum(found.values()))


def _number(day: date, unit: Unit) -> int:
    """The period of a day as a number that grows by one from period to period."""
    return day.year if unit == "year" else day.year * 4 + (day.month - 1) // 3


def _first_day(number: int, unit: Unit) -> date:
    return date(number, 1, 1) if unit == "year" else date(number // 4, number % 4 * 3 + 1, 1)
