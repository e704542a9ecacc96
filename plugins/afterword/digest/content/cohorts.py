"""Remediations by the month in which they were opened: how many were left at the period's end, and at its beginning.

The months are those of the page of open remediations, as of the period's end; what was closed on an unknown day is in
none of the figures.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from afterword.digest.content.standing import Standing
from afterword.digest.content.work import span_of
from afterword.digest.view import Cohort
from afterword.digest.weeks import Period
from afterword.index.cohorts import cohort_span
from afterword.index.remediations import RemediationUse
from afterword.pages.words import say_month


class Months:
    """The months of a source, sorted once for all weeks."""

    def __init__(self, uses: Iterable[RemediationUse]) -> None:
        found: dict[date, list[tuple[date, date]]] = defaultdict(list)
        for use in uses:
            if (span := span_of(use)) is not None:
                found[span[0].replace(day=1)].append(span)
        self._months = {first: Standing(spans) for first, spans in found.items()}

    def cohorts(self, period: Period) -> tuple[Cohort, ...]:
        """Months, and years before the last twelve, of which any was left when the period began or ended."""
        today, begin = period.end, period.weeks[0].monday
        spans: dict[tuple[date, date], list[Standing]] = defaultdict(list)
        for first, month in self._months.items():
            if first < today:
                spans[cohort_span(first, today)].append(month)
        return tuple(
            each
            for span in sorted(spans, reverse=True)
            if (each := _cohort(span, spans[span], begin, today)) is not None
        )


def _cohort(span: tuple[date, date], months: list[Standing], begin: date, today: date) -> Cohort | None:
    opened, before = (sum(month.begun(day) for month in months) for day in (today, begin))
    left, left_before = (sum(month.count(day) for month in months) for day in (today, begin))
    if not (left or left_before):
        return None
    first, last = span
    return Cohort(
        label=say_month(first) if (first.year, first.month) == (last.year, last.month) else str(first.year),
        opened=opened,
        left=left,
        change=left - left_before if before else None,
    )
