"""Duties to report to an authority, each with its clock."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from markupsafe import Markup

from afterword.index.index import Index
from afterword.index.promised import due_day
from afterword.model.impact import Reporting
from afterword.model.report import Report
from afterword.pages.escape import escape_text
from afterword.pages.names import regime_name
from afterword.pages.words import counted, fill, join, label, time_tag


@dataclass(frozen=True)
class Duty:
    """One row of the table; every cell is ready."""

    regime: Markup
    applies: Markup
    aware: Markup
    due: Markup
    submitted: Markup


def duties(report: Report, index: Index, zone: ZoneInfo) -> list[Duty]:
    """The duties of a report in its own order."""
    impact = report.front.impact
    return [_duty(each, index, zone) for each in impact.reporting] if impact else []


def _duty(entry: Reporting, index: Index, zone: ZoneInfo) -> Duty:
    applies = {True: "applies", False: "does not apply", None: "not decided"}[entry.applicable]
    more = [entry.rationale] if entry.rationale else []
    more += [f"decided by {label(entry.decided_by_role)}"] if entry.decided_by_role else []
    told = fill("{}: {}", applies, join(more, "; ")) if more else escape_text(applies)
    return Duty(
        regime=regime_name(entry.regime) if entry.regime else Markup("not named"),
        applies=told,
        aware=time_tag(entry.aware_at, zone, short=True) if entry.aware_at else Markup("–"),
        due=_due(entry, index, zone),
        submitted=time_tag(entry.submitted, zone, short=True) if entry.submitted else Markup("–"),
    )


def _due(entry: Reporting, index: Index, zone: ZoneInfo) -> Markup:
    day = due_day(entry, zone)
    if entry.due is None or day is None:
        return Markup("–")
    tag = time_tag(entry.due, zone, short=True)
    if entry.submitted is not None or not entry.applicable:
        return tag
    days = (day - index.today).days
    if days < 0:
        return fill('{} <span class="aw-overdue">{} overdue</span>', tag, counted(-days, "day"))
    return fill("{} ({})", tag, "today" if days == 0 else f"in {counted(days, 'day')}")
