"""The view model as JSON, and the JSON Schema of that."""

from __future__ import annotations

import json
from typing import Any

from afterword.impact.view import Impact
from afterword.model.json_schema import DIALECT

IDENTIFIER = "urn:afterword:schema:impact:1"


def render_json(impact: Impact) -> str:
    """The impact as UTF-8 JSON in the order of its fields; lone surrogates are dropped."""
    text = json.dumps(impact.model_dump(mode="json"), ensure_ascii=False, indent=2)
    return text.encode("utf-8", errors="ignore").decode("utf-8") + "\n"


def impact_schema() -> dict[str, Any]:
    """The form of the JSON as a JSON Schema (2020-12), made from the model."""
    schema = Impact.model_json_schema(mode="serialization")
    definitions = schema.pop("$defs")
    return {
        "$schema": DIALECT,
        "$id": IDENTIFIER,
        **schema,
        "title": "What a change does to a collection of learning reports",
        "$defs": dict(sorted(definitions.items())),
    }
