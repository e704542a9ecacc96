"""A factor's feed tells of the reports that name it, under ids that last, and of nothing narrower."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.feeds.sound import read_feed
from tests.pages.lists_sample import FACTS, FIRST, SECOND, index_of, narrower, report, reports

from afterword.feeds.factors import render_factor_feeds

SITE = FACTS.url


def feeds(found=None, facts=FACTS, **options) -> dict[str, bytes]:
    index = index_of(reports() if found is None else found, **options)
    return {asset.path: asset.content for asset in render_factor_feeds(index, facts)}


def drift(found=None):
    return read_feed(feeds(found)["factors/data-drift/feed.xml"])


def test_every_factor_has_one_and_each_is_sound() -> None:
    found = feeds()
    assert {path.split("/")[1] for path in found} == {factor.id for factor in index_of([]).view.vocabulary.factors}
    for content in found.values():
        read_feed(content)


def test_it_tells_each_report_with_its_how_newest_first() -> None:
    found = drift()
    assert found.feed.title == "Inputs or their meaning moved – Afterword"
    assert found.feed.updated == "2026-05-04T00:00:00+02:00"
    assert [entry.link for entry in found.entries] == [
        f"{SITE}reports/2026-04-01-third/#cf-1",
        f"{SITE}reports/2026-03-11-second/#cf-1",
        f"{SITE}reports/2026-01-10-first/#cf-1",
    ]
    assert found.entries[0].summary.startswith("The town had grown since the records")
    assert found.entries[0].summary.endswith("and a clerk asked about it.")


def test_an_update_moves_an_entry_up_and_keeps_its_id() -> None:
    updated = FIRST.replace("digest:", "updates: [{at: 2026-08-01T10:00:00+02:00, what: More is known}]\ndigest:")
    before, after = drift(), drift([report("2026-01-10-first", updated), *reports()[1:]])
    assert after.entries[0].id == before.entries[-1].id == f"{SITE}reports/2026-01-10-first/#data-drift"
    assert after.entries[0].updated == after.feed.updated == "2026-08-01T08:00:00+00:00"
    assert after.entries[0].published == before.entries[-1].published == "2026-01-20T00:00:00+01:00"


def test_a_new_file_name_keeps_the_id() -> None:
    moved = report("2026-01-11-renamed", FIRST.replace("digest:", "aliases: [2026-01-10-first]\ndigest:"))
    (entry,) = drift([moved]).entries
    assert entry.id == f"{SITE}reports/2026-01-10-first/#data-drift"
    assert entry.link == f"{SITE}reports/2026-01-11-renamed/#cf-1"


def test_a_factor_named_twice_in_a_report_is_one_entry() -> None:
    twice = SECOND.replace("{factor: comm-silo", "{factor: data-drift")
    assert len(drift([report("2026-03-11-second", twice)]).entries) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (FIRST.replace("published_on: 2026-01-20\n", ""), "2026-01-10T00:00:00+01:00"),
        (FIRST.replace("published_on: 2026-01-20\n", "occurred_on: 2025-12\n"), "2025-12-31T00:00:00+01:00"),
    ],
)
def test_without_a_day_of_publication_the_report_has_its_own(text: str, told: str) -> None:
    (entry,) = drift([report("2026-01-10-first", text)]).entries
    assert entry.updated == told
    assert "published" not in entry


def test_an_undated_archive_text_is_no_news() -> None:
    text = FIRST.replace("lifecycle: published", "lifecycle: imported\naudience: company")
    text = text.replace("published_on: 2026-01-20\n", "")
    assert drift([report("an-old-text", text)]).entries == []


def test_narrower_reports_leave_no_trace_and_no_site_has_no_feed() -> None:
    assert feeds(reports() + narrower()) == feeds()
    assert feeds(facts=replace(FACTS, url="")) == {}


def test_the_same_bytes_on_any_day() -> None:
    index = index_of(reports())
    later = replace(index, today=index.today.replace(year=2030))
    assert list(render_factor_feeds(index, FACTS)) == list(render_factor_feeds(later, FACTS))
