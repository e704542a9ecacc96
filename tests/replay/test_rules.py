"""What the four rules say, reckoned by hand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from afterword.replay.words import outcome_words
from tests.replay.sample import days, outcome


def _at(text: str, replay: str, **given: str) -> datetime | None:
    found = outcome(text, replay, **given)
    assert found.state == "fires", found
    return found.at.earliest if found.at else None


def test_a_day_is_known_when_it_is_over() -> None:
    found = outcome(days(1, 1, 7, 7), "rule: above, value: 5")
    assert found.at is not None
    assert found.at.earliest == datetime(2026, 3, 3, 23, tzinfo=UTC), "the end of 3 March in Berlin"
    assert outcome_words(found) == "would have spoken 7.4 days sooner"
    assert (found.false_alarms, found.readings_before) == (0, 1)


def test_a_time_of_day_is_when_its_value_was_known() -> None:
    hours = "time,value\n" + "".join(f"2026-03-02T{hour:02d}:00:00Z,{hour}\n" for hour in range(6, 20))
    assert _at(hours, "rule: above, value: 11") == datetime(2026, 3, 2, 12, tzinfo=UTC)
    assert _at(hours, "rule: above, value: 11, for: 1 h") == datetime(2026, 3, 2, 13, tzinfo=UTC)
    assert _at(hours, "rule: above, value: 11, for: 90 min") == datetime(2026, 3, 2, 14, tzinfo=UTC)
    assert outcome_words(outcome(hours, "rule: above, value: 11")) == "would have spoken 8.9 days sooner"


@pytest.mark.parametrize(("rule", "values"), [("above", (5, 5, 5)), ("below", (5, 5, 5)), ("rate", (10, 12, 10))])
def test_the_limit_itself_is_not_passed(rule: str, values: tuple[int, ...]) -> None:
    limit = "0.2" if rule == "rate" else "5"
    assert outcome(days(*values), f"rule: {rule}, value: {limit}").state == "silent"


def test_decimals_are_reckoned_as_they_are_written() -> None:
    """In binary 20.3 - 15.3 is a little more than 5, and 0.1 + 0.2 a little more than 0.3."""
    rows = "date,area,value\n2026-03-03,a,20.3\n2026-03-03,b,15.3\n"
    assert outcome(rows, "by: area, rule: gap, value: 5").state == "silent"
    assert outcome(rows, "by: area, rule: gap, value: 4.999").state == "fires"
    assert outcome(days("0.3", "0.3"), "rule: above, value: 0.3").state == "silent"


def test_a_rate_is_a_share_of_the_value_before_up_or_down() -> None:
    assert outcome(days(10, 10, 12.1), "rule: rate, value: 0.2").state == "fires"
    assert outcome(days(10, 10, 7.9), "rule: rate, value: 0.2").state == "fires"
    assert outcome(days(-10, -10, -12.1), "rule: rate, value: 0.2").state == "fires"
    assert outcome(days(0, 0, 0), "rule: rate, value: 0.2").state == "silent"
    assert outcome(days(0, 0, 0.001), "rule: rate, value: 500").state == "fires", "from zero every change passes"
    assert outcome(days(10, "", 20, 20), "rule: rate, value: 0.2").state == "silent", "no reading just before it"


def test_a_gap_compares_the_groups_of_one_time() -> None:
    rows = "date,area,value\n2026-03-03,a,1\n2026-03-04,b,9\n2026-03-05,a,1\n2026-03-05,b,7\n2026-03-05,c,3\n"
    found = outcome(rows, "by: area, rule: gap, value: 5")
    assert found.at is not None
    assert found.at.local.isoformat() == "2026-03-06T00:00:00+01:00"
    assert found.nearest == 6


def test_each_group_is_an_alert_of_its_own() -> None:
    rows = "date,area,value\n2026-03-03,b,1\n2026-03-03,a,1\n2026-03-04,b,9\n2026-03-04,a,1\n2026-03-05,a,9\n"
    found = outcome(rows, "by: area, rule: above, value: 5")
    assert (found.state, found.group) == ("fires", "b")
    assert outcome(rows, "by: area, rule: above, value: 5, for: 2 d").state == "silent", "never one group for two days"


@pytest.mark.parametrize("hole", ["", "NaN", "null", None])
def test_a_hole_ends_a_run(hole: str | None) -> None:
    values = days(1, 1, 9, hole, 9)
    text = values if hole is not None else values.replace("2026-03-04,None\n", "")
    found = outcome(text, "rule: above, value: 5, for: 2 d")
    assert found.state == "silent"
    assert found.passed


def test_days_are_counted_by_the_calendar_where_clocks_change() -> None:
    """29 March 2026 has 23 hours in Berlin, and is a day."""
    begun = "{at: 2026-03-20, kind: reached_production, what: The release served all chats}"
    text = days(1, 1, 9, 1, first=27)
    found = outcome(text, "rule: above, value: 5, for: 1 d", begun=begun, noticed="")
    assert found.state == "fires"
    assert found.at is not None
    assert found.at.earliest == datetime(2026, 3, 29, 22, tzinfo=UTC)


def test_times_that_all_stand_at_midnight_are_days() -> None:
    written = days(1, 1, 9).replace(",", " 00:00:00,").replace("date 00:00:00,", "date,")
    assert outcome(written, "rule: above, value: 5") == outcome(days(1, 1, 9), "rule: above, value: 5")
    mixed = written + "2026-03-04 12:00:00,9\n"
    assert _at(mixed, "rule: above, value: 5") == datetime(2026, 3, 2, 23, tzinfo=UTC), "a time of day among them"


def test_months_are_known_when_they_are_over() -> None:
    begun = "{at: 2025-12-20, kind: reached_production, what: The release served all chats}"
    found = outcome("month,value\n2026-01,9\n2025-12,1\n", "rule: above, value: 5, for: 31 d", begun=begun)
    assert found.at is not None
    assert found.at.local.isoformat() == "2026-02-01T00:00:00+01:00"


def test_offsets_hold_and_without_one_the_sites_zone() -> None:
    rows = "at,value\n2026-03-02T13:00:00,1\n2026-03-02T14:00:00,9\n"
    assert _at(rows, "rule: above, value: 5") == datetime(2026, 3, 2, 13, tzinfo=UTC)
    assert _at(rows.replace(":00,9", ":00+05:30,9"), "rule: above, value: 5") == datetime(2026, 3, 2, 8, 30, tzinfo=UTC)


def test_a_firing_before_the_incident_is_a_false_alarm() -> None:
    values = [9, 1, 9, 1, 1, 1, 1, 9, 1]
    begun = '{at: "2026-03-06T08:00:00Z", kind: reached_production, what: The release served all chats}'
    found = outcome(days(*values), "rule: above, value: 5", begun=begun)
    assert (found.state, found.false_alarms, found.readings_before) == ("fires", 2, 5)
    assert found.at is not None
    assert found.at.local.date().isoformat() == "2026-03-09"


def test_one_that_was_speaking_already_tells_nothing() -> None:
    found = outcome(days(9, 9, 9, 9, 9), "rule: above, value: 5")
    assert (found.state, found.false_alarms, found.sooner) == ("already", 1, None)
    again = outcome(days(9, 9, 1, 9), "rule: above, value: 5")
    assert again.state == "fires", "it stopped, and spoke again"


def test_what_is_known_to_the_day_gives_a_range() -> None:
    noticed = "{at: 2026-03-11, kind: detected, detected_by: audit, what: Somebody read two chats}"
    found = outcome(days(1, 1, 9), "rule: above, value: 5", noticed=noticed)
    assert found.sooner is not None
    assert (found.sooner.low, found.sooner.high) == (timedelta(days=7), timedelta(days=8))
    assert outcome_words(found) == "would have spoken between 7 and 8 days sooner"
    same = outcome(days(1, 1, 9), "rule: above, value: 5", noticed=noticed.replace("11", "04"))
    assert outcome_words(same) == "would have spoken up to 1 day sooner"
    assert not same.is_sooner
    late = outcome(days(1, 1, 1, 9, first=10), "rule: above, value: 5", noticed=noticed)
    assert outcome_words(late) == "would have spoken between 2 and 3 days later than it was noticed"
    unknown = outcome(days(1, 1, 9), "rule: above, value: 5", noticed="")
    assert (unknown.state, outcome_words(unknown)) == ("fires", "would have spoken")


def test_without_a_beginning_the_whole_series_counts() -> None:
    found = outcome(days(9, 1), "rule: above, value: 5", begun="")
    assert (found.state, found.readings_before) == ("fires", None)


def test_silence_says_how_near_it_came() -> None:
    found = outcome(days(9, 2, 4.5, 3), "rule: above, value: 5")
    assert (found.state, found.nearest, found.passed) == ("silent", 4.5, False)
    assert found.until is not None
    assert found.until.local.isoformat() == "2026-03-05T00:00:00+01:00"
