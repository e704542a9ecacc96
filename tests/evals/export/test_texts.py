"""Nothing that an export holds can be taken for a template, a path or another value by what reads it."""

from __future__ import annotations

import json
import re
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from afterword.evals.export.one_line import literal, one_line
from afterword.evals.export.yaml_text import to_yaml
from tests.evals.export.rich import TEXTS

pieces = st.sampled_from(
    [*TEXTS, "{", "}", "%", "#", "raw", "endraw", "-", '"', "\\", "\n", "file://", "package:", "'"]
)
texts = st.lists(pieces, max_size=5).map("".join) | st.text(max_size=20)
keys = st.text(alphabet="abc_", min_size=1, max_size=5)
trees = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)
named = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=8,
)


def rendered(template: str) -> str:
    """What Nunjucks makes of a template, as far as ours go: data, and expressions of one quoted character."""
    assert "#}" not in template, "the end of a comment that does not begin"
    out, place = "", 0
    while (opening := re.compile(r"\{[{%#]").search(template, place)) is not None:
        out += template[place : opening.start()]
        expression = re.compile(r'\{\{ "([^"\\])" \}\}').match(template, opening.start())
        assert expression is not None, "something else than our own expressions opens a tag"
        out, place = out + expression[1], expression.end()
    return out + template[place:]


@given(trees)
def test_one_line_of_json_holds_no_template_and_every_character(value: Any) -> None:
    told = one_line(value)
    assert json.loads(told) == value
    assert rendered(told) == told
    assert "\n" not in told
    assert not told.startswith(("file:", "package:"))
    # promptfoo looks for variables of the environment with a pattern of its own, before anything is rendered.
    assert not re.search(r"\{\{(?:[^}]|\}(?!\}))*\}\}", told)
    assert all(char.isprintable() or char.isspace() or ord(char) > 0xFF for char in told)


@given(texts.filter(bool))
def test_a_rubric_is_rendered_to_itself(text: str) -> None:
    told = literal(text)
    assert rendered(told) == text
    assert not told.startswith(("file:", "package:"))


@given(named)
def test_yaml_is_read_alike_by_readers_of_both_versions(value: Any) -> None:
    told = to_yaml([value, {"key": value}])
    reader = YAML(typ="safe", pure=True)
    assert reader.load(told) == [value, {"key": value}]
    assert yaml.safe_load(told) == [value, {"key": value}]


def test_text_is_legible_where_it_can_be() -> None:
    assert to_yaml({"a": "it's", "b": ["日本語 😀", "x\u200by"], "c": [], "d": {"e": 1, "f": True}}) == (
        "a: 'it''s'\nb:\n  - '日本語 😀'\n  - \"x\\u200by\"\nc: []\nd:\n  e: 1\n  f: true\n"
    )
