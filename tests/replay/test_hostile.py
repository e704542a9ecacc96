"""Series that were not made for this: bounded, never a traceback, and nothing of a cell in a reason."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from afterword.replay.replays import MOST
from afterword.replay.words import outcome_words
from tests.pages.report_sample import report
from tests.replay.sample import URI, a_file, days, outcome

RULE = "rule: above, value: 5"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (b"", "evidence"),
        (b"date,value\n", "file"),
        (b"\xff\xfed\x00a\x00", "file"),
        (b"date,value\n\xe9,1\n", "file"),
        ("date,value\n" + "2026-03-03,1\n" * 50_001, "file"),
        ("date," + ",".join(f"c{each}" for each in range(300)) + "\n2026-03-03,1\n", "file"),
        ("date,value,value\n2026-03-03,1,2\n", "file"),
        (days("inf"), "file"),
        (days("1e999"), "file"),
        (days("1" * 41), "file"),
        (days("١٢"), "file"),
        (days("1\x00"), "file"),
        (days("=1+1"), "file"),
        (days("1_000"), "file"),
        (days("0x10"), "file"),
        ("date,value\n9999-12-31,1\n", "file"),
        ("date,value\n2026-02-30,1\n", "file"),
        ("date,value\n2026-03-03T25:00,1\n", "file"),
        ("date,value\n1772442000,9\n", "file"),
        ('date,value\n"2026-03-03,1\n', "file"),
        (days("", "NaN"), "series"),
        ("a,value\nx,1\n", "column"),
        ("date,other\n2026-03-03,1\n", "column"),
    ],
)
def test_what_cannot_be_read_is_told(text: str | bytes, kind: str) -> None:
    found = outcome(text, RULE)
    assert found.state == "untold"
    assert found.trouble is not None
    assert found.trouble.kind == kind, found.trouble
    assert "cannot be replayed here" in outcome_words(found)


def test_extremes_that_are_numbers_are_reckoned() -> None:
    assert outcome(days(1, 1, "1e308", "-1e308"), "rule: rate, value: 1.5").state == "fires"
    assert outcome(days(1, 1, "1e-308"), "rule: below, value: 0").state == "silent"
    wide = "date,g,value\n2026-03-03,a,1e308\n2026-03-03,b,-1e308\n"
    found = outcome(wide, "by: g, rule: gap, value: 1.7e308")
    assert found.state == "fires"
    assert found.nearest is not None
    assert found.nearest > 10**308


def test_a_formula_guard_is_taken_off() -> None:
    assert outcome(days(1, 1, "'-9"), "rule: below, value: 0").state == "fires"


def test_the_reason_repeats_no_cell() -> None:
    for text in (days("sk-secret"), "date,value\nsk-secret,1\n", "date,g,value\nsk-secret,sk-secret,1\n"):
        found = outcome(text, RULE)
        assert found.trouble is not None
        assert "secret" not in repr(found.trouble)


def test_a_large_file_takes_no_longer_than_it_is_large() -> None:
    groups = [f"g{each}" for each in range(1000)]
    small, large = ("date,g,value\n" + "".join(
        f"2026-03-{1 + day:02d},{group},{place % 7}\n" for day in range(count) for place, group in enumerate(groups)
    ) for count in (4, 24))  # fmt: skip
    spent = []
    for text in (small, large):
        begun = time.perf_counter()
        assert outcome(text, "by: g, rule: gap, value: 99, for: 2 d").state == "silent"
        spent.append(time.perf_counter() - begun)
    assert spent[1] < 6 * 3 * spent[0] + 0.5


def test_a_report_carries_so_many_and_no_more() -> None:
    event = "  - {at: 2026-03-06, kind: alert_missed, replay: {evidence: EV-1, column: value, rule: above, value: 5}}\n"
    from afterword.replay.files import SeriesFiles
    from afterword.replay.replays import Replays
    from tests.replay.sample import BERLIN

    file = a_file(days(1, 9))
    many = report(
        "---\ntitle: A title long enough for it\nevidence:\n"
        f"  - {{id: EV-1, kind: metric-series, title: A series, uri: {URI}}}\ntimeline:\n{event * (MOST + 5)}---\n"
    )
    states = [each.state for each in Replays(SeriesFiles({URI: file}), BERLIN).of(many).events.values()]
    assert states == ["fires"] * MOST + ["untold"] * 5


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=200), st.sampled_from(["above", "below", "rate"]), st.booleans())
def test_no_text_raises(text: str, rule: str, split: bool) -> None:
    data = f"date,value,g\n{text}".encode("utf-8", "surrogatepass")
    found = outcome(data, f"rule: {rule}, value: 1{', by: g' if split else ''}")
    assert outcome_words(found)


CELLS = st.sampled_from(
    ["2026-03-01", "2026-03-03", "2026-03", "2026-03-02T10:00Z", "", "1", "-2.5", "NaN", "x", '"', "a"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=12), st.sampled_from(["above", "below", "rate", "gap"]))
def test_no_table_raises(rows: list[tuple[str, str, str]], rule: str) -> None:
    text = "date,value,g\n" + "".join(",".join(each) + "\n" for each in rows)
    assert outcome_words(outcome(text, f"rule: {rule}, value: 1, by: g, for: 1 d"))
