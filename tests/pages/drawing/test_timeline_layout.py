"""Whatever happened and whenever: labels in order, none over another, everything inside the frame."""

from __future__ import annotations

from itertools import pairwise

import pytest
from happenings import timelines
from hypothesis import given

from afterword.pages.drawing.letters import width_of
from afterword.pages.drawing.svg import WIDTH
from afterword.pages.drawing.timeline_layout import TEXT_AFTER, lay_out_timeline
from afterword.pages.drawing.timeline_notes import NOTES_END
from afterword.pages.drawing.timeline_parts import LANE, Happening, Stretch, Timeline, Words

Case = tuple[list[Happening], list[Stretch]]


def laid(case: Case) -> Timeline:
    return lay_out_timeline(*case, lambda seconds: f"{seconds:.0f} s")


def strong(style: str) -> bool:
    return style in {"name", "stretch"}


def widths(words: Words) -> float:
    return max((width_of(text, strong=strong(style)) for style, text in words.lines if len(text) > 2), default=0)


@given(timelines())
def test_no_label_covers_another(case: Case) -> None:
    timeline = laid(case)
    for column in ([each.words for each in timeline.labels], timeline.notes):
        for above, below in pairwise(column):
            assert above.top + above.height <= below.top + 1e-6
    # The two columns and what stands between them have their own room.
    assert all(widths(each.words) <= WIDTH - timeline.marks - TEXT_AFTER for each in timeline.labels)
    assert all(widths(each) <= NOTES_END for each in timeline.notes)
    assert not timeline.notes or timeline.axis - 8 > NOTES_END


@given(timelines())
def test_everything_stands_inside_the_frame(case: Case) -> None:
    timeline = laid(case)
    for each in (*(label.words for label in timeline.labels), *timeline.notes):
        assert each.top >= 0
        assert each.top + each.height <= timeline.height
    for part in (*timeline.rods, *timeline.cuts, *timeline.windows):
        assert timeline.top - 1e-6 <= part.top <= part.bottom <= timeline.bottom + 1e-6
    assert 0 <= timeline.top <= timeline.bottom <= timeline.height
    assert timeline.marks + TEXT_AFTER < WIDTH - 100


@given(timelines())
def test_the_order_of_reading_is_kept(case: Case) -> None:
    timeline = laid(case)
    assert [each.happening for each in timeline.labels] == case[0]
    assert [each.mark for each in timeline.labels] == sorted(each.mark for each in timeline.labels)


@given(timelines())
def test_places_go_with_time(case: Case) -> None:
    timeline = laid(case)
    exact = sorted((each.happening.start, each.place) for each in timeline.labels if each.place and not each.window)
    assert [place for _, place in exact] == sorted(place for _, place in exact)
    for each in timeline.labels:
        assert (each.place is None) == (each.happening.start is None)
        if each.window:
            assert each.window.top <= each.place <= each.window.bottom


@given(timelines())
def test_windows_side_by_side_have_lanes_of_their_own(case: Case) -> None:
    timeline = laid(case)
    by_lane: dict[int, list[tuple[float, float]]] = {}
    for each in timeline.windows:
        by_lane.setdefault(each.lane, []).append((each.top, each.bottom))
    for lane, spans in by_lane.items():
        assert lane < timeline.lanes <= 5
        for (_, bottom), (top, _) in pairwise(sorted(spans)):
            assert bottom <= top + 1e-6 or lane == 4
    assert timeline.marks > timeline.axis + LANE * (timeline.lanes + 1)


@given(timelines())
def test_every_cut_tells_its_length(case: Case) -> None:
    timeline = laid(case)
    told = [each for each in timeline.notes if each.lines[0][0] == "cut"]
    assert len(told) == len(timeline.cuts)
    assert all(each.lines[0][1].startswith("cut:") for each in told)


@given(timelines())
def test_stretches_that_lead_down_are_drawn_and_named(case: Case) -> None:
    timeline = laid(case)
    named = [each for each in timeline.notes if each.lines[0][0] == "stretch"]
    assert len(timeline.rods) <= len(named) <= len(case[1])


def test_events_at_one_moment_share_a_place_and_not_a_label() -> None:
    events = [Happening("note", "Note", "11:00", (), 5.0, 5.0) for _ in range(12)]
    timeline = laid((events, []))
    assert {each.place for each in timeline.labels} == {timeline.top}
    assert len({each.mark for each in timeline.labels}) == 12


def test_events_known_to_the_year_share_a_window() -> None:
    events = [Happening("note", "Note", "2015", (), 0.0, 3.2e7) for _ in range(6)]
    timeline = laid((events, []))
    assert len(timeline.windows) == 1
    assert timeline.cuts == ()


def test_a_stretch_that_leads_up_is_left_out() -> None:
    events = [Happening("detected", "Detected", "", (), 9.0, 9.0), Happening("resolved", "Resolved", "", (), 3.0, 3.0)]
    timeline = laid((events, [Stretch("after", "Time to resolve", "6 s", 0, 1)]))
    assert timeline.rods == ()
    assert timeline.notes == ()


def test_only_unknown_times_need_no_scale() -> None:
    timeline = laid(([Happening("note", "Note", "time not known")] * 3, []))
    assert timeline.ruler is None
    assert timeline.top == timeline.bottom
    assert timeline.height == pytest.approx(3 * 30 + 2 * 9 + 2 * 5 + 9, abs=10)
