"""What a target gives back, read into one form: a text and tool calls, or one prediction for each row."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any


class AnswerError(ValueError):
    """What a target gave back is no answer; the message says why."""


@dataclass(frozen=True)
class Answer:
    """What a system said, and the tools that it called, each with `name` and `arguments`."""

    text: str
    calls: tuple[dict, ...] = ()


def read_answer(given: Any) -> Answer:
    """The answer in what a target gave back.

    It may be a text, or a map of `text` (or `content`) and `tool_calls`, or the list of calls alone. A call is a map of
    `name` and `arguments`, or has them in `function`, with the arguments as JSON.

    Raises:
        AnswerError: where it is none of these, with the reason in words.
    """
    if isinstance(given, str):
        return Answer(given)
    if isinstance(given, list):
        return Answer("", tuple(_call(each) for each in given))
    if not isinstance(given, dict) or not {"text", "content", "tool_calls"} & given.keys():
        raise AnswerError("the target gives back a text, or a map of `text` and `tool_calls`")
    text = given.get("text") if given.get("text") is not None else given.get("content")
    calls = given.get("tool_calls") or []
    if not isinstance(text or "", str) or not isinstance(calls, list):
        raise AnswerError("`text` is a text and `tool_calls` a list")
    return Answer(text or "", tuple(_call(each) for each in calls))


def _call(given: Any) -> dict:
    if isinstance(given, dict) and isinstance(given.get("function"), dict):
        given = given["function"]
    if not isinstance(given, dict) or not isinstance(given.get("name"), str):
        raise AnswerError("each of the `tool_calls` has a `name` and `arguments`")
    arguments = given.get("arguments")
    if isinstance(arguments, str):
        try:
            arguments = json.loads(arguments) if arguments.strip() else {}
        except (ValueError, RecursionError):
            raise AnswerError(f"the arguments of the call of `{given['name']}` are no JSON") from None
    if not isinstance(arguments if arguments is not None else {}, dict):
        raise AnswerError(f"the arguments of the call of `{given['name']}` are a map")
    return {"name": given["name"], "arguments": arguments or {}}


def read_predictions(given: Any, rows: int) -> list:
    """The predictions in what a target gave back, each as a text; None where a row has none.

    It may be a list, a map with the list as `predictions`, or either as JSON.

    Raises:
        AnswerError: where it is none of these, or the list has another length than there are rows.
    """
    if isinstance(given, str):
        try:
            given = json.loads(given)
        except (ValueError, RecursionError):
            given = None
    if isinstance(given, dict):
        given = given.get("predictions")
    if not isinstance(given, list):
        raise AnswerError("the target gives back a list with one prediction for each row")
    if len(given) != rows:
        raise AnswerError(f"the target gives back {len(given)} predictions for {rows} rows")
    return [None if value is None else text_of(value) or None for value in given]


def text_of(value: Any) -> str:
    """A value as a text: `true`, `0.5`, and `3` for a whole number however it is written."""
    if isinstance(value, str):
        return value.strip()
    return json.dumps(whole(value), ensure_ascii=False, sort_keys=True)


def whole(value: Any) -> Any:
    """The value with each whole number written as one: `1.0` is `1`."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, list):
        return [whole(each) for each in value]
    if isinstance(value, dict):
        return {key: whole(each) for key, each in value.items()}
    return value
