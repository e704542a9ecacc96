"""The view model as JSON, and the JSON Schema of that."""

from __future__ import annotations

import json
from typing import Any

from afterword.digest.view import Digest
from afterword.model.json_schema import DIALECT

IDENTIFIER = "urn:afterword:schema:digest:1"


def write_json(digest: Digest) -> str:
    """The digest as UTF-8 JSON in the order of its fields, with a line end at its end; lone surrogates are dropped."""
    text = json.dumps(digest.model_dump(mode="json"), ensure_ascii=False, indent=2)
    return text.encode("utf-8", errors="ignore").decode("utf-8") + "\n"


def digest_schema() -> dict[str, Any]:
    """The form of `digest.json` as a JSON Schema (2020-12), made from the model."""
    schema = Digest.model_json_schema(mode="serialization")
    definitions = schema.pop("$defs")
    return {
        "$schema": DIALECT,
        "$id": IDENTIFIER,
        **schema,
        "title": "A digest of learning reports",
        "$defs": dict(sorted(definitions.items())),
    }
