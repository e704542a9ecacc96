"""Lines of lettering fit their room, and nothing of a text is lost but what the ellipsis tells."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from afterword.pages.drawing.letters import width_of, wrap

ROOMS = st.floats(20, 320)


@given(st.text(max_size=200), ROOMS, st.booleans(), st.integers(1, 5))
def test_lines_fit(text: str, room: float, strong: bool, most: int) -> None:
    lines = wrap(text, room, strong=strong, most=most)
    assert len(lines) <= most
    for line in lines:
        assert line
        assert width_of(line, strong=strong) <= room + 1e-6 or len(line) <= 2


@given(st.text(max_size=200), ROOMS)
def test_a_text_with_room_enough_is_whole(text: str, room: float) -> None:
    lines = wrap(text, room, most=1000)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_lines_break_at_spaces_and_joints() -> None:
    assert wrap("Reached production", 90) == ["Reached", "production"]
    assert wrap("discount_rate_by_area", 90) == ["discount_", "rate_by_area"]
    assert wrap("between 3\u00a0h and 4\u00a0h", 60) == ["between", "3\u00a0h and", "4\u00a0h"]


def test_what_is_left_out_is_told() -> None:
    assert wrap("one two three four five six", 60, most=2)[-1].endswith("…")
    assert wrap("one two", 200, most=1) == ["one two"]


def test_letters_without_spaces_are_cut() -> None:
    lines = wrap("警報が鳴らなかった理由" * 3, 100, most=9)
    assert all(width_of(line) <= 100 for line in lines)
    assert len(lines) > 2
