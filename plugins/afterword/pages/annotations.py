"""What stands inside an annotation of the model."""

from __future__ import annotations

from typing import Any, Literal, TypeVar, get_args, get_origin

Group = TypeVar("Group")


def group_in(hint: Any, kind: type[Group]) -> type[Group] | None:  # noqa: ANN401 - any annotation
    """The group of fields, a class of this kind, that an annotation names, through lists, maps and `None`."""
    if isinstance(hint, type) and issubclass(hint, kind):
        return hint
    found = (group_in(each, kind) for each in get_args(hint) if get_origin(hint) is not Literal)
    return next((each for each in found if each is not None), None)
