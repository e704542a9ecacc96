"""Which keys each map of the front matter takes, read off the model."""

from __future__ import annotations

from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from afterword.model.front_matter import FrontMatter
from afterword.model.span import Path


def field_names(path: Path) -> list[str]:
    """The keys that the map at `path` takes; none where it is free, or where no map belongs."""
    return list(_names(tuple(part for part in path if isinstance(part, str))))


@cache
def _names(path: tuple[str, ...]) -> tuple[str, ...]:
    model: Any = FrontMatter
    for part in path:
        fields = {info.alias or name: info for name, info in model.model_fields.items()}
        model = _model_in(fields[part].annotation) if part in fields else None
        if model is None:
            return ()
    return tuple(info.alias or name for name, info in model.model_fields.items() if info.alias != "x-")


def _model_in(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401 - any annotation
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in {tuple, Union, UnionType, Annotated}:
        return next((found for each in get_args(annotation) if (found := _model_in(each))), None)
    return None
