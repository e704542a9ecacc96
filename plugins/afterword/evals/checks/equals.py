"""`equals`: the text is exactly this, blanks at its ends aside."""

from __future__ import annotations

from afterword.evals.checks.kind import CheckKind
from afterword.evals.output import Output
from afterword.evals.verdict import Verdict, judged
from afterword.evals.words import quoted
from afterword.model.eval_case import Check
from afterword.read.data_rows import text_of


def flaw(check: Check) -> str:
    """A text, a number or a truth value; an output is one text, so nothing larger can equal it."""
    wrong = check.value is None or isinstance(check.value, list | dict)
    return "`value` is the text that the output equals" if wrong else ""


def judge(check: Check, output: Output) -> Verdict:
    """Passes where the text is the same."""
    wanted, text = text_of(check.value), output.text.strip()
    same = wanted.casefold() == text.casefold() if check.ignore_case else wanted == text
    return judged(same, f"equals {quoted(check.value)}", f"does not equal {quoted(check.value)}")


KIND = CheckKind("equals", flaw, of_text=judge)
