"""What else waits for a day: accepted risks that are to be looked at again, and duties to report to an authority."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, tzinfo
from typing import Literal

from afterword.index.index import Index
from afterword.model.factors import ContributingFactor
from afterword.model.impact import Reporting
from afterword.model.report import Report

Clock = Literal["running", "undecided", "submitted"]


@dataclass(frozen=True)
class AcceptedRisk:
    """A condition that stays as it is, decided by a role.

    Attributes:
        report: the report that tells of it.
        factor: its contributing factor, with the decision.
        review_on: the day on which the decision is looked at again; None where the report names none.
        late: days since then, negative while it lies ahead.
    """

    report: Report
    factor: ContributingFactor
    review_on: date | None
    late: int | None


@dataclass(frozen=True)
class ReportingClock:
    """One duty to report that applies, or of which nobody has decided whether it does.

    Attributes:
        report: the report that tells of it.
        duty: its fields.
        clock: whether the notice is still to be handed in, the duty still to be decided, or the notice was handed in.
        late: of a notice that is not handed in, whole days past its due date in the site's zone, negative while some
            are left; None where no due date is known.
    """

    report: Report
    duty: Reporting
    clock: Clock
    late: int | None


def list_accepted_risks(index: Index) -> tuple[AcceptedRisk, ...]:
    """Accepted risks of our own by the day of review, overdue ones and the nearest first, those without a day last."""
    found = [
        _risk(report, factor, index.today)
        for report in index.listed
        if not report.is_public_sources
        for factor in report.front.contributing_factors
        if factor.accepted_risk is not None
    ]
    return tuple(sorted(found, key=lambda risk: (risk.review_on or date.max, risk.report.id)))


def list_clocks(index: Index, zone: tzinfo) -> tuple[ReportingClock, ...]:
    """Duties that apply or are undecided: running clocks first, the most overdue first, then what was handed in."""
    found = [clock for report in index.listed if not report.is_public_sources for clock in _clocks(report, index, zone)]
    order: tuple[Clock, ...] = ("running", "undecided", "submitted")
    newest = sorted(found, key=lambda each: each.report.sort_key(), reverse=True)
    return tuple(sorted(newest, key=lambda each: (order.index(each.clock), each.late is None, -(each.late or 0))))


def _risk(report: Report, factor: ContributingFactor, today: date) -> AcceptedRisk:
    day = factor.accepted_risk.review_on if factor.accepted_risk else None
    return AcceptedRisk(report, factor, day, (today - day).days if day else None)


def _clocks(report: Report, index: Index, zone: tzinfo) -> Iterator[ReportingClock]:
    for duty in report.front.impact.reporting if report.front.impact else ():
        if duty.applicable is False:
            continue
        if duty.submitted is not None:
            yield ReportingClock(report, duty, "submitted", None)
            continue
        clock: Clock = "running" if duty.applicable else "undecided"
        yield ReportingClock(report, duty, clock, _late(duty, index.today, zone))


def due_day(duty: Reporting, zone: tzinfo) -> date | None:
    """The day in the zone on which the notice is due, of a month or a year its first; None where none is known."""
    if duty.due is None:
        return None
    local = duty.due.local if duty.due.precision != "minute" else duty.due.earliest.astimezone(zone)
    return local.date()


def _late(duty: Reporting, today: date, zone: tzinfo) -> int | None:
    day = due_day(duty, zone)
    return (today - day).days if day is not None else None
