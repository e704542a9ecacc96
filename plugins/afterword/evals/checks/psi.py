"""`psi`: the values of the column are spread as those of the baseline, by their population stability index."""

from __future__ import annotations

from afterword.evals.checks.kind import CheckKind
from afterword.evals.checks.needs import number_of, threshold_flaw
from afterword.evals.output import Column
from afterword.evals.stability import stability_index
from afterword.evals.verdict import Verdict, broken, judged
from afterword.evals.words import quoted, share
from afterword.model.eval_case import Check


def flaw(check: Check) -> str:
    """A column of earlier values, and a threshold."""
    return threshold_flaw(check) if check.baseline else "`baseline` is the column of the earlier values"


def judge(check: Check, column: Column) -> Verdict:
    """Passes where the index is no larger than the threshold."""
    name = check.baseline or ""
    if name not in column.rows.columns:
        return broken(f"the file has no column {quoted(name)}")
    before = [cell.text for cell in column.rows.cells(name) if cell is not None]
    now = [cell.text for cell in column.rows.cells(column.name) if cell is not None]
    if not before or not now:
        return broken(f"the column {quoted(name if not before else column.name)} holds no value")
    index = stability_index(before, now)
    told = f"the stability index against {quoted(name)} is {share(index)}"
    return judged(index <= number_of(check), told, f"{told}, more than {share(number_of(check))}")


KIND = CheckKind("psi", flaw, of_data=judge)
