"""Figures count what they say they count, tell no median under five, and do not depend on the order of reports."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.pages.lists_sample import FIRST, index_of, report, reports, vocabulary

from afterword.index.insights import gather_insights
from afterword.index.insights_cases import STANDINGS, standing_of
from afterword.index.insights_conditions import count_conditions
from afterword.index.insights_detection import WAYS, count_detection
from afterword.index.insights_lengths import publishing_delay, spread_of
from afterword.index.insights_pairs import count_pairs
from afterword.index.insights_periods import MOST_YEARS, count_over_time
from afterword.index.insights_reviews import count_reviews
from afterword.model.choices import DetectedBy
from afterword.model.measures import DurationRange, median_of_ranges

FACTORS = ("data-drift", "comm-silo", "eval-no-subgroup-tests", "org-change-control")
DISCIPLINES = ("ai-engineer", "product-owner")
ONE = report("2026-01-10-first", FIRST)


def made(report_id: str, fields: str = "", *, lifecycle: str = "published"):
    return report(report_id, f"---\ntitle: A report\nlifecycle: {lifecycle}\n{fields}---\n\nText.\n")


def on(day: date, kind: str = "incident", place: int = 0):
    return made(f"{day}-r{place}", f"kind: {kind}\n")


def ranges(draw_low, draw_more):
    return DurationRange(timedelta(minutes=draw_low), timedelta(minutes=draw_low + draw_more))


LENGTHS = st.lists(st.builds(ranges, st.integers(0, 9_000_000), st.integers(0, 90_000)), max_size=40)


@given(LENGTHS, st.randoms())
def test_quarters_hold_the_median_of_the_timelines_measures(lengths, shuffle: random.Random) -> None:
    shuffled = list(lengths)
    shuffle.shuffle(shuffled)
    spread = spread_of((ONE, each) for each in shuffled)
    assert spread.quarter(2) == median_of_ranges(lengths)
    assert [each.range for each in spread.lengths] == [
        each.range for each in spread_of((ONE, e) for e in lengths).lengths
    ]
    if len(lengths) < 5:
        assert spread.quarter(1) is spread.quarter(3) is None
        return
    quarters = [spread.quarter(place) for place in range(5)]
    for end in ("low", "high"):
        values = [getattr(each, end) for each in quarters]
        assert values == sorted(values)
        assert values[0] == min(getattr(each, end) for each in lengths)
        assert values[4] == max(getattr(each, end) for each in lengths)


def test_what_came_earlier_and_what_is_unknown_is_no_length() -> None:
    day = timedelta(days=1)
    spread = spread_of([(ONE, None), (ONE, DurationRange(-2 * day, -day)), (ONE, DurationRange(day, day))])
    assert (len(spread.lengths), spread.earlier, spread.unknown) == (1, 1, 1)


@pytest.mark.parametrize(
    ("detected", "low", "high"),
    [("2026-01-10", 10, 10), ('"2026-01-10T23:30:00+02:00"', 10, 10), ("2026-01", 0, 19), ("2025", 20, 384)],
)
def test_publishing_delay_is_as_exact_as_the_day_of_detection(detected: str, low: int, high: int) -> None:
    found = made("2026-01-01-a", f"published_on: 2026-01-20\ntimeline: [{{at: {detected}, kind: detected}}]\n")
    (length,) = publishing_delay([found]).lengths
    assert (length.range.low.days, length.range.high.days) == (low, high)


def test_published_before_it_was_detected_or_never_is_no_delay() -> None:
    before = made("2026-01-01-a", "published_on: 2026-01-02\ntimeline: [{at: 2026-01-10, kind: detected}]\n")
    spread = publishing_delay([before, made("2026-01-01-b", "published_on: 2026-01-02\n")])
    assert (len(spread.lengths), spread.earlier, spread.unknown) == (0, 1, 1)


DAYS = st.lists(st.tuples(st.dates(date(1990, 1, 1), date(2030, 12, 31)), st.booleans()), max_size=30)


@given(DAYS, st.dates(date(2020, 1, 1), date(2031, 1, 1)))
def test_periods_follow_each_other_and_hold_every_report_once(days, today: date) -> None:
    found = [on(day, "near_miss" if near else "incident", place) for place, (day, near) in enumerate(days)]
    course = count_over_time(found, today)
    assert course.total == len(found)
    assert course.unplaced == 0
    assert course.near_misses == sum(near for _, near in days)
    assert len(course.periods) <= MOST_YEARS
    step = 12 if course.unit == "year" else 3
    months = [period.first.year * 12 + period.first.month for period in course.periods]
    assert months == list(range(months[0], months[-1] + 1, step)) if months else not days
    assert sum(period.unfinished for period in course.periods) <= 1
    assert course == count_over_time(list(reversed(found)), today)


def test_a_year_alone_fits_into_no_quarter_and_a_month_does() -> None:
    found = [on(date(2026, 1, 1)), made("2026-03-a"), made("2026-b")]
    course = count_over_time(found, date(2026, 6, 1))
    assert (course.unit, [period.total for period in course.periods], course.unplaced) == ("quarter", [2, 0, 0, 0], 1)
    older = count_over_time([*found, on(date(2019, 1, 1))], date(2026, 6, 1))
    assert (older.unit, older.total, older.unplaced) == ("year", 4, 0)


def test_years_long_ago_are_told_as_one() -> None:
    found = [on(date(year, 1, 1), place=year) for year in (1983, 1999, 2026)]
    course = count_over_time(found, date(2026, 6, 1))
    assert (course.periods[0].and_before, course.periods[0].incidents, course.total) == (True, 2, 3)


def test_every_source_has_one_way() -> None:
    from typing import get_args

    named = [source for sources in WAYS.values() for source in sources]
    assert sorted(named) == sorted(get_args(DetectedBy))


def test_each_report_is_found_once() -> None:
    twice = "timeline:\n  - {at: 2026-01-01, kind: detected}\n  - {at: 2026-01-02, kind: detected, detected_by: eval}\n"
    found = count_detection([made("2026-01-01-a", twice), made("2026-01-01-b"), ONE])
    assert (dict(found.by_source)["eval"], dict(found.by_source)["support-report"], found.unknown) == (1, 1, 1)
    assert (found.known, found.by("check"), found.by("inside"), found.by("outside")) == (2, 1, 0, 1)


NAMED = st.lists(st.lists(st.sampled_from([*FACTORS, "not-in-the-vocabulary"]), max_size=4), max_size=12)


@given(NAMED)
def test_conditions_and_pairs_count_reports(named) -> None:
    found = [
        made(f"2026-01-01-r{place}", f"contributing_factors: [{', '.join(f'{{factor: {e}}}' for e in each)}]\n")
        for place, each in enumerate(named)
    ]
    sets = [set(each) & set(FACTORS) for each in named]
    conditions, pairs = count_conditions(found, vocabulary()), count_pairs(found, vocabulary())
    assert conditions.known == sum(map(bool, sets))
    assert conditions.known + conditions.none == len(found)
    counts = {factor.id: count for factor, count in conditions.factors}
    assert counts == {each: sum(each in names for names in sets) for each in FACTORS if any(each in n for n in sets)}
    assert pairs.reports == sum(len(names) >= 2 for names in sets)
    for pair in pairs.pairs:
        one, other = pair.first.id, pair.second.id
        assert pair.both == sum({one, other} <= names for names in sets) >= 2
        assert pair.either == sum(bool({one, other} & names) for names in sets)
        assert pair.by_chance == pytest.approx(counts[one] * counts[other] / len(found))
    assert (conditions, pairs) == (
        count_conditions(list(reversed(found)), vocabulary()), count_pairs(list(reversed(found)), vocabulary()),
    )  # fmt: skip


def test_an_input_is_a_test_when_a_case_is_committed() -> None:
    case = "eval_cases: [{{title: A case, status: {}}}]\n"
    told = [case.format("committed"), case.format("proposed"), "no_eval_because: It has no input.\n", ""]
    assert [standing_of(made("2026-01-01-a", each)) for each in told] == list(STANDINGS)


def test_roles_are_counted_by_review() -> None:
    room = "participants:\n  - {role: ai-engineer, count: 4}\n  - {role: ai-engineer, team: other}\n"
    absent = "  - {role: product-owner, absent_because: On leave}\n  - {role: jurist, count: 1, shadowed: An on-call shift}\n"
    found = count_reviews([made("2026-01-01-a", room + absent), made("2026-01-01-b")], DISCIPLINES)
    assert [(each.role, each.required, each.present, each.absent) for each in found.disciplines] == [
        ("ai-engineer", True, 1, 0), ("product-owner", True, 0, 1), ("jurist", False, 1, 0),
    ]  # fmt: skip
    assert (found.told, found.untold, found.shadowed) == (1, 1, 1)


def test_what_is_not_counted_is_told() -> None:
    exercise = made("2026-01-01-drill", "kind: exercise\n")
    counted = gather_insights(index_of([*reports(), exercise]), DISCIPLINES)
    assert (len(counted.reports), len(counted.own)) == (3, 2)
    left = counted.left_out
    assert (left.superseded, left.imported, left.public_sources, left.exercises, left.total) == (1, 1, 0, 1, 3)
    own = gather_insights(index_of([*reports(), exercise], count_public_sources=False), DISCIPLINES)
    assert (len(own.reports), own.left_out.public_sources, own.left_out.total) == (2, 1, 4)


def test_open_work_is_our_own() -> None:
    found = gather_insights(index_of(reports()), DISCIPLINES).ages
    # One in progress and overdue; one done, one declined, and one announced by others.
    assert (found.open, found.overdue, found.undated, found.elsewhere) == (1, 1, 0, 0)
    assert [each.open for each in found.classes] == [0, 0, 0, 1, 0]
    assert found.oldest is not None
    assert found.oldest.remediation.title == "Areas come from one list"
    replaced = made("2025-01-01-b", "remediations: [{title: Another, status: accepted}]\n", lifecycle="superseded")
    undated = made("2025-01-01-a", "remediations: [{title: Yet another, status: accepted, due: 2026-01-01}]\n")
    more = gather_insights(index_of([*reports(), undated, replaced]), DISCIPLINES).ages
    assert (more.open, more.overdue, more.undated, more.undated_overdue, more.elsewhere) == (2, 2, 1, 1, 1)


def test_nothing_is_reckoned_of_nothing() -> None:
    found = gather_insights(index_of([]), DISCIPLINES)
    assert (found.course.total, found.conditions.known, found.pairs.reports, found.cases.total) == (0, 0, 0, 0)
    assert (found.ages.open, found.ages.oldest, found.reviews.told, found.detection.known) == (0, None, 0, 0)
