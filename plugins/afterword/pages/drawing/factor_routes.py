"""The ways of arrows in a map of factors: out of a box, along a track between the columns, into the next box."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from afterword.pages.drawing.factor_order import Edge
from afterword.pages.drawing.factor_parts import Arrow, Box
from afterword.pages.drawing.svg import Point

FIRST_PORT = 11.0
"""From a box's upper edge to the first arrow that comes in, and from the last line that goes out to its lower edge."""
PORT = 8.0
"""Between two arrows that come in."""
OUTCOME = -1
_STUB, _TRACK, _WIDEST = 12.0, 7.0, 74.0


@dataclass(frozen=True)
class Columns:
    """Columns of boxes of one width, and the gutter with tracks for the arrows, from `gutter_left` on."""

    left: tuple[float, ...]
    width: float
    gutter_left: float
    gutter: float
    tracks: int

    @staticmethod
    def gutter_for(tracks: int) -> float:
        """How wide the gutter between two columns is for so many tracks."""
        return min(2 * _STUB + _TRACK * max(tracks - 1, 0) + 4, _WIDEST)

    def track(self, number: int) -> float:
        """How far from the left a track runs; many tracks stand closer together."""
        room = self.gutter - 2 * _STUB
        apart = min(_TRACK, room / max(self.tracks - 1, 1))
        return self.gutter_left + _STUB + (room - apart * (self.tracks - 1)) / 2 + apart * min(number, self.tracks - 1)


def route(
    boxes: Sequence[Box], column: Sequence[int], edges: Sequence[Edge], outcome: Box, columns: Columns
) -> tuple[tuple[Arrow, ...], int]:
    """The arrows, and how many tracks they need.

    Two boxes that follow each other in one column are joined by a straight arrow. Every other arrow leaves its box
    on the side of the gutter, and those that leave one box share a track, as do all that lead to the outcome.
    """
    straight = {(a, b) for a, b in edges if _follows(boxes, column, a, b)}
    bent = [each for each in edges if each not in straight]
    ways: dict[int, list[int]] = {}
    for start, end in bent:
        ways.setdefault(start, []).append(end)
    last = [each for each in range(len(boxes)) if each not in {start for start, _ in edges}]
    into = _ports(boxes, bent)
    spans = {start: _span([_out(boxes[start]), *(into[start, end] for end in ends)]) for start, ends in ways.items()}
    spans[OUTCOME] = _span([*(_out(boxes[each]) for each in last), outcome.top]) if last else (0.0, 0.0)
    tracks = _tracks(spans)
    arrows = [_straight(boxes, each) for each in sorted(straight)]
    for start, end in bent:
        x = columns.track(tracks[start])
        y, into_y = _out(boxes[start]), into[start, end]
        here, there = _inner(boxes[start], column[start]), _inner(boxes[end], column[end])
        arrows.append(Arrow(start, end, ((here, y), (x, y), (x, into_y), (there, into_y))))
    x = columns.track(tracks[OUTCOME])
    for each in last:
        y = _out(boxes[each])
        arrows.append(Arrow(each, OUTCOME, ((_inner(boxes[each], column[each]), y), (x, y), (x, outcome.top))))
    return tuple(arrows), max(tracks.values()) + 1


def _follows(boxes: Sequence[Box], column: Sequence[int], start: int, end: int) -> bool:
    """Whether `end` is the next box below `start` in its column."""
    top = boxes[start].bottom
    own = [each for each in range(len(boxes)) if column[each] == column[start] and boxes[each].top >= top]
    return column[start] == column[end] and min(own, key=lambda each: boxes[each].top, default=None) == end


def _straight(boxes: Sequence[Box], edge: Edge) -> Arrow:
    start, end = boxes[edge[0]], boxes[edge[1]]
    x = start.left + start.width / 2
    return Arrow(*edge, ((x, start.bottom), (x, end.top)))


def _inner(box: Box, column: int) -> float:
    """The edge of a box that faces the gutter."""
    return box.right if column == 0 else box.left


def _out(box: Box) -> float:
    return box.bottom - FIRST_PORT


def _ports(boxes: Sequence[Box], edges: Sequence[Edge]) -> dict[Edge, float]:
    """The height at which each arrow comes in, those from above first."""
    found: dict[Edge, float] = {}
    for end in sorted({end for _, end in edges}):
        starts = sorted((start for start, other in edges if other == end), key=lambda each: (boxes[each].top, each))
        for place, start in enumerate(starts):
            found[start, end] = boxes[end].top + FIRST_PORT + PORT * place
    return found


def _span(heights: Sequence[float]) -> Point:
    return min(heights), max(heights)


def _tracks(spans: dict[int, Point]) -> dict[int, int]:
    """For each span a track on which no other meets it; short ones first, so that long ones stand outside."""
    taken: list[list[Point]] = []
    found: dict[int, int] = {}
    for key, (top, bottom) in sorted(spans.items(), key=lambda each: (each[1][1] - each[1][0], each[1], each[0])):
        free = (
            place
            for place, others in enumerate(taken)
            if all(bottom + 4 < other_top or other_bottom + 4 < top for other_top, other_bottom in others)
        )
        place = next(free, len(taken))
        taken[place : place + 1] = [[*(taken[place] if place < len(taken) else []), (top, bottom)]]
        found[key] = place
    return found
