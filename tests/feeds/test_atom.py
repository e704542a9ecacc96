"""A feed is sound whatever was typed, its text stays text, and the same feed gives the same bytes."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.feeds.sound import read_feed

from afterword.feeds.atom import NEVER, Entry, Feed, write_atom

SITE = "https://afterword.example.org/"
ENTRY = Entry(
    id=f"{SITE}reports/a/",
    title="Offers drifted apart",
    link=f"{SITE}reports/a/#cf-1",
    updated=datetime(2026, 3, 11, 12, 30, tzinfo=UTC),
    summary="It drifted.",
    published=datetime(2026, 3, 1, tzinfo=timezone(timedelta(hours=1))),
    categories=(("near_miss", "near miss"),),
)
FEED = Feed(f"{SITE}feed.xml", "Learning", "What was learned.", SITE, "Learning", (ENTRY,))
HOSTILE = (
    "<script>alert(1)</script>", "&amp; &lt;b&gt; & < >", "]]>", '"quoted" \'so\'', "<!-- a -->", "<![CDATA[a]]>",
    "&#0;", "\x00\x08\x1b\ufffe\uffff", "\ud800", "割引 🎈", "-->", "</title>", "x" * 5000,
)  # fmt: skip


def test_what_stands_in_it() -> None:
    found = read_feed(write_atom(FEED))
    assert (found.feed.id, found.feed.title, found.feed.subtitle) == (
        f"{SITE}feed.xml",
        "Learning",
        "What was learned.",
    )
    assert found.feed.author == "Learning"
    assert {link.rel: link.href for link in found.feed.links} == {"self": f"{SITE}feed.xml", "alternate": SITE}
    (entry,) = found.entries
    assert (entry.id, entry.link, entry.summary) == (ENTRY.id, ENTRY.link, "It drifted.")
    assert (entry.updated, entry.published) == ("2026-03-11T12:30:00+00:00", "2026-03-01T00:00:00+01:00")
    assert [(tag.term, tag.label) for tag in entry.tags] == [("near_miss", "near miss")]


def test_a_feed_without_entries_is_sound() -> None:
    found = read_feed(write_atom(replace(FEED, entries=())))
    assert found.entries == []
    assert found.feed.updated == NEVER.isoformat()


@pytest.mark.parametrize("text", HOSTILE)
def test_what_was_typed_stays_text(text: str) -> None:
    content = write_atom(replace(FEED, title=f"a {text}", entries=(replace(ENTRY, title=f"a {text}", summary=text),)))
    found = read_feed(content)
    kept = "".join(char for char in text if char not in "\x00\x08\x1b\ufffe\uffff\ud800")
    assert found.entries[0].title_detail.type == "text/plain"
    assert b"<script" not in content
    assert content.decode().count("<entry>") == 1
    from lxml import etree

    assert etree.fromstring(content).findtext("{*}entry/{*}title") == f"a {kept}"


@given(st.lists(st.tuples(st.integers(0, 10**6), st.text(max_size=20), st.integers(-12, 14)), max_size=8))
def test_any_text_in_any_order_is_sound_and_the_same_bytes(typed: list[tuple[int, str, int]]) -> None:
    entries = [
        Entry(
            f"{SITE}reports/{place}/",
            f"a{text}",
            SITE,
            datetime(2026, 1, 1, tzinfo=timezone(timedelta(hours=zone))) + timedelta(minutes=minutes),
            text,
        )
        for place, (minutes, text, zone) in enumerate(typed)
    ]
    content = write_atom(replace(FEED, entries=tuple(entries)))
    assert len(read_feed(content).entries) == len(entries)
    random.Random(1).shuffle(entries)
    assert write_atom(replace(FEED, entries=tuple(entries))) == content


def test_a_feed_holds_its_newest_entries_alone() -> None:
    entries = tuple(
        replace(ENTRY, id=f"{SITE}reports/{place}/", updated=ENTRY.updated + timedelta(days=place))
        for place in range(60)
    )
    found = read_feed(write_atom(replace(FEED, entries=entries)))
    assert [entry.id for entry in found.entries] == [f"{SITE}reports/{place}/" for place in range(59, 9, -1)]
