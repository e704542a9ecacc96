"""What is wanted passes in every variant, what was recorded fails in one, and trials count as shares."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.evals.runs import came_sometimes, enough, rests_on_one_run
from afterword.evals.selfcheck import Outcome
from afterword.evals.variants import fill, fill_variants, keys_in
from afterword.model.behaviour import Behaviour
from afterword.model.eval_case import EvalCase
from tests.evals.sample import URI, case_of, report_of, try_case

CHECK = "checks: [{type: contains, value: GOOD}]\n"
DATA = "input: {data: {evidence: EV-1, recorded: [was], reference: is}}\n"
ROWS = "group,was,is\nA,yes,yes\nB,no,yes\n"
GAP = "checks: [{type: slice_gap, by: group, label: 'yes', value: 0.1}]\n"


@pytest.mark.parametrize(
    ("fields", "outcome", "because"),
    [
        (CHECK + "recorded_outputs: [bad]\nreference_output: GOOD", "holds", "what was recorded: does not hold `GOOD`"),
        (CHECK + "recorded_outputs: [bad]\nreference_output: bad", "reference-fails", "the reference: does not hold"),
        (CHECK + "recorded_outputs: [GOOD]\nreference_output: GOOD", "cannot-fail", "everything that was recorded"),
        (CHECK + "reference_output: GOOD", "incomplete", "nothing that was recorded"),
        (CHECK + "recorded_outputs: [bad]", "incomplete", "no reference"),
        (CHECK + "no_selfcheck_because: It was deleted.", "excused", "It was deleted."),
        (CHECK + "recorded_outputs: [GOOD]\nreference_output: GOOD\nno_selfcheck_because: No.", "cannot-fail", "every"),
        ("checks: [{type: rubric, value: kind}]\nrecorded_outputs: [bad]", "not-offline", "a model or a person"),
        ("checks: [{type: rubric, value: kind}]\nno_selfcheck_because: No.", "excused", "No."),
        ("checks: [{type: regex, value: '('}]\nrecorded_outputs: [bad]", "broken", "`regex` cannot be applied"),
        ("checks: [{type: same_across_variants}]\nrecorded_outputs: [bad]", "broken", "compares variants"),
    ],
)
def test_the_outcome_of_a_case(fields: str, outcome: Outcome, because: str) -> None:
    checked = try_case(fields)
    assert checked.outcome == outcome
    assert because in checked.because
    assert checked.holds is (outcome in {"holds", "excused"})


def test_a_rubric_beside_a_plain_check_is_passed_over() -> None:
    checked = try_case(
        "checks: [{type: rubric, value: kind}, {type: contains, value: GOOD}]\n"
        "recorded_outputs: [bad]\nreference_output: GOOD"
    )
    assert checked.outcome == "holds"
    assert [each.state for each in checked.variants[0].recorded[0].verdicts] == ["not-offline", "failed"]


@pytest.mark.parametrize(
    ("recorded", "trials", "least", "outcome"),
    [
        ("[bad, GOOD, GOOD, GOOD]", 20, 15, "cannot-fail"),
        ("[bad, GOOD, GOOD, GOOD]", 20, 16, "holds"),
        ("[bad, GOOD, GOOD, GOOD]", 20, None, "holds"),
        ("[bad]", 20, 1, "holds"),
        ("[bad]", 20, 0, "cannot-fail"),
    ],
)
def test_runs_count_by_the_share_that_is_asked_for(recorded: str, trials: int, least: int | None, outcome: str) -> None:
    asked = f"trials: {trials}\n" + (f"pass_at_least: {least}\n" if least is not None else "")
    assert try_case(f"{CHECK}recorded_outputs: {recorded}\nreference_output: GOOD\n{asked}").outcome == outcome


@given(st.integers(1, 50), st.data())
def test_more_passes_are_never_worse(trials: int, data: st.DataObject) -> None:
    least = data.draw(st.integers(0, trials))
    of = data.draw(st.integers(1, 20))
    case = EvalCase(trials=trials, pass_at_least=least)
    verdicts = [enough(case, passed, of) for passed in range(of + 1)]
    assert verdicts == sorted(verdicts)
    assert verdicts[-1]


VARIANTS = """
input: {{prompt: "From {{{{who}}}}, with {{{{other}}}} and {{single}}."}}
variants:
  - {{name: one, vars: {{who: Ada}}, recorded_outputs: {one}}}
  - {{name: two, vars: {{who: 7}}, recorded_outputs: {two}}}
reference_output: Hello {{{{who}}}}, {{{{other}}}}
checks:
  - {{type: contains, value: "{{{{who}}}}"}}
  - {{type: regex, value: "^H|{{{{who}}}}"}}
"""


def test_each_variant_fills_in_its_own_values_and_leaves_other_braces() -> None:
    one, two = fill_variants(case_of(VARIANTS.format(one="[a]", two="[b]")))
    assert one.input is not None
    assert one.input.prompt == "From Ada, with {{other}} and {single}."
    assert two.reference is not None
    assert two.reference.text == "Hello 7, {{other}}"
    assert [check.value for check in two.checks] == ["7", "^H|{{who}}"]
    assert set(keys_in(case_of(VARIANTS.format(one="[a]", two="[b]")))) == {"who", "other"}


def test_one_variant_that_fails_is_enough_and_each_reference_must_pass() -> None:
    checked = try_case(VARIANTS.format(one='["Hello Ada"]', two='["Hello Ada"]'))
    assert checked.outcome == "holds"
    assert checked.because == "what was recorded in `two`: does not hold `7`"
    assert [each.is_enough for each in checked.variants] == [True, False]


def test_the_same_trial_is_compared_across_variants() -> None:
    form = (
        VARIANTS.replace('  - {{type: contains, value: "{{{{who}}}}"}}\n', "")
        .replace('{{type: regex, value: "^H|{{{{who}}}}"}}', "{{type: same_across_variants}}")
        .replace("Hello {{{{who}}}}", "Hello")
    )
    assert try_case(form.format(one="[a, b]", two="['a ', b]")).outcome == "cannot-fail"
    checked = try_case(form.format(one="[a, b, c]", two="[a, x]"))
    assert checked.outcome == "holds"
    assert [[run.has_passed for run in each.recorded] for each in checked.variants] == [
        [True, False, True],
        [True, False],
    ]


names = st.text(alphabet="abc_", min_size=1, max_size=3)


@given(st.text(alphabet="ab_{} \n", max_size=60), st.dictionaries(names, st.text(alphabet="xy{}", max_size=4)))
def test_only_known_keys_are_filled_and_what_is_put_in_stays(text: str, values: dict[str, str]) -> None:
    filled = fill(text, values)
    if not any("{{" + key + "}}" in text for key in values):
        assert filled == text
    assert fill(text, {}) == text
    assert fill([text, {"a": text}, 5], values) == [filled, {"a": filled}, 5]


def test_a_case_of_data_is_tried_on_its_columns() -> None:
    assert try_case(DATA + GAP, ROWS).outcome == "holds"
    assert try_case(DATA.replace("reference: is", "reference: was") + GAP, ROWS).outcome == "reference-fails"
    assert try_case(DATA.replace("[was]", "[is]") + GAP, ROWS).outcome == "cannot-fail"
    several = try_case(DATA.replace("[was]", "[is, was]") + GAP, ROWS)
    assert [run.has_passed for run in several.variants[0].recorded] == [True, False]
    assert several.outcome == "holds"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("[was]", "[then]"), "no column `then`"),
        (("EV-1", "EV-7"), "no evidence `EV-7`"),
        (("reference: is", "reference: is, truth: right"), "no column `right`"),
    ],
)
def test_a_case_without_its_rows_is_broken(change: tuple[str, str], told: str) -> None:
    checked = try_case(DATA.replace(*change) + GAP, ROWS)
    assert (checked.outcome, checked.missing is not None) == ("broken", True)
    assert told in checked.because


def test_rows_of_another_report_are_not_read() -> None:
    from afterword.evals.selfcheck import check_case
    from tests.evals.sample import tables

    other = URI.replace("2026-03-11", "2026-03-12")
    front = f"evidence: [{{id: EV-1, kind: log, title: Rows, uri: {other}}}]\neval_cases: [{{title: a, {{0}}}}]"
    case = DATA.strip() + ", " + GAP.strip()
    report = report_of(front.replace("{0}", case))
    assert check_case(report.front.eval_cases[0], report, tables(ROWS, other)).outcome == "broken"


@pytest.mark.parametrize(
    ("behaviour", "sometimes"),
    [
        (None, False),
        (Behaviour(reproducible="sometimes"), True),
        (Behaviour(reproducible="always", failing=3, sampled=9), False),
        (Behaviour(failing=37, sampled=200), True),
        (Behaviour(reproducible="unknown", failing=37, sampled=200), True),
        (Behaviour(failing=200, sampled=200), False),
        (Behaviour(failing=0, sampled=200), False),
    ],
)
def test_one_run_of_what_failed_sometimes_is_luck(behaviour: Behaviour | None, sometimes: bool) -> None:
    assert came_sometimes(behaviour) is sometimes
    assert rests_on_one_run(EvalCase(), behaviour) is sometimes
    assert rests_on_one_run(EvalCase(trials=1), behaviour) is sometimes
    assert not rests_on_one_run(EvalCase(trials=2), behaviour)
    assert not rests_on_one_run(case_of(DATA + GAP), behaviour)
