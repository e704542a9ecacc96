"""`not_contains`: the text does not hold another one."""

from __future__ import annotations

from afterword.evals.checks.contains import holds
from afterword.evals.checks.kind import CheckKind
from afterword.evals.checks.needs import text_flaw
from afterword.evals.output import Output
from afterword.evals.verdict import Verdict, judged
from afterword.evals.words import quoted
from afterword.model.eval_case import Check


def judge(check: Check, output: Output) -> Verdict:
    """Passes where the text is not there."""
    unwanted = quoted(check.value)
    return judged(not holds(check, output), f"does not hold {unwanted}", f"holds {unwanted}")


KIND = CheckKind("not_contains", text_flaw, of_text=judge)
