"""Whether a factor came back after a remediation was verified: only dates that say so count, and few stay few."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.pages.lists_sample import TODAY, index_of, narrower, report, reports

from afterword.index.held import OUTCOMES, Record, list_trials, record_of
from afterword.model.report import Report

FIXED = """---
title: Offers drifted apart
lifecycle: {lifecycle}
origin: {origin}
system: {{name: shop-assistant, also_affected: [shop-search]}}
contributing_factors:
  - {{factor: data-drift, how: What the offers meant had moved since the records were made.}}
remediations:
  - {{title: Alert by area, kind: monitor-alert, {fix}}}
published_on: 2026-01-20
---
"""
LATER = """---
title: Offers drifted apart once more
lifecycle: {lifecycle}
system: {{name: {system}}}
contributing_factors: [{{factor: {factor}, how: It happened in the same way as it had happened before.}}]
{front}
published_on: 2026-09-01
---
"""
VERIFIED = "status: verified, done_on: 2026-02-01, verified_on: 2026-03-01"


def fixed(fix: str = VERIFIED, *, lifecycle: str = "published", origin: str = "own") -> Report:
    return report("2026-01-10-first", FIXED.format(fix=fix, lifecycle=lifecycle, origin=origin))


def later(
    report_id: str,
    system: str = "shop-assistant",
    factor: str = "data-drift",
    front: str = "",
    lifecycle: str = "published",
) -> Report:
    return report(report_id, LATER.format(system=system, factor=factor, front=front, lifecycle=lifecycle))


def trials(*found: Report, factor: str = "data-drift", **options):
    return list_trials(index_of(list(found), **options))[factor]


@pytest.mark.parametrize(
    ("fix", "outcome"),
    [
        (VERIFIED, "held"),
        ("status: verified", "undated"),
        ("status: done, done_on: 2026-02-01", "done"),
        ("status: accepted", "open"),
        ("status: proposed", "open"),
        ("status: declined, declined_because: It fades", "declined"),
        (f"{VERIFIED}, tracker: 'https://tracker.example.org/7'", "disputed"),
    ],
)
def test_what_is_known_of_a_remediation(fix: str, outcome: str) -> None:
    (trial,) = trials(fixed(fix))
    assert trial.outcome == outcome
    assert trial.later == ()


@pytest.mark.parametrize(
    ("other", "outcome", "days"),
    [
        (later("2026-03-02-day-after"), "returned", (1, 1)),
        (later("2026-04-whole-month-after"), "returned", (31, 60)),
        (later("2026-05-01-also", system="shop-search"), "returned", (61, 61)),
        (later("2026-05-01-elsewhere", system="other"), "held", (61, 61)),
        (later("2026-03-01-same-day"), "held", None),
        (later("2026-03-month-in-which-it-was-verified"), "held", None),
        (later("2026-year-in-which-it-was-verified"), "held", None),
        (later("2026-02-28-before"), "held", None),
        (later("2026-05-01-other-factor", factor="comm-silo"), "held", None),
        (later("2026-05-01-newer-account", front="supersedes: [2026-01-10-first]"), "held", None),
        (later("2026-05-01-not-counted", lifecycle="superseded"), "held", None),
        (later("2026-05-01-earlier-in-truth", front="occurred_on: 2026-02"), "held", None),
    ],
)
def test_only_what_wholly_happened_later_came_back(other: Report, outcome: str, days: tuple[int, int] | None) -> None:
    (trial,) = trials(fixed(), other)
    assert trial.outcome == outcome
    assert [(each.fewest, each.most) for each in trial.later] == ([days] if days else [])
    assert (trial.back is not None) is (outcome == "returned")
    assert (trial.elsewhere is not None) is (days is not None and outcome == "held")


def test_the_first_later_report_stands_first_and_systems_are_told_apart() -> None:
    found = trials(fixed(), later("2026-07-01-b"), later("2026-04-01-c", system="other"), later("2026-06-01-a"))
    assert [each.report.id for each in found[0].later] == ["2026-04-01-c", "2026-06-01-a", "2026-07-01-b"]
    assert (found[0].back.report.id, found[0].elsewhere.report.id) == ("2026-06-01-a", "2026-04-01-c")


def test_figures_say_k_of_n_and_the_days_between() -> None:
    other = report(
        "2026-04-10-second",
        FIXED.format(fix=VERIFIED.replace("2026-03-01", "2026-06-01"), lifecycle="published", origin="own").replace(
            "shop-assistant, also_affected: [shop-search]", "other"
        ),
    )
    found = trials(fixed(), other, later("2026-07-01-again"))
    assert record_of(found) == Record(
        dated=2, same=1, elsewhere=1, quiet=0, reports=2, after=(30, 122), watched=None, unclear=0
    )
    alone = record_of(trials(fixed()))
    assert (alone.dated, alone.quiet, alone.after) == (1, 1, None)
    assert alone.watched == ((TODAY - fixed().front.remediations[0].verified_on).days,) * 2


def test_what_is_not_counted_is_in_no_figure() -> None:
    nothing = Record(0, 0, 0, 0, 0, None, None, 0)
    assert record_of(trials(fixed(lifecycle="superseded"))) == nothing
    public = fixed(origin="public-sources")
    assert record_of(trials(public, count_public_sources=False)) == nothing
    assert record_of(trials(public)).dated == 1
    assert record_of(trials(fixed("status: verified"))) == Record(0, 0, 0, 0, 0, None, None, 1)


def test_what_is_narrower_changes_nothing() -> None:
    assert list_trials(index_of(reports() + narrower())) == list_trials(index_of(reports()))


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(st.integers(1, 12), st.integers(1, 28), st.sampled_from(["shop-assistant", "other"])),
        unique_by=lambda each: each[:2],
        max_size=8,
    )
)
def test_figures_add_up(dates: list[tuple[int, int, str]]) -> None:
    others = [later(f"2026-{month:02}-{day:02}-again", system=system) for month, day, system in dates]
    found = trials(fixed(), *others)
    record = record_of(found)
    assert record.dated == record.same + record.elsewhere + record.quiet == 1
    assert [OUTCOMES.index(each.outcome) for each in found] == sorted(OUTCOMES.index(each.outcome) for each in found)
    expected = {other.id for other, (month, day, _) in zip(others, dates, strict=True) if (month, day) > (3, 1)}
    assert {each.report.id for trial in found for each in trial.later} == expected
