"""Where a case stands: since when without a break, and never by luck, by an earlier form or by what was recorded."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.evals.results.runs import add_runs
from afterword.evals.standing import standing_of_case, was_mended
from afterword.model.eval_state import EvalRun
from tests.evals.runs_sample import DAY, run_of
from tests.pages.report_sample import simple

CASE = (
    "eval_cases:\n"
    "  - {title: It holds, kind: regression, status: %s, input: {prompt: a}, trials: %s,\n"
    "     checks: [{type: contains, value: b}]}\n"
)
REPORT = simple("", CASE % ("committed", 2))


def run(day: int, verdict: str = "passed", **changes: object) -> EvalRun:
    return run_of(REPORT, REPORT.front.eval_cases[0], verdict, DAY + timedelta(days=day), **changes)


def stand(*runs: EvalRun, report=REPORT):
    return standing_of_case(report.front.eval_cases[0], report, sorted(runs, key=lambda each: each.at))


def days(at: datetime | None) -> int | None:
    return None if at is None else (at - DAY).days


def test_passing_since_the_first_of_an_unbroken_row() -> None:
    found = stand(run(0), run(1, "failed"), run(2), run(3, "error"), run(4))
    assert (found.guarding, days(found.since), days(found.last.at)) == ("passing", 2, 4)


def test_failing_since_the_first_failure() -> None:
    found = stand(run(0), run(1, "failed"), run(2, "incomplete"), run(3, "failed"))
    assert (found.guarding, days(found.since)) == ("failing", 1)


@pytest.mark.parametrize(
    ("runs", "reason"),
    [
        ([], "never-run"),
        ([run(0, of="recorded")], "never-run"),
        ([run(0, digest="0" * 16)], "changed"),
        ([run(0), run(1, "error")], "no-verdict"),
        ([run(0), run(1, "incomplete")], "no-verdict"),
        ([run(0, passed=1, runs=1)], "too-few"),
    ],
)
def test_what_guards_nothing(runs: list[EvalRun], reason: str) -> None:
    found = stand(*runs)
    assert (found.guarding, found.reason, found.since) == ("unguarded", reason, None)


def test_a_pass_by_a_lower_threshold_guards_nothing_once_more_is_asked() -> None:
    case = REPORT.front.eval_cases[0]
    half = run_of(REPORT, case, "passed", passed=1, runs=2)
    assert standing_of_case(case, REPORT, [half]).reason == "too-few"
    assert not was_mended(case, REPORT, [run(-1, "failed"), half])
    lower = simple("", CASE % ("committed", "2, pass_at_least: 1"))
    entry = lower.front.eval_cases[0]
    assert standing_of_case(entry, lower, [run_of(lower, entry, "passed", passed=1, runs=2)]).guarding == "passing"


@pytest.mark.parametrize("status", ["proposed", "quarantined", "retired"])
def test_a_case_that_is_not_committed_guards_nothing_however_it_runs(status: str) -> None:
    report = simple("", CASE % (status, 2))
    found = standing_of_case(report.front.eval_cases[0], report, [run_of(report, report.front.eval_cases[0])])
    assert (found.guarding, found.reason) == ("unguarded", status)


def test_one_run_of_what_failed_sometimes_guards_nothing_even_where_it_passed() -> None:
    report = simple("", "behaviour: {reproducible: sometimes}\n" + CASE % ("committed", 1))
    found = standing_of_case(report.front.eval_cases[0], report, [run_of(report, report.front.eval_cases[0])])
    assert found.reason == "one-run"


@pytest.mark.parametrize(
    ("runs", "mended"),
    [
        ([], False),
        ([run(0)], False),
        ([run(0, "failed")], False),
        ([run(0, "failed"), run(1)], True),
        ([run(0), run(1, "failed")], False),
        ([run(0), run(1, "failed", of="recorded")], True),
        ([run(0, of="recorded"), run(1)], False),
        ([run(0, "failed"), run(1, of="recorded")], False),
        ([run(0, "error"), run(1)], False),
        ([run(0, "failed", digest="0" * 16), run(1)], False),
        ([run(0, "failed"), run(1, passed=1, runs=1)], False),
    ],
)
def test_seen_failing_and_then_passing(runs: list[EvalRun], mended: bool) -> None:
    assert was_mended(REPORT.front.eval_cases[0], REPORT, runs) is mended


VERDICTS = st.lists(st.sampled_from(["passed", "failed", "error"]), max_size=12)


@given(VERDICTS, st.randoms())
def test_what_is_kept_says_the_same_in_whatever_order_it_was_recorded(verdicts: list[str], random) -> None:
    runs = [run(day, verdict) for day, verdict in enumerate(verdicts)]
    kept: tuple[EvalRun, ...] = ()
    for each in runs:
        kept, _ = add_runs(kept, [each])
    assert stand(*kept) == stand(*runs)
    assert was_mended(REPORT.front.eval_cases[0], REPORT, kept) == was_mended(REPORT.front.eval_cases[0], REPORT, runs)
    shuffled = random.sample(runs, len(runs))
    together, added = add_runs((), shuffled)
    assert len(added) == len(runs)
    assert set(together) == set(kept)
    again, more = add_runs(together, together)
    assert (again, more) == (together, ())
    assert len(kept) <= len(runs)


def test_a_year_of_nights_is_two_runs() -> None:
    kept, _ = add_runs((), [run(day) for day in range(365)])
    assert [days(each.at) for each in kept] == [0, 364]
    assert stand(*kept).since == datetime(2026, 6, 1, 8, 15, tzinfo=UTC)
