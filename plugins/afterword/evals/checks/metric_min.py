"""`metric_min`: a metric against the column of what was right is at least this."""

from __future__ import annotations

from afterword.evals.checks.kind import CheckKind
from afterword.evals.checks.needs import label_flaw, number_of, threshold_flaw
from afterword.evals.metrics import measure, pairs_of
from afterword.evals.output import Column
from afterword.evals.verdict import Verdict, broken, judged
from afterword.evals.words import quoted, share
from afterword.model.eval_case import Check


def flaw(check: Check) -> str:
    """A metric other than the rate, a label for all but accuracy, and a threshold."""
    if check.metric is None or check.metric == "rate":
        return "`metric` is one of `accuracy`, `precision`, `recall`, `f1`"
    return threshold_flaw(check, 1) or ("" if check.metric == "accuracy" else label_flaw(check))


def judge(check: Check, column: Column) -> Verdict:
    """Passes where the metric is as high; a metric of nothing, such as recall without one such row, cannot pass."""
    metric = check.metric or "accuracy"
    if not column.truth:
        return broken("`input.data.truth` names no column of what was right")
    value, of = measure(metric, pairs_of(column), check.label), metric_words(check)
    if value is None:
        return judged(False, "", f"{of} cannot be told: no row counts for it")
    low = share(number_of(check))
    return judged(value >= number_of(check), f"{of} is {share(value)}", f"{of} is {share(value)}, less than {low}")


def metric_words(check: Check) -> str:
    """The metric in words, with its label where it has one."""
    metric = check.metric or "rate"
    return metric if metric == "accuracy" else f"the {metric} of {quoted(check.label)}"


KIND = CheckKind("metric_min", flaw, of_data=judge)
