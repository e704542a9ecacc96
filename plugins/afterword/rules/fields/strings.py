"""Every text of the front matter, with the path at which it stands."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pydantic import BaseModel

from afterword.model.report import Report
from afterword.model.span import Path


def strings_of(report: Report) -> Iterator[tuple[Path, str]]:
    """All texts in the order of the fields, the organisation's own `x-…` fields included."""
    yield from _strings(report.front, ())


def _strings(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, BaseModel):
        for name, key in _keys(type(value)):
            if inner := getattr(value, name):
                yield from _strings(inner, (*path, key) if key else path)
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _strings(inner, (*path, str(key)))
    elif isinstance(value, list | tuple):
        for place, inner in enumerate(value):
            yield from _strings(inner, (*path, place))


@cache
def _keys(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The fields of a group with their keys, empty for the own fields: they are gathered under a key nobody typed."""
    keys = ((name, info.alias or name) for name, info in model.model_fields.items())
    return tuple((name, "" if key == "x-" else key) for name, key in keys)
