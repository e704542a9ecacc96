"""All reports by year."""

from __future__ import annotations

from itertools import groupby

from afterword.index.index import Index
from afterword.model.report import Report
from afterword.pages.entries import count_kinds, report_entries, uncounted
from afterword.pages.escape import render
from afterword.pages.page import Page


def render_reports(index: Index) -> Page:
    """The list."""
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


def _year(report: Report) -> str:
    """The year in which it happened, as lists sort it."""
    return str(report.date.last.year) if report.date else "Without a date"
