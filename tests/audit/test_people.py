"""People in a text: names, addresses, handles and lines; teams, roles and products are none."""

from __future__ import annotations

import time

import pytest

from afterword.audit.people import find_contacts, find_lines, find_names, names_person
from afterword.model.settings import Organisation

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
        "10:02 Bob restarted the node", "Alice: restarting now",
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
