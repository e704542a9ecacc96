"""Each check of a text passes where it should, fails where it should, and says why."""

from __future__ import annotations

from typing import get_args

import pytest

from afterword.evals.checks import BY_TYPE, KINDS
from afterword.model.case_output import Answer, ToolCall
from afterword.model.choices import DATA_CHECKS, OFFLINE_CHECKS, CheckType
from tests.evals.sample import flaw, judge

REFUND = Answer(text="Done.", tool_calls=(ToolCall(name="refund", arguments={"order": "4711", "amount": 20}),))


@pytest.mark.parametrize(
    ("check", "passes", "fails"),
    [
        ("{type: contains, value: WELCOME10}", "Use WELCOME10 now.", "use welcome10 now."),
        ("{type: contains, value: straße, ignore_case: true}", "Die STRASSE ist frei.", "Der Weg ist frei."),
        ("{type: not_contains, value: SAVE}", "save", "SAVE25"),
        ("{type: not_contains, value: SAVE, ignore_case: true}", "safe", "save"),
        ('{type: regex, value: "^Rating: [45]$"}', "Rating: 4", "Rating: 4 or 5"),
        ('{type: regex, value: "rating", ignore_case: true}', "RATING", "RATIN"),
        ('{type: not_regex, value: "[ก-๛]"}', "def add(a, b)", "ครับ"),
        ("{type: equals, value: ADVANCE}", " ADVANCE\n", "ADVANCE."),
        ("{type: equals, value: 56}", "56", "56.0"),
        ("{type: equals, value: true}", "true", "True"),
        ("{type: equals, value: yes please, ignore_case: true}", "Yes please", "yes"),
        ("{type: is_json}", '{"a": [1, null]}', "{'a': 1}"),
        ("{type: is_json}", "3", "NaN"),
        ("{type: json_schema, value: {type: object, required: [a]}}", '{"a": 1}', '{"b": 1}'),
        ('{type: json_schema, value: {properties: {a: {pattern: "^help/"}}}}', '{"a": "help/x"}', '{"a": "x"}'),
        ("{type: json_schema, value: {type: object}}", "{}", "not json"),
        ("{type: max_words, value: 3}", "one two  three", "one two three four"),
    ],
)
def test_a_check_of_a_text(check: str, passes: str, fails: str) -> None:
    good, bad = judge(check, passes), judge(check, fails)
    assert (good.state, bad.state) == ("passed", "failed")
    assert good.reason != bad.reason
    assert bad.reason


@pytest.mark.parametrize(
    ("check", "called"),
    [
        ("{type: tool_called, value: refund}", True),
        ("{type: tool_called, value: approve}", False),
        ('{type: tool_called, value: refund, arguments: {order: "4711"}}', True),
        ("{type: tool_called, value: refund, arguments: {order: 4711}}", False),
        ("{type: tool_called, value: refund, arguments: {amount: 20}}", True),
        ("{type: tool_called, value: refund, arguments: {to: card}}", False),
    ],
)
def test_a_call_of_a_tool_is_found_by_name_and_the_arguments_that_are_named(check: str, called: bool) -> None:
    assert judge(check, REFUND).has_passed is called
    assert judge(check.replace("tool_called", "tool_not_called"), REFUND).has_passed is not called
    assert not judge(check, "I called refund.").has_passed


def test_a_reason_repeats_the_check_and_never_the_output() -> None:
    verdict = judge("{type: not_contains, value: CODE}", "CODE and zq-private text")
    assert verdict.reason == "holds `CODE`"
    schema = judge("{type: json_schema, value: {properties: {a: {type: integer}}}}", '{"a": "zq-private"}')
    assert schema.reason == "does not have the form of the schema at `$.a`"


@pytest.mark.parametrize(
    ("check", "told"),
    [
        ("{type: contains}", "`value` is the text"),
        ("{type: contains, value: 5}", "`value` is the text"),
        ('{type: regex, value: "(a)\\\\1"}', "no references back"),
        ('{type: not_regex, value: "(?<=a)b"}', "look-around"),
        ('{type: regex, value: "("}', "does not take the pattern: missing ): ("),
        ("{type: equals, value: [a]}", "the text that the output equals"),
        ("{type: json_schema, value: object}", "as a map"),
        ('{type: json_schema, value: {pattern: "(?=a)"}}', "look-around"),
        ('{type: json_schema, value: {patternProperties: {"^a": {}}}}', "`patternProperties` is not taken"),
        ('{type: json_schema, value: {$ref: "file:///etc/passwd"}}', "within the schema alone"),
        ("{type: max_words, value: 2.5}", "a whole number"),
        ("{type: max_words, value: true}", "a whole number"),
        ("{type: tool_called}", "the name of a tool"),
        ("{type: rubric}", "in words"),
    ],
)
def test_what_is_wrong_with_a_check(check: str, told: str) -> None:
    assert told in flaw(check)


def test_a_property_may_have_the_name_of_a_keyword() -> None:
    assert flaw("{type: json_schema, value: {properties: {patternProperties: {type: string}}}}") == ""


def test_every_type_has_a_file_and_a_way_to_judge() -> None:
    assert tuple(kind.type for kind in KINDS) == get_args(CheckType)
    for kind in KINDS:
        ways = [each is not None for each in (kind.of_text, kind.of_variants, kind.of_data)]
        assert sum(ways) == (kind.type in OFFLINE_CHECKS)
        assert (kind.of_data is not None) == (kind.type in DATA_CHECKS)
    assert len(BY_TYPE) == len(KINDS)
