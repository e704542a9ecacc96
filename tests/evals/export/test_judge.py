"""The exported judge says what the self-check says: of each output of the rich collection, and of what it draws."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import afterword_patterns
import pytest
from afterword_answers import Answer, read_answer, read_predictions
from afterword_checks import judge_rows, judge_text, judge_together
from afterword_rows import stability_index as exported_index
from afterword_schemas import SchemaError, fits
from hypothesis import given
from hypothesis import strategies as st

from afterword.evals import schemas
from afterword.evals.export.choose import Choice
from afterword.evals.export.portable import portable_check, programs_of
from afterword.evals.export.suite import SuiteCase, build_suite
from afterword.evals.export.trials import Trial, selfcheck_trials
from afterword.evals.stability import stability_index
from tests.evals.export import rich
from tests.evals.sample import check_of, judge


@pytest.fixture(scope="module")
def cases() -> tuple[SuiteCase, ...]:
    suite = build_suite(rich.rich_view(), Choice())
    assert suite.left_out == ()
    return suite.cases


@pytest.fixture(autouse=True)
def _programs(cases: tuple[SuiteCase, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    known = json.loads(json.dumps({key: program for case in cases for key, program in case.programs.items()}))
    monkeypatch.setattr(afterword_patterns, "_programs", lambda: known)


def verdict(trial: Trial) -> bool:
    if trial.is_together:
        answers = [read_answer(each) for each in trial.answers]
        return all(judge_together(check, answers)[0] for check in trial.checks)
    if trial.case.columns is not None:
        columns = trial.case.columns
        predictions = read_predictions(trial.answers[0], columns["rows"])
        return all(judge_rows(check, predictions, columns)[0] for check in trial.checks)
    answer = read_answer(trial.answers[0])
    return all(judge_text(check, answer)[0] for check in trial.checks)


def replayed(cases: tuple[SuiteCase, ...]) -> Iterator[Trial]:
    for case in cases:
        yield from selfcheck_trials(case)


def test_every_verdict_is_that_of_the_self_check(cases: tuple[SuiteCase, ...]) -> None:
    trials = list(replayed(cases))
    # Through JSON, as an export holds them.
    wrong = [trial.id for trial in trials if verdict(trial) != (trial.metadata["expect"] == "pass")]
    assert wrong == []
    assert len(trials) > 7_000
    assert {trial.metadata["expect"] for trial in trials} == {"pass", "fail"}
    kinds = {check["type"] for trial in trials for check in trial.checks}
    assert len(kinds) == 15, "every type of check but the rubric"


values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 3)
    | st.sampled_from([0.5, 1.0, 1e308, float("inf"), 1.5])
    | st.sampled_from(["", "a", "ab", "SAVE25", "😀"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=5,
)
numbers = st.integers(-2, 3) | st.sampled_from([0.5, 1.0])
sizes = st.integers(0, 3)
names = st.lists(st.sampled_from("abc"), max_size=2, unique=True)


def keywords(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    several = st.lists(inner, min_size=1, max_size=2)
    maps = st.dictionaries(st.sampled_from("abc"), inner, max_size=2)
    return st.fixed_dictionaries(
        {},
        optional={
            "type": st.sampled_from(["null", "boolean", "integer", "number", "string", "array", "object", ["string", "integer"]]),
            "enum": st.lists(values, min_size=1, max_size=3), "const": values, "multipleOf": st.sampled_from([1, 2, 0.5]),
            "minimum": numbers, "maximum": numbers, "exclusiveMinimum": numbers, "exclusiveMaximum": numbers,
            "minLength": sizes, "maxLength": sizes, "pattern": st.sampled_from(["^a", "SAVE(15|20|25)"]),
            "minItems": sizes, "maxItems": sizes, "uniqueItems": st.booleans(), "contains": inner, "minContains": sizes, "maxContains": sizes,
            "prefixItems": several, "items": inner, "minProperties": sizes, "maxProperties": sizes, "required": names,
            "dependentRequired": st.dictionaries(st.sampled_from("ab"), names, max_size=2), "dependentSchemas": maps,
            "properties": maps, "additionalProperties": inner, "propertyNames": inner, "allOf": several, "anyOf": several, "oneOf": several,
            "not": inner, "if": inner, "then": inner, "else": inner, "$ref": st.sampled_from(["#/$defs/a", "#/$defs/b", "#"]),
        },
    )  # fmt: skip


schema = st.recursive(st.booleans() | st.just({}), keywords, max_leaves=6)
whole = st.tuples(keywords(schema), schema, schema).map(lambda told: {**told[0], "$defs": {"a": told[1], "b": told[2]}})


@given(whole, st.lists(values, min_size=1, max_size=4))
def test_a_schema_takes_what_the_library_takes(drawn: dict[str, Any], given_values: list[Any]) -> None:
    if schemas.flaw_of(drawn):
        return
    with pytest.MonkeyPatch.context() as patch:
        known = {
            key: program
            for each in ("^a", "SAVE(15|20|25)")
            for key, program in programs_of(check_of(f"{{type: regex, value: '{each}'}}")).items()
        }
        patch.setattr(afterword_patterns, "_programs", lambda: known)
        for value in given_values:
            try:
                wanted: bool | None = schemas.breaks(drawn, value) is None
            except schemas.SchemaError:
                wanted = None
            try:
                found: bool | None = fits(drawn, value)
            except SchemaError:
                found = None
            # Whether a circle is entered depends on which part is looked at first.
            assert found == wanted or None in {found, wanted}, value


@given(
    st.sampled_from(["contains", "not_contains", "equals"]),
    st.text(min_size=1, max_size=4),
    st.text(max_size=8),
    st.booleans(),
)
def test_texts_are_looked_for_alike(kind: str, wanted: str, text: str, folds: bool) -> None:
    check = check_of("{type: contains, value: x}").model_copy(
        update={"type": kind, "value": wanted, "ignore_case": folds}
    )
    from afterword.evals.checks import BY_TYPE
    from afterword.evals.output import Output

    of_text = BY_TYPE[check.type or "rubric"].of_text
    assert of_text is not None
    assert judge_text(portable_check(check), Answer(text))[0] == of_text(check, Output(text)).has_passed


@given(
    st.lists(st.sampled_from(["1", "2.5", "-3", "x", "1e3", "nan", "7"]), min_size=1),
    st.lists(st.sampled_from(["1", "9", "x", "2"]), min_size=1),
)
def test_the_stability_index_is_the_same(before: list[str], now: list[str]) -> None:
    assert exported_index(before, now) == stability_index(before, now)


@pytest.mark.parametrize(
    ("given_answer", "text", "calls"),
    [
        ("hello", "hello", ()),
        ({"text": "a", "tool_calls": [{"name": "f", "arguments": {"x": 1}}]}, "a", ({"name": "f", "arguments": {"x": 1}},)),
        ({"content": None, "role": "assistant", "tool_calls": [{"type": "function", "function": {"name": "f", "arguments": '{"x": 1}'}}]}, "", ({"name": "f", "arguments": {"x": 1}},)),
        ([{"type": "function", "function": {"name": "f", "arguments": ""}}], "", ({"name": "f", "arguments": {}},)),
        ({"tool_calls": None, "text": "a"}, "a", ()),
        ({"tool_calls": [{"name": "f"}]}, "", ({"name": "f", "arguments": {}},)),
    ],
)  # fmt: skip
def test_answers_are_read_in_each_of_their_forms(given_answer: Any, text: str, calls: tuple[Any, ...]) -> None:
    assert read_answer(given_answer) == Answer(text, calls)


@pytest.mark.parametrize(
    "odd",
    [None, 3, True, {}, {"answer": "a"}, {"text": 3}, {"text": "a", "tool_calls": "f"}, [3], [{}], [{"name": 3}], {"tool_calls": [{"name": "f", "arguments": "{"}]}, [{"name": "f", "arguments": "[1]"}], [{"name": "f", "arguments": [1]}]],
)  # fmt: skip
def test_what_is_no_answer_is_told_in_words(odd: Any) -> None:
    with pytest.raises(ValueError, match=r"the target|tool_calls|text|arguments"):
        read_answer(odd)


def test_predictions_are_read_in_each_of_their_forms() -> None:
    for told in (
        [1, None, " x ", True, 2.0, ""],
        {"predictions": [1.0, None, "x", True, 2, " "]},
        '[1, null, "x", true, 2, ""]',
    ):
        assert read_predictions(told, 6) == ["1", None, "x", "true", "2", None]
    for odd in ("x", None, {}, {"predictions": "x"}, [1]):
        with pytest.raises(ValueError, match=r"one prediction for each row|1 predictions for 2 rows"):
            read_predictions(odd, 2)


def test_whole_numbers_are_one_number_however_they_are_written() -> None:
    from afterword.model.case_output import Answer as Typed
    from afterword.model.case_output import ToolCall

    output = Typed(tool_calls=(ToolCall(name="f", arguments={"x": 1.0}),))
    assert judge("{type: tool_called, value: f, arguments: {x: 1}}", output).has_passed
    assert not judge("{type: tool_called, value: f, arguments: {x: true}}", output).has_passed
