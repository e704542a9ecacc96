"""`regex`: a pattern is found in the text."""

from __future__ import annotations

from afterword.evals.checks.kind import CheckKind
from afterword.evals.output import Output
from afterword.evals.patterns import finds, flaw_of
from afterword.evals.verdict import Verdict, judged
from afterword.evals.words import quoted
from afterword.model.eval_case import Check


def flaw(check: Check) -> str:
    """A pattern that RE2 takes."""
    if not isinstance(check.value, str) or not check.value:
        return "`value` is the regular expression that is looked for"
    return flaw_of(check.value)


def matches(check: Check, output: Output) -> bool:
    """Whether the pattern is found."""
    return finds(str(check.value), output.text, ignore_case=check.ignore_case is True)


def judge(check: Check, output: Output) -> Verdict:
    """Passes where the pattern is found."""
    pattern = quoted(check.value)
    return judged(matches(check, output), f"matches {pattern}", f"does not match {pattern}")


KIND = CheckKind("regex", flaw, of_text=judge)
