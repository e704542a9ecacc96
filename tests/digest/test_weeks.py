"""Weeks of the digest: ISO numbers, half-open in the site's zone, and every moment in exactly one."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.digest.weeks import (
    Period,
    Week,
    WeekError,
    is_complete,
    last_complete,
    parse_week,
    say_weeks,
    week_of,
    week_of_moment,
    weeks_between,
)

DAYS = st.dates(date(1900, 1, 1), date(9990, 12, 20))
ZONES = st.sampled_from(
    ["UTC", "Europe/Berlin", "America/St_Johns", "Pacific/Apia", "Asia/Kathmandu", "Pacific/Kiritimati"]
)


@given(DAYS)
def test_a_day_lies_in_one_week_and_its_number_reads_back(day: date) -> None:
    week = week_of(day)
    assert week.monday <= day <= week.sunday
    assert parse_week(str(week)) == week
    assert str(week) == f"{day.isocalendar().year:04}-W{day.isocalendar().week:02}"


MOMENTS = st.integers(-600_000_000, 3_800_000_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))


@given(MOMENTS, ZONES)
def test_every_moment_lies_in_exactly_one_half_open_week(moment: datetime, name: str) -> None:
    zone = ZoneInfo(name)
    week = week_of_moment(moment, zone)
    around = [week.before, week, week.after]
    holding = [each for each in around if each.begins(zone) <= moment < each.after.begins(zone)]
    assert holding == [week]


@pytest.mark.parametrize(("text", "hours"), [("2026-W13", 167), ("2026-W43", 169), ("2026-W30", 168)])
def test_weeks_in_which_clocks_change_have_their_own_length(text: str, hours: int) -> None:
    zone, week = ZoneInfo("Europe/Berlin"), parse_week(text)
    length = week.after.begins(zone).astimezone(UTC) - week.begins(zone).astimezone(UTC)
    assert length == timedelta(hours=hours)


def test_2026_has_53_weeks() -> None:
    week = parse_week("2026-W53")
    assert (week.monday, week.sunday) == (date(2026, 12, 28), date(2027, 1, 3))
    assert str(week.after) == "2027-W01"
    assert last_complete(date(2027, 1, 4)) == week
    assert last_complete(date(2027, 1, 3)) == parse_week("2026-W52")
    assert Period((week,)).end == date(2027, 1, 4)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2025-W53", "`2025-W53` is no week: 2025 has the weeks 1 to 52"),
        ("2026-W54", "`2026-W54` is no week: 2026 has the weeks 1 to 53"),
        ("2026-W00", "`2026-W00` is no week: 2026 has the weeks 1 to 53"),
        ("2026-47", "`2026-47` is no ISO week; write one such as `2026-W47`"),
        ("last", "`last` is no ISO week; write one such as `2026-W47`"),
        ("0001-W01", "`0001-W01` is no week that a digest can be made for: years run from 1900 to 9990"),
        ("9999-W52", "`9999-W52` is no week that a digest can be made for: years run from 1900 to 9990"),
    ],
)
def test_what_is_no_week_is_refused_with_its_cure(text: str, said: str) -> None:
    with pytest.raises(WeekError) as refused:
        parse_week(text)
    assert str(refused.value) == said


@given(st.text(max_size=12))
def test_reading_a_week_raises_nothing_else(text: str) -> None:
    try:
        assert parse_week(str(parse_week(text))) == parse_week(text)
    except WeekError:
        return


@pytest.mark.parametrize(
    ("weeks", "said"),
    [
        (["2026-W47"], "2026-W47"),
        (["2026-W47", "2026-W45", "2026-W46"], "2026-W45 to 2026-W47"),
        (["2026-W52", "2026-W53", "2027-W01"], "2026-W52 to 2027-W01"),
        (["2026-W43", "2026-W45", "2026-W46"], "2026-W43 and 2026-W45 to 2026-W46"),
        (["2026-W41", "2026-W43", "2026-W45"], "2026-W41, 2026-W43 and 2026-W45"),
    ],
)
def test_weeks_are_said_in_runs(weeks: list[str], said: str) -> None:
    assert say_weeks(parse_week(each) for each in weeks) == said


@given(DAYS, st.integers(0, 200))
def test_weeks_between_are_all_of_them(day: date, more: int) -> None:
    first = week_of(day)
    last = Week(first.monday + timedelta(days=7 * more))
    found = weeks_between(first, last)
    assert (found[0], found[-1], len(found)) == (first, last, more + 1)
    assert weeks_between(last.after, first) == ()


def test_a_week_is_over_with_its_sunday() -> None:
    week = parse_week("2026-W47")
    assert not is_complete(week, date(2026, 11, 22))
    assert is_complete(week, date(2026, 11, 23))


@pytest.mark.parametrize("weeks", [[], ["2026-W46", "2026-W45"], ["2026-W45", "2026-W45"]])
def test_a_period_is_one_or_more_weeks_in_order(weeks: list[str]) -> None:
    with pytest.raises(ValueError, match="in their order"):
        Period(tuple(parse_week(each) for each in weeks))
