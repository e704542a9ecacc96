"""Remediations by the month in which they were opened: how many are left, and how many were left a month before.

A remediation is opened on the day on which its report was published and closed on the day on which it was done or
declined. It is left on a day when it was opened by then and not closed by then, and closed ones never reopen. What is
not known is told beside the figures and is in none of them by a guess.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from afterword.index.index import Index
from afterword.index.open import is_own, is_own_open
from afterword.index.remediations import RemediationUse

MONTHS = 12
"""So many months up to today's are told one by one, what was opened earlier by year."""


@dataclass(frozen=True)
class Cohort:
    """Remediations that were opened in one month, or in one year before the last twelve months.

    Attributes:
        first: its first day.
        last: its last day; of the year in which the single months begin, the day before them.
        opened: how many were opened in it.
        left: how many of them are open today.
        before: how many of those were left a month before; None where none had been opened by then.
        unplaced: how many are closed on a day that is not known, so that they may have been left then too.
    """

    first: date
    last: date
    opened: int
    left: int
    before: int | None
    unplaced: int

    @property
    def change(self) -> int | None:
        """How many more are left than a month before, negative for fewer; None for a new cohort."""
        return None if self.before is None else self.left - self.before


@dataclass(frozen=True)
class Cohorts:
    """The cohorts of own remediations of counted reports, newest first, without months in which none was opened.

    Attributes:
        cohorts: months, then years.
        since: the day a month before today, with which the figures are compared.
        undated: how many have no known day of opening, since their report has no day of publication.
        undated_left: how many of these are open.
        elsewhere: how many own ones are open in reports that figures leave out.
    """

    cohorts: tuple[Cohort, ...]
    since: date
    undated: int
    undated_left: int
    elsewhere: int

    @property
    def left(self) -> int:
        """How many are open of all that are counted."""
        return sum(each.left for each in self.cohorts) + self.undated_left


def count_cohorts(index: Index) -> Cohorts:
    """The cohorts as of the index's day. Reports from public sources tell of others' work and are in none."""
    counted = frozenset(report.id for report in index.counted)
    own = [use for use in index.remediations if is_own(use)]
    known = [use for use in own if use.report.id in counted]
    undated = [use for use in known if use.opened is None]
    return Cohorts(
        cohorts=make_cohorts(known, index.today),
        since=month_before(index.today),
        undated=len(undated),
        undated_left=sum(not use.is_closed for use in undated),
        elsewhere=sum(is_own_open(use) and use.report.id not in counted for use in own),
    )


def make_cohorts(uses: Iterable[RemediationUse], today: date) -> tuple[Cohort, ...]:
    """Those of `uses` with a known day of opening by month, before the last twelve months by year, newest first."""
    found: dict[tuple[date, date], list[RemediationUse]] = {}
    for use in uses:
        if use.opened is not None:
            found.setdefault(cohort_span(use.opened, today), []).append(use)
    return tuple(_cohort(span, found[span], month_before(today)) for span in sorted(found, reverse=True))


def count_left(uses: Iterable[RemediationUse], day: date) -> int:
    """How many were left at the end of `day`, without those that closed on an unknown one."""
    return sum(
        use.opened is not None
        and use.opened <= day
        and (not use.is_closed or (use.closed is not None and use.closed > day))
        for use in uses
    )


def month_before(day: date) -> date:
    """The same day of the month before, or that month's last one."""
    year, month = (day.year, day.month - 1) if day.month > 1 else (day.year - 1, 12)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def cohort_span(day: date, today: date) -> tuple[date, date]:
    """The first and last day of the cohort that holds `day`, as cohorts are told on `today`."""
    edge = _months(today) - MONTHS
    if _months(day) > edge:
        return day.replace(day=1), _end(day.year, day.month)
    return date(day.year, 1, 1), _end(day.year, min(12, edge - day.year * 12))


def _months(day: date) -> int:
    """Months as numbers that grow by one from month to month."""
    return day.year * 12 + day.month


def _end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _cohort(span: tuple[date, date], uses: Sequence[RemediationUse], since: date) -> Cohort:
    by_then = [use for use in uses if use.opened is not None and use.opened <= since]
    return Cohort(
        first=span[0],
        last=span[1],
        opened=len(uses),
        left=sum(not use.is_closed for use in uses),
        before=count_left(by_then, since) if by_then else None,
        unplaced=sum(use.is_closed and use.closed is None for use in by_then),
    )
