"""What the model says of settings and data files that it does not take, in the words that people are told."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from afterword.model.scalars import clip

_QUOTED = re.compile(r"'([^']*)'")
_TAKES: Mapping[str, str] = {
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "a map of fields",
    "mapping_type": "a map of fields",
    "model_type": "a map of fields",
    "model_attributes_type": "a map of fields",
    "string_type": "text; put it in quotes",
    "string_pattern_mismatch": "lower-case words with hyphens between",
    "bool_type": "`true` or `false`",
    "bool_parsing": "`true` or `false`",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
}


def describe_refusal(name: str, detail: Any) -> str:  # noqa: ANN401 - pydantic's error details
    """One error of the model about the value called `name`: what is wrong, and what to write instead."""
    kind, context = str(detail["type"]), detail.get("ctx", {})
    if kind == "literal_error":
        return _unknown_word(name, detail)
    if kind == "string_pattern_mismatch" and str(context.get("pattern", "")).startswith("^AW3"):
        return f"`{name}` takes the code of a wording rule, such as `AW321`"
    if kind in _TAKES:
        return f"`{name}` takes {_TAKES[kind]}"
    if kind.startswith("date"):
        return f"`{name}` takes a day such as `2026-03-11`"
    if kind == "invalid_key":
        return f"`{name}` is read as something other than text; put the key in quotes"
    if kind == "greater_than_equal":
        return f"`{name}` is at least {context['ge']:,}"
    if kind == "string_too_short":
        fewest = int(context["min_length"])
        return f"`{name}` is empty; fill it in" if fewest == 1 else f"`{name}` has at least {fewest} characters"
    message = str(detail["msg"]).removeprefix("Value error, ")
    return f"`{name}`: {message[:1].lower()}{message[1:]}"


def _unknown_word(name: str, detail: Any) -> str:  # noqa: ANN401
    choices = ", ".join(f"`{each}`" for each in _QUOTED.findall(str(detail["ctx"]["expected"])))
    typed = detail.get("input")
    if name.endswith(".[key]"):
        name = name.removesuffix(".[key]").rpartition(".")[0]
    if isinstance(typed, str) and typed:
        return f"`{name}` does not know `{clip(typed)}`; write one of {choices}"
    return f"`{name}` takes one of {choices}"
