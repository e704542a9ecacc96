"""`rate`: the share of rows with a certain output lies within bounds."""

from __future__ import annotations

from afterword.evals.checks.kind import CheckKind
from afterword.evals.checks.needs import label_flaw
from afterword.evals.metrics import measure, pairs_of
from afterword.evals.output import Column
from afterword.evals.verdict import Verdict, broken, judged
from afterword.evals.words import quoted, share
from afterword.model.eval_case import Check


def flaw(check: Check) -> str:
    """A label, and at least one bound."""
    low, high = check.at_least, check.at_most
    if low is None and high is None:
        return "`at_least` or `at_most` says which rate passes"
    if any(each is not None and not 0 <= each <= 1 for each in (low, high)):
        return "a rate lies from 0 to 1"
    if low is not None and high is not None and low > high:
        return "`at_least` lies above `at_most`"
    return label_flaw(check)


def judge(check: Check, column: Column) -> Verdict:
    """Passes where the rate lies within the bounds, the bounds included."""
    rate = measure("rate", pairs_of(column), check.label)
    if rate is None:
        return broken(f"the column {quoted(column.name)} holds no value")
    told = f"{quoted(check.label)} in {share(rate)} of the rows"
    if check.at_least is not None and rate < check.at_least:
        return judged(False, "", f"{told}, less than {share(check.at_least)}")
    if check.at_most is not None and rate > check.at_most:
        return judged(False, "", f"{told}, more than {share(check.at_most)}")
    return judged(True, told, "")


KIND = CheckKind("rate", flaw, of_data=judge)
