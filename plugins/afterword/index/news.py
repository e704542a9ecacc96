"""What is new: the order of the newest reports, the lesson of the week, and what was published or updated last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from afterword.index.index import Index
from afterword.model.report import Report

_OLD = frozenset({"superseded", "imported"})


@dataclass(frozen=True)
class Lesson:
    """The report from which most readers take something this week.

    Attributes:
        report: the report.
        week: the Monday of the week of its publishing.
        is_picked: whether the editor chose it; otherwise it is the newest one that says what to take along.
    """

    report: Report
    week: date
    is_picked: bool


@dataclass(frozen=True)
class Change:
    """A published report, the day of its publishing and that of its last change, which is the same without updates."""

    report: Report
    published: date
    changed: date


def newest(index: Index) -> list[Report]:
    """Reports by the day of their publishing, the newest first; without such a day the date counts."""
    known = [report for report in index.listed if report.lifecycle not in _OLD]
    return sorted(
        known, key=lambda report: (report.front.published_on or report.sort_key()[0], report.id), reverse=True
    )


def lesson_of_the_week(index: Index) -> Lesson | None:
    """The editor's pick of the newest week in which something was published, the last one of several.

    A week without a pick takes the newest report that names its own takeaway, and else the newest report; None where
    nothing is published.
    """
    published = [report for report in newest(index) if report.lifecycle == "published" and report.front.published_on]
    if not published:
        return None
    this_week = [report for report in published if _week(report) == _week(published[0])]
    picked = next((report for report in this_week if _is_pick(report)), None)
    if picked is not None:
        return Lesson(picked, _week(picked), is_picked=True)
    told = next((report for report in published if report.front.digest and report.front.digest.takeaway), published[0])
    return Lesson(told, _week(told), is_picked=False)


def last_changes(index: Index) -> list[Change]:
    """Published reports by the day of their last change, the latest first."""
    found = [
        _change(report, report.front.published_on)
        for report in index.listed
        if report.lifecycle == "published" and report.front.published_on
    ]
    return sorted(found, key=lambda each: (each.changed, each.report.id), reverse=True)


def _change(report: Report, published: date) -> Change:
    updates = [update.at.local.date() for update in report.front.updates if update.at is not None]
    return Change(report, published, max([published, *updates]))


def _week(report: Report) -> date:
    day = report.front.published_on
    assert day is not None, "asked of published reports alone"
    return day - timedelta(days=day.weekday())


def _is_pick(report: Report) -> bool:
    return report.front.digest is not None and report.front.digest.pick is True
