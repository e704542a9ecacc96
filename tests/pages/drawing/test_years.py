"""Columns by year stand inside their frame, however many years there are, and nothing is drawn for no report."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from afterword.pages.drawing.svg import WIDTH
from afterword.pages.drawing.years import MOST, draw_years

COUNTS = st.tuples(st.integers(0, 400), st.integers(0, 400)).map(lambda each: (min(each), max(each)))
YEARS = st.dictionaries(st.integers(1, 9999), COUNTS, min_size=1, max_size=40)
RECT = re.compile(r'<rect class="([^"]+)" x="(-?[\d.]+)" y="(-?[\d.]+)" width="([\d.]+)" height="([\d.]+)"')


@given(YEARS)
def test_everything_stands_inside_the_frame(years: dict[int, tuple[int, int]]) -> None:
    svg = str(draw_years(years, "told"))
    height = float(re.search(r'viewBox="0 0 [\d.]+ ([\d.]+)"', svg)[1])
    for _, x, y, width, tall in RECT.findall(svg):
        assert 0 <= float(x) <= float(x) + float(width) <= WIDTH + 0.1
        assert 0 <= float(y) <= float(y) + float(tall) <= height
        assert float(tall) >= 1.5
    for x in re.findall(r'<text [^>]*x="(-?[\d.]+)"', svg):
        assert 0 <= float(x) <= WIDTH


@given(YEARS)
def test_one_frame_for_each_drawn_year_with_reports(years: dict[int, tuple[int, int]]) -> None:
    svg = str(draw_years(years, "told"))
    drawn = [counts for year, counts in years.items() if year > max(years) - MOST]
    kinds = [kind for kind, *_ in RECT.findall(svg)]
    assert kinds.count("aw-d-bar-whole") == sum(bool(of) for _, of in drawn)
    assert kinds.count("aw-d-bar aw-d-bar--plain") == sum(bool(meant) for meant, _ in drawn)


def test_the_newest_year_is_named_and_the_words_are_the_drawings_name() -> None:
    svg = str(draw_years({2019: (1, 2), 2026: (3, 9)}, 'in 2019 "one" & so on'))
    assert ">2026</text>" in svg
    assert 'aria-label="in 2019 &#34;one&#34; &amp; so on"' in svg
