"""A case for each of its variants: each `{{key}}` that the variant knows is replaced, and every other brace kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from afterword.evals.output import Output
from afterword.model.case_input import EvalInput, Message
from afterword.model.case_output import Answer, ToolCall
from afterword.model.eval_case import Check, EvalCase
from afterword.read.data_rows import text_of

_KEY = re.compile(r"\{\{([^{}\n]{1,200})\}\}")
PATTERNS = frozenset({"regex", "not_regex"})
"""Checks whose value stays as it is: a value put into a pattern would be read as one."""


@dataclass(frozen=True)
class FilledVariant:
    """One variant with everything filled in; a case without variants is one of them, without a name.

    Attributes:
        name: the variant's name, `variant 2` where it has none; empty for a case without variants.
        input: what is put in.
        checks: what is checked, in the case's order.
        recorded: what the system put out at the time, one for each run.
        reference: what passes all checks; None where none is written.
    """

    name: str
    input: EvalInput | None
    checks: tuple[Check, ...]
    recorded: tuple[Output, ...]
    reference: Output | None


def fill_variants(case: EvalCase) -> tuple[FilledVariant, ...]:
    """The case's variants in its order; the case itself where it has none."""
    if not case.variants:
        return (_filled(case, "", {}, case.recorded_outputs),)
    return tuple(
        _filled(case, each.name or f"variant {number}", each.vars, each.recorded_outputs)
        for number, each in enumerate(case.variants, 1)
    )


def fill(value: Any, values: Mapping[str, Any]) -> Any:  # noqa: ANN401 - any typed value
    """`value` with each known `{{key}}` replaced in its texts; what is put in is not looked through again."""
    if isinstance(value, str):
        return _KEY.sub(lambda found: text_of(values[found[1]]) if found[1] in values else found[0], value)
    if isinstance(value, list | tuple):
        return type(value)(fill(each, values) for each in value)
    if isinstance(value, dict):
        return {key: fill(each, values) for key, each in value.items()}
    return value


def keys_in(case: EvalCase) -> Iterator[str]:
    """Every `key` that stands in braces where a variant would replace it."""
    texts: list[Any] = [_replaced(check) for check in case.checks]
    if case.input is not None:
        texts += [case.input.prompt, *(message.content for message in case.input.messages)]
        texts += [call.arguments for message in case.input.messages for call in message.tool_calls]
    if case.reference_output is not None:
        texts += [Output.of(case.reference_output).text, [c.arguments for c in Output.of(case.reference_output).calls]]
    yield from _keys(texts)


def _replaced(check: Check) -> Any:  # noqa: ANN401
    return [None if check.type in PATTERNS else check.value, check.arguments]


def _keys(value: Any) -> Iterator[str]:  # noqa: ANN401
    if isinstance(value, str):
        yield from _KEY.findall(value)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _keys(each)
    elif isinstance(value, dict):
        for each in value.values():
            yield from _keys(each)


def _filled(case: EvalCase, name: str, values: Mapping[str, Any], recorded: tuple[Answer | str, ...]) -> FilledVariant:
    # Nearly every case has no braces to fill; copies of models are the dearest part of a self-check.
    return FilledVariant(
        name=name,
        input=_input(case.input, values) if values else case.input,
        checks=tuple(_check(check, values) for check in case.checks) if values else case.checks,
        recorded=tuple(Output.of(each) for each in recorded),
        reference=_reference(case.reference_output, values),
    )


def _input(given: EvalInput | None, values: Mapping[str, Any]) -> EvalInput | None:
    if given is None:
        return None
    messages = tuple(_message(each, values) for each in given.messages)
    return given.model_copy(update={"messages": messages, "prompt": fill(given.prompt, values)})


def _message(message: Message, values: Mapping[str, Any]) -> Message:
    told = {"content": fill(message.content, values), "tool_calls": _calls(message.tool_calls, values)}
    return message.model_copy(update=told)


def _calls(calls: tuple[ToolCall, ...], values: Mapping[str, Any]) -> tuple[ToolCall, ...]:
    return tuple(call.model_copy(update={"arguments": fill(call.arguments, values)}) for call in calls)


def _check(check: Check, values: Mapping[str, Any]) -> Check:
    value = check.value if check.type in PATTERNS else fill(check.value, values)
    return check.model_copy(update={"value": value, "arguments": fill(check.arguments, values)})


def _reference(typed: Answer | str | None, values: Mapping[str, Any]) -> Output | None:
    if typed is None:
        return None
    output = Output.of(typed)
    return Output(fill(output.text, values), _calls(output.calls, values))
