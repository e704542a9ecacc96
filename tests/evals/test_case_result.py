"""The verdict on a case: every variant must have run, shares are compared, and nothing passes by not running."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.evals.manifest import ManifestCase
from afterword.evals.results.case_result import VariantResult, Wanted, judge_case
from afterword.evals.results.trial import Trial


def case(**told: object) -> ManifestCase:
    return ManifestCase.model_validate({"report": "2026-01-01-a", "case": "EC-1", "digest": "0", **told})


def trials(**counts: int) -> list[Trial]:
    """`a_passed=3` are three trials of the variant `a` that passed."""
    found = []
    for name, count in counts.items():
        variant, outcome = name.rsplit("_", 1)
        found += [Trial("2026-01-01-a", "EC-1", "0", variant, outcome)] * count  # type: ignore[arg-type]
    return found


@pytest.mark.parametrize(
    ("asked", "ran", "verdict"),
    [
        ({}, {"_passed": 1}, "passed"),
        ({}, {"_failed": 1}, "failed"),
        ({}, {"_error": 1}, "error"),
        ({}, {}, "incomplete"),
        ({"trials": 20}, {"_passed": 20}, "passed"),
        ({"trials": 20}, {"_passed": 19, "_failed": 1}, "failed"),
        ({"trials": 20}, {"_passed": 19}, "incomplete"),
        ({"trials": 20}, {"_passed": 19, "_error": 1}, "error"),
        ({"trials": 20}, {"_failed": 1}, "failed"),
        ({"trials": 20, "pass_at_least": 18}, {"_passed": 18}, "passed"),
        ({"trials": 20, "pass_at_least": 18}, {"_passed": 10, "_failed": 2}, "incomplete"),
        ({"trials": 20, "pass_at_least": 18}, {"_passed": 10, "_failed": 3}, "failed"),
        ({"trials": 20, "pass_at_least": 18}, {"_passed": 36, "_failed": 4}, "passed"),
        ({"trials": 20, "pass_at_least": 18}, {"_passed": 35, "_failed": 5}, "failed"),
        ({"trials": 5, "pass_at_least": 0}, {"_failed": 5}, "passed"),
        ({"trials": 5, "pass_at_least": 0}, {}, "incomplete"),
        ({"trials": 5, "pass_at_least": 9}, {"_passed": 5}, "passed"),
        ({"variants": ["a", "b"]}, {"a_passed": 1}, "incomplete"),
        ({"variants": ["a", "b"]}, {"a_passed": 1, "b_failed": 1}, "failed"),
        ({"variants": ["a", "b"]}, {"a_failed": 1}, "failed"),
        ({"variants": ["a", "b"]}, {"a_passed": 1, "b_passed": 1, "*_failed": 1}, "failed"),
        ({"variants": ["a", "b"]}, {"a_passed": 1, "b_passed": 1, "*_passed": 1}, "passed"),
    ],
)
def test_verdict(asked: dict[str, object], ran: dict[str, int], verdict: str) -> None:
    assert judge_case(case(**asked), trials(**ran)).verdict == verdict


@given(st.integers(1, 30), st.integers(0, 30), st.integers(0, 40), st.integers(0, 40), st.integers(0, 5))
def test_one_more_pass_never_harms_and_one_more_failure_never_helps(
    asked: int, least: int, passed: int, failed: int, errors: int
) -> None:
    wanted = Wanted.of(case(trials=asked, pass_at_least=least))

    def judge(more_passed: int, more_failed: int) -> str:
        told = VariantResult(name="", passed=passed + more_passed, failed=failed + more_failed, errors=errors)
        return wanted.judge(told)

    if judge(0, 0) == "failed":
        assert judge(0, 1) == "failed"
    if judge(0, 0) == "passed":
        assert judge(1, 0) == "passed"
        assert passed >= 1 or least == 0
        assert least == 0 or Fraction(passed, passed + failed) >= Fraction(min(least, asked), asked)
