"""Accepted risks and duties to report: what is overdue first, what does not apply nowhere."""

from __future__ import annotations

from datetime import UTC
from zoneinfo import ZoneInfo

from tests.pages.lists_sample import index_of, narrower, report

from afterword.index.promised import list_accepted_risks, list_clocks


def risk(day: int, review: str, front: str = ""):
    text = (
        f"---\ntitle: Something was told\nlifecycle: published\n{front}contributing_factors:\n"
        f"  - {{factor: data-drift, accepted_risk: {{rationale: It is rare, decided_by_role: product-owner{review}}}}}\n"
        "  - {factor: comm-silo}\n---\n"
    )
    return report(f"2026-03-{day:02}-told", text)


def duties(day: int, *lines: str, front: str = ""):
    listed = "".join(f"    - {{regime: gdpr_art33, {each}}}\n" for each in lines)
    text = f"---\ntitle: Something was told\nlifecycle: published\n{front}impact:\n  reporting:\n{listed}---\n"
    return report(f"2026-03-{day:02}-told", text)


def test_reviews_that_are_overdue_stand_first_and_those_without_a_day_last() -> None:
    found = list_accepted_risks(index_of([
        risk(1, ""), risk(2, ", review_on: 2026-12-01"), risk(3, ", review_on: 2026-11-01"), risk(4, ", review_on: 2026-11-23"),
        risk(5, ", review_on: 2026-01-01", front="origin: public-sources\n"), *narrower(),
    ]))  # fmt: skip
    assert [(each.report.id[8:10], each.late) for each in found] == [("03", 22), ("04", 0), ("02", -8), ("01", None)]
    assert {each.factor.factor for each in found} == {"data-drift"}


def test_running_clocks_stand_first_then_the_undecided_then_what_was_handed_in() -> None:
    found = list_clocks(index_of([
        duties(1, "applicable: false", "applicable: true, submitted: 2026-03-03"),
        duties(2, "aware_at: 2026-03-02", "applicable: true, due: 2026-11-30"),
        duties(3, "applicable: true, due: 2026-11-20", "applicable: true"),
        duties(4, "applicable: true, due: 2026-03-05", front="origin: public-sources\n"),
    ]), UTC)  # fmt: skip
    assert [(each.report.id[8:10], each.clock, each.late) for each in found] == [
        ("03", "running", 3), ("02", "running", -7), ("03", "running", None), ("02", "undecided", None), ("01", "submitted", None),
    ]  # fmt: skip


def test_the_day_of_a_clock_is_that_of_the_zone_of_the_site() -> None:
    index = index_of([duties(1, 'applicable: true, due: "2026-11-22T23:30:00Z"')])
    assert [each.late for each in list_clocks(index, UTC)] == [1]
    assert [each.late for each in list_clocks(index, ZoneInfo("Europe/Berlin"))] == [0]
