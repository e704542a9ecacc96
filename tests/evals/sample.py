"""Reports with eval cases, read as they are written."""

from __future__ import annotations

import hashlib

from afterword.evals.checks import BY_TYPE
from afterword.evals.output import Column, Output
from afterword.evals.selfcheck import CaseCheck, check_case
from afterword.evals.tables import Tables
from afterword.evals.verdict import Verdict
from afterword.model.case_output import Answer
from afterword.model.eval_case import Check, EvalCase
from afterword.model.evidence_file import EvidenceFile
from afterword.model.report import Report
from afterword.model.settings import Settings
from afterword.read.data_rows import DataRows, read_data_rows
from afterword.read.report import read_report

NAME = "2026-03-11-case"
URI = f"evidence/{NAME}/rows.csv"


def report_of(front: str) -> Report:
    text = f"---\ntitle: A case\n{front.strip()}\n---\n"
    report = read_report(text.encode(), path=f"{NAME}.md", place=f"reports/2026/{NAME}.md", settings=Settings())
    assert [problem.message for problem in report.problems] == []
    return report


def tables(data: str = "", uri: str = URI) -> Tables:
    content = data.encode()
    file = EvidenceFile(uri, uri, len(content), hashlib.sha256(content).hexdigest(), "text", content=content)
    return Tables({uri: file} if data else {})


def case_of(fields: str) -> EvalCase:
    lines = "\n".join(f"    {line}" for line in fields.strip().split("\n"))
    return report_of(f"eval_cases:\n  - title: It holds\n{lines}").front.eval_cases[0]


def try_case(fields: str, data: str = "", front: str = "") -> CaseCheck:
    evidence = f"evidence: [{{id: EV-1, kind: data-payload, title: Rows, uri: {URI}}}]\n" if data else ""
    lines = "\n".join(f"    {line}" for line in fields.strip().split("\n"))
    report = report_of(f"{front}{evidence}eval_cases:\n  - title: It holds\n{lines}")
    return check_case(report.front.eval_cases[0], report, tables(data))


def judge(check: str, output: str | Answer) -> Verdict:
    """One check as typed, on one output."""
    found = check_of(check)
    kind = BY_TYPE[found.type or "rubric"]
    assert kind.flaw(found) == ""
    assert kind.of_text is not None
    return kind.of_text(found, Output.of(output))


def judge_rows(check: str, data: str, column: str = "output", truth: str = "") -> Verdict:
    found = check_of(check)
    kind = BY_TYPE[found.type or "rubric"]
    assert kind.flaw(found) == ""
    assert kind.of_data is not None
    rows = read_data_rows(data.encode(), "rows.csv")
    assert isinstance(rows, DataRows)
    return kind.of_data(found, Column(rows, column, truth))


def check_of(check: str) -> Check:
    return case_of(f"checks: [{check}]").checks[0]


def flaw(check: str) -> str:
    found = check_of(check)
    return BY_TYPE[found.type or "rubric"].flaw(found)
