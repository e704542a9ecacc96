"""How one typed value becomes a Python value.

The reader hands over every scalar as text together with what YAML 1.1 would make of it (`Scalar`), because YAML's own
conversions lose what was written: `no` becomes a boolean, `12:30` a number, `2021-11-31` an exception. The annotated
types below convert one scalar each and say in the author's words what they take.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta, tzinfo
from math import inf
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from afterword.model.dates import DateError, Moment, PartialDate, parse_day, parse_moment, parse_partial_date

_WHOLE = re.compile(r"-?(0|[1-9][0-9]*)\Z")
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?\Z")
_DURATION = re.compile(r"([1-9][0-9]*)\s*(s|min|h|d)\Z")
_KINDS = {
    "bool": "a yes-or-no value",
    "int": "a number",
    "float": "a number",
    "timestamp": "a date",
    "null": "an empty value",
    "merge": "a merge key",
    "value": "a special key",
}


class Scalar(str):
    """One scalar as written, with `tag`: what YAML 1.1 would read the bare text as (`str` where it was quoted)."""

    __slots__ = ("tag",)
    tag: str

    def __new__(cls, text: str, tag: str = "str") -> Scalar:
        """Make a scalar of `text`; `tag` is the last part of the YAML tag, such as `bool` or `timestamp`."""
        scalar = super().__new__(cls, text)
        scalar.tag = tag
        return scalar


def error(kind: str, message: str) -> PydanticCustomError:
    """An error whose text is shown as it is: braces in author text must not be read as placeholders."""
    return PydanticCustomError(kind, "{message}", {"message": message})


def _scalar(value: Any, wanted: str) -> Scalar:  # noqa: ANN401 - what the author typed may be anything
    if isinstance(value, Scalar):
        return value
    if isinstance(value, str):
        return Scalar(value)
    if isinstance(value, list | tuple):
        raise error("shape", f"takes {wanted}, not a list")
    if isinstance(value, dict):
        raise error("shape", f"takes {wanted}, not a map of fields")
    raise error("shape", f"takes {wanted}")


def _retyped(scalar: Scalar) -> PydanticCustomError:
    if not scalar:
        return error("retyped", "is empty; fill it in or take it out")
    kind = _KINDS.get(scalar.tag, "something other than text")
    return error("retyped", f"YAML reads the bare `{scalar}` as {kind}; put it in quotes to keep it as text")


def read_text(value: Any) -> str:  # noqa: ANN401
    """Text as typed. A bare word that YAML would turn into something else is refused, since other readers lose it."""
    scalar = _scalar(value, "text")
    if scalar.tag != "str":
        raise _retyped(scalar)
    if not scalar.strip():
        raise error("empty", "is empty; fill it in or leave the key out")
    return str.__str__(scalar).strip()


def read_whole(value: Any) -> int:  # noqa: ANN401
    """A whole number in decimal digits; `010` and `1_000` are refused because YAML 1.1 reads them otherwise."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    scalar = _scalar(value, "a whole number")
    if not _WHOLE.match(scalar) or len(scalar) > 18:
        raise error("number", f"takes a whole number, and `{clip(scalar)}` is none")
    return int(scalar)


def read_count(value: Any) -> int:  # noqa: ANN401
    """A whole number from zero on."""
    count = read_whole(value)
    if count < 0:
        raise error("number", f"counts something, and `{count}` is below zero")
    return count


def read_number(value: Any) -> float | int:  # noqa: ANN401
    """A number with a decimal point where needed."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    scalar = _scalar(value, "a number")
    if not _NUMBER.match(scalar) or len(scalar) > 40:
        raise error("number", f"takes a number such as 38000 or 0.2, and `{clip(scalar)}` is none")
    number = int(scalar) if _WHOLE.match(scalar) else float(scalar)
    # Beyond what a float holds Python says infinity, which JSON and other programs cannot spell.
    if number in {inf, -inf}:
        raise error("number", f"`{clip(scalar)}` is larger than a program can hold; in quotes it stays text")
    return number


def read_flag(value: Any) -> bool:  # noqa: ANN401
    """`true` or `false`; `yes`, `no`, `on` and `off` are refused because YAML 1.2 readers keep them as text."""
    if isinstance(value, bool):
        return value
    scalar = _scalar(value, "`true` or `false`")
    if str(scalar) in {"true", "false"} and scalar.tag == "bool":
        return str(scalar) == "true"
    if scalar.tag == "bool":
        meant = "true" if scalar.lower() in {"yes", "on", "true"} else "false"
        raise error("flag", f"takes `true` or `false`; write `{meant}` instead of `{scalar}`")
    raise error("shape", f"takes `true` or `false`, and `{clip(scalar)}` is neither")


def read_value(value: Any) -> Any:  # noqa: ANN401
    """A free value (attributes of a model, data of a test): numbers, true, false, text, lists and maps of them."""
    if isinstance(value, list | tuple):
        return [read_value(item) for item in value]
    if isinstance(value, dict):
        return {str(key): read_value(item) for key, item in value.items()}
    if not isinstance(value, Scalar):
        return value
    text = str.__str__(value)
    if value.tag == "str":
        return text
    if value.tag == "null":
        return None
    if text in {"true", "false"}:
        return text == "true"
    if value.tag in {"int", "float"} and _NUMBER.match(text) and len(text) <= 40:
        return read_number(value)
    if value.tag == "timestamp":
        return text
    raise _retyped(value)


def clip(text: str, limit: int = 60) -> str:
    """`text` on one line and short enough for a message."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"


def _dated(parse: Callable[[str], Any]) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:  # noqa: ANN401
        if isinstance(value, date | PartialDate):
            return value
        try:
            return parse(str(_scalar(value, "a date")).strip())
        except DateError as problem:
            raise error("date", str(problem)) from None

    return read


def read_moment(value: Any, info: ValidationInfo) -> Moment:  # noqa: ANN401
    """An instant or a day; the site's zone (context `zone`) applies where no offset is written."""
    if isinstance(value, Moment):
        return value
    zone: tzinfo = (info.context or {})["zone"]
    try:
        return parse_moment(str(_scalar(value, "a date or a time")).strip(), zone)
    except DateError as problem:
        raise error("date", str(problem)) from None


def read_duration(value: Any) -> timedelta:  # noqa: ANN401
    """A length of time such as `30 s`, `15 min`, `2 h` or `3 d`."""
    if isinstance(value, timedelta):
        return value
    scalar = _scalar(value, "a length of time")
    match = _DURATION.match(scalar.strip())
    if not match or len(scalar) > 12:
        raise error("date", f"takes a length of time such as `15 min` or `2 h`, and `{clip(scalar)}` is none")
    unit = {"s": "seconds", "min": "minutes", "h": "hours", "d": "days"}[match[2]]
    return timedelta(**{unit: int(match[1])})


_DATE_PATTERN = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
Text = Annotated[str, BeforeValidator(read_text)]
Whole = Annotated[int, BeforeValidator(read_whole)]
Count = Annotated[int, BeforeValidator(read_count), WithJsonSchema({"type": "integer", "minimum": 0})]
Number = Annotated[float | int, BeforeValidator(read_number), WithJsonSchema({"type": "number"})]
Flag = Annotated[bool, BeforeValidator(read_flag)]
Value = Annotated[Any, BeforeValidator(read_value)]
Day = Annotated[date, BeforeValidator(_dated(parse_day)), WithJsonSchema({"type": "string", "format": "date"})]
PartialDay = Annotated[
    PartialDate,
    BeforeValidator(_dated(parse_partial_date)),
    PlainSerializer(lambda day: day.text, return_type=str),
    WithJsonSchema({"type": "string", "pattern": _DATE_PATTERN}),
]
Instant = Annotated[
    Moment,
    BeforeValidator(read_moment),
    PlainSerializer(lambda moment: moment.text, return_type=str),
    WithJsonSchema({"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2}([Tt ].+)?)?)?$"}),
]
Duration = Annotated[timedelta, BeforeValidator(read_duration), WithJsonSchema({"type": "string"})]
