"""Whatever a report says, trying it takes a bounded time and reaches nowhere."""

from __future__ import annotations

import re
import socket
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.evals.patterns import PatternError, finds
from afterword.evals.patterns import flaw_of as pattern_flaw
from afterword.evals.schemas import SchemaError, breaks, flaw_of

HOSTILE = ["(a+)+$", "(a|a)*b", "(a*)*c", r"^(\w+\s?)*$", "(x+x+)+y", "(.*)*d", "a{0,500}a{0,500}b"]


@pytest.mark.parametrize("pattern", HOSTILE)
def test_a_hostile_pattern_takes_no_longer_than_its_text(pattern: str) -> None:
    begun = time.perf_counter()
    finds(pattern, "a" * 20_000 + "!")
    # Python's own engine needs longer than the age of the universe for the first of them.
    assert time.perf_counter() - begun < 5


atoms = st.sampled_from(["a", "b", ".", r"\w", "[ab]", "(a|b)"])
tails = st.sampled_from(["", "*", "+", "?", "{0,9}", "*?"])
patterns = st.recursive(
    st.builds(str.__add__, atoms, tails), lambda inner: st.builds("({}{})+".format, inner, inner), max_leaves=6
)


@given(patterns, st.text(alphabet="ab!", max_size=40))
def test_nested_repetitions_are_bounded(pattern: str, text: str) -> None:
    begun = time.perf_counter()
    finds(pattern, text * 50)
    assert time.perf_counter() - begun < 2


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_is_a_pattern_or_is_refused_in_words(pattern: str, text: str) -> None:
    told = pattern_flaw(pattern)
    if told:
        with pytest.raises(PatternError, match=re.escape(told)):
            finds(pattern, text)
    else:
        finds(pattern, text)


def test_half_a_character_breaks_nothing() -> None:
    assert finds("a", "a\ud800")
    assert not finds("\ud800", "b")


def test_a_schema_that_doubles_at_each_level_is_stopped() -> None:
    levels = {f"l{n}": {"allOf": [{"$ref": f"#/$defs/l{n + 1}"}] * 2} for n in range(40)}
    schema = {"$ref": "#/$defs/l0", "$defs": {**levels, "l40": {}}}
    assert flaw_of(schema) == ""
    with pytest.raises(SchemaError, match="more than 5,000 references"):
        breaks(schema, {})


@pytest.mark.parametrize("target", ["#", "#/$defs/none", "#/$defs/loop"])
def test_a_schema_in_circles_or_without_an_end_is_told(target: str) -> None:
    with pytest.raises(SchemaError):
        breaks({"$ref": target, "$defs": {"loop": {"$ref": "#/$defs/loop"}}}, {})


@pytest.mark.parametrize(
    "schema",
    [
        {"not": {"$ref": "#"}},
        {"allOf": [{"$ref": "#"}]},
        {"if": {"$ref": "#"}},
        {"$ref": "#/$defs/a", "$defs": {"a": {"anyOf": [False, {"not": {"$ref": "#/$defs/a"}}]}}},
    ],
)
def test_a_circle_is_told_however_deep_the_stack_stands(schema: dict[str, object]) -> None:
    """At some depths Python's bound was reached within the library's compiled part, and the process panicked."""

    def stand(frames: int) -> None:
        if frames:
            return stand(frames - 1)
        with pytest.raises(SchemaError, match="in circles"):
            breaks(schema, {"a": 1})
        return None

    for frames in range(120):
        stand(frames)


def test_what_is_too_deep_is_told_and_what_is_deep_is_judged() -> None:
    def nested(levels: int) -> dict[str, object]:
        return {"not": nested(levels - 1)} if levels else {"type": "string"}

    assert "more than 60 levels" in flaw_of(nested(70))
    assert flaw_of(nested(59)) == ""
    assert breaks(nested(59), "a") is not None
    assert breaks(nested(58), "a") is None
    deep, same = [1], [1]
    for _ in range(3_000):
        deep, same = [deep], [same]
    with pytest.raises(SchemaError, match="too deep"):
        breaks({"const": deep}, same)


def test_a_pattern_of_a_schema_is_bounded_as_well() -> None:
    begun = time.perf_counter()
    assert breaks({"pattern": "(a+)+$"}, "a" * 5_000 + "!")
    assert time.perf_counter() - begun < 2


def test_no_schema_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert "within the schema" in flaw_of({"properties": {"a": {"$ref": "https://example.com/s.json"}}})
    with pytest.raises(SchemaError, match="leads nowhere"):
        breaks({"$ref": "https://example.com/s.json"}, {})
    assert flaw_of({"$schema": "https://json-schema.org/draft/2020-12/schema"}) == ""
