"""`_labels.csv`: factors that people accepted for imported reports, joined with those reports."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from afterword.model.dates import DateError, parse_day
from afterword.model.factors import ContributingFactor
from afterword.model.labels import COLUMNS, Label
from afterword.model.report import Report
from afterword.model.tree import DataProblem
from afterword.model.vocabulary import Vocabulary
from afterword.read.csv_cells import write_rows
from afterword.read.csv_table import Row, read_table
from afterword.read.files import read_bytes


def read_labels(
    path: Path, shown: str, ids: frozenset[str], vocabulary: Vocabulary
) -> tuple[tuple[Label, ...], tuple[DataProblem, ...]]:
    """All labels that can be taken as they stand, sorted, and the problems with the others.

    Args:
        path: the file.
        shown: its path as people see it.
        ids: ids of all reports.
        vocabulary: the factors that there are.
    """
    if not path.exists() and not path.is_symlink():
        return (), ()
    data = read_bytes(path)
    if isinstance(data, str):
        return (), (DataProblem(shown, 1, 1, f"the file cannot be read: {data}"),)
    table = read_table(data, shown, COLUMNS)
    found: dict[tuple[str, str], Label] = {}
    typed: set[tuple[str, str]] = set()
    problems = list(table.problems)
    for row in table.rows:
        read = _label(row, shown, ids, vocabulary)
        if isinstance(read, DataProblem):
            problems.append(read)
        elif (read.report, row.text("factor")) in typed:
            problems.append(row.problem(shown, "report", "this label stands twice", "keep one of the lines"))
        else:
            typed.add((read.report, row.text("factor")))
            found.setdefault((read.report, read.factor), read)
    return tuple(sorted(found.values())), tuple(problems)


def write_labels(labels: Iterable[Label]) -> bytes:
    """The file's content, sorted."""
    rows = [(each.report, each.factor, each.accepted_on.isoformat()) for each in sorted(labels)]
    return write_rows([COLUMNS, *rows]).encode()


def label_reports(reports: Iterable[Report], labels: Iterable[Label]) -> list[Report]:
    """The reports; imported ones that name no factors of their own have those that were accepted for them."""
    found: dict[str, list[Label]] = {}
    for label in labels:
        found.setdefault(label.report, []).append(label)
    return [
        _labelled(report, found[report.id]) if takes_labels(report) and report.id in found else report
        for report in reports
    ]


def takes_labels(report: Report) -> bool:
    """Whether labels stand in for the factors of the report: it is imported and names none itself."""
    is_open = report.lifecycle == "imported" and not report.is_unreadable
    return is_open and not report.is_typed("contributing_factors")


def judge_report(row: Row, shown: str, ids: Iterable[str]) -> DataProblem | None:
    """What is wrong with the report that a line names."""
    typed = row.text("report")
    if not typed:
        return row.problem(shown, "report", "the line names no report", "write the report's id, or take the line out")
    if typed in ids:
        return None
    close = difflib.get_close_matches(typed, list(ids), n=1, cutoff=0.6) or sorted(
        each for each in ids if each.startswith(typed)
    )
    hint = f"did you mean `{close[0]}`?" if close else "write the id of a report, or take the line out"
    return row.problem(shown, "report", f"there is no report `{typed}`", hint)


def judge_factor(row: Row, shown: str, vocabulary: Vocabulary) -> DataProblem | None:
    """What is wrong with the factor that a line names."""
    typed, known = row.text("factor"), vocabulary.factor_by_id
    if not typed:
        return row.problem(shown, "factor", "the line names no factor", "write the factor's id, or take the line out")
    if vocabulary.factor_now(typed) in known:
        return None
    if typed in vocabulary.retired_factors:
        told, cure = vocabulary.retired_factors[typed].words
        return row.problem(shown, "factor", f"`{typed}` {told}", cure)
    by_title: Mapping[str, str] = {each.title.casefold(): each.id for each in known.values()}
    close = difflib.get_close_matches(typed.casefold(), [*known, *by_title], n=1, cutoff=0.6)
    meant = by_title.get(close[0], close[0]) if close else ""
    hint = f"did you mean `{meant}`?" if meant else "take an id of the vocabulary, or take the line out"
    return row.problem(shown, "factor", f"the vocabulary holds no factor `{typed}`", hint)


def _label(row: Row, shown: str, ids: frozenset[str], vocabulary: Vocabulary) -> Label | DataProblem:
    wrong = judge_report(row, shown, ids) or judge_factor(row, shown, vocabulary)
    if wrong is not None:
        return wrong
    day = _read_day(row.text("accepted_on"))
    if day is None:
        return row.problem(shown, "accepted_on", "`accepted_on` is no day", "write a day such as `2026-03-11`")
    return Label(row.text("report"), vocabulary.factor_now(row.text("factor")), day)


def _read_day(typed: str) -> date | None:
    try:
        return parse_day(typed)
    except DateError:
        return None


def _labelled(report: Report, labels: list[Label]) -> Report:
    ordered = tuple(sorted(labels))
    # With the ids that entries of front matter get by their place.
    factors = tuple(ContributingFactor(id=f"CF-{place}", factor=each.factor) for place, each in enumerate(ordered, 1))
    return replace(report.with_fields(contributing_factors=factors), labels=ordered)
