"""Remediations by the month in which they were opened: how many were left at the period's end, and at its beginning.

The months are those of the page of open remediations, as of the period's end; what was closed on an unknown day is in
none of the figures.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from afterword.digest.view import Cohort
from afterword.digest.weeks import Period
from afterword.index.cohorts import cohort_span
from afterword.index.remediations import RemediationUse
from afterword.pages.words import say_month


@dataclass(frozen=True)
class _Month:
    """The days on which remediations of one month were opened, and those on which they were closed, each sorted."""

    opened: list[date]
    closed: list[date]

    def left(self, day: date) -> int:
        """How many were open when the day began."""
        return bisect_left(self.opened, day) - bisect_left(self.closed, day)


class Months:
    """The months of a source, sorted once for all weeks."""

    def __init__(self, uses: Iterable[RemediationUse]) -> None:
        found: dict[date, _Month] = defaultdict(lambda: _Month([], []))
        for use in uses:
            if use.opened is None or (use.is_closed and use.closed is None):
                continue
            month = found[use.opened.replace(day=1)]
            month.opened.append(use.opened)
            if use.is_closed and use.closed is not None:
                month.closed.append(use.closed)
        for month in found.values():
            month.opened.sort()
            month.closed.sort()
        self._months = dict(found)

    def cohorts(self, period: Period) -> tuple[Cohort, ...]:
        """Months, and years before the last twelve, of which any was left when the period began or ended."""
        today, begin = period.end, period.weeks[0].monday
        spans: dict[tuple[date, date], list[_Month]] = defaultdict(list)
        for first, month in self._months.items():
            if first < today:
                spans[cohort_span(first, today)].append(month)
        return tuple(
            each
            for span in sorted(spans, reverse=True)
            if (each := _cohort(span, spans[span], begin, today)) is not None
        )


def _cohort(span: tuple[date, date], months: list[_Month], begin: date, today: date) -> Cohort | None:
    opened = sum(bisect_left(month.opened, today) for month in months)
    before = sum(bisect_left(month.opened, begin) for month in months)
    left, left_before = (sum(month.left(day) for month in months) for day in (today, begin))
    if not (left or left_before):
        return None
    first, last = span
    return Cohort(
        label=say_month(first) if (first.year, first.month) == (last.year, last.month) else str(first.year),
        opened=opened,
        left=left,
        change=left - left_before if before else None,
    )
