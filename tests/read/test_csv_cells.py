"""Cells with their places: what a spreadsheet saves is read, and what is written is no formula."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.read.csv_cells import GUARDED, guard, read_rows, unguard, write_rows
from afterword.read.csv_table import read_table

TEXTS = st.text(
    alphabet=st.one_of(st.sampled_from(" ,;\t\"'=+-@\r\nab＝"), st.characters(exclude_categories=("Cs",))), max_size=12
)
ROWS = st.lists(st.lists(TEXTS, min_size=1, max_size=4), max_size=5)


def texts(text: str) -> list[list[str]]:
    return [[cell.text for cell in row] for row in read_rows(text)]


@given(ROWS)
def test_what_is_written_comes_back(rows: list[list[str]]) -> None:
    head = ["a,b", "c"]  # so that the separator is known from the first line
    back = [[unguard(cell) for cell in row] for row in texts(write_rows([head, *rows]))]
    assert back == [head, *(row for row in rows if any(cell.strip() for cell in map(guard, row)))]


@given(ROWS)
def test_the_standard_library_reads_it_alike(rows: list[list[str]]) -> None:
    written = write_rows([["a,b", "c"], *rows])
    theirs = [row for row in csv.reader(io.StringIO(written, newline="")) if any(cell.strip() for cell in row)]
    assert texts(written) == theirs


@given(
    ROWS, st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]), st.sampled_from(["\n", "\r\n"]), st.sampled_from(",;\t")
)
def test_what_others_write_is_read(rows: list[list[str]], quoting: int, end: str, separator: str) -> None:
    out = io.StringIO(newline="")
    # The library leaves a lone CR unquoted where lines end in LF, and nobody could read that back.
    plain = rows if quoting == csv.QUOTE_ALL else [[cell.replace("\r", "") for cell in row] for row in rows]
    listed = [["one", "two", "three"], *plain]
    csv.writer(out, quoting=quoting, lineterminator=end, delimiter=separator).writerows(listed)
    assert texts(out.getvalue()) == [row for row in listed if any(cell.strip() for cell in row)]


@given(TEXTS)
def test_no_written_cell_begins_like_a_formula(text: str) -> None:
    assert not guard(text).lstrip(" ").startswith(tuple(GUARDED))
    assert unguard(guard(text)) == text


@given(st.text(max_size=60))
def test_nothing_breaks_the_reader_and_every_place_is_right(text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for row in read_rows(text):
        for cell in row:
            rest = lines[cell.line - 1][cell.column - 1 :]
            assert rest.startswith(('"', cell.text.split("\n")[0].split("\r")[0])) or not cell.text


@pytest.mark.parametrize(
    "text",
    ["a,b\n1,2\n", "a;b\r\n1;2\r\n", "a\tb\r1\t2", "sep=;\na;b\n1;2\n", 'a,"b"\n"1","2"', "a,b\n\n , \n1,2\n\n"],
)  # fmt: skip
def test_separators_and_line_ends_of_spreadsheets(text: str) -> None:
    assert texts(text)[0] == ["a", "b"]
    assert texts(text)[-1] == ["1", "2"]


def test_places_count_lines_within_cells_too() -> None:
    rows = read_rows('a,b\n"one\r\ntwo",x\ny,"z"\n')
    assert [(cell.line, cell.column) for row in rows for cell in row] == [
        (1, 1),
        (1, 3),
        (2, 1),
        (3, 6),
        (4, 1),
        (4, 3),
    ]


def test_a_quote_that_is_never_closed_reaches_to_the_end() -> None:
    assert texts('a,b\n1,"2\n3') == [["a", "b"], ["1", "2\n3"]]


@pytest.mark.parametrize(
    ("data", "message", "place"),
    [
        (b"report,factr\n", "no column is called `factr`", (1, 8)), (b"x,y\n", "the column `report` is missing", (1, 1)),
        (b"report,factor,Report\n", "the column `report` stands twice", (1, 15)),
        ("report,factor\na,\u00fc\n".encode("cp1252"), "byte 0xFC is not UTF-8", (2, 3)),
        ("report,factor\n".encode("utf-16"), "the file is UTF-16, not UTF-8", (1, 1)),
    ],
)  # fmt: skip
def test_a_head_that_cannot_be_read_is_told(data: bytes, message: str, place: tuple[int, int]) -> None:
    found = read_table(data, "x.csv", ("report", "factor")).problems
    assert found[0].message == message
    assert (found[0].line, found[0].column) == place
    assert found[0].hint


def test_a_short_row_lacks_cells_and_a_long_one_has_more_than_are_read() -> None:
    table = read_table("\ufeffReport , FACTOR\na\nb,'=c,d\n".encode(), "x.csv", ("report", "factor"))
    assert [(row.text("report"), row.text("factor")) for row in table.rows] == [("a", ""), ("b", "=c")]
    assert table.problems == ()
