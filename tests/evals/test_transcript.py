"""Conversations with calls of tools: which message answers which call, what variants fill, what makes a case the same."""

from __future__ import annotations

import time
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from afterword.evals.identity import case_digest
from afterword.evals.transcript import turns_of
from afterword.evals.variants import fill_variants, keys_in
from afterword.model.case_input import Message
from afterword.model.eval_case import EvalCase
from tests.evals.export import rich

NAMES = ("ask", "look_up", None)


def called(*names: str | None) -> Message:
    return Message.model_validate({"role": "assistant", "tool_calls": [{"name": name} for name in names]})


def told(name: str | None) -> Message:
    return Message.model_validate({"role": "tool", "name": name, "content": "x"})


def answers(*messages: Message) -> list[str]:
    return [turn.answers for turn in turns_of(messages) if turn.message.role == "tool"]


def test_a_tools_message_answers_the_first_call_of_its_name_else_the_first_of_any() -> None:
    several = called("look_up", "ask", "look_up")
    assert answers(several, told("ask"), told("look_up"), told("look_up")) == ["call_2", "call_1", "call_3"]
    assert answers(several, told("other"), told("look_up"), told(None)) == ["call_1", "call_3", "call_2"]
    assert answers(told("ask"), called("ask"), told("ask"), told("ask"), called("ask"), told(None)) == [
        "", "call_1", "", "call_2",
    ]  # fmt: skip


def test_only_an_assistant_calls() -> None:
    user = Message.model_validate({"role": "user", "content": "x", "tool_calls": [{"name": "ask"}]})
    assert [(turn.calls, turn.answers) for turn in turns_of([user, told("ask")])] == [((), ""), ((), "")]


turns = st.lists(
    st.lists(st.sampled_from(NAMES), max_size=3).map(lambda n: called(*n)) | st.sampled_from(NAMES).map(told)
)


@given(turns)
def test_pairs_are_those_of_a_plain_search(messages: list[Message]) -> None:
    waiting: list[tuple[str, str | None]] = []
    count = 0
    for turn in turns_of(messages):
        if turn.message.role == "tool":
            same = [each for each in waiting if each[1] == turn.message.name] or waiting
            assert turn.answers == (same[0][0] if same else "")
            waiting = [each for each in waiting if each[0] != turn.answers]
        for made, call in turn.calls:
            count += 1
            assert made == f"call_{count}"
            waiting.append((made, call.name))


def test_many_calls_do_not_take_long() -> None:
    messages = [called(*["ask"] * 20_000), *[told("other")] * 10_000, *[told("ask")] * 10_000]
    start = time.monotonic()
    assert len(set(answers(*messages))) == 20_000
    assert time.monotonic() - start < 5


def case_with(*messages: dict[str, Any], **more: Any) -> EvalCase:
    (case,) = rich.report(rich.TOOLS, [rich.case("a", input={"messages": list(messages)}, **more)]).front.eval_cases
    return case


def test_variants_fill_the_arguments_and_nothing_else_of_a_call() -> None:
    call = {"name": "{{who}}", "arguments": {"{{who}}": ["{{who}}", {"a": "{{other}}"}], "n": 1}}
    case = case_with({"role": "assistant", "tool_calls": [call]}, variants=[{"name": "v", "vars": {"who": "Ada"}}])
    assert set(keys_in(case)) == {"who", "other"}
    (filled,) = fill_variants(case)
    assert filled.input is not None
    (found,) = filled.input.messages[0].tool_calls
    assert (found.name, found.arguments) == ("{{who}}", {"{{who}}": ["Ada", {"a": "{{other}}"}], "n": 1})


def test_empty_content_beside_calls_is_as_good_as_none() -> None:
    calls = {"tool_calls": [{"name": "ask"}]}
    one, two = (case_with({"role": "assistant", **content, **calls}) for content in ({"content": "  "}, {}))
    assert one == two
    assert one.input is not None
    assert one.input.messages[0].content is None


def test_calls_make_another_test_and_a_case_without_them_stays_the_same() -> None:
    def digest(*messages: dict[str, Any]) -> str:
        found = rich.report(rich.TOOLS, [rich.case("a", input={"messages": list(messages)})])
        return case_digest(found.front.eval_cases[0], found)

    said = {"role": "assistant", "content": "x"}
    assert digest(said) == "d9bd5c8d15c00bf6"
    assert len({digest(said), *(digest({**said, "tool_calls": [{"name": name}]}) for name in ("a", "b"))}) == 3
