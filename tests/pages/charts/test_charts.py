"""Charts hold every value at its place, show words as they are, and keep nothing of the library's own style."""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from afterword.model.measures import DurationRange
from afterword.pages.charts.bars import Bar, draw_bars
from afterword.pages.charts.columns import Column, draw_columns
from afterword.pages.charts.plain import plain_parts
from afterword.pages.charts.plot import About
from afterword.pages.charts.spans import MOST_LINES, Spans, begins_open, draw_spans
from afterword.pages.drawing.letters import width_of
from afterword.pages.drawing.svg import WIDTH

ABOUT = About("chart-x", "A title", "A description.")
FEW = settings(max_examples=25)
COUNTS = st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 5000)), min_size=1, max_size=20)


def words(svg: str) -> list[str]:
    return [part.text or "" for part in ElementTree.fromstring(svg).iter("text")]


def boxes(svg: str, style: str) -> list[tuple[float, float, float, float]]:
    """Left, top, right and bottom of the shapes of one class."""
    found = []
    for part in ElementTree.fromstring(svg).iter("path"):
        if part.get("class") == f"aw-c-{style}":
            numbers = [float(each) for each in re.findall(r"-?[0-9.]+", part.get("d", ""))]
            found.append((min(numbers[::2]), min(numbers[1::2]), max(numbers[::2]), max(numbers[1::2])))
    return found


@FEW
@given(COUNTS)
def test_bars_are_as_long_as_their_counts(counts) -> None:
    bars = [
        Bar((f"B{place}",), max(pair), f"{min(pair)} of {max(pair)}", min(pair)) for place, pair in enumerate(counts)
    ]
    svg = draw_bars(bars, ABOUT)
    most = max(1, *(bar.count for bar in bars))
    room = WIDTH - max(width_of(bar.told) for bar in bars) - 8
    for style, lengths in (("whole", [b.count for b in bars]), ("part", [b.part for b in bars])):
        drawn = boxes(svg, style)
        wanted = [each for each in lengths if each]
        assert len(drawn) == len(wanted)
        for (left, _, right, _), length in zip(drawn, wanted, strict=True):
            assert left == 0
            assert right == pytest.approx(room * length / most, abs=0.06)
    assert words(svg) == [text for bar in bars for text in (bar.name, bar.told)]
    tops = [float(part.get("y", "0")) for part in ElementTree.fromstring(svg).iter("text")]
    assert tops == sorted(tops)


@FEW
@given(COUNTS)
def test_columns_stand_upon_each_other(counts) -> None:
    columns = [Column(str(2000 + place), lower, upper, None) for place, (lower, upper) in enumerate(counts)]
    svg = draw_columns(columns, "Share", ABOUT)
    most = max(1, *(each.lower + each.upper for each in columns))
    lower, upper = boxes(svg, "part"), boxes(svg, "whole")
    assert [bottom - top for _, top, _, bottom in lower] == pytest.approx(
        [132 * each.lower / most for each in columns if each.lower], abs=0.11
    )
    assert [bottom - top for _, top, _, bottom in upper] == pytest.approx(
        [132 * each.upper / most for each in columns if each.upper], abs=0.11
    )
    assert str(2000 + len(columns) - 1) in words(svg)


def test_names_of_columns_never_touch() -> None:
    for count in range(1, 40):
        columns = [Column(f"{2000 + place} Q1", 1, 1, (0.5, 0.1, 0.9)) for place in range(count)]
        tree = ElementTree.fromstring(draw_columns(columns, "Share", ABOUT))
        places = [float(each.get("x", "0")) for each in tree.iter("text") if "Q1" in (each.text or "")]
        assert places
        assert all(after - before >= width_of("2000 Q1") for before, after in pairwise(places))


LENGTHS = st.lists(
    st.builds(
        lambda low, more: DurationRange(timedelta(minutes=low), timedelta(minutes=low + more)),
        st.integers(0, 50_000_000),
        st.integers(0, 100_000),
    ),
    min_size=1,
    max_size=40,
)


@FEW
@given(LENGTHS)
def test_spans_stay_within_the_drawing_and_its_scale(lengths) -> None:
    ordered = sorted(lengths, key=lambda each: (each.high, each.low))
    svg = draw_spans(Spans(ordered, (ordered[0], ordered[len(ordered) // 2], ordered[-1])), ABOUT)
    drawn = boxes(svg, "span")
    assert len(drawn) == len(ordered)
    for left, _, right, _ in drawn:
        assert 26 <= left <= right <= WIDTH - 26
    rights = [right for _, _, right, _ in drawn]
    assert rights == sorted(rights)
    assert ("aw-c-open" in svg) is begins_open(ordered)
    named = [
        (float(each.get("y", "0")), float(each.get("x", "0")), width_of(each.text or "") / 2)
        for each in ElementTree.fromstring(svg).iter("text")
    ]
    assert len(named) == svg.count("aw-c-grid")
    assert all(row >= 10 and half <= at + 0.1 and at + half <= WIDTH + 0.1 for row, at, half in named)
    for (row, one, half), (row_of_other, other, half_of_other) in pairwise(sorted(named)):
        assert row != row_of_other or other - one >= half + half_of_other


def test_every_line_of_the_scale_has_its_name() -> None:
    for longest in (timedelta(hours=2), timedelta(days=2000), timedelta(days=360000)):
        ends = [DurationRange(timedelta(minutes=2), timedelta(minutes=2)), DurationRange(longest, longest)]
        svg = draw_spans(Spans(ends, (ends[0], ends[0], ends[1])), ABOUT)
        assert len(words(svg)) == svg.count("aw-c-grid")
        assert "1 h" in words(svg)
    assert {"1 month", "1 year", "10 years", "1,000 years"} <= set(words(svg))


def test_very_many_lengths_are_thinned() -> None:
    many = [DurationRange(timedelta(hours=place), timedelta(hours=place)) for place in range(1, 5001)]
    svg = draw_spans(Spans(many, (many[0], many[1], many[2])), ABOUT)
    assert svg.count("aw-c-span") == MOST_LINES
    assert len(svg) < 20_000


@pytest.mark.parametrize("text", ["$x$", "$\\frac{1}{0}$", "</text><script>", "警報", "a & b", "{0} %s %(x)s"])
def test_words_are_shown_as_they_are(text: str) -> None:
    svg = draw_bars([Bar((text,), 3, text, 3, heading=text)], ABOUT)
    assert words(svg) == [text, text, text]


def test_only_shapes_of_ours_are_kept() -> None:
    inner = '<g id="patch_1"><path d="M 0 0 L 9 9" style="fill: #ffffff"/></g>{}'
    svg = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><style>*{{}}</style>{}</svg>'
    own = '<g id="aw-c-part"><path d="M 0.04 0 L 1e-5 12.345 z" style="fill: #1f77b4" clip-path="url(#a)"/></g>'
    assert list(plain_parts(svg.format(inner.format(own)), [])) == ['<path class="aw-c-part" d="M0 0L0 12.3Z"></path>']
    with pytest.raises(ValueError, match="image"):
        list(plain_parts(svg.format('<g id="aw-c-part"><image/></g>'), []))
