"""Digests on the site: a page for each week that is over, the list of all, their feed, and what old pages keep."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import date

import pytest
from tests.digest.sample import source_of, told
from tests.feeds.sound import read_feed
from tests.pages.lists_sample import FACTS, report

from afterword.digest.site.render import DigestSite, render_digests
from afterword.model.report import Report
from afterword.model.settings import DigestSettings

A = "2026-10-01-first"
B = "2026-10-02-second"
C = "2026-10-03-third"


def site(found: list[Report], today: date = date(2026, 11, 23), facts=FACTS, **settings) -> DigestSite:
    return render_digests(source_of(found, today=today).index, facts, DigestSettings(**settings))


def pages(found: list[Report], **options) -> dict[str, str]:
    """Each page's Markdown, without its entities."""
    return {each.path: html.unescape(each.markdown) for each in site(found, **options).pages}


def feed(found: list[Report], **options):
    (asset,) = site(found, **options).assets
    assert asset.path == "digests/feed.xml"
    return read_feed(asset.content)


def test_there_is_a_page_for_every_week_that_is_over_since_the_first_report() -> None:
    found = [told(A, "2026-11-03"), told(B, "2026-11-17"), told(C, "2026-11-23")]
    assert sorted(pages(found)) == [
        "digests/2026-W45.md",
        "digests/2026-W46.md",
        "digests/2026-W47.md",
        "digests/index.md",
    ]
    assert "Nothing was published, changed or finished this week." in pages(found)["digests/2026-W46.md"]
    assert "digests/2026-W48.md" in pages(found, today=date(2026, 11, 30))


def test_without_a_report_there_is_the_list_alone() -> None:
    made = pages([])
    assert list(made) == ["digests/index.md"]
    assert "No week with a published report is over yet." in made["digests/index.md"]


def test_a_weeks_page_is_the_same_whenever_it_is_made() -> None:
    found = [told(A, "2026-11-03"), told(B, "2026-11-17")]
    early, late = pages(found), pages(found, today=date(2027, 6, 1))
    assert {path: late[path] for path in early if path != "digests/index.md"} == {
        path: text for path, text in early.items() if path != "digests/index.md"
    }


def test_a_page_links_to_reports_factors_and_teams_within_the_site() -> None:
    more = (
        "contributing_factors: [{factor: data-drift, how: The world had moved since the records were made.}]\n"
        "remediations: [{title: Alert by area, kind: monitor-alert, owner_team: care, status: done, done_on: 2026-11-18}]\n"
    )
    page = pages([told(A, "2026-11-17", more)])["digests/2026-W47.md"]
    for way in (
        f"../reports/{A}.md",
        "../factors/data-drift.md",
        "../teams/care.md",
        f"../reports/{A}.md#rm-1",
        "index.md",
    ):
        assert f"(<{way}>)" in page, way
    assert "https://" not in page
    without = pages([told(A, "2026-11-17", more)], facts=replace(FACTS, url=""))
    assert without["digests/2026-W47.md"] == page


@pytest.mark.parametrize("url", [FACTS.url, ""])
@pytest.mark.parametrize("place", ["", "reports/", "feed.xml", "guide/", "guide/ours/", "guide/first-report/?a=1#b"])
def test_where_contributing_starts_is_linked_to_as_it_was_typed(place: str, url: str) -> None:
    typed = f"{FACTS.url}{place}"
    made = pages([told(A, "2026-11-17")], facts=replace(FACTS, url=url), contribute=typed)
    assert f"(<{typed}>)" in made["digests/2026-W47.md"]


def test_the_list_names_each_week_with_its_counts_and_folds_quiet_ones() -> None:
    found = [told(A, "2026-11-03"), told(B, "2026-11-17", kind="near_miss")]
    text = pages(found)["digests/index.md"]
    assert text.index("2026-W47") < text.index("2026-W45")
    assert "1 new near miss" in text
    assert "1 new incident" in text
    assert "Weeks in which nothing was published, changed or finished: [2026\\-W46]" in text.replace(
        "2026-W46]", "2026\\-W46]"
    )


def test_the_brief_has_pages_of_its_own_where_the_settings_say_so() -> None:
    found = [told(A, "2026-11-17", "trade_off: Chats became shorter\n")]
    assert not [path for path in pages(found) if "brief" in path]
    made = pages(found, brief=True)
    assert "Chats became shorter" in made["digests/2026-W47/brief.md"]
    assert "Chats became shorter" not in made["digests/2026-W47.md"]
    assert "(<../2026-W47.md>)" in made["digests/2026-W47/brief.md"]
    assert "(<2026-W47/brief.md>)" in made["digests/2026-W47.md"]
    assert "(<2026-W47/brief.md>)" in made["digests/index.md"]


def test_an_old_page_keeps_a_dated_note_of_each_later_correction() -> None:
    more = (
        "updates: [{at: 2026-11-05, what: The same week, correction: true},"
        " {at: 2026-11-12, what: Fewer people, correction: true}, {at: 2026-11-13, what: An alert is live}]\n"
    )
    found = [told(A, "2026-11-03", more)]
    made = pages(found)
    assert "Corrected: Fewer people." in made["digests/2026-W45.md"]
    assert "12 November 2026" in made["digests/2026-W45.md"]
    for other in ("The same week", "An alert is live"):
        assert other not in made["digests/2026-W45.md"]
    # Where it was told as news, it is no note.
    assert "Since then" not in made["digests/2026-W46.md"]
    assert "Fewer people" in made["digests/2026-W46.md"]


def test_a_correction_of_an_update_is_noted_where_the_update_was_told() -> None:
    more = "updates: [{at: 2026-11-10, what: 40 people}, {at: 2026-11-17, what: 30 people, correction: true}]\n"
    made = pages([told(A, "2026-11-03", more)])
    assert "Corrected: 30 people." in made["digests/2026-W46.md"]


def test_a_replaced_report_is_named_by_the_one_that_replaces_it() -> None:
    old = report(A, told(A, "2026-11-03").source.text.replace("lifecycle: published", "lifecycle: superseded"))
    new = told(B, "2026-11-17", f"supersedes: [{A}]\n", title="A newer account")
    page = pages([old, new, told(C, "2026-11-03")])["digests/2026-W45.md"]
    assert "A newer account" in page
    assert "takes the place of one told here" in page
    assert "What 2026\\-10\\-01" not in page
    assert f"What {A} tells" not in page


@pytest.mark.parametrize("narrower", ["audience: restricted\n", "lifecycle: withdrawn\nwithdrawn: {because: CANARY}\n"])
def test_what_is_withdrawn_or_narrower_leaves_no_trace(narrower: str) -> None:
    shown = [told(A, "2026-11-03")]
    text = told(
        B, "2026-11-10", "updates: [{at: 2026-11-17, what: CANARY, correction: true}]\n", title="CANARY"
    ).source.text
    if "lifecycle" in narrower:
        text = text.replace("lifecycle: published\n", narrower)
    else:
        text = text.replace("lifecycle:", f"{narrower}lifecycle:", 1)
    made = site([*shown, report(B, text)])
    assert made == site(shown)


def test_the_feed_holds_each_week_that_tells_something() -> None:
    more = "updates: [{at: 2026-11-12, what: Fewer people, correction: true}]\n"
    found = [told(A, "2026-11-03", more), told(B, "2026-11-24")]
    read = feed(found, today=date(2026, 12, 7))
    assert [each.title for each in read.entries] == ["Digest of 2026-W48", "Digest of 2026-W46", "Digest of 2026-W45"]
    assert [each.updated for each in read.entries] == [
        "2026-11-30T00:00:00+01:00",
        "2026-11-16T00:00:00+01:00",
        "2026-11-12T00:00:00+01:00",
    ]
    assert read.entries[2].published == "2026-11-09T00:00:00+01:00"
    assert read.entries[0].id == read.entries[0].link == "https://afterword.example.org/digests/2026-W48/"
    assert "1 new incident." in read.entries[0].summary
    assert "Corrected: Fewer people." in read.entries[2].summary


def test_without_an_address_there_is_no_feed() -> None:
    made = site([told(A, "2026-11-03")], facts=replace(FACTS, url=""))
    assert made.assets == ()
    assert "feed" not in next(each.markdown for each in made.pages if each.path == "digests/index.md")


HOSTILE = [
    "<script>alert(1)</script>",
    "](javascript:alert(1))",
    "{{ 7*7 }}",
    "{% raw %}",
    "`x` *y* _z_ # h",
    "a\\nb: c",
    "| a | b |",
    "&lt;b&gt;",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_typed_text_is_text_on_a_page_and_in_the_feed(text: str) -> None:
    quoted = '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    more = (
        f"digest: {{takeaway: {quoted}, headline: {quoted}, pick: true}}\n"
        f"updates: [{{at: 2026-11-24, what: {quoted}, correction: true}}]\n"
        f"remediations: [{{title: {quoted}, kind: monitor-alert, owner_team: {quoted}, status: done, done_on: 2026-11-18}}]\n"
        f"contributing_factors: [{{factor: data-drift, how: {quoted}}}]\n"
    )
    made = site([told(A, "2026-11-17", more)], today=date(2026, 12, 7), brief=True)
    for page in made.pages:
        assert "<script" not in page.markdown
        assert not re.search(r"(?<!\\)\]\(\s*<?javascript", page.markdown)
        assert "\n| a | b" not in page.markdown
    (asset,) = made.assets
    assert read_feed(asset.content).entries
    assert b"<script" not in asset.content
