"""`not_regex`: a pattern is not found in the text."""

from __future__ import annotations

from afterword.evals.checks.kind import CheckKind
from afterword.evals.checks.regex import flaw, matches
from afterword.evals.output import Output
from afterword.evals.verdict import Verdict, judged
from afterword.evals.words import quoted
from afterword.model.eval_case import Check


def judge(check: Check, output: Output) -> Verdict:
    """Passes where the pattern is not found."""
    pattern = quoted(check.value)
    return judged(not matches(check, output), f"does not match {pattern}", f"matches {pattern}")


KIND = CheckKind("not_regex", flaw, of_text=judge)
