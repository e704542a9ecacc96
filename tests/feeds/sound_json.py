"""Whether a JSON Feed is sound: the schema beside this file, its ids and its order."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

_SCHEMA = json.loads((Path(__file__).parent / "json_feed.schema.json").read_text(encoding="utf-8"))
Draft202012Validator.check_schema(_SCHEMA)


def problems(document: object) -> list[str]:
    """What the schema finds."""
    return [error.message for error in Draft202012Validator(_SCHEMA).iter_errors(document)]


def read_json_feed(content: bytes) -> dict[str, Any]:
    """The document, after nothing was found in it."""
    document: dict[str, Any] = json.loads(content.decode("utf-8"))
    assert problems(document) == []
    ids = [item["id"] for item in document["items"]]
    assert len(set(ids)) == len(ids)
    moments = [datetime.fromisoformat(item["date_modified"]) for item in document["items"]]
    assert moments == sorted(moments, reverse=True)
    return document
