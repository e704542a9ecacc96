"""The rows of a data case in two parts: what a target is given, and what only the judge reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from afterword.model.case_input import DataSet
from afterword.model.eval_case import Check
from afterword.model.report import Report
from afterword.read.data_rows import DataRows


def given_rows(rows: DataRows, data: DataSet, report: Report) -> list[dict[str, str]]:
    """Each row without what any case of the report takes for an output or for right; every value a text."""
    answers = set(_answers(data.evidence, report))
    kept = [name for name in rows.columns if name not in answers]
    return [{name: row[name].text for name in kept if name in row} for row in rows.rows]


def _answers(evidence: str | None, report: Report) -> Iterator[str | None]:
    """Columns of the evidence that hold what was put out at the time, what should have been, and what was right."""
    for case in report.front.eval_cases:
        data = case.input.data_set if case.input else None
        if data is not None and data.evidence == evidence:
            yield from (data.reference, data.truth, *data.recorded, *(check.baseline for check in case.checks))


def judged_columns(rows: DataRows, data: DataSet, checks: Iterable[Check]) -> dict[str, Any]:
    """The columns with which predictions are compared: what was right, the groups, the baselines."""
    asked = tuple(checks)
    return {
        "rows": len(rows.rows),
        "truth": cells(rows, data.truth) if data.truth else None,
        "by": {name: cells(rows, name) for name in sorted({each.by for each in asked if each.by})},
        "baseline": {name: cells(rows, name) for name in sorted({each.baseline for each in asked if each.baseline})},
    }


def cells(rows: DataRows, column: str) -> list[str | None]:
    """One column from top to bottom; None where a row has no value."""
    return [cell.text if cell else None for cell in rows.cells(column)]
