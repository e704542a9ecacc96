"""Cohorts add up, nothing that was closed reopens, and what is not known is in no figure."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.pages.lists_sample import TODAY, index_of, report, reports

from afterword.index.cohorts import MONTHS, Cohort, count_cohorts, count_left, make_cohorts, month_before
from afterword.index.open import is_own, is_own_open

TEXT = """---
title: Something was told
lifecycle: {lifecycle}
origin: {origin}
{front}remediations:
{lines}---
"""
DAYS = st.dates(date(2023, 1, 1), date(2026, 12, 31))
REMEDIATIONS = st.one_of(
    st.sampled_from(
        ["status: accepted", "status: proposed", "status: in_progress", "status: done", "status: verified"]
    ),
    DAYS.map(lambda day: f"status: done, done_on: {day}"),
    DAYS.map(lambda day: f"status: verified, done_on: {day}, verified_on: {day}"),
    DAYS.map(lambda day: f"status: declined, declined_because: no, declined_on: {day}"),
)
REPORTS = st.lists(
    st.tuples(
        st.sampled_from(["published", "published", "published", "superseded"]),
        st.sampled_from(["own", "own", "public-sources"]),
        st.none() | DAYS,
        st.lists(REMEDIATIONS, max_size=4),
    ),
    max_size=5,
)  # fmt: skip


def told(place: int, opened: date | None, *remediations: str, lifecycle: str = "published", origin: str = "own"):
    lines = "".join(f"  - {{title: Work, kind: monitor-alert, {each}}}\n" for each in remediations)
    front = f"published_on: {opened}\n" if opened else ""
    text = TEXT.format(lifecycle=lifecycle, origin=origin, front=front, lines=lines or "  []\n")
    return report(f"2022-01-0{place + 1}-told", text)


def cohorts_of(opened: str, *remediations: str) -> list[tuple[int, int, int | None, int]]:
    found = count_cohorts(index_of([told(0, date.fromisoformat(opened), *remediations)])).cohorts
    return [(each.opened, each.left, each.change, each.unplaced) for each in found]


@pytest.mark.parametrize(
    ("opened", "remediations", "expected"),
    [
        # Today is 23 November 2026, so a month before is 23 October.
        ("2026-03-02", ("status: accepted",) * 2 + ("status: done, done_on: 2026-10-24",), (3, 2, -1, 0)),
        ("2026-03-02", ("status: accepted", "status: done, done_on: 2026-10-23"), (2, 1, 0, 0)),
        ("2026-10-23", ("status: accepted", "status: accepted"), (2, 2, 0, 0)),
        ("2026-10-24", ("status: accepted", "status: done, done_on: 2026-10-30"), (2, 1, None, 0)),
        ("2026-03-02", ("status: done", "status: accepted"), (2, 1, 0, 1)),
        ("2026-03-02", ("status: done, done_on: 2026-02-01",), (1, 0, 0, 0)),
        ("2026-03-02", ("status: declined, declined_because: no, declined_on: 2026-11-01",), (1, 0, -1, 0)),
        ("2026-03-02", ("status: verified, done_on: 2026-04-01, verified_on: 2026-11-01",), (1, 0, 0, 0)),
    ],
)
def test_what_is_left_and_what_was_a_month_before(opened: str, remediations: tuple[str, ...], expected: object) -> None:
    assert cohorts_of(opened, *remediations) == [expected]


def test_a_month_may_have_more_left_than_a_month_before_since_they_were_opened_meanwhile() -> None:
    early, late = told(0, date(2026, 10, 2), "status: accepted"), told(1, date(2026, 10, 29), *["status: accepted"] * 3)
    (cohort,) = count_cohorts(index_of([early, late])).cohorts
    assert (cohort.opened, cohort.left, cohort.before, cohort.change) == (4, 4, 1, 3)


def test_twelve_months_stand_alone_and_earlier_ones_by_year() -> None:
    days = [
        date(2026, 11, 1),
        date(2025, 12, 1),
        date(2025, 11, 30),
        date(2025, 1, 1),
        date(2024, 5, 5),
        date(2024, 12, 31),
    ]
    found = count_cohorts(index_of([told(place, day, "status: accepted") for place, day in enumerate(days)])).cohorts
    assert [(each.first, each.last, each.opened) for each in found] == [
        (date(2026, 11, 1), date(2026, 11, 30), 1),
        (date(2025, 12, 1), date(2025, 12, 31), 1),
        (date(2025, 1, 1), date(2025, 11, 30), 2),
        (date(2024, 1, 1), date(2024, 12, 31), 2),
    ]


@pytest.mark.parametrize(
    ("day", "before"),
    [
        ("2026-11-23", "2026-10-23"),
        ("2026-03-31", "2026-02-28"),
        ("2024-03-30", "2024-02-29"),
        ("2026-01-31", "2025-12-31"),
    ],
)
def test_a_month_before(day: str, before: str) -> None:
    assert month_before(date.fromisoformat(day)) == date.fromisoformat(before)


def test_unknown_days_and_reports_that_no_figure_counts_are_told_apart() -> None:
    undated = report("2022-01-05-undated", TEXT.format(lifecycle="published", origin="own", front="", lines=(
        "  - {title: A, kind: monitor-alert, status: accepted}\n  - {title: B, kind: monitor-alert, status: done}\n")))  # fmt: skip
    found = count_cohorts(index_of([
        undated,
        told(1, date(2026, 3, 1), "status: accepted", "status: done", lifecycle="superseded"),
        told(2, date(2026, 3, 1), "status: accepted", origin="public-sources"),
    ]))  # fmt: skip
    assert (found.cohorts, found.undated, found.undated_left, found.elsewhere) == ((), 2, 1, 1)
    assert [cohort.left for cohort in count_cohorts(index_of(reports())).cohorts] == [1, 0]


@given(REPORTS)
@settings(max_examples=60)
def test_cohorts_add_up(given_reports) -> None:
    index = index_of([
        told(place, opened, *lines, lifecycle=step, origin=origin)
        for place, (step, origin, opened, lines) in enumerate(given_reports)
    ])  # fmt: skip
    found = count_cohorts(index)
    own = [use for use in index.remediations if is_own(use)]
    known = {each.id for each in index.counted}
    assert found.left + found.elsewhere == sum(is_own_open(use) for use in own)
    assert sum(each.opened for each in found.cohorts) + found.undated == sum(use.report.id in known for use in own)
    spans = [(each.first, each.last) for each in found.cohorts]
    assert spans == sorted(spans, reverse=True)
    assert all(later[0] > earlier[1] for later, earlier in pairwise(spans))
    for each in found.cohorts:
        check_one(each)


def check_one(cohort: Cohort) -> None:
    assert 0 <= cohort.left <= cohort.opened
    assert cohort.opened > 0
    assert cohort.before is None or 0 <= cohort.before + cohort.unplaced <= cohort.opened
    # Without new ones it can only have become fewer.
    if cohort.last <= month_before(TODAY):
        assert cohort.change is not None
        assert cohort.change <= 0


@given(REPORTS, st.dates(date(2023, 1, 1), date(2027, 1, 1)), st.integers(0, 400))
@settings(max_examples=60)
def test_nothing_reopens(given_reports, day: date, later: int) -> None:
    index = index_of([told(place, opened, *lines) for place, (_, _, opened, lines) in enumerate(given_reports)])
    opened = [use for use in index.remediations if use.opened is not None and use.opened <= day]
    assert count_left(opened, day) >= count_left(opened, day + timedelta(days=later))
    assert sum(each.opened for each in make_cohorts(index.remediations, day)) == sum(
        use.opened is not None for use in index.remediations
    )
    assert (
        sum(
            each.first.month == each.last.month and each.last > day - timedelta(days=366)
            for each in make_cohorts(opened, day)
        )
        <= MONTHS + 1
    )
