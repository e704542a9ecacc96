"""One report with every mistake that does not stop the reading: all of them are told at once, each in its place.

`2026-03-11-awful.expected` is written anew by `pytest --update-golden`; read what changed before it is kept.
"""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from afterword.findings.finding import Finding
from afterword.link.graph import link_reports
from afterword.model.project import Project
from afterword.model.report import Report
from afterword.read.collection import read_collection
from afterword.read.gates import read_gates
from afterword.rules import RULES
from afterword.rules.rule import Context
from afterword.rules.run import check_collection

AWFUL = Path(__file__).parent / "awful" / "2026-03-11-awful.md"
GOLDEN = AWFUL.with_suffix(".expected")
READING = {"AW110", "AW111", "AW112", "AW113", "AW114"}


@pytest.fixture
def read(tmp_path: Path) -> tuple[Report, list[Finding]]:
    """The report as it is read, and all findings of all rules in it."""
    folder = tmp_path / "postmortems/reports/2026"
    folder.mkdir(parents=True)
    shutil.copyfile(AWFUL, folder / AWFUL.name)
    project = Project(tmp_path, tmp_path / "postmortems")
    collection = read_collection(project)
    graph = link_reports(collection.reports)
    context = Context(project, collection, graph, read_gates({}), date(2026, 11, 23))
    (report,) = collection.reports
    return report, list(check_collection(context, RULES).findings)


def line_of(finding: Finding) -> str:
    span = finding.span
    place = f"{span.line}:{span.column}-{span.end_line}:{span.end_column}"
    cure = f" | {finding.hint}" if finding.hint else ""
    return f"{place} {finding.code} {finding.level} {finding.message}{cure}"


def test_the_whole_list(read: tuple[Report, list[Finding]], *, update_golden: bool) -> None:
    lines = [line_of(finding) for finding in read[1]]
    if update_golden:
        GOLDEN.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    assert lines == GOLDEN.read_text(encoding="utf-8").splitlines()


def test_each_problem_is_told_once_in_the_order_of_the_file(read: tuple[Report, list[Finding]]) -> None:
    report, findings = read
    told = [(finding.span, finding.message) for finding in findings if finding.code in READING]
    assert sorted(told) == sorted((problem.span, problem.message) for problem in report.problems)
    assert len(told) == len({span for span, _ in told})
    places = [finding.span for finding in findings]
    assert places == sorted(places)


def test_what_could_be_read_still_stands(read: tuple[Report, list[Finding]]) -> None:
    report, _ = read
    assert report.audience == "restricted"
    assert report.front.extensions == {"x-kept": "as it is"}
    assert report.front.tags == ("fairness",)
    assert [entry.kind for entry in report.front.timeline] == [None, "note", "note", None, "alert_missed"]
    assert [entry.access for entry in report.front.evidence] == ["restricted", None]
    assert [entry.title for entry in report.front.remediations] == [None, "Compare areas before each release"]
