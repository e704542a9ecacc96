"""Title and date: found where they stand, told where they were found."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from afterword.archive.found import find_title, find_when, read_when
from afterword.archive.old_file import read_old_file
from afterword.archive.texts import without_date
from afterword.model.settings import Limits


def old(place: str, text: str):
    return read_old_file(text.encode(), place, None, Limits())


@pytest.mark.parametrize(
    ("place", "text", "title", "where"),
    [
        ("a.md", "---\ntitle: From the front\n---\n# Head", "From the front", "`title`"),
        ("a.md", "---\nheadline: Other\n---\nx", "Other", "`headline`"),
        ("a.md", "---\nx: y\n---\n\n# The `head` of *it*\n", "The head of it", "the heading on line 5"),
        ("2019-03 Outage of the thing.md", "x", "Outage of the thing", "the file's name"),
        ("2019-03-01-db-outage.md", "# Summary\n\nx", "Db outage", "the file's name"),
        ("2019-03-01.md", "# Summary\n", "Summary", "the heading on line 1"),
        ("2019-03-01.md", "## Second\n", "Second", "the heading on line 1"),
        ("2011-05-06-bundle/index.md", "x", "Bundle", "the file's name"),
        ("障害/検索障害 2019.md", "本文", "検索障害 2019", "the file's name"),
        ("a.md", "Setext\n======\n\nx", "Setext", "the heading on line 1"),
    ],
)
def test_titles(place: str, text: str, title: str, where: str) -> None:
    found = find_title(old(place, text))
    assert found is not None
    assert (found.text, found.where) == (title, where)


def test_a_name_that_is_a_number_is_no_title() -> None:
    assert find_title(old("0b9c79f2-c9f6-4b88-a5b7-400973716d9a.md", "x")) is None
    assert find_title(old("00724a47066bd25a.md", "x")) is None
    assert find_title(old("2019-03-01.md", "x")) is None


@pytest.mark.parametrize(
    ("place", "text", "date", "named"),
    [
        ("a.md", "---\ndate: 2019-03-01\n---\nx", "2019-03-01", None),
        ("a.md", "---\ndate: 2020-01-01\nstart_time: 2012-07-30T02:33:00Z\n---\nx", "2012-07-30", None),
        ("a.md", "---\ndate: 2019-03-01 23:30:00 -0700\n---\nx", "2019-03-01", None),
        ("a.md", "---\npublished: March 2019\n---\nx", "2019-03", None),
        ("a.md", "+++\ndate = 2020-07-08T09:10:11Z\n+++\nx", "2020-07-08", None),
        ("2019-03-02-a.md", "---\ndate: 2019-03-01\n---\nx", "2019-03-01", "2019-03-02"),
        ("2019-03 a.md", "# Down on 2019-03-14", "2019-03-14", "2019-03"),
        ("2019-03 a.md", "# Down on 2018-03-14", "2019-03", "2019-03"),
        ("2019/03/14/a.md", "x", "2019-03-14", "2019-03-14"),
        ("2019/a.md", "x", "2019", "2019"),
        ("outage 2019.md", "x", "2019", "2019"),
        ("a.md", "# Down on 2018-03-14", "2018-03-14", None),
        ("a.md", "# Down\n\n**Date:** 3 March 2018\n", "2018-03-03", None),
        ("a.md", "# 障害\n\n| 発生日時 | 2021年3月14日 |\n| --- | --- |\n", "2021-03-14", None),
        ("a.md", "# Down\n\nOn 2018-03-14 it was down.\n", None, None),
        ("a.md", "---\ndate: 03/04/2019\n---\nx", None, None),
        ("a.md", "---\ndate: 2019-02-30\n---\nx", None, None),
    ],
)
def test_dates(place: str, text: str, date: str | None, named: str | None) -> None:
    when, name = find_when(old(place, text), None, None)
    assert (when.date.text if when else None, name.text if name else None) == (date, named)


def test_the_day_of_a_time_is_the_one_written_unless_a_zone_is_named() -> None:
    texts = ("2019-03-01T23:30:00-07:00", "2019-03-01 23:30:00 -0700", "2019-03-01T23:30:00")
    assert [day.text for text in texts if (day := read_when(text, None, None))] == ["2019-03-01"] * 3
    berlin = ZoneInfo("Europe/Berlin")
    assert [day.text for text in texts if (day := read_when(text, berlin, None))] == ["2019-03-02"] * 2 + ["2019-03-01"]


def test_an_id_holds_its_date_once() -> None:
    assert without_date("Search was down on 2018-05-04") == "Search was down"
    assert without_date("2018-05-04: Search was down") == "Search was down"
    assert without_date("Search (March 2019)") == "Search"
    assert without_date("Search was down") == "Search was down"
