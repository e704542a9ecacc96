"""Reporting clocks: notices to authorities that were not handed in when the period ended."""

from __future__ import annotations

from datetime import date

from afterword.digest.content.items import report_ref
from afterword.digest.content.plain_texts import line
from afterword.digest.selection import Selection
from afterword.digest.source import Source, published_on
from afterword.digest.view import Clock
from afterword.index.promised import due_day
from afterword.model.impact import Reporting
from afterword.model.report import Report
from afterword.pages.names import regime_words
from afterword.pages.words import say_moment


def reporting_clocks(selection: Selection, source: Source) -> tuple[Clock, ...]:
    """The most urgent first; those without a known day last. Duties of others, told from public sources, are none."""
    end = selection.period.end
    found = [
        _clock(report, duty, end, source)
        for report, duty in source.duties
        if published_on(report) < end and not _is_handed_in(duty, end, source)
    ]
    return tuple(sorted(found, key=lambda each: (each.days is None, each.days or 0, each.report.address)))


def _is_handed_in(duty: Reporting, end: date, source: Source) -> bool:
    return duty.submitted is not None and duty.submitted.earliest.astimezone(source.zone).date() < end


def _clock(report: Report, duty: Reporting, end: date, source: Source) -> Clock:
    day = due_day(duty, source.zone)
    return Clock(
        regime=line(regime_words(duty.regime or "")) or "a duty without a name",
        report=report_ref(report, source),
        decided=duty.applicable is True,
        due=day,
        due_words=say_moment(duty.due, source.zone) if duty.due is not None else "",
        days=(day - end).days if day is not None else None,
    )
