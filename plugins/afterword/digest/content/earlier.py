"""From this week in earlier years: reports of what happened on the same days of the calendar."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Iterator
from datetime import timedelta

from afterword.digest.content.items import report_ref
from afterword.digest.content.plain_texts import line
from afterword.digest.selection import Selection
from afterword.digest.source import Source, published_on
from afterword.digest.view import Earlier
from afterword.digest.weeks import Week
from afterword.pages.home import takeaway

MOST = 3


def from_earlier_years(selection: Selection, source: Source) -> tuple[Earlier, ...]:
    """The nearest year first, at most `MOST`; only where the day is known, and not what this digest tells as new."""
    period = selection.period
    new = {each.report.id for each in selection.new}
    found = {
        (happened, report.id): report
        for week in period.weeks
        for month, day, year in _days(week)
        for happened, report in source.happened_on.get((month, day), ())
        if happened.year < year and published_on(report) < period.end and report.id not in new
    }
    return tuple(
        Earlier(year=key[0].year, report=report_ref(found[key], source), takeaway=line(takeaway(found[key])))
        for key in sorted(found, reverse=True)[:MOST]
    )


def _days(week: Week) -> Iterator[tuple[int, int, int]]:
    """Its days as month, day and year; the 28th of February stands for the 29th too in a year without one."""
    for place in range(7):
        day = week.monday + timedelta(days=place)
        yield day.month, day.day, day.year
        if (day.month, day.day) == (2, 28) and not isleap(day.year):
            yield 2, 29, day.year
