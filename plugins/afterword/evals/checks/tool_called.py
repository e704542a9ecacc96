"""`tool_called`: a tool was called, with these arguments where some are given."""

from __future__ import annotations

from afterword.evals.checks.kind import CheckKind
from afterword.evals.output import Output
from afterword.evals.verdict import Verdict, judged
from afterword.evals.words import quoted, told_json
from afterword.model.case_output import ToolCall
from afterword.model.eval_case import Check


def flaw(check: Check) -> str:
    """A tool's name."""
    return "" if isinstance(check.value, str) and check.value else "`value` is the name of a tool"


def is_called(check: Check, output: Output) -> bool:
    """Whether one of the calls is the one that the check names; arguments that it does not name may be anything."""
    return any(call.name == check.value and _has_arguments(check, call) for call in output.calls)


def call_words(check: Check) -> str:
    """The call that the check names, in words."""
    named = f"the tool {quoted(check.value)}"
    return f"{named} with {quoted(check.arguments)}" if check.arguments else named


def judge(check: Check, output: Output) -> Verdict:
    """Passes where the tool was called."""
    return judged(is_called(check, output), f"calls {call_words(check)}", f"does not call {call_words(check)}")


def _has_arguments(check: Check, call: ToolCall) -> bool:
    return all(name in call.arguments and _same(value, call.arguments[name]) for name, value in check.arguments.items())


def _same(one: object, other: object) -> bool:
    """Whether both are the same JSON: `1` is neither `true` nor `"1"`, and the order of keys makes no difference."""
    return told_json(one) == told_json(other)


KIND = CheckKind("tool_called", flaw, of_text=judge)
