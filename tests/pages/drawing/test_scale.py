"""The scale of a timeline: it rises with time, is one scale throughout, and says what it cuts out."""

from __future__ import annotations

from itertools import pairwise

import pytest
from happenings import SPANS, WIDTHS
from hypothesis import given
from hypothesis import strategies as st

from afterword.pages.drawing.ruler import choose_ruler
from afterword.pages.drawing.scale import BREAK, build_scale

DAY = 86400.0
MANY = st.lists(st.tuples(SPANS, WIDTHS).map(lambda each: (each[0], each[0] + each[1])), min_size=1, max_size=40)


@given(MANY, st.floats(50, 2000))
def test_places_rise_with_time(spans: list[tuple[float, float]], room: float) -> None:
    scale = build_scale(spans, room)
    times = sorted({time for span in spans for time in span})
    places = [scale.place(time) for time in times]
    assert places == sorted(places)
    assert places[0] == 0
    assert places[-1] == pytest.approx(scale.height)
    assert scale.height <= room + 6 * BREAK


@given(MANY, st.floats(50, 2000))
def test_what_is_not_cut_is_drawn_at_one_scale(spans: list[tuple[float, float]], room: float) -> None:
    scale = build_scale(spans, room)
    cut = {each.start for each in scale.breaks}
    for (start, place), (end, after) in pairwise(zip(scale.times, scale.places, strict=True)):
        wanted = BREAK if start in cut else (end - start) * scale.per_second
        assert after - place == pytest.approx(wanted, abs=1e-6)


@given(MANY, st.floats(50, 2000))
def test_what_is_cut_is_longer_than_what_is_drawn(spans: list[tuple[float, float]], room: float) -> None:
    scale = build_scale(spans, room)
    cut = {each.start for each in scale.breaks}
    drawn = [end - start for start, end in pairwise(scale.times) if start not in cut]
    assert all(each.end - each.start >= max(drawn, default=0) for each in scale.breaks)
    assert drawn or len(scale.times) == 1


@given(st.floats(50, 2000), SPANS)
def test_moments_outside_stand_at_the_nearer_end(room: float, time: float) -> None:
    scale = build_scale([(6.4e10, 6.4e10 + DAY)], room)
    assert 0 <= scale.place(time) <= scale.height


def test_a_long_empty_stretch_is_cut() -> None:
    minutes = [(each * 60.0, each * 60.0) for each in (0, 5, 9, 14, 20)]
    later = [(900 * DAY + start, 900 * DAY + end) for start, end in minutes]
    scale = build_scale([*minutes, *later], 400)
    assert [(each.start, each.end) for each in scale.breaks] == [(20 * 60.0, 900 * DAY)]


def test_evenly_spaced_days_are_not_cut() -> None:
    assert build_scale([(each * DAY, each * DAY) for each in range(8)], 300).breaks == ()


def test_two_moments_are_never_cut_apart() -> None:
    assert build_scale([(0.0, 0.0), (1e9, 1e9)], 200).breaks == ()


def test_no_moment_and_one_moment_have_no_height() -> None:
    assert build_scale([], 200).height == 0
    assert build_scale([(5.0, 5.0)], 200).height == 0


@given(st.floats(1e-9, 1e3))
def test_the_ruler_can_be_seen_and_is_not_long(per_second: float) -> None:
    ruler = choose_ruler(per_second)
    if ruler is not None:
        assert 0 < ruler.length <= 44
    else:
        assert per_second > 44


def test_the_ruler_is_a_plain_length() -> None:
    found = choose_ruler(25 / DAY)
    assert found is not None
    assert found.words == "1 day"
    assert found.length == pytest.approx(25)
