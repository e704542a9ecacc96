"""`tool_not_called`: a tool was not called, or not with these arguments where some are given."""

from __future__ import annotations

from afterword.evals.checks.kind import CheckKind
from afterword.evals.checks.tool_called import call_words, flaw, is_called
from afterword.evals.output import Output
from afterword.evals.verdict import Verdict, judged
from afterword.model.eval_case import Check


def judge(check: Check, output: Output) -> Verdict:
    """Passes where the tool was not called."""
    return judged(not is_called(check, output), f"does not call {call_words(check)}", f"calls {call_words(check)}")


KIND = CheckKind("tool_not_called", flaw, of_text=judge)
