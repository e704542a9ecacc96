"""Front matter as JSON: what was typed, under the names of the form."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from afterword.model.dates import Moment, PartialDate
from afterword.model.fields import Fields

_UNITS = ((86_400, "d"), (3_600, "h"), (60, "min"), (1, "s"))


def dump_fields(fields: Fields) -> dict[str, Any]:
    """Every filled field of a group under the name that authors type, `x-…` names beside them.

    Empty values, lists and groups are left out; defaults stand as if they were typed.
    """
    dumped: dict[str, Any] = {name: _plain(value) for name, value in fields.extensions.items()}
    for name, info in type(fields).model_fields.items():
        value = getattr(fields, name)
        if name != "extensions" and not _is_empty(value):
            dumped[info.alias or name] = dump_value(value)
    return dumped


def dump_value(value: object) -> Any:  # noqa: ANN401 - any JSON value
    """One value; a time that was written without an offset carries the one that holds for it."""
    if isinstance(value, Fields):
        return dump_fields(value)
    if isinstance(value, Moment):
        return value.local.isoformat() if value.zone_assumed else value.text
    if isinstance(value, PartialDate):
        return value.text
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, timedelta):
        return _duration(value)
    if isinstance(value, tuple):
        return [dump_value(each) for each in value]
    return _plain(value)


def _plain(value: Any) -> Any:  # noqa: ANN401 - a free value of the form
    """A free value."""
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value


def _is_empty(value: object) -> bool:
    if isinstance(value, Fields):
        return not dump_fields(value)
    return value is None or (isinstance(value, tuple | Mapping) and not value)


def _duration(length: timedelta) -> str:
    """A length of time as authors write it, in the largest unit of which it is a whole number."""
    seconds = int(length.total_seconds())
    size, unit = next(each for each in _UNITS if seconds % each[0] == 0)
    return f"{seconds // size} {unit}"
