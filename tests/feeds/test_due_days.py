"""The calendar of due dates: what stands in it and under which name, and that every line of it is sound."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.feeds.sound_calendar import Part, read_events, unfold
from tests.feeds.test_report_feeds import TEXTS
from tests.pages.lists_sample import FACTS, TODAY, index_of, narrower, report, reports

from afterword.feeds.calendar import DueCalendar, DueDay, write_calendar
from afterword.feeds.due_days import render_due_days
from afterword.feeds.plain import plain
from afterword.model.report import Report
from afterword.pages.escape import one_line

SITE = FACTS.url
HOST = "afterword.example.org"
DAY = DueDay("a-RM-1@h", date(2026, 12, 1), "Due: a", ("Accepted.",), f"{SITE}reports/a/#rm-1", "Remediation")


def calendar_of(*found: Report, facts=FACTS, **options: Any) -> bytes:
    (asset,) = render_due_days(index_of(list(found), **options), facts)
    assert asset.path == "remediations.ics"
    return asset.content


def events_of(*found: Report, facts=FACTS) -> list[Part]:
    return read_events(calendar_of(*found, facts=facts))


def told(
    *remediations: str, reporting: str = "", more: str = "", lifecycle: str = "published", origin: str = "own"
) -> Report:
    lines = "".join(f"  - {{kind: monitor-alert, {each}}}\n" for each in remediations)
    return report(
        "2026-01-01-told",
        f"---\ntitle: Something was told\nlifecycle: {lifecycle}\norigin: {origin}\npublished_on: 2026-01-02\n{more}"
        f"remediations:\n{lines or '  []'}\nimpact: {{reporting: [{reporting}]}}\n---\n",
    )


def test_an_open_remediation_stands_on_its_day() -> None:
    (event,) = events_of(told("title: Alert by area, status: accepted, due: 2026-12-11, owner_team: ml-platform"))
    assert event == {
        "UID": f"2026-01-01-told-RM-1@{HOST}",
        "DTSTAMP": "20261123T000000Z",
        "DTSTART": "20261211",
        "DTEND": "20261212",
        "SUMMARY": "Due: Alert by area",
        "DESCRIPTION": "Accepted, with the team ml-platform.\nFrom the report: Something was told",
        "CATEGORIES": "Remediation",
        "URL": f"{SITE}reports/2026-01-01-told/#rm-1",
        "TRANSP": "TRANSPARENT",
    }


def test_what_is_overdue_stays_on_its_day_and_says_so() -> None:
    (event,) = events_of(told("title: a, status: in_progress, due: 2026-11-22"))
    assert event["DTSTART"] == "20261122"
    assert event["DESCRIPTION"].split("\n")[:2] == [
        "In progress, without an owner team.",
        "Overdue by 1 day as of 23 November 2026.",
    ]
    (today,) = events_of(told("title: a, status: in_progress, due: 2026-11-23"))
    assert "Overdue" not in today["DESCRIPTION"]


@pytest.mark.parametrize("status", ["done", "verified", "declined"])
def test_what_is_closed_or_has_no_day_falls_out(status: str) -> None:
    assert events_of(told(f"title: a, status: {status}, due: 2026-12-11", "title: b, status: accepted")) == []


def test_the_tracker_decides_what_is_open_and_a_difference_is_told() -> None:
    (event,) = events_of(
        told('title: a, status: in_progress, due: 2026-12-11, tracker: "https://tracker.example.org/7"')
    )
    assert "\nThe report says in progress, the tracker open.\n" in event["DESCRIPTION"]


def test_the_work_of_others_is_in_none() -> None:
    work = "title: a, status: accepted, due: 2026-12-11"
    duty = "{regime: gdpr_art33, applicable: true, due: 2026-12-11}"
    assert events_of(told(work, reporting=duty, origin="public-sources")) == []
    assert len(events_of(told(work, reporting=duty))) == 2


def test_what_only_a_preview_shows_is_in_none() -> None:
    work = "title: a, status: accepted, due: 2026-12-11"
    for lifecycle, expected in (("draft", 0), ("in-review", 0), ("superseded", 2), ("withdrawn", 0)):
        one = told(work, reporting="{regime: gdpr_art33, applicable: true, due: 2026-12-11}", lifecycle=lifecycle)
        found = index_of([one])
        if not expected:
            preview = replace(found, listed=(one,), view=replace(found.view, reports=(one,)), remediations=())
            assert read_events(next(iter(render_due_days(preview, FACTS))).content) == [] or lifecycle == "withdrawn"
        events = events_of(one)
        assert len(events) == expected
        assert ["The report is superseded." in each["DESCRIPTION"] for each in events] == [True] * expected


@pytest.mark.parametrize(
    ("duty", "day", "title", "lines"),
    [
        (
            "{regime: gdpr_art33, applicable: true, due: 2026-12-01T23:30:00Z}", "20261202",
            "Notice due: GDPR, Article 33",
            ["The notice to the authority is not handed in.", "Due: 2 December 2026, 00:30 (Europe/Berlin)."],
        ),
        (
            "{regime: our-contract, due: 2026-11-20}", "20261120",
            "Notice due, if the duty applies: our-contract",
            ["Whether the duty applies is not decided.", "Due: 20 November 2026.", "Overdue by 3 days as of 23 November 2026."],
        ),
        ("{applicable: true, due: 2026-12}", "20261201", "Notice due: a duty without a name",
         ["The notice to the authority is not handed in.", "Due: December 2026."]),
    ],
)  # fmt: skip
def test_a_notice_that_is_not_handed_in(duty: str, day: str, title: str, lines: list[str]) -> None:
    (event,) = events_of(told(reporting=duty))
    assert (event["DTSTART"], event["SUMMARY"], event["CATEGORIES"]) == (day, title, "Duty to report")
    assert event["DESCRIPTION"].split("\n") == [*lines, "From the report: Something was told"]
    assert event["URL"] == f"{SITE}reports/2026-01-01-told/#impact"


def test_no_notice_that_is_handed_in_or_does_not_apply_or_has_no_day() -> None:
    duties = (
        "{regime: a, applicable: true, due: 2026-12-01, submitted: 2026-11-01}, "
        "{regime: b, applicable: false, due: 2026-12-01}, {regime: c, applicable: true}"
    )
    assert events_of(told(reporting=duties)) == []


def test_names_stay_the_same_when_a_report_moves_and_when_other_things_are_done() -> None:
    first, second = (f"{{regime: nis2_art23, applicable: true, due: 2026-12-0{day}}}" for day in (1, 2))
    before = events_of(told("title: a, status: accepted, due: 2026-12-11", reporting=f"{first}, {second}"))
    assert [each["UID"].partition("@")[0] for each in before] == [
        "2026-01-01-told-DUTY-1-nis2_art23",
        "2026-01-01-told-DUTY-2-nis2_art23",
        "2026-01-01-told-RM-1",
    ]
    done = first.replace("}", ", submitted: 2026-11-30}")
    moved = replace(
        told("title: a, status: accepted, due: 2027-01-11", reporting=f"{done}, {second.replace('12-02', '12-03')}",
             more="aliases: [2026-01-01-told]\n"),
        id="2026-01-01-renamed",
    )  # fmt: skip
    after = events_of(moved)
    assert [each["UID"] for each in after] == [each["UID"] for each in before[1:]]
    assert after[1]["URL"] == f"{SITE}reports/2026-01-01-renamed/#rm-1"


def test_ids_that_stand_twice_or_have_no_form_have_names_of_their_own() -> None:
    due = "status: accepted, due: 2026-12-11"
    events = events_of(
        told(f"title: a, id: RM-1, {due}", f"title: b, id: RM-1, {due}", f"title: c, id: 'x y;,', {due}")
    )
    assert [each["UID"].partition("@")[0][16:] for each in events] == ["AT-2", "AT-3", "RM-1"]


def test_narrower_reports_leave_no_trace_and_no_site_has_no_calendar() -> None:
    assert calendar_of(*reports(), *narrower()) == calendar_of(*reports())
    assert list(render_due_days(index_of(reports()), replace(FACTS, url=""))) == []


def test_nothing_due_is_a_calendar_all_the_same() -> None:
    content = calendar_of()
    assert read_events(content) == []
    assert [each.name for each in icalendar.Calendar.from_ical(content).subcomponents] == ["VTIMEZONE"]
    assert "VTIMEZONE" not in calendar_of(told("title: a, due: 2026-12-11")).decode()


def test_the_order_and_the_day_of_building_decide_nothing_else() -> None:
    days = tuple(replace(DAY, uid=f"a-RM-{place}@h", day=DAY.day + timedelta(days=place % 3)) for place in range(9))
    content = write_calendar(DueCalendar("a", SITE, days), TODAY)
    assert write_calendar(DueCalendar("a", SITE, days[::-1]), TODAY) == content
    later = write_calendar(DueCalendar("a", SITE, days), TODAY + timedelta(days=1))
    assert later.replace(b"DTSTAMP:20261124", b"DTSTAMP:20261123") == content


def test_the_first_and_the_last_day_of_all() -> None:
    days = (DAY, replace(DAY, uid="b@h", day=date.min), replace(DAY, uid="c@h", day=date.max))
    events = read_events(write_calendar(DueCalendar("a", SITE, days), TODAY))
    assert [event.get("DTEND") for event in events] == ["00010102", "20261202", None]


@given(texts=st.tuples(TEXTS, TEXTS, TEXTS, TEXTS, TEXTS), length=st.integers(0, 90))
def test_any_text_comes_out_as_it_was_meant(texts: tuple[str, ...], length: int) -> None:
    name, title, first, second, uid = texts
    due = replace(DAY, uid=f"{uid}@h", title="é" * length + title, lines=(first, second))
    content = write_calendar(DueCalendar(name, SITE, (due,)), TODAY)
    (event,) = read_events(content)
    assert event["SUMMARY"] == one_line(plain(due.title))
    assert event["DESCRIPTION"] == "\n".join(one_line(plain(each)) for each in (first, second))
    assert [line for line in unfold(content) if line.startswith("BEGIN:")] == ["BEGIN:VCALENDAR", "BEGIN:VEVENT"]


@given(title=TEXTS, team=TEXTS.map(plain), regime=TEXTS)
def test_whatever_a_report_says_is_text(title: str, team: str, regime: str) -> None:
    one = told(
        "title: a, status: accepted, due: 2026-12-11", reporting="{regime: b, applicable: true, due: 2026-12-11}"
    )
    work = one.front.remediations[0].model_copy(update={"title": title, "owner_team": team})
    assert one.front.impact is not None
    duty = one.front.impact.reporting[0].model_copy(update={"regime": regime})
    impact = one.front.impact.model_copy(update={"reporting": (duty,)})
    events = events_of(one.with_fields(title=title, remediations=(work,), impact=impact))
    assert len(events) == 2
    assert all(one_line(plain(title)) in each["DESCRIPTION"] for each in events)
