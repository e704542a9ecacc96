"""Coverage counts what reports declare and runs show, each report once; silent checks are answered as far as a report ties them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.evals.runs_sample import run_of
from tests.pages.lessons_sample import lessons_index, told
from tests.pages.lists_sample import index_of, report

from afterword.index.coverage import COVERAGES, all_cases, by_factor, by_system, coverage_of, tally, without_case
from afterword.index.silence import answers_to, by_reason
from afterword.model.eval_state import EvalState
from afterword.model.report import Report

TIED = "{title: A test, kind: eval-case, addresses: [CF-1], status: accepted, evals: [EC-1]}"


def case(status: str, blocking: str = "false") -> str:
    return (
        f"eval_cases: [{{title: It holds, kind: regression, status: {status}, blocking: {blocking}, "
        "input: {prompt: a}, checks: [{type: contains, value: b}]}]"
    )


KINDS = {
    "passing": case("committed", "true"),
    "failing": case("committed", "true").replace("It holds", "It fails"),
    "committed": case("committed").replace("It holds", "It never ran"),
    "uncommitted": case("quarantined", "true"),
    "reason": "no_eval_because: It shows in many answers alone.",
    "untold": "",
}


def recorded(*reports: Report) -> EvalState:
    """A run of each case: what fails says so in its title, and what never ran has none."""
    runs = [
        run_of(each, entry, "failed" if entry.title == "It fails" else "passed")
        for each in reports
        for entry in each.front.eval_cases
        if entry.title != "It never ran"
    ]
    return EvalState(tuple(runs))


@pytest.mark.parametrize(("expected", "front"), KINDS.items())
def test_what_can_be_said(expected: str, front: str) -> None:
    told_of = told("2026-01-01-a", "shop-bot", front=front)
    view = lessons_index(told_of, eval_state=recorded(told_of)).view
    assert coverage_of(told_of, view) == expected


def test_a_failing_case_outweighs_a_passing_one() -> None:
    front = KINDS["passing"].replace(
        "eval_cases: [", "eval_cases: [{title: It fails, kind: regression, status: committed}, "
    )
    told_of = told("2026-01-01-a", "shop-bot", front=front)
    assert coverage_of(told_of, lessons_index(told_of, eval_state=recorded(told_of)).view) == "failing"


@given(st.lists(st.sampled_from(COVERAGES), max_size=8))
def test_each_report_stands_once(kinds: list[str]) -> None:
    reports = [told(f"2026-01-{place:02}-a", "shop-bot", front=KINDS[each]) for place, each in enumerate(kinds, 1)]
    index = lessons_index(*reports, eval_state=recorded(*reports))
    found = tally(reports, index.view)
    assert found.total == len(kinds)
    assert dict(zip(COVERAGES, found.of, strict=True)) == {each: kinds.count(each) for each in COVERAGES}
    assert {each.system.slug for each in by_system(index)} == {"quiet-bot", *(["shop-bot"] if kinds else [])}
    assert [each.tally for each in by_factor(index)] == ([found] if kinds else [])
    assert len(all_cases(index)) + len(without_case(index)) == len(kinds)


def test_a_case_is_tied_to_a_factor_by_a_remediation_that_names_both() -> None:
    tied = told("2026-01-01-a", "shop-bot", ("data-drift", "comm-silo"), TIED, front=case("committed"))
    index = lessons_index(tied, eval_state=recorded(tied))
    assert {each.factor.id: each.tied for each in by_factor(index)} == {"data-drift": 1, "comm-silo": 0}
    assert {each.factor.id: each.tied for each in by_factor(lessons_index(tied))} == {"data-drift": 0, "comm-silo": 0}


def test_an_exercise_and_what_is_not_counted_are_in_no_figure() -> None:
    exercise = told("2026-01-01-a", "shop-bot", front="kind: exercise")
    public = told("2026-01-02-b", "shop-bot", front="origin: public-sources")
    index = lessons_index(exercise, public, count_public_sources=False)
    assert (tally(index.counted, index.view).total, by_factor(index), without_case(index)) == (0, [], [])


CHECKED = """---
title: A signal stayed silent
lifecycle: published
system: {name: shop-bot}
evidence: [{id: EV-1, kind: log, title: A log}, {id: EV-2, kind: log, title: Another}]
timeline:
  - {at: 2026-01-01, kind: alert_missed, signal: near, missed_because: muted, evidence: [EV-1]}
  - {at: 2026-01-01, kind: alert_missed, signal: far}
contributing_factors:
  - {id: CF-1, factor: mon-alert-ineffective, how: It was so., evidence: [EV-1]}
  - {id: CF-2, factor: comm-silo, how: It was so., evidence: [EV-1]}
remediations:
  - {id: RM-1, title: Routed, kind: runbook, addresses: [CF-1]}
  - {id: RM-2, title: Seen, kind: monitor-alert, addresses: [CF-2]}
  - {id: RM-3, title: Told, kind: policy-procedure, addresses: [CF-2]}
  - {id: RM-4, title: Refused, kind: monitor-alert, addresses: [CF-1], status: declined}
---
"""


def checked() -> Report:
    return report("2026-01-01-a", CHECKED)


def test_the_remediation_on_the_same_evidence_answers_a_check_else_all_that_make_a_signal() -> None:
    index = index_of([checked()])
    near, far = index.silent_checks
    assert [each.remediation.id for each in answers_to(near, index)] == ["RM-1"]
    assert [each.remediation.id for each in answers_to(far, index)] == ["RM-1", "RM-2"]


def test_every_reason_stands_and_checks_without_one_come_last() -> None:
    found = by_reason(index_of([checked()]))
    assert [(each.reason, each.checks, each.reports) for each in found if each.all] == [("muted", 1, 1), (None, 1, 1)]
    assert len(found) == 10
    assert found[-1].reason is None
    assert all(each.reason for each in by_reason(index_of([])))
