"""A report as it would be at its next step: the text with what that step writes, and what the rules say to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from afterword.commands.edit import apply_edits, old_offset, put_value
from afterword.findings.finding import Finding
from afterword.link.graph import link_reports
from afterword.model.collection import Collection
from afterword.model.gates import Step
from afterword.model.problem import Fix
from afterword.model.project import Project
from afterword.model.report import Report
from afterword.model.source import Source
from afterword.model.span import Span
from afterword.read.gates import read_gates
from afterword.read.report import read_report
from afterword.rules import RULES
from afterword.rules.rule import Context
from afterword.rules.run import check_collection


@dataclass(frozen=True)
class Promotion:
    """What a step would write, and what is still missing for it.

    Attributes:
        written: what is put in, as `key: value`, in the order of the form.
        data: the file's bytes after it.
        findings: what the rules say to the outcome, located in the file as it is now.
    """

    written: tuple[str, ...]
    data: bytes
    findings: tuple[Finding, ...]


def prepare(project: Project, collection: Collection, report: Report, step: Step, today: date) -> Promotion:
    """Compute the step; nothing is written.

    Raises:
        EditError: where a value cannot be put in without touching anything else.
    """
    source = report.source
    values = _values(report, step, today)
    edits = list(dict.fromkeys(put_value(source, path, value) for path, value in values))
    edits = _merged(edits)
    text = apply_edits(source.text, edits)
    data = (("\ufeff" if source.bom else "") + text).encode()
    changed = read_report(data, path=report.path, place=report.place, settings=project.settings)
    reports = tuple(changed if each is report else each for each in collection.reports)
    context = Context(
        project, replace(collection, reports=reports), link_reports(reports), read_gates(project.settings.gates), today
    )
    findings = check_collection(context, RULES).findings
    located = [_located(each, changed.source, source, edits) for each in findings if each.path == report.path]
    return Promotion(tuple(f"{'.'.join(path)}: {value}" for path, value in values), data, tuple(located))


def _values(report: Report, step: Step, today: date) -> list[tuple[tuple[str, ...], str]]:
    """What `step` writes: the step itself, and on publication the days that were not typed."""
    values: list[tuple[tuple[str, ...], str]] = [(("lifecycle",), step)]
    if step != "published":
        return values
    review = report.front.review
    if not report.is_typed("published_on"):
        values.append((("published_on",), today.isoformat()))
    approved = review is not None and review.approved_by_roles and not report.is_typed("review", "approved_on")
    if approved and not report.is_public_sources:
        values.append((("review", "approved_on"), today.isoformat()))
    return values


def _merged(edits: Sequence[Fix]) -> list[Fix]:
    """Edits in the order of the text; two at one place become one, the deeper (later) key first."""
    merged: dict[tuple[int, int], str] = {}
    for edit in edits:
        key = (edit.start, edit.end)
        merged[key] = edit.text + merged.get(key, "")
    return [Fix(start, end, text) for (start, end), text in sorted(merged.items())]


def _located(finding: Finding, new: Source, old: Source, edits: Sequence[Fix]) -> Finding:
    """The finding where the author's file has it: what the step puts in is not there yet."""
    span = finding.span
    start = old_offset(new.offset(span.line, span.column), edits)
    end = old_offset(new.offset(span.end_line, span.end_column), edits)
    moved: Span = old.span(start, end)
    return replace(finding, span=moved, fix=None)
