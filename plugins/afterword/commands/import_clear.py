"""Clearing: a person has read reports that the audit held back, and lets them onto the site."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from afterword.audit.audit import audit_report, text_digest
from afterword.commands.refusal import Refusal
from afterword.commands.write_file import create_file, replace_file
from afterword.model.flag import Clearance
from afterword.model.project import Project
from afterword.model.report import Report
from afterword.read.clearances import NAME, read_clearances, write_clearances
from afterword.read.collection import read_collection
from afterword.rules.safety.aw515_held_import import describe_flags


def clear_reports(ids: Iterable[str], project: Project, today: date) -> Iterator[str]:
    """Write down that the reports with `ids` are cleared, and yield what is to be printed.

    Raises:
        Refusal: where one of them is not an imported report; nothing is cleared then.
    """
    collection = read_collection(project)
    wanted = list(dict.fromkeys(ids))
    reports = [_report(each, collection.by_id) for each in wanted]
    path = project.docs / project.settings.state / NAME
    known, problems = read_clearances(path, NAME)
    if problems:
        message = f"`{NAME}` cannot be read, and would be lost: {problems[0].message}; {problems[0].hint}"
        raise Refusal(message)
    clearances = dict(known)
    for report in reports:
        if not report.held_for:
            yield f"{report.id}: nothing holds it back"
            continue
        flags = audit_report(report, project.settings)
        marks = tuple(sorted(flag.mark for flag in flags))
        clearances[report.id] = Clearance(report.id, text_digest(report), marks, today.isoformat())
        yield f"{report.id}: cleared of {describe_flags(report.held_for)}"
        yield from (f"  line {flag.line}: {flag.what} ({flag.mark})" for flag in report.held_for)
    if clearances != known:
        _write(path, write_clearances(clearances))


def _report(report_id: str, by_id: Mapping[str, Report]) -> Report:
    report = by_id.get(report_id)
    if report is not None and report.lifecycle == "imported":
        return report
    if report is not None:
        message = f"`{report_id}` is no imported report, so nothing holds it back"
        raise Refusal(message)
    close = difflib.get_close_matches(report_id, list(by_id), n=1, cutoff=0.6)
    message = f"there is no report `{report_id}`" + (f"; did you mean `{close[0]}`?" if close else "")
    raise Refusal(message)


def _write(path: Path, data: bytes) -> None:
    if not create_file(path, data):
        replace_file(path, data)
