"""The rows of a data case in two parts: what a target is given, and what only the judge reads."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from afterword.model.case_input import DataSet
from afterword.model.eval_case import Check
from afterword.read.data_rows import DataRows


def given_rows(rows: DataRows, data: DataSet, checks: Iterable[Check]) -> list[dict[str, str]]:
    """Each row without what was put out at the time, what should have been and what was right; every value a text."""
    answers = {data.reference, data.truth, *data.recorded, *(check.baseline for check in checks)}
    kept = [name for name in rows.columns if name not in answers]
    return [{name: row[name].text for name in kept if name in row} for row in rows.rows]


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
