"""Who may read a report, as far as that can be told."""

from __future__ import annotations

from afterword.model.choices import Audience
from afterword.model.report import Report
from afterword.model.span import Path


def audience_of(report: Report) -> Audience:
    """The report's audience; `restricted` for one that is held back because none is set."""
    return report.audience or "restricted"


def is_misread(report: Report, path: Path) -> bool:
    """Whether the value at `path` could not be read: it counts as `restricted`, and a finding tells that already."""
    if report.front.audience is not None and path == ("audience",) and not report.is_typed(*path):
        return True  # the key was misspelt
    places = {report.spans.get(path), report.keys.get(path)}
    return any(problem.span in places for problem in report.problems)
