"""Reporting clocks: notices to authorities that were not handed in when the period ended."""

from __future__ import annotations

from collections.abc import Iterator

from afterword.digest.content.items import report_ref
from afterword.digest.content.plain_texts import line
from afterword.digest.selection import Selection
from afterword.digest.source import Source
from afterword.digest.view import Clock
from afterword.index.promised import due_day
from afterword.model.report import Report
from afterword.pages.names import regime_words
from afterword.pages.words import say_moment


def reporting_clocks(selection: Selection, source: Source) -> tuple[Clock, ...]:
    """The most urgent first; those without a known day last. Duties of others, told from public sources, are none."""
    reports = [each for each in source.published_before(selection.period.end) if not each.is_public_sources]
    found = [clock for report in reports for clock in _clocks(report, selection, source)]
    return tuple(sorted(found, key=lambda each: (each.days is None, each.days or 0, each.report.address)))


def _clocks(report: Report, selection: Selection, source: Source) -> Iterator[Clock]:
    end = selection.period.end
    for duty in report.front.impact.reporting if report.front.impact else ():
        handed_in = duty.submitted
        if duty.applicable is False or (
            handed_in is not None and handed_in.earliest.astimezone(source.zone).date() < end
        ):
            continue
        day = due_day(duty, source.zone)
        yield Clock(
            regime=line(regime_words(duty.regime or "")) or "a duty without a name",
            report=report_ref(report, source),
            decided=duty.applicable is True,
            due=day,
            due_words=say_moment(duty.due, source.zone) if duty.due is not None else "",
            days=(day - end).days if day is not None else None,
        )
