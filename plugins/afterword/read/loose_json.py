"""JSON of unknown origin: several texts one after another, repeated keys, any size of number. Nothing in it is lost."""

from __future__ import annotations

import json
import re
from typing import Any

_BETWEEN = re.compile(r"[\s,\x1e]*")
_DIGITS = 18


class Pairs(list[tuple[str, Any]]):
    """A JSON object as it was written: its keys and values in order, those that stand twice included."""


def read_json_texts(text: str) -> tuple[list[Any], bool]:
    """The JSON values of `text`, objects as `Pairs`, up to the first place that is no JSON; and whether that was all.

    Numbers beyond 18 digits, `NaN` and `Infinity` stay text. What is nested too deeply ends the reading, too.
    """
    values: list[Any] = []
    at, end = 0, len(text)
    while (at := _start(text, at)) < end:
        try:
            value, at = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError):
            return values, False
        values.append(value)
    return values, True


def _start(text: str, at: int) -> int:
    found = _BETWEEN.match(text, at)
    return found.end() if found else at


def _whole(digits: str) -> int | str:
    return int(digits) if len(digits) <= _DIGITS else digits


def _number(digits: str) -> float | str:
    value = float(digits)
    return value if value not in {float("inf"), float("-inf")} else digits


_DECODER = json.JSONDecoder(
    object_pairs_hook=Pairs, parse_int=_whole, parse_float=_number, parse_constant=str, strict=False
)
