"""Where a reading is missing: by the usual step of the series, whatever its times are."""

from __future__ import annotations

import pytest

from tests.replay.sample import BEGUN, days, outcome

EARLY = "{at: 2025-12-20, kind: reached_production, what: The release served all chats}"


def series(*rows: tuple[str, object]) -> str:
    return "time,value\n" + "".join(f"{at},{value}\n" for at, value in rows)


def clock(*rows: tuple[str, object]) -> str:
    return series(*((f"2026-03-03T{at}:00Z", value) for at, value in rows))


def test_half_a_day_without_readings_ends_a_run() -> None:
    rows = clock(("01:00", 9), ("02:00", 1), ("03:00", 9), ("15:00", 9), ("16:00", 1))
    found = outcome(rows, "rule: above, value: 4, for: 6 h")
    assert (found.state, found.passed) == ("silent", True)


def test_a_skipped_beat_ends_none() -> None:
    rows = clock(("01:00", 1), ("02:00", 9), ("03:00", 9), ("06:00", 9), ("07:00", 9), ("08:00", 9))
    assert outcome(rows, "rule: above, value: 4, for: 6 h").state == "fires"
    assert outcome(rows.replace("T06:00", "T06:01"), "rule: above, value: 4, for: 6 h").state == "silent"


def test_a_change_across_a_hole_is_none() -> None:
    rows = clock(("01:00", 9), ("02:00", 9), ("03:00", 9), ("15:00", 1), ("16:00", 1))
    assert outcome(rows, "rule: rate, value: 0.5").state == "silent"
    assert outcome(rows.replace("T15", "T05").replace("T16", "T06"), "rule: rate, value: 0.5").state == "fires"


def test_groups_that_report_at_other_seconds_have_a_step_of_their_own() -> None:
    rows = "time,area,value\n" + "".join(
        f"2026-03-03T{hour:02}:00:0{place}Z,{area},9\n" for hour in range(1, 9) for place, area in enumerate("ab")
    )
    assert outcome(rows, "by: area, rule: above, value: 4, for: 6 h").state == "fires"


@pytest.mark.parametrize("week", ["2026-03-16", "2026-03-17"])
def test_weeks_follow_each_other(week: str) -> None:
    rows = series(("2026-02-23", 1), ("2026-03-02", 9), ("2026-03-09", 9), (week, 9), ("2026-03-23", 9))
    found = outcome(rows, "rule: above, value: 4, for: 14 d", noticed="")
    assert found.state == "fires"
    assert found.at is not None
    assert found.at.local.date().isoformat() == ("2026-03-17" if week.endswith("16") else "2026-03-18")


def test_a_missing_week_ends_a_run() -> None:
    rows = series(*((f"2026-{day}", 9) for day in ("03-02", "03-09", "03-23", "03-30")))
    assert outcome(rows, "rule: above, value: 4, for: 21 d", begun="").state == "silent"


def test_a_weekly_change_is_told() -> None:
    rows = series(("2026-02-23", 9), ("2026-03-02", 9), ("2026-03-09", 20))
    assert outcome(rows, "rule: rate, value: 0.5").state == "fires"


def test_a_missing_day_of_a_daily_series_ends_a_run() -> None:
    rows = days(1, 1, 9, 9, "gone", 9, 9).replace("2026-03-05,gone\n", "")
    assert outcome(rows, "rule: above, value: 4, for: 3 d").state == "silent"


def test_a_weekend_ends_a_run_of_working_days() -> None:
    """They are a day apart as a rule, and nobody knows what a Saturday would have shown."""
    rows = series(*((f"2026-03-{day:02}", 9 if day > 2 else 1) for day in (2, 3, 4, 5, 6, 9, 10, 11, 12, 13)))
    assert outcome(rows, "rule: above, value: 4, for: 5 d").state == "fires", "the second week has five days"
    assert outcome(rows, "rule: above, value: 4, for: 6 d").state == "silent"


@pytest.mark.parametrize(("months", "state"), [(("01", "02", "03"), "fires"), (("01", "03", "04", "05"), "silent")])
def test_months_are_counted_however_long_they_are(months: tuple[str, ...], state: str) -> None:
    rows = "month,value\n2025-11,1\n2025-12,1\n" + "".join(f"2026-{each},9\n" for each in months)
    found = outcome(rows, f"rule: above, value: 4, for: {90 if state == 'fires' else 100} d", begun=EARLY, noticed="")
    assert found.state == state


def test_quarters_follow_each_other() -> None:
    rows = "month,value\n2025-10,1\n2026-01,9\n2026-04,9\n2026-07,9\n"
    assert outcome(rows, "rule: above, value: 4, for: 180 d", begun=EARLY, noticed="").state == "fires"


def test_one_reading_alone_has_no_step() -> None:
    assert outcome(series(("2026-03-03T10:00:00Z", 9)), "rule: above, value: 4", begun=BEGUN).state == "fires"
    assert outcome(series(("2026-03-03T10:00:00Z", 9)), "rule: rate, value: 4").state == "untold"
