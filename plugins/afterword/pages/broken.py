"""The page that stands in for a report with errors while serving: its path and its findings, none of its text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from afterword.findings.finding import Finding
from afterword.model.ids import is_report_id
from afterword.model.report import Report
from afterword.pages.escape import render
from afterword.pages.page import Page


def render_broken(report: Report, findings: Iterable[Finding]) -> Page:
    """The page of a report that cannot be shown yet.

    A finding's message and hint are shown; its `match` is a piece of the report's text and is not.
    """
    title = f"Cannot be shown yet: {report.path}"
    listed = sorted(findings, key=lambda finding: finding.order)
    return Page(
        path=f"reports/{_file_name(report)}.md",
        title=title,
        markdown=render("broken.md.jinja", title=title, path=report.path, findings=listed),
        description="This report cannot be shown yet.",
        authored=True,
    )


def _file_name(report: Report) -> str:
    """The id where it is one, else a name that no id has and that is safe in every address."""
    if is_report_id(report.id):
        return report.id
    return f"unnamed-{hashlib.sha256(report.path.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"
