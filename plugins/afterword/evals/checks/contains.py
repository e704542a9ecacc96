"""`contains`: the text holds another one."""

from __future__ import annotations

from afterword.evals.checks.kind import CheckKind
from afterword.evals.checks.needs import text_flaw
from afterword.evals.output import Output
from afterword.evals.verdict import Verdict, judged
from afterword.evals.words import quoted
from afterword.model.eval_case import Check


def holds(check: Check, output: Output) -> bool:
    """Whether the text that is looked for is there."""
    wanted = str(check.value)
    if check.ignore_case:
        return wanted.casefold() in output.text.casefold()
    return wanted in output.text


def judge(check: Check, output: Output) -> Verdict:
    """Passes where the text is there."""
    wanted = quoted(check.value)
    return judged(holds(check, output), f"holds {wanted}", f"does not hold {wanted}")


KIND = CheckKind("contains", text_flaw, of_text=judge)
