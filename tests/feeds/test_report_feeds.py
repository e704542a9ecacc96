"""The feed of all reports: which are in it and for how long, what it says of them, and that text stays text."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.feeds.sound import read_feed
from tests.feeds.sound_json import problems, read_json_feed
from tests.pages.lists_sample import FACTS, FIRST, TODAY, index_of, narrower, report, reports

from afterword.feeds.moments import rfc3339
from afterword.feeds.plain import plain
from afterword.feeds.reports import LEAST, render_report_feeds
from afterword.model.report import Report
from afterword.pages.escape import one_line

SITE = FACTS.url


def files_of(found: list[Report], facts=FACTS, **options: Any) -> dict[str, bytes]:
    return {each.path: each.content for each in render_report_feeds(index_of(found, **options), facts)}


def atom_of(found: list[Report], **options: Any) -> Any:
    return read_feed(files_of(found, **options)["feed.xml"])


def ids_of(found: list[Report], **options: Any) -> list[str]:
    return [entry.id.removeprefix(f"{SITE}reports/").strip("/") for entry in atom_of(found, **options).entries]


def told(place: int, published: date, more: str = "", kind: str = "incident") -> Report:
    text = (
        f"---\ntitle: Told {place}\nkind: {kind}\nlifecycle: published\npublished_on: {published}\n"
        f"plain_summary: It happened.\n{more}---\n"
    )
    return report(f"2026-01-01-told-{place:04}", text)


def test_published_reports_alone_are_in_it() -> None:
    assert ids_of(reports()) == ["2026-04-01-third", "2026-03-11-second", "2026-01-10-first"]
    assert ids_of(reports(), count_public_sources=False) == ids_of(reports())


def test_a_draft_is_in_none_though_a_preview_shows_it() -> None:
    index = index_of(narrower())
    drafts = replace(index, listed=tuple(narrower()))
    assert any(each.lifecycle == "draft" for each in drafts.listed)
    files = {each.path: each.content for each in render_report_feeds(drafts, FACTS)}
    assert [entry.title for entry in read_feed(files["feed.xml"]).entries] == ["CANARY drifted apart between areas"]


def test_both_files_say_the_same() -> None:
    files = files_of(reports())
    atom, other = read_feed(files["feed.xml"]), read_json_feed(files["feed.json"])
    assert (atom.feed.id, other["feed_url"]) == (f"{SITE}feed.xml", f"{SITE}feed.json")
    assert (atom.feed.title, atom.feed.subtitle) == (other["title"], other["description"])
    assert atom.feed.link == other["home_page_url"] == f"{SITE}reports/"
    for entry, item in zip(atom.entries, other["items"], strict=True):
        assert (entry.id, entry.link, entry.title) == (item["id"], item["url"], item["title"])
        assert (entry.updated, entry.published) == (item["date_modified"], item["date_published"])
        assert entry.summary == item["content_text"]
        assert [tag.label for tag in entry.tags] == item["tags"]


def test_what_it_says_of_a_report() -> None:
    third, second, first = atom_of(reports()).entries
    assert third.summary == (
        "Near miss that could have had severity sev1, the gravest. Written from public sources: nobody of the "
        "organisation concerned was asked.\n\nA forecast was off, and a clerk asked about it."
    )
    assert second.summary == "Incident of severity sev3 (sev1 is the gravest).\n\nIt came again."
    assert [(tag.term, tag.label) for tag in second.tags] == [
        ("incident", "incident"),
        ("sev3", "sev3"),
        ("data-drift", "Inputs or their meaning moved"),
        ("comm-silo", "Knowledge stayed in one team"),
    ]
    assert first.link == first.id == f"{SITE}reports/2026-01-10-first/"


def test_an_unknown_factor_and_no_severity_are_no_obstacle() -> None:
    (entry,) = atom_of([told(1, TODAY, "contributing_factors: [{factor: not-known}]\n", kind="exercise")]).entries
    assert entry.summary == "Exercise.\n\nIt happened."
    assert [(tag.term, tag.label) for tag in entry.tags] == [("exercise", "exercise"), ("not-known", "not-known")]


@pytest.mark.parametrize(
    ("update", "said", "moment"),
    [
        ("{at: 2026-08-01T10:00:00+02:00, what: More is known}", "Update of 1 August 2026, 10:00: More is known.", "2026-08-01T08:00:00+00:00"),
        ("{at: 2026-08, what: It was less, correction: true}", "Correction of August 2026: It was less.", "2026-07-31T22:00:00+00:00"),
        ("{at: 2026-08-01}", "Update of 1 August 2026.", "2026-07-31T22:00:00+00:00"),
    ],
)  # fmt: skip
def test_an_update_moves_a_report_up_and_says_what_changed(update: str, said: str, moment: str) -> None:
    updates = f"updates: [{{at: 2026-02-02, what: An early one}}, {update}, {{what: On an unknown day}}]\ndigest:"
    after = atom_of([report("2026-01-10-first", FIRST.replace("digest:", updates)), *reports()[1:]])
    entry = after.entries[0]
    assert entry.id == f"{SITE}reports/2026-01-10-first/"
    assert entry.summary.split("\n\n")[-1] == said
    assert entry.updated == after.feed.updated == moment
    assert entry.published == "2026-01-20T00:00:00+01:00"


def test_a_new_file_name_keeps_the_id() -> None:
    moved = report("2026-01-11-renamed", FIRST.replace("digest:", "aliases: [2026-01-10-first]\ndigest:"))
    (entry,) = atom_of([moved]).entries
    assert (entry.id, entry.link) == (f"{SITE}reports/2026-01-10-first/", f"{SITE}reports/2026-01-11-renamed/")


def test_a_quiet_time_keeps_the_ten_newest() -> None:
    old = [told(place, date(2025, 1, 1) + timedelta(days=place)) for place in range(14)]
    assert ids_of(old) == [f"2026-01-01-told-{place:04}" for place in range(13, 3, -1)]
    assert len(ids_of([*old[:-3], told(20, TODAY)])) == LEAST


def test_a_busy_week_is_never_cut_off() -> None:
    """More than any other feed of ours holds."""
    busy = [told(place, TODAY - timedelta(days=place % 8)) for place in range(120)]
    older = [told(200 + place, TODAY - timedelta(days=8)) for place in range(5)]
    assert len(ids_of([*busy, *older])) == 120


def test_a_week_is_seven_days_before_today_and_an_update_counts() -> None:
    fresh = [told(place, TODAY) for place in range(LEAST)]
    on_edge = told(50, TODAY - timedelta(days=7))
    before = told(51, TODAY - timedelta(days=8))
    updated = told(52, date(2020, 1, 1), f"updates: [{{at: {TODAY - timedelta(days=3)}, what: More}}]\n")
    found = ids_of([*fresh, on_edge, before, updated])
    assert found[-2:] == ["2026-01-01-told-0052", "2026-01-01-told-0050"]
    assert len(found) == LEAST + 2


def test_incidents_and_near_misses_stand_in_one_order() -> None:
    mixed = [told(place, date(2026, 1, 1 + place), kind="near_miss" if place % 2 else "incident") for place in range(6)]
    assert ids_of(mixed) == [f"2026-01-01-told-{place:04}" for place in range(5, -1, -1)]


def test_narrower_reports_leave_no_trace_and_no_site_has_no_feed() -> None:
    assert files_of(reports() + narrower()) == files_of(reports())
    assert files_of(reports(), facts=replace(FACTS, url="")) == {}


def test_a_site_without_reports_has_sound_feeds() -> None:
    files = files_of([])
    assert read_feed(files["feed.xml"]).entries == read_json_feed(files["feed.json"])["items"] == []


def test_the_order_of_files_is_of_no_account() -> None:
    same_day = [told(place, TODAY) for place in range(12)]
    assert files_of(same_day) == files_of(same_day[::-1])


def test_a_day_of_long_ago_is_a_moment_that_the_form_knows() -> None:
    assert rfc3339(datetime(1880, 1, 1, tzinfo=ZoneInfo("Europe/Berlin"))) == "1880-01-01T00:00:00+00:53"
    assert rfc3339(datetime(1, 1, 1, tzinfo=ZoneInfo("Africa/Monrovia"))) == "0001-01-01T00:00:00-00:44"
    files = files_of([told(1, date(1880, 1, 1))])
    read_json_feed(files["feed.json"])
    assert read_feed(files["feed.xml"]).entries[0].updated == "1880-01-01T00:00:00+00:53"


def test_the_schema_refuses_what_is_no_such_feed() -> None:
    document = json.loads(files_of(reports())["feed.json"])
    item = document["items"][0]
    assert problems(document) == []
    for broken in (
        {**document, "version": "https://jsonfeed.org/version/1"},
        {**document, "more": 1},
        {**document, "items": [{**item, "content_html": "<b>"}]},
        {**document, "items": [{**item, "date_modified": "2026-11-23"}]},
        {**document, "items": [{**item, "id": "/reports/a/"}]},
        {key: value for key, value in document.items() if key != "title"},
    ):
        assert problems(broken), broken


TEXTS = st.text(max_size=80) | st.lists(
    st.sampled_from([
        "]]>", "\n", "\r\n", "\r", "\x00", "\x1b", "\x85", "\ufffe", "\ud800", "🎈", "👩🏽‍🔬", "\u200f", "\u202e", "割引", ",", ";",
        "\\", "\\n", '"', "<b>", "&amp;", "</title>", "{{ 7*7 }}", " ", "a",
    ]),
    max_size=30,
).map("".join)  # fmt: skip


@given(title=TEXTS, summary=TEXTS, what=TEXTS)
def test_any_text_comes_out_as_it_was_meant(title: str, summary: str, what: str) -> None:
    one = told(1, TODAY, "updates: [{at: 2026-11-20, what: x}]\n")
    update = one.front.updates[0].model_copy(update={"what": what})
    typed = one.with_fields(title=title, plain_summary=summary, updates=(update,))
    files = files_of([typed])
    read_feed(files["feed.xml"])
    (item,) = read_json_feed(files["feed.json"])["items"]
    assert item["title"] == (one_line(plain(title)) or typed.id)
    kept = [plain(one_line(each)) for each in (summary, what) if each]
    assert [each in item["content_text"] for each in kept] == [True] * len(kept)
    tree = etree.fromstring(files["feed.xml"])
    assert (tree.findtext("{*}entry/{*}title") or "") == item["title"]
    assert tree.findtext("{*}entry/{*}summary") == item["content_text"]
    assert b"<b>" not in files["feed.xml"]
