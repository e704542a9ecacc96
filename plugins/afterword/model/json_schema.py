"""The form of the front matter as a JSON Schema (2020-12), made from the model, for editors that check YAML."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from afterword.model.fields import Fields
from afterword.model.front_matter import FrontMatter

DIALECT = "https://json-schema.org/draft/2020-12/schema"
PLACE = "api/v1/report.schema.json"
"""Where a site publishes it."""
IDENTIFIER = "urn:afterword:schema:report:1"
TITLE = "Front matter of a learning report"
GATHERED = "x-"
"""The field in which the model keeps the organisation's own fields; nobody types it."""


def write_schema(site_url: str) -> str:
    """The schema as text with a closing line end; `site_url` is empty or ends in a slash."""
    return json.dumps(make_schema(f"{site_url}{PLACE}" if site_url else IDENTIFIER), indent=2, ensure_ascii=True) + "\n"


def make_schema(identifier: str = IDENTIFIER) -> dict[str, Any]:
    """The whole schema. What a step of the life needs is the gate table's business and not in it.

    It is made from the model alone, so that no word of an organisation stands in it.
    """
    schema = FrontMatter.model_json_schema(by_alias=True, mode="validation")
    definitions = schema.pop("$defs", {})
    models = {model.__name__: model for model in groups_of_fields()}
    shaped = {name: _shape(definitions[name], models[name]) for name in sorted(definitions) if name in models}
    others = {name: each for name, each in definitions.items() if name not in models}
    main = _shape(schema, FrontMatter)
    return {
        "$schema": DIALECT,
        "$id": identifier,
        "title": TITLE,
        **main,
        "$defs": dict(sorted({**others, **shaped}.items())),
    }


def groups_of_fields() -> Iterator[type[Fields]]:
    """Every group of fields of the model, the front matter itself first."""
    waiting: list[type[Fields]] = [FrontMatter]
    seen: set[type[BaseModel]] = set()
    while waiting:
        model = waiting.pop(0)
        if model in seen:
            continue
        seen.add(model)
        yield model
        for info in model.model_fields.values():
            waiting.extend(_models_in(info.annotation))


def _models_in(annotation: Any) -> Iterator[type[Fields]]:  # noqa: ANN401 - any annotation
    if isinstance(annotation, type) and issubclass(annotation, Fields):
        yield annotation
    for part in getattr(annotation, "__args__", ()):
        yield from _models_in(part)


def _shape(schema: dict[str, Any], model: type[Fields]) -> dict[str, Any]:
    """One group: its own keys and `x-…`, nothing else, and what an entry says nothing without."""
    properties = {key: _typed(each) for key, each in schema["properties"].items() if key != GATHERED}
    shaped: dict[str, Any] = {
        "type": "object",
        "description": (schema.get("description") or model.__doc__ or "").split("\n\n")[0],
        "properties": properties,
        "patternProperties": {"^x-": {}},
        "additionalProperties": False,
    }
    single = [need for need in model.needs if isinstance(need, str)]
    if single:
        shaped["required"] = single
    choices = [{"anyOf": [{"required": [key]} for key in need]} for need in model.needs if not isinstance(need, str)]
    if choices:
        shaped |= choices[0] if len(choices) == 1 else {"allOf": choices}
    return shaped


def _typed(schema: dict[str, Any]) -> dict[str, Any]:
    """One field as authors type it: an empty value counts as not typed, so it is allowed for every key.

    Titles that only repeat the key, and defaults that only say `null` or nothing, are left out.
    """
    typed = {key: each for key, each in schema.items() if key != "title" and not (key == "default" and not each)}
    if "anyOf" in typed or not ({"type", "enum", "$ref"} & typed.keys()):
        return typed
    about: dict[str, Any] = {key: typed.pop(key) for key in ("description", "default") if key in typed}
    return {"anyOf": [typed, {"type": "null"}], **about}
