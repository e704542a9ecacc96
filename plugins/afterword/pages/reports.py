"""The lists of reports: all by year, near misses, and every silent check by why it stayed quiet."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import get_args

from markupsafe import Markup

from afterword.index.index import Index, SilentCheck
from afterword.model.choices import MissedBecause
from afterword.model.report import Report
from afterword.pages.entries import Entry, count_kinds, report_entries, report_entry, silent_entry, uncounted
from afterword.pages.escape import escape_text, render
from afterword.pages.page import Page
from afterword.pages.words import capital, label, sentence

_REASONS: dict[MissedBecause, str] = {
    "not-measured": "No signal looked at it.",
    "aggregated-away": "A total or an average hid the part that moved.",
    "threshold-too-loose": "The signal moved, and its limit lay too far away.",
    "delayed": "The signal spoke, and spoke too late.",
    "muted": "The signal was switched off at the time.",
    "routed-nowhere": "The signal spoke where nobody was listening.",
    "treated-as-noise": "The signal spoke, and looked like the false alarms before it.",
    "dashboard-only": "The signal stood on a dashboard, and nothing called anyone to it.",
    "metric-improved": "The number looked better because of the fault.",
}


def render_report_lists(index: Index) -> Iterator[Page]:
    """All three lists."""
    yield _all_reports(index)
    yield _near_misses(index)
    yield _silent_checks(index)


def _all_reports(index: Index) -> Page:
    path, title = "reports/index.md", "Reports"
    years = [(year, report_entries(reports, index, path)) for year, reports in groupby(index.listed, key=_year)]
    markdown = render(
        "all_reports.md.jinja",
        title=title,
        kinds=count_kinds(index.counted),
        uncounted=uncounted(index.listed, index),
        years=years,
    )
    return Page(path, title, markdown, "Every learning report, the newest first.")


def _near_misses(index: Index) -> Page:
    path, title = "near-misses/index.md", "Near misses"
    found = [report for report in index.listed if report.kind == "near_miss"]
    entries = [_near_miss(report, index, path) for report in found]
    markdown = render("near_misses.md.jinja", title=title, entries=entries, empty=not index.listed)
    return Page(path, title, markdown, "What nearly went wrong, what stopped it, and what could have come of it.")


def _near_miss(report: Report, index: Index, path: str) -> Entry:
    told = report.front.near_miss
    if told is None:
        return report_entry(report, index, path)
    caught = Markup("*Stopped by:* ") + escape_text(sentence(told.caught_by)) if told.caught_by else None
    potential = Markup("*Could have come of it:* ") + escape_text(sentence(told.potential)) if told.potential else None
    return report_entry(report, index, path, caught, potential)


def _silent_checks(index: Index) -> Page:
    path, title = "silent-checks/index.md", "Silent checks"
    checks = index.silent_checks
    sections = [
        (capital(label(reason)), _REASONS[reason], _entries_for(reason, index, path))
        for reason in get_args(MissedBecause)
        if any(check.entry.missed_because == reason for check in checks)
    ]
    if others := _entries_for(None, index, path):
        sections.append(("No reason told", "Why the signal stayed quiet is not told.", others))
    markdown = render("silent_checks.md.jinja", title=title, sections=sections, empty=not index.listed)
    return Page(path, title, markdown, "Signals that should have spoken and did not, by the reason why.")


def _entries_for(reason: MissedBecause | None, index: Index, path: str) -> list[Entry]:
    found: list[SilentCheck] = [check for check in index.silent_checks if check.entry.missed_because == reason]
    return [silent_entry(check, path, with_reason=False) for check in found]


def _year(report: Report) -> str:
    """The year in which it happened, as lists sort it."""
    return str(report.date.last.year) if report.date else "Without a date"
