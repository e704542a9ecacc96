"""Every field of the front matter in words: what it is for, what it takes, when it is needed, and an example."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from markupsafe import Markup
from pydantic.fields import FieldInfo

from afterword.model.case_input import Data
from afterword.model.case_output import Recorded
from afterword.model.evidence import Digest
from afterword.model.fields import Fields
from afterword.model.front_matter import FrontMatter
from afterword.model.gates import Gates
from afterword.model.scalars import Count, Day, Duration, Flag, Instant, Number, PartialDay, Text, Value, Whole
from afterword.pages.annotations import group_in
from afterword.pages.guide_needs import needs_of
from afterword.pages.type_words import listed, many
from afterword.read.group_examples import field_examples

_TYPES: tuple[tuple[Any, str], ...] = (
    (Text, "text"),
    (Whole, "whole number"),
    (Count, "whole number"),
    (Number, "number"),
    (Flag, "`true` or `false`"),
    (Value, "any value"),
    (Day, "day, such as `2026-03-11`"),
    (PartialDay, "day, month or year: `2026-03-11`, `2026-03`, `2026`"),
    (Instant, 'day, month, year or instant, such as `"2026-03-11T12:30:00Z"`'),
    (Duration, "length of time, such as `15 min` or `2 h`"),
    (Digest, "SHA-256 digest in 64 hex digits"),
    (Recorded, "text, or fields, see below"),
    (Data, "rows, one payload, or fields, see below"),
)


@dataclass(frozen=True)
class Field:
    """One field; `about`, `takes` and `needs` are our own Markdown."""

    name: str
    about: Markup
    takes: Markup
    needs: tuple[Markup, ...] = ()


@dataclass(frozen=True)
class FieldGroup:
    """Fields that stand together; `path` is where in the front matter, empty for the top. `example` is our own YAML."""

    path: str
    about: str
    is_list: bool
    fields: tuple[Field, ...]
    example: Markup


def describe_fields(gates: Gates) -> list[FieldGroup]:
    """The top of the front matter, then each group below it at the place where it is first named."""
    return list(_walk(FrontMatter, "", gates, set(), is_list=False))


def describe_path(path: str) -> str:
    """The description of the field at a path such as `behaviour.expected`, in our own Markdown."""
    model: type[Fields] = FrontMatter
    description = ""
    for key in path.split("."):
        fields = {_alias(name, info): (name, info) for name, info in model.model_fields.items()}
        name, info = fields[key]
        description = info.description or ""
        model = group_in(get_type_hints(model, include_extras=True)[name], Fields) or model
    return description


def _walk(
    model: type[Fields], path: str, gates: Gates, seen: set[type[Fields]], *, is_list: bool
) -> Iterator[FieldGroup]:
    seen.add(model)
    hints = get_type_hints(model, include_extras=True)
    named = [(name, info) for name, info in model.model_fields.items() if name != "extensions"]
    about = (model.__doc__ or "").split("\n\n")[0].strip()
    fields = tuple(_field(name, info, hints[name], model, path, gates) for name, info in named)
    yield FieldGroup(path, about, is_list, fields, Markup(field_examples()[path]))
    for name, info in named:
        inner = group_in(hints[name], Fields)
        if inner is not None and inner not in seen:
            below = f"{path}.{_alias(name, info)}".lstrip(".")
            yield from _walk(inner, below, gates, seen, is_list=get_origin(hints[name]) is tuple)


def _field(name: str, info: FieldInfo, hint: Any, model: type[Fields], path: str, gates: Gates) -> Field:  # noqa: ANN401 - any annotation
    key = _alias(name, info)
    takes = [_words(hint)]
    if key in model.needs:
        takes.append("each entry needs it")
    takes += [
        f"an entry needs one of {listed(need)}" for need in model.needs if isinstance(need, tuple) and key in need
    ]
    if isinstance(info.default, str):
        takes.append(f"`{info.default}` where it is left out")
    elif info.default is False:
        takes.append("`false` where it is left out")
    about = Markup(info.description or "")
    return Field(key, about, Markup(" · ".join(takes)), tuple(needs_of(f"{path}.{key}".lstrip("."), gates)))


def _words(hint: Any) -> str:  # noqa: ANN401 - any annotation
    """What a field takes, from its annotation."""
    for known, words in _TYPES:
        if hint == known:
            return words
    origin, inner = get_origin(hint), [each for each in get_args(hint) if each not in {NoneType, Ellipsis}]
    if origin in {Union, UnionType}:
        return _words(inner[0])
    if origin is Literal:
        return f"one of {listed(inner)}"
    if origin is tuple:
        if inner[0] == Recorded:
            return "list of texts, or of fields, see below"
        return "list of entries, see below" if group_in(hint, Fields) else f"list of {many(_words(inner[0]))}"
    if origin is dict:
        return "fields of any name"
    return "fields, see below"


def _alias(name: str, info: FieldInfo) -> str:
    return info.alias or name
