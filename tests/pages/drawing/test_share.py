"""A share as a bar: from nothing to everything, the words beside it, and an interval that can be seen."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.pages.drawing.share import draw_share
from afterword.pages.drawing.svg import WIDTH

SHARES = st.integers(1, 10**9).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(SHARES)
def test_everything_stands_inside_the_frame(share: tuple[int, int]) -> None:
    svg = str(draw_share(*share))
    for x in re.findall(r"[ML](-?[\d.]+) ", svg):
        assert 0 <= float(x) <= WIDTH
    for x, width in re.findall(r'x="([\d.]+)" y="[\d.]+" height="[\d.]+" width="([\d.]+)"', svg):
        assert float(x) + float(width) <= WIDTH


def test_the_words_stand_in_the_drawing() -> None:
    svg = str(draw_share(37, 200))
    assert "37 of 200: 18.5 %" in svg
    assert "95 % interval: 13.7 % to 24.5 %" in svg
    assert 'aria-label="Bar from 0 to 100 %: 37 of 200, 18.5 %; 95 % interval 13.7 % to 24.5 %"' in svg


@pytest.mark.parametrize(("k", "bars"), [(0, 0), (1, 1), (10**6, 1)])
def test_nothing_has_no_bar_and_little_has_one_that_can_be_seen(k: int, bars: int) -> None:
    widths = re.findall(r'class="aw-d-bar"[^>]* width="([\d.]+)"', str(draw_share(k, 10**6)))
    assert len(widths) == bars
    assert all(float(each) >= 1.5 for each in widths)
