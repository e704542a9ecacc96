"""People in a text: names, addresses, handles and lines; teams, roles and products are none."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.audit.names import find_names
from afterword.audit.people import find_contacts, find_lines, names_person
from afterword.audit.slugs import names_in_slug
from afterword.model.settings import Organisation
from afterword.sensitive.visible import see

ORGANISATION = Organisation(people=("Quux Öttinger",), teams=("Search Relevance",), names=("Example Shop",))


@pytest.mark.parametrize(
    "text",
    [
        "Author: Jane Doe", "**Author**: Jane Doe", "| Author | Jane Doe |", "Reported by: @jdoe", "Scribe: Pat Q. Li",
        "Incident commander: Jo Brand", "— Jane", "-- \nJane Doe", "作成者：山田太郎", "担当者: 田中", "Autor: Max Meier",
    ],
)  # fmt: skip
def test_lines_that_name_somebody(text: str) -> None:
    assert [each.what for each in find_lines(text, ORGANISATION)]


@pytest.mark.parametrize(
    "text",
    [
        "Authors: SRE team", "Owner: Payments", "Owner: ml-platform", "Owner: Search Relevance", "Contact: support",
        "担当: インフラチーム", "Author: Example Shop", "---", "- a list item", "By: the way", "担当: 運用", "Status: Final",
    ],
)  # fmt: skip
def test_lines_that_name_a_team_or_nobody(text: str) -> None:
    assert list(find_lines(text, ORGANISATION)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Alice Johnson deployed it", "written by Wilhelmina Okonkwo", "see @jdoe", "田中さんが確認", "Thanks to Mary-Ann Smith",
        "10:02 Bob restarted the node", "Alice: restarting now", "Mark Johnson deployed it", "April Jones was told",
        "Zoë Müller checked it", "Łukasz Kowalski checked it", "Jose\u0301 García checked it", "Alice\xa0Johnson checked it",
        "Al\u200bice Johnson checked it", "Alice John\u00adson checked it", "Mark asked for help", "it was done by Fatima",
        "Bob's change", "Anne-Marie Petit checked it",
    ],
)  # fmt: skip
def test_names_in_prose(text: str) -> None:
    assert list(find_names(text, ORGANISATION))


@pytest.mark.parametrize(
    "text",
    [
        "powered by Amazon Web Services", "caused by Elastic Search", "run @channel", "お客様に連絡", "利用者さん",
        "The San Francisco region was slow", "caused by Kernel Panic", "npm install @scope/package", "In March the load",
        "Grand Central Dispatch", "Will the job run?", "Mark Complete", "皆さん", "Amazon S3 said no",
        "Orlando was slow", "the Sydney office said no", "Sydney said no", "Jordan said no", "April saw load",
        "Victoria Falls restarted", "Chase Bank declined it", "Claude Sonnet answered", "Claude suggested a refund",
        "Julia found no method", "Cassandra returned errors", "Jackson Hole was dark", "Grant Access granted", "Mark: done",
        "Travis ran the tests", "Charles River Laboratories",
    ],
)  # fmt: skip
def test_prose_without_names(text: str) -> None:
    assert list(find_names(text, ORGANISATION)) == []


def test_contacts_everywhere() -> None:
    text = "jane.doe@example.com, [x](mailto:sam@example.org), Quux Öttinger"
    assert len(list(find_contacts(text, ORGANISATION))) == 3
    none = "git@github.com:a/b noreply@x.com icon@2x.png unit foo@bar.service postgres://u:pw@db.example.com"
    assert list(find_contacts(none, ORGANISATION)) == []


@pytest.mark.parametrize(
    ("key", "value", "person"),
    [
        ("author", "Jane Doe", True), ("author", "jdoe", True), ("authors", "Platform Team", False),
        ("incident_commander", "Jo Brand", True), ("owner", "payments", False), ("owner", "Jane Doe", True),
        ("by", "area", False), ("title", "Jane Doe", False), ("作成者", "山田太郎", True), ("author", "", False),
    ],
)  # fmt: skip
def test_fields(key: str, value: str, person: bool) -> None:
    assert names_person(key, value, ORGANISATION) is person


def test_long_texts_take_no_longer_than_their_length() -> None:
    for word in ("A", "Ab ", "@a", "a@a.", "Author", "| ", "by ", "山", "-- \n"):
        text = word * (200_000 // len(word))
        begun = time.perf_counter()
        for find in (find_contacts, find_lines, find_names):
            list(find(text, ORGANISATION))
        assert time.perf_counter() - begun < 20, word


@pytest.mark.parametrize(
    "text",
    [
        "昨日山田太郎が停止した",
        "山田 太郎が停止した",
        "山田　太郎",
        "WILMA was told",
        "wilma restarted it",
        "by Will",
        "Will told us",
        "Will",
    ],
)
def test_listed_people(text: str) -> None:
    organisation = Organisation(people=("山田太郎", "Wilma", "Will"))
    assert list(find_contacts(text, organisation))


@pytest.mark.parametrize(
    "text", ["山田が停止した", "We will stop it", "Will the job run?", "Will merged branches stay?", "free will"]
)
def test_words_are_no_listed_people(text: str) -> None:
    assert list(find_contacts(text, Organisation(people=("山田太郎", "Will")))) == []


@pytest.mark.parametrize("text", ["2019-03-01-alice-johnson.md", "pictures / wilma.png", "jane_doe", "thomas.miller"])
def test_names_in_tags_and_file_names(text: str) -> None:
    assert list(names_in_slug(text, Organisation(people=("Wilma",))))


@pytest.mark.parametrize(
    "text",
    ["orlando-outage", "travis-ci", "mark-page", "max-miller-indices", "2019-03-may-grant", "alice", "st-thomas-fire"],
)
def test_tags_and_file_names_without_names(text: str) -> None:
    assert list(names_in_slug(text, Organisation())) == []


@given(st.text(alphabet="Al\u200bie\u0301\u00ad JohnsÉ日", max_size=40))
def test_what_is_seen_has_its_place(text: str) -> None:
    seen = see(text)
    for at in range(len(seen.text)):
        start, end = seen.written(at, at + 1)
        assert 0 <= start < end <= len(text)
        written = "".join(each for each in text[start:end] if unicodedata.category(each) != "Cf")
        assert unicodedata.normalize("NFC", written) == seen.text[at]
    for found in find_names(text, ORGANISATION):
        assert 0 <= found.start < found.end <= len(text)
