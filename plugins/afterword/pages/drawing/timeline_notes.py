"""The words to the left of a timeline's axis: its stretches with their lengths, and how long what is cut out is."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from afterword.pages.drawing.letters import wrap
from afterword.pages.drawing.scale import Scale
from afterword.pages.drawing.spread import spread
from afterword.pages.drawing.svg import LINE
from afterword.pages.drawing.timeline_parts import Stretch, Words

NOTES_END = 94.0
"""How far from the left the words end."""
_ROOM = NOTES_END - 5.0
_GAP = 7.0

Bounds = tuple[float, float]
_Given = tuple[float, list[tuple[str, str]]]


def place_notes(rods: Iterable[tuple[Stretch, Bounds]], scale: Scale, say: Callable[[float], str]) -> list[Words]:
    """The words, each as near to the middle of what it names as the others let it; `say` tells seconds in words."""
    given = sorted([*_named(rods), *_told(scale, say)], key=lambda each: each[0])
    heights = [len(lines) * LINE + _GAP for _, lines in given]
    tops = spread([place - len(lines) * LINE / 2 for place, lines in given], heights)
    return [Words(tuple(lines), top, place) for (place, lines), top in zip(given, tops, strict=True)]


def _named(rods: Iterable[tuple[Stretch, Bounds]]) -> list[_Given]:
    return [
        (
            (top + bottom) / 2,
            [("stretch", line) for line in wrap(each.name, _ROOM, strong=True)]
            + [("length", line) for line in wrap(each.length, _ROOM)],
        )
        for each, (top, bottom) in rods
    ]


def _told(scale: Scale, say: Callable[[float], str]) -> list[_Given]:
    return [
        (
            (each.top + each.bottom) / 2,
            [("cut", line) for line in wrap(f"cut: {say(each.end - each.start)}", _ROOM)],
        )
        for each in scale.breaks
    ]
