"""Rates, gaps, metrics and the stability index, and the files that they are taken of."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.evals.metrics import measure
from afterword.evals.stability import stability_index
from afterword.model.tree import DataProblem
from afterword.read.data_rows import ROWS, DataRows, read_data_rows
from tests.evals.sample import flaw, judge_rows

ROWS_OF = "group,output,right,before\nA,yes,yes,no\nA,yes,no,no\nB,no,yes,yes\nB,no,no,yes\nB,,yes,\n"


@pytest.mark.parametrize(
    ("check", "passes"),
    [
        ('{type: rate, label: "yes", at_least: 0.5}', True),
        ('{type: rate, label: "yes", at_least: 0.51}', False),
        ('{type: rate, label: "yes", at_most: 0.5}', True),
        ('{type: rate, label: "yes", at_most: 0.49}', False),
        ("{type: rate, label: maybe, at_most: 0}", True),
        ('{type: slice_gap, by: group, label: "yes", value: 0.9}', False),
        ('{type: slice_gap, by: group, label: "yes", value: 1}', True),
        ("{type: slice_gap, by: group, metric: accuracy, value: 0}", True),
        ('{type: slice_gap, by: group, metric: recall, label: "yes", value: 0.99}', False),
        ("{type: metric_min, metric: accuracy, value: 0.5}", True),
        ('{type: metric_min, metric: precision, label: "yes", value: 0.5}', True),
        ('{type: metric_min, metric: recall, label: "yes", value: 0.51}', False),
        ("{type: metric_min, metric: recall, label: maybe, value: 0}", False),
        ("{type: psi, baseline: before, value: 0}", True),
        ("{type: psi, baseline: group, value: 0.25}", False),
    ],
)
def test_a_check_of_data(check: str, passes: bool) -> None:
    verdict = judge_rows(check, ROWS_OF, truth="right")
    assert verdict.state == ("passed" if passes else "failed"), verdict.reason


@pytest.mark.parametrize(
    ("check", "told"),
    [
        ("{type: rate, label: a}", "`at_least` or `at_most`"),
        ("{type: rate, label: a, at_least: 2}", "from 0 to 1"),
        ("{type: rate, label: a, at_least: 0.5, at_most: 0.4}", "lies above"),
        ("{type: rate, at_least: 0.5}", "`label`"),
        ("{type: slice_gap, label: a, value: 0.1}", "`by`"),
        ("{type: slice_gap, by: group, label: a}", "`value` is a number"),
        ("{type: slice_gap, by: group, label: a, value: 5}", "from 0 to 1"),
        ("{type: metric_min, metric: rate, value: 0.5}", "`metric`"),
        ("{type: metric_min, metric: recall, value: 0.5}", "`label`"),
        ("{type: psi, value: 0.1}", "`baseline`"),
        ("{type: psi, baseline: a, value: -1}", "0 or more"),
    ],
)
def test_what_is_wrong_with_a_check_of_data(check: str, told: str) -> None:
    assert told in flaw(check)


@pytest.mark.parametrize(
    ("check", "told"),
    [
        ('{type: slice_gap, by: nothing, label: "yes", value: 0.1}', "no column `nothing`"),
        ('{type: slice_gap, by: one, label: "yes", value: 0.1}', "no two groups"),
        ("{type: metric_min, metric: accuracy, value: 0.1}", "names no column of what was right"),
        ("{type: psi, baseline: nothing, value: 0.1}", "no column `nothing`"),
        ("{type: psi, baseline: none, value: 0.1}", "holds no value"),
    ],
)
def test_what_cannot_be_judged_says_so(check: str, told: str) -> None:
    verdict = judge_rows(check, "one,output,none\nA,yes,\nA,no,\n")
    assert verdict.state == "broken"
    assert told in verdict.reason


def test_the_f1_is_the_mean_of_precision_and_recall() -> None:
    pairs = [("a", "a"), ("a", "b"), ("b", "a"), ("a", "a"), ("b", None)]
    precision, recall = measure("precision", pairs, "a"), measure("recall", pairs, "a")
    assert (precision, recall) == (2 / 3, 2 / 3)
    assert measure("f1", pairs, "a") == pytest.approx(2 * precision * recall / (precision + recall))
    assert measure("accuracy", pairs, None) == 0.5


values = st.lists(st.sampled_from(["a", "b", "c", "é"]), min_size=1, max_size=60)
numbers = st.lists(st.integers(-50, 50).map(str), min_size=1, max_size=60)


@given(values, values)
def test_the_index_of_words_is_the_same_both_ways_and_never_below_zero(one: list[str], other: list[str]) -> None:
    index = stability_index(one, other)
    assert index == pytest.approx(stability_index(other, one), abs=1e-12)
    assert index >= -1e-12


@given(st.one_of(values, numbers), st.integers(1, 5))
def test_what_is_spread_alike_has_an_index_of_zero(one: list[str], times: int) -> None:
    assert stability_index(one, one * times) == pytest.approx(0, abs=1e-9)


@given(numbers, numbers)
def test_numbers_have_an_index_whatever_they_are(one: list[str], other: list[str]) -> None:
    assert math.isfinite(stability_index(one, other))
    assert stability_index(one, other) == stability_index(list(reversed(one)), sorted(other))


def test_the_index_is_the_textbooks() -> None:
    before, now = ["a"] * 50 + ["b"] * 50, ["a"] * 60 + ["b"] * 40
    assert stability_index(before, now) == pytest.approx(0.1 * math.log(0.6 / 0.5) - 0.1 * math.log(0.4 / 0.5))
    tenths = [str(each) for each in range(100)]
    assert stability_index(tenths, [str(each + 200) for each in range(100)]) > 5


@pytest.mark.parametrize(
    ("data", "path", "place", "told"),
    [
        (b"a,b\n", "x.csv", (1, 1), "no rows below"),
        (b"a,a\n1,2\n", "x.csv", (1, 3), "`a` stands twice"),
        (b"a,b\n1,2\n1,2,3\n", "x.csv", (3, 5), "the row has 3 cells"),
        (b"a\n\xff\n", "x.csv", (2, 1), "not UTF-8"),
        (b'{"a": 1}\n{"a": \n', "x.jsonl", (2, 7), "not JSON"),
        (b"[1]\n", "x.jsonl", (1, 1), "not an object"),
        (b"\n", "x.jsonl", (1, 1), "no rows"),
        (b"{}" * 3, "x.json", (1, 1), "neither CSV nor JSONL"),
        (b"a\n" + b"1\n" * (ROWS + 1), "x.csv", (ROWS + 2, 1), "more than the 50,000"),
        (b'{"a":1}\n' * (ROWS + 1), "x.jsonl", (ROWS + 1, 1), "more than 50,000 rows"),
        (b",".join(b"c%d" % each for each in range(201)) + b"\n1\n", "x.csv", (1, 1), "201 columns"),
        (b"a\n" + b"1" * 2_000_001, "x.csv", (1, 1), "2,000,003 bytes"),
        (b"[" * 100_000, "x.jsonl", (1, 1), "not JSON"),
    ],
)
def test_a_file_that_is_no_table_says_where(data: bytes, path: str, place: tuple[int, int], told: str) -> None:
    found = read_data_rows(data, path)
    assert isinstance(found, DataProblem)
    assert (found.line, found.column) == place
    assert told in found.message


def test_both_forms_read_alike() -> None:
    one = read_data_rows('\ufeffa;b\n1;"x, y"\n;true\n'.encode(), "x.csv")
    other = read_data_rows(b'{"a": 1.0, "b": "x, y"}\n\n{"a": null, "b": true}\n', "x.jsonl")
    assert isinstance(one, DataRows)
    assert isinstance(other, DataRows)
    told = [
        [[cell.text if cell else None for cell in rows.cells(name)] for name in ("a", "b")] for rows in (one, other)
    ]
    assert told[0] == told[1] == [["1", None], ["x, y", "true"]]


@given(st.binary(max_size=300), st.sampled_from(["x.csv", "x.jsonl"]))
def test_no_bytes_break_the_reader(data: bytes, path: str) -> None:
    assert isinstance(read_data_rows(data, path), DataRows | DataProblem)
