import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import Result
from jsonschema import Draft202012Validator
from tests.commands.conftest import Repository
from tests.pages.lists_sample import index_of

from afterword.api.files import render_api
from afterword.model.fields import Fields
from afterword.model.json_schema import groups_of_fields, make_schema
from afterword.pages.page import SiteFacts

SENTENCE_END = re.compile(r"[.!?](?=\s|$)")
ABBREVIATIONS = re.compile(r"\b(e\.g|i\.e|etc)\.")
EXAMPLE = """
schema: 1
title: Assistant gave two answers to one question
kind: near_miss
lifecycle: draft
severity:
system: {name: shop-assistant, type: chatbot}
timeline:
  - {at: "2026-05-18T10:00:00Z", kind: detected, detected_by: on-call}
  - {unknown_because: nobody noted it, kind: introduced}
impact: {people_affected: {min: 3}, money: {amount: 12.5, currency: EUR}}
contributing_factors: [{factor: eval-no-subgroup-tests, how: words, x-weight: 2}]
evidence: [{kind: log, title: The log, sha256: "%s"}]
snapshot: {model: {gen_ai.request.model: "4"}}
eval_cases: [{title: x, kind: data, input: {data: [1, 2]}, checks: [{type: equals, value: 4}]}]
occurred_on: "2026-05"
x-cost-centre: "4711"
""" % ("a" * 64)


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = make_schema()
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def errors(validator: Draft202012Validator, text: str) -> list[str]:
    return [each.message for each in validator.iter_errors(yaml.safe_load(text))]


def test_the_command_prints_the_schema(afterword: Callable[..., Result]) -> None:
    schema = json.loads(afterword("schema").stdout)
    assert schema == make_schema(schema["$id"])
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"]
    assert schema["title"]
    assert schema["additionalProperties"] is False
    assert "x-" not in json.dumps(list(schema["properties"]))


@pytest.mark.parametrize("url", ["", "https://learning.example.org/"])
def test_a_site_publishes_what_the_command_prints(
    url: str, repository: Repository, afterword: Callable[..., Result]
) -> None:
    settings = f"site_name: Reports\n{f'site_url: {url}' if url else ''}\ndocs_dir: postmortems\nplugins: [afterword]\n"
    (repository.root / "mkdocs.yml").write_text(settings)
    facts = SiteFacts("Reports", url, "", "Etc/UTC")
    (published,) = (each for each in render_api(index_of([]), facts) if each.path == "api/v1/report.schema.json")
    assert published.content == afterword("schema").stdout_bytes
    own = f"{url}{published.path}" if url else "urn:afterword:schema:report:1"
    assert json.loads(published.content)["$id"] == own


def test_an_example_is_valid(validator: Draft202012Validator) -> None:
    assert errors(validator, EXAMPLE) == []


@pytest.mark.parametrize(
    "text",
    [
        "titel: x",
        "kind: incidnt",
        "title: [a, b]",
        "tags: one",
        "timeline: [{at: '2026-05-18'}]",
        "timeline: [{kind: detected}]",
        "contributing_factors: [{how: x}]",
        "remediations: [{title: x}]",
        "impact: {people_affected: {basis: x}}",
        "impact: {requests: -1}",
        "impact: {money: {amount: 3}}",
        "eval_cases: [{title: x, kind: data, input: {}, checks: []}]",
        "evidence: [{kind: log, title: x, sha256: abc}]",
        "occurred_on: yesterday",
        "system: {nmae: x}",
        "'x-': {}\nunknown: 1",
    ],
)
def test_what_check_refuses_is_invalid(validator: Draft202012Validator, text: str) -> None:
    assert errors(validator, text)


def test_reports_of_the_example_site_are_valid(validator: Draft202012Validator, root: Path) -> None:
    paths = sorted((root / "postmortems" / "reports").glob("*/*.md"))
    assert paths
    for path in paths:
        front = path.read_text(encoding="utf-8").split("---\n", 2)[1]
        # Dates as text, which is how editors see them.
        data = yaml.load(front, Loader=yaml.BaseLoader)
        texts = [each.message for each in validator.iter_errors(data) if each.validator not in {"type", "anyOf"}]
        assert texts == [], path.name


def _fields() -> list[tuple[type[Fields], str, Any]]:
    return [(model, name, info) for model in groups_of_fields() for name, info in model.model_fields.items()]


@pytest.mark.parametrize(
    ("model", "name", "info"), _fields(), ids=[f"{model.__name__}.{name}" for model, name, _ in _fields()]
)
def test_every_field_has_one_sentence(model: type[Fields], name: str, info: Any) -> None:
    text = info.description or ""
    assert text[:1].isupper() or text.startswith("`"), f"{model.__name__}.{name} has no sentence"
    assert text.endswith(".")
    assert len(SENTENCE_END.findall(ABBREVIATIONS.sub("", text))) == 1
    assert "\n" not in text
