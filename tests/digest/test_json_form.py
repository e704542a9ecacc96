from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from tests.digest.examples import LINKS, RICH, examples

from afterword.digest.forms.forms import write_forms
from afterword.digest.forms.json_form import digest_schema, write_json
from afterword.digest.view import Digest

EXAMPLES = examples()


def test_the_schema_is_sound_and_describes_every_field() -> None:
    schema = digest_schema()
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == "urn:afterword:schema:digest:1"
    for name, group in schema["$defs"].items():
        assert group["additionalProperties"] is False
        for field, each in group["properties"].items():
            assert each.get("description"), f"{name}.{field}"


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_digest_validates(name: str) -> None:
    text = write_json(EXAMPLES[name])
    Draft202012Validator(digest_schema(), format_checker=FormatChecker()).validate(json.loads(text))


def test_it_holds_the_whole_view_in_the_order_of_its_fields() -> None:
    text = write_forms(RICH, LINKS).json
    assert Digest.model_validate_json(text) == RICH
    assert list(json.loads(text)) == list(Digest.model_fields)
    assert text.startswith('{\n  "version": 1,\n')
    assert text.endswith("\n}\n")
    assert "إجابة" in text
    assert "\r" not in text


def test_the_same_digest_gives_the_same_bytes() -> None:
    for digest in (RICH, EXAMPLES["overfull"]):
        assert write_forms(digest, LINKS) == write_forms(digest, LINKS)
