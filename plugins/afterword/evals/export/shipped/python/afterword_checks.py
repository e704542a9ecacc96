"""One check on one answer, or on the answers of all variants, or on predictions: whether it passes, and why.

It judges as the self-check of the incident reports does, with nothing but Python's standard library.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from afterword_answers import Answer, whole
from afterword_patterns import finds
from afterword_rows import judge_data
from afterword_schemas import SchemaError, fits

Verdict = tuple[bool, str]
TOGETHER = "same_across_variants"
"""The type of check that judges the answers of all variants together."""


def judge_text(check: dict, answer: Answer) -> Verdict:
    """One check of a text or of tool calls. Its reason repeats the check and never the answer."""
    kind, value, text = check["type"], check.get("value"), answer.text
    told = quoted(value)
    if kind in ("contains", "not_contains"):
        found = _fold(check, value) in _fold(check, text)
        return found == (kind == "contains"), f"holds {told}" if found else f"does not hold {told}"
    if kind in ("regex", "not_regex"):
        found = finds(value, text, ignore_case=check.get("ignore_case", False))
        return found == (kind == "regex"), f"matches {told}" if found else f"does not match {told}"
    if kind == "equals":
        same = _fold(check, value) == _fold(check, text.strip())
        return same, f"equals {told}" if same else f"does not equal {told}"
    if kind == "is_json":
        return _json(text)
    if kind == "json_schema":
        return _schema(check, text)
    if kind == "max_words":
        count = len(text.split())
        return count <= value, f"has {count} words, {value} may be"
    if kind in ("tool_called", "tool_not_called"):
        found = any(_is_call(check, call) for call in answer.calls)
        return found == (kind == "tool_called"), f"calls {told}" if found else f"does not call {told}"
    return False, f"nothing here can judge `{kind}`"


def judge_together(check: dict, answers: Sequence[Answer]) -> Verdict:
    """Whether all variants gave the same answer in the same trial, blanks aside."""
    if len(answers) < 2:
        return False, "there are no two answers to compare"
    same = len({_told(check, answer) for answer in answers}) == 1
    return same, "is the same in every variant" if same else "is not the same in every variant"


def judge_rows(check: dict, predictions: Sequence, columns: dict) -> Verdict:
    """One check of data; `columns` holds by name the columns that it compares with."""
    return judge_data(check, predictions, columns)


def quoted(value: Any) -> str:
    """A value on one line and short, in the marks of code."""
    text = " ".join((value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)).split())
    return "`" + (text if len(text) <= 60 else text[:59] + "…").replace("`", "'") + "`"


def _fold(check: dict, text: str) -> str:
    return text.casefold() if check.get("ignore_case") else text


def _json(text: str) -> Verdict:
    try:
        read_json(text)
    except ValueError:
        return False, "is not JSON"
    return True, "is JSON"


def read_json(text: str) -> Any:
    """The value of a JSON text; `NaN` and its kin are none. Raises ValueError."""
    try:
        return json.loads(text, parse_constant=_refuse)
    except RecursionError:
        raise ValueError("it is nested too deep") from None


def _refuse(name: str) -> Any:
    raise ValueError(f"{name} is no JSON")


def _schema(check: dict, text: str) -> Verdict:
    try:
        value = read_json(text)
    except ValueError:
        return False, "is not JSON"
    try:
        good = fits(check["value"], value)
    except SchemaError as error:
        return False, str(error)
    return good, "has the form of the schema" if good else "does not have the form of the schema"


def _is_call(check: dict, call: dict) -> bool:
    wanted = check.get("arguments", {})
    return call["name"] == check["value"] and all(
        name in call["arguments"] and _same(value, call["arguments"][name]) for name, value in wanted.items()
    )


def _same(one: Any, other: Any) -> bool:
    """Whether both are the same JSON: `1` is neither `true` nor `"1"`, and the order of keys makes no difference."""
    return json.dumps(whole(one), sort_keys=True) == json.dumps(whole(other), sort_keys=True)


def _told(check: dict, answer: Answer) -> str:
    text = " ".join(answer.text.split())
    calls = [[call["name"], whole(call["arguments"])] for call in answer.calls]
    return json.dumps([_fold(check, text), calls], sort_keys=True)
