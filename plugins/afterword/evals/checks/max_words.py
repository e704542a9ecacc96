"""`max_words`: the text has no more words than this."""

from __future__ import annotations

from afterword.evals.checks.kind import CheckKind
from afterword.evals.output import Output
from afterword.evals.verdict import Verdict, judged
from afterword.evals.words import plural
from afterword.model.eval_case import Check


def flaw(check: Check) -> str:
    """A whole number."""
    number = check.value
    fits = isinstance(number, int) and not isinstance(number, bool) and number >= 0
    return "" if fits else "`value` is a whole number of words"


def judge(check: Check, output: Output) -> Verdict:
    """Passes where the text is no longer; a word is what stands between blanks."""
    count, most = len(output.text.split()), plural(int(check.value), "word")
    return judged(count <= int(check.value), f"has no more than {most}", f"has {count:,}, more than {most}")


KIND = CheckKind("max_words", flaw, of_text=judge)
