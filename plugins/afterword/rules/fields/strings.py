"""Every text of the front matter, with the path at which it stands."""

from __future__ import annotations

from collections.abc import Iterator

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
        for name, info in type(value).model_fields.items():
            # The own fields are gathered under a key that nobody typed.
            own = info.alias == "x-"
            yield from _strings(getattr(value, name), path if own else (*path, info.alias or name))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _strings(inner, (*path, str(key)))
    elif isinstance(value, list | tuple):
        for place, inner in enumerate(value):
            yield from _strings(inner, (*path, place))
