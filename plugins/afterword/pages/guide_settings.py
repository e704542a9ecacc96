"""Every setting in words: what it decides, what it takes, its default, and an example of each group."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from annotated_types import Ge, MaxLen
from markupsafe import Markup
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from afterword.model.settings import Mailbox, Settings
from afterword.pages.annotations import group_in
from afterword.pages.guide_fields import Field, FieldGroup
from afterword.pages.type_words import listed, many
from afterword.read.group_examples import setting_examples

_TYPES: tuple[tuple[Any, str], ...] = (
    (Mailbox, "e-mail address"),
    (str, "text"),
    (bool, "`true` or `false`"),
    (int, "whole number"),
    (date, "day, such as `2026-03-11`"),
    (Mapping[str, Mapping[str, Any]], "lists `add` and `remove`, by column and step"),
)


def describe_settings() -> list[FieldGroup]:
    """The top of the plugin's block, then each group below it at the place where it is named."""
    return list(_walk(Settings, "", in_list=False))


def _walk(model: type[BaseModel], path: str, *, in_list: bool) -> Iterator[FieldGroup]:
    hints = get_type_hints(model, include_extras=True)
    below = {info.alias or name: (info, hints[name]) for name, info in model.model_fields.items()}
    fields = tuple(_setting(key, info, hint) for key, (info, hint) in below.items())
    about = (model.__doc__ or "").split("\n\n")[0].strip()
    yield FieldGroup(path, about, in_list, fields, Markup(setting_examples()[path]))
    for key, (_, hint) in below.items():
        inner = group_in(hint, BaseModel)
        if inner is not None:
            yield from _walk(inner, f"{path}.{key}".lstrip("."), in_list=get_origin(hint) is tuple)


def _setting(key: str, info: FieldInfo, hint: Any) -> Field:  # noqa: ANN401 - any annotation
    takes = [_words(hint), *(words for each in info.metadata if (words := _bound(each, hint)))]
    if group_in(hint, BaseModel) is None or info.is_required():
        takes.append(_without(info))
    return Field(key, Markup(info.description or ""), Markup(" · ".join(takes)))


def _bound(constraint: object, hint: Any) -> str:  # noqa: ANN401 - any annotation
    """A limit of the value in words; empty for one that says nothing more than the type."""
    if isinstance(constraint, Ge):
        return f"{constraint.ge} or more" if constraint.ge else ""
    if isinstance(constraint, MaxLen):
        return f"at most {constraint.max_length} {'entries' if get_origin(hint) is tuple else 'characters'}"
    return ""


def _without(info: FieldInfo) -> str:
    """What holds where the setting is left out."""
    if info.is_required():
        return "each entry needs it"
    default = info.get_default(call_default_factory=True)
    if default in ((), {}):
        return "empty by default"
    if default is None or default == "":
        return "no default"
    if isinstance(default, tuple):
        return f"default {listed(default)}"
    return f"default `{default if isinstance(default, str) else json.dumps(default)}`"


def _words(hint: Any) -> str:  # noqa: ANN401 - any annotation
    """What a setting takes, from its annotation."""
    for known, words in _TYPES:
        if hint is known or hint == known:
            return words
    origin, inner = get_origin(hint), [each for each in get_args(hint) if each not in {NoneType, Ellipsis}]
    if origin in {Union, UnionType}:
        return _words(inner[0])
    if origin is Literal:
        return f"one of {listed(inner)}"
    if origin is tuple:
        return "list of entries, see below" if group_in(hint, BaseModel) else f"list of {many(_words(inner[0]))}"
    if origin is not None and issubclass(origin, Mapping):
        if group_in(hint, BaseModel):
            return "entries by name, see below"
        keys = listed(get_args(inner[0])) if get_origin(inner[0]) is Literal else "any name"
        return f"for {keys}: {_words(inner[1])}"
    return "settings, see below"
