"""`slice_gap`: between the groups of a column a rate or a metric differs by no more than this."""

from __future__ import annotations

from afterword.evals.checks.kind import CheckKind
from afterword.evals.checks.metric_min import metric_words
from afterword.evals.checks.needs import label_flaw, number_of, threshold_flaw
from afterword.evals.metrics import groups_of, measure
from afterword.evals.output import Column
from afterword.evals.verdict import Verdict, broken, judged
from afterword.evals.words import quoted, share
from afterword.model.eval_case import Check


def flaw(check: Check) -> str:
    """A column of groups, a threshold, and a label for all but accuracy."""
    if not check.by:
        return "`by` is the column of the groups"
    return threshold_flaw(check, 1) or ("" if check.metric == "accuracy" else label_flaw(check))


def judge(check: Check, column: Column) -> Verdict:
    """Passes where the largest gap is no larger; rows without a group stand in none, and a group of nothing is left."""
    by, metric = check.by or "", check.metric or "rate"
    if by not in column.rows.columns:
        return broken(f"the file has no column {quoted(by)}")
    if metric != "rate" and not column.truth:
        return broken("`input.data.truth` names no column of what was right")
    found = {name: measure(metric, pairs, check.label) for name, pairs in groups_of(column, by).items()}
    values = {name: value for name, value in found.items() if value is not None}
    if len(values) < 2:
        return broken(f"the column {quoted(by)} has no two groups to compare")
    low, high = min(values, key=lambda name: (values[name], name)), max(values, key=lambda name: (values[name], name))
    gap = values[high] - values[low]
    told = f"{metric_words(check)} is {share(values[low])} in {quoted(low)} and {share(values[high])} in {quoted(high)}"
    more = f"{told}, a gap of more than {share(number_of(check))}"
    # Sums of decimal numbers miss by a hair what they are written as.
    return judged(gap <= number_of(check) + 1e-9, told, more)


KIND = CheckKind("slice_gap", flaw, of_data=judge)
