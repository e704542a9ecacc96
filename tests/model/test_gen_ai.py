"""The shipped names of attributes, and what is said of others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.model.gen_ai import NEWER, OLDER, GenAiNames
from afterword.read.gen_ai import shipped_names

NAMES = shipped_names()
SENSITIVE = (
    "gen_ai.input.messages", "gen_ai.output.messages", "gen_ai.system_instructions", "gen_ai.tool.call.arguments",
    "gen_ai.tool.call.result", "gen_ai.prompt", "gen_ai.completion", "gen_ai.retrieval.documents",
    "gen_ai.retrieval.query.text",
)  # fmt: skip


def test_every_entry_stands_once_and_leads_to_one_that_is_there() -> None:
    assert len({each.name for each in NAMES.entries}) == len(NAMES.entries)
    for each in NAMES.entries:
        assert each.meaning.endswith(".")
        if each.now and each.now.startswith("gen_ai."):
            assert NAMES.by_name[each.now].now is None, each.name
        assert not (each.now and each.gone)


@pytest.mark.parametrize("name", SENSITIVE)
def test_what_people_and_models_wrote_is_content(name: str) -> None:
    assert NAMES.is_content(name)


@pytest.mark.parametrize(
    ("name", "is_content"),
    [
        ("gen_ai.prompt.0.content", True), ("gen_ai.completion.12.role", True), ("gen_ai.own.messages", True),
        ("gen_ai.prompt.variable.customer", True), ("gen_ai.prompt.name", False), ("gen_ai.own.route", False),
        ("gen_ai.request.model", False),
    ],
)  # fmt: skip
def test_names_of_libraries_are_known_by_their_form(name: str, is_content: bool) -> None:
    assert NAMES.is_content(name) is is_content


@pytest.mark.parametrize(
    ("name", "semconv", "words"),
    [
        ("gen_ai.request.model", "", None),
        ("gen_ai.prompt.variable.region", NEWER, None),
        ("gen_ai.prompt.variable.", NEWER, "no attribute"),
        ("gen_ai.request.modle", "", "no attribute"),
        ("gen_ai.system", OLDER, "it is called `gen_ai.provider.name` now"),
        ("gen_ai.workflow.name", OLDER, None),
        ("gen_ai.workflow.name", "", None),
        ("gen_ai.workflow.name", NEWER, "it is called `gen_ai.agent.name` now"),
        ("gen_ai.completion", "", "nothing took its place"),
        ("gen_ai.evaluation.result", "", "the name of an event"),
        ("gen_ai.server.request.duration", "", "the name of a metric"),
    ],
)
def test_what_is_said_of_a_name(name: str, semconv: str, words: str | None) -> None:
    flaw = NAMES.flaw(name, semconv)
    assert (flaw is None) if words is None else (flaw is not None and words in flaw[0])


def test_the_nearest_name_is_one_that_holds_today() -> None:
    assert NAMES.nearest("gen_ai.request.temprature") == "gen_ai.request.temperature"
    assert NAMES.nearest("gen_ai.sytem") != "gen_ai.system"
    assert NAMES.nearest("gen_ai.zzzzzzzz") is None
    assert GenAiNames(()).nearest("gen_ai.x") is None


@given(st.text(max_size=300))
def test_no_name_is_too_odd(text: str) -> None:
    NAMES.flaw(f"gen_ai.{text}")
    NAMES.is_content(text)
