"""Whatever led to what: no box over another, every arrow drawn and through no box, everything inside the frame."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.pages.drawing.factor_layout import lay_out_factors
from afterword.pages.drawing.factor_order import reading_order, sound_edges
from afterword.pages.drawing.factor_parts import Arrow, Box, Factor, FactorMap
from afterword.pages.drawing.letters import width_of
from afterword.pages.drawing.svg import LINE, WIDTH

NAMES = st.one_of(
    st.text(max_size=80),
    st.sampled_from(["Knowledge stayed in one team", "A stand-in was learned instead of the goal", "W" * 60, ""]),
)
FACTORS = st.builds(
    Factor,
    st.sampled_from(["CF-1", "CF-20", "", "an id of another form"]),
    NAMES,
    st.sampled_from(["technical", "organisational", ""]),
    st.booleans(),
)
Case = tuple[list[Factor], list[tuple[int, int]]]


@st.composite
def maps(draw: st.DrawFn) -> Case:
    factors = draw(st.lists(FACTORS, min_size=1, max_size=20))
    places = st.integers(-1, len(factors))
    return factors, draw(st.lists(st.tuples(places, places), max_size=30))


def laid(case: Case) -> FactorMap:
    return lay_out_factors(*case, "What was seen to happen, in one sentence of a common length.")


def apart(a: Box, b: Box) -> bool:
    return a.right <= b.left or b.right <= a.left or a.bottom <= b.top or b.bottom <= a.top


def on_border(point: tuple[float, float], box: Box) -> bool:
    x, y = point
    across = box.left <= x <= box.right and (y in (box.top, pytest.approx(box.bottom)))
    beside = box.top <= y <= box.bottom and (x in (box.left, pytest.approx(box.right)))
    return across or beside


def enters(arrow: Arrow, box: Box) -> bool:
    for (x1, y1), (x2, y2) in pairwise(arrow.points):
        left, right, top, bottom = min(x1, x2), max(x1, x2), min(y1, y2), max(y1, y2)
        across = left < box.right - 0.01 and box.left + 0.01 < right
        if across and top < box.bottom - 0.01 and box.top + 0.01 < bottom:
            return True
    return False


@given(maps())
def test_no_box_covers_another(case: Case) -> None:
    drawn = laid(case)
    assert all(apart(a, b) for a, b in combinations((*drawn.boxes, drawn.outcome), 2))


@given(maps())
def test_everything_stands_inside_the_frame(case: Case) -> None:
    drawn = laid(case)
    for box in (*drawn.boxes, drawn.outcome):
        assert box.left >= 0
        assert box.right <= WIDTH
        assert box.top >= 20
        assert box.bottom <= drawn.height
        assert len(box.lines) * LINE <= box.height
    for arrow in drawn.arrows:
        assert all(0 <= x <= WIDTH and 0 <= y <= drawn.height for x, y in arrow.points)


@given(maps())
def test_letters_stand_inside_their_boxes(case: Case) -> None:
    for box in laid(case).boxes:
        for style, text in box.lines:
            assert width_of(text, strong=style == "name") <= box.width - 16 + 1e-6 or len(text) <= 2


@given(maps())
def test_every_edge_is_an_arrow_from_box_to_box(case: Case) -> None:
    drawn = laid(case)
    led = [each for each in drawn.arrows if each.target >= 0]
    assert sorted((each.source, each.target) for each in led) == list(sound_edges(len(case[0]), case[1]))
    for each in led:
        assert on_border(each.points[0], drawn.boxes[each.source])
        assert on_border(each.points[-1], drawn.boxes[each.target])


@given(maps())
def test_what_led_to_nothing_else_leads_to_the_outcome(case: Case) -> None:
    drawn = laid(case)
    sources = {start for start, _ in sound_edges(len(case[0]), case[1])}
    ends = [each.source for each in drawn.arrows if each.target < 0]
    assert sorted(ends) == [each for each in range(len(case[0])) if each not in sources]
    assert all(each.points[-1][1] == drawn.outcome.top for each in drawn.arrows if each.target < 0)


@given(maps())
def test_arrows_run_through_no_box(case: Case) -> None:
    drawn = laid(case)
    for arrow in drawn.arrows:
        assert not any(enters(arrow, box) for box in (*drawn.boxes, drawn.outcome))
        assert all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(arrow.points))


@given(maps())
def test_lines_of_two_boxes_share_no_track(case: Case) -> None:
    drawn = laid(case)
    spans: dict[tuple[float, int], list[float]] = {}
    for arrow in drawn.arrows:
        bundle = arrow.source if arrow.target >= 0 else -1
        if len(arrow.points) > 2:
            x = round(arrow.points[1][0], 3)
            spans.setdefault((x, bundle), []).extend(y for at, y in arrow.points if round(at, 3) == x)
    for (a, one), (b, other) in combinations(spans.items(), 2):
        assert a[0] != b[0] or max(one) < min(other) or max(other) < min(one)


@given(maps())
def test_what_led_to_something_stands_above_it(case: Case) -> None:
    drawn = laid(case)
    _, down = reading_order(len(case[0]), case[1])
    assert all(drawn.boxes[start].bottom < drawn.boxes[end].top for start, end in down)


@given(maps())
def test_each_side_has_its_column(case: Case) -> None:
    drawn = laid(case)
    columns: dict[str, set[float]] = {}
    for factor, box in zip(drawn.factors, drawn.boxes, strict=True):
        columns.setdefault(factor.side or "technical", set()).add(box.left)
    assert all(len(each) == 1 for each in columns.values())
    assert len({left for each in columns.values() for left in each}) == len(columns)
    assert {each.text for each in drawn.headings} == set(columns)


@given(st.integers(1, 20), st.lists(st.tuples(st.integers(-2, 21), st.integers(-2, 21)), max_size=40))
def test_the_order_holds_every_factor_once(count: int, edges: list[tuple[int, int]]) -> None:
    order, down = reading_order(count, edges)
    assert sorted(order) == list(range(count))
    assert down <= set(sound_edges(count, edges))
    assert all(order.index(start) < order.index(end) for start, end in down)


def test_a_circle_leaves_out_one_edge_of_the_order_alone() -> None:
    order, down = reading_order(3, [(0, 1), (1, 2), (2, 0)])
    assert order == [0, 1, 2]
    assert down == {(0, 1), (1, 2)}


def test_edges_are_taken_once_and_only_between_factors() -> None:
    assert sound_edges(2, [(0, 1), (0, 1), (1, 1), (0, 7), (-1, 0)]) == ((0, 1),)


def test_a_straight_line_of_factors_has_straight_arrows() -> None:
    factors = [Factor(f"CF-{each}", "Name", "technical") for each in range(4)]
    drawn = lay_out_factors(factors, [(0, 1), (1, 2), (2, 3)], "Seen")
    assert [len(each.points) for each in drawn.arrows] == [2, 2, 2, 3]
