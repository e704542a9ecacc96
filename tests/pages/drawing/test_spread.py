"""Labels move apart, in order, and no further than they must."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.pages.drawing.spread import spread

LABELS = st.lists(st.tuples(st.floats(-1e4, 1e4), st.floats(1, 60)), max_size=40)


@given(LABELS)
def test_labels_keep_their_order_and_do_not_overlap(labels: list[tuple[float, float]]) -> None:
    heights = [height for _, height in labels]
    tops = spread([place for place, _ in labels], heights)
    for (top, height), (below, _) in pairwise(zip(tops, heights, strict=True)):
        assert below >= top + height - 1e-6


@given(LABELS)
def test_labels_that_have_room_stay_where_they_are(labels: list[tuple[float, float]]) -> None:
    wanted, place = [], 0.0
    for gap, height in labels:
        place += abs(gap)
        wanted.append(place)
        place += height
    assert spread(wanted, [height for _, height in labels]) == pytest.approx(wanted)


def test_two_in_one_place_stand_around_it() -> None:
    assert spread([100.0, 100.0], [20.0, 20.0]) == [90.0, 110.0]


def test_a_heavy_label_stays() -> None:
    light, heavy = spread([100.0, 100.0], [20.0, 20.0], [0.001, 1.0])
    assert heavy == pytest.approx(100, abs=0.1)
    assert light == pytest.approx(80, abs=0.1)
