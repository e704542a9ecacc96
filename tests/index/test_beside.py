"""What stands around a factor is counted over counted reports, and what is open is our own."""

from __future__ import annotations

from tests.pages.lists_sample import FIRST, SECOND, index_of, report, reports

from afterword.index.beside import (
    accepted_risks,
    counted_reports,
    factors_beside,
    noticed_by,
    own_open,
    silent_checks_with,
    unanswered,
)

RISK = "accepted_risk: {rationale: The old records cannot be made again, decided_by_role: product-owner, review_on: 2027-01-01}"


def test_factors_that_stand_together_are_counted_over_counted_reports() -> None:
    index = index_of(reports())
    assert [(factor.id, number) for factor, number in factors_beside("data-drift", index)] == [("comm-silo", 1)]
    assert [(factor.id, number) for factor, number in factors_beside("comm-silo", index)] == [("data-drift", 1)]
    assert factors_beside("model-opaque", index) == []


def test_a_factor_named_twice_in_one_report_counts_once() -> None:
    twice = SECOND.replace("  - {factor: comm-silo", "  - {factor: comm-silo, how: Once more.}\n  - {factor: comm-silo")
    index = index_of([report("2026-03-11-second", twice)])
    assert [number for _, number in factors_beside("data-drift", index)] == [1]


def test_who_noticed_is_one_word_for_each_report() -> None:
    noticed = noticed_by(counted_reports("data-drift", index_of(reports())))
    assert noticed.by == (("support-report", 1),)
    assert noticed.untold == 2


def test_silent_checks_are_those_of_its_reports() -> None:
    index = index_of(reports())
    assert [each.entry.signal for each in silent_checks_with("data-drift", index)] == ["offers_total"]
    assert silent_checks_with("comm-silo", index) == []


def test_open_is_what_somebody_here_can_do() -> None:
    index = index_of(reports())
    assert [use.remediation.title for use in own_open(index.remediations_for("data-drift"))] == [
        "Areas come from one list"
    ]


def test_a_declined_remediation_is_no_answer() -> None:
    index = index_of(reports())
    assert [each.id for each in unanswered("comm-silo", index)] == ["2026-03-11-second"]
    assert unanswered("data-drift", index) == []


def test_an_accepted_risk_is_an_answer() -> None:
    risky = FIRST.replace("confidence: known,", f"confidence: known, {RISK},")
    risky = risky.replace("status: done, done_on: 2026-02-01", "status: declined, declined_because: It fades")
    index = index_of([report("2026-01-10-first", risky)])
    assert unanswered("data-drift", index) == []
    assert [each.risk.decided_by_role for each in accepted_risks("data-drift", index)] == ["product-owner"]
