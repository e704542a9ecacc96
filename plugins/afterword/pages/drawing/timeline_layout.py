"""Where everything in a drawn timeline stands: moments to scale, labels on one side, stretches on the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from afterword.pages.drawing.letters import wrap
from afterword.pages.drawing.ruler import choose_ruler
from afterword.pages.drawing.scale import Scale, build_scale
from afterword.pages.drawing.spread import spread
from afterword.pages.drawing.svg import LINE, WIDTH
from afterword.pages.drawing.timeline_notes import Bounds, place_notes
from afterword.pages.drawing.timeline_parts import (
    Happening,
    Label,
    Rod,
    Stretch,
    Timeline,
    Window,
    Words,
    marks_at,
)

TEXT_AFTER = 12.0
"""From a mark to its label."""
_AXIS, _AXIS_ALONE = 112.0, 12.0
_GAP, _MARGIN = 9.0, 5.0
_MOST_LANES = 5
_LEAST_ROOM = 110.0
_ADRIFT = 0.01
"""The weight of a label whose time is not known: it stands where the others leave room."""


def lay_out_timeline(
    happenings: Sequence[Happening], stretches: Sequence[Stretch], say: Callable[[float], str]
) -> Timeline:
    """Reckon all places of a timeline.

    Args:
        happenings: the events, in the order in which they are to be read.
        stretches: what is named on the axis; one that does not lead down is left out.
        say: a number of seconds in words, for the stretches that are cut out.
    """
    lanes = _lanes(happenings)
    axis = _AXIS if stretches else _AXIS_ALONE
    texts = _texts(happenings, axis, lanes)
    scale = _scale(happenings, texts)
    if scale.breaks and not stretches:
        axis = _AXIS
        texts = _texts(happenings, axis, lanes)
        scale = _scale(happenings, texts)
    rods = _rods(happenings, stretches, scale)
    notes = place_notes(rods, scale, say)
    tops = _tops(happenings, texts, scale)
    first = min([0.0, *tops, *(each.top for each in notes)])
    return _assemble(happenings, texts, scale, axis, lanes, rods, notes, tops, _MARGIN - first)


def _assemble(
    happenings: Sequence[Happening],
    texts: Sequence[tuple[tuple[str, str], ...]],
    scale: Scale,
    axis: float,
    lanes: dict[Bounds, int],
    rods: Sequence[tuple[Stretch, Bounds]],
    notes: Sequence[Words],
    tops: Sequence[float],
    down: float,
) -> Timeline:
    """Everything moved `down`, so that it begins at the frame's margin."""
    windows = {
        each: Window(scale.place(each[0]) + down, scale.place(each[1]) + down, lane) for each, lane in lanes.items()
    }
    labels = []
    for each, lines, top in zip(happenings, texts, tops, strict=True):
        bounds = _bounds(each)
        window = windows.get(bounds) if bounds else None
        mark = top + down + LINE / 2
        place = None if bounds is None else scale.place(bounds[0]) + down
        if window:
            place = min(max(mark, window.top), window.bottom)
        labels.append(Label(each, Words(lines, top + down, place if place is not None else mark), place, window))
    moved = tuple(Words(each.lines, each.top + down, each.target + down) for each in notes)
    foot = max([scale.height + down, *(each.words.top + each.words.height for each in labels)])
    foot = max([foot, *(each.top + each.height for each in moved)])
    ruler = choose_ruler(scale.per_second)
    return Timeline(
        labels=tuple(labels),
        notes=moved,
        rods=tuple(Rod(each.kind, top + down, bottom + down) for each, (top, bottom) in rods if bottom > top),
        cuts=tuple(Rod("cut", each.top + down, each.bottom + down) for each in scale.breaks),
        windows=tuple(windows.values()),
        axis=axis,
        lanes=max(lanes.values(), default=-1) + 1,
        top=down,
        bottom=scale.height + down,
        ruler=ruler,
        height=foot + _MARGIN + (ruler.length + 2 * _GAP if ruler else 0.0),
    )


def _bounds(happening: Happening) -> Bounds | None:
    if happening.start is None:
        return None
    return happening.start, max(happening.start, happening.end if happening.end is not None else happening.start)


def _lanes(happenings: Iterable[Happening]) -> dict[Bounds, int]:
    """Each window with the first lane in which no other window meets it; beyond the last lane they share it."""
    found: dict[Bounds, int] = {}
    ends: list[float] = []
    for start, end in sorted({each for happening in happenings if (each := _bounds(happening)) and each[0] < each[1]}):
        lane = next((lane for lane, last in enumerate(ends) if last <= start), len(ends))
        lane = min(lane, _MOST_LANES - 1)
        ends[lane : lane + 1] = [max(end, *ends[lane : lane + 1])] if lane < len(ends) else [end]
        found[start, end] = lane
    return found


def _texts(happenings: Iterable[Happening], axis: float, lanes: dict[Bounds, int]) -> list[tuple[tuple[str, str], ...]]:
    """The lines of each label with their styles, broken to the room that is left of the drawing's width."""
    count = max(lanes.values(), default=-1) + 1
    room = WIDTH - _MARGIN - marks_at(axis, count) - TEXT_AFTER
    return [
        (
            *(("name", line) for line in wrap(each.name, room, strong=True, most=2)),
            *(("when", line) for line in wrap(each.when, room, most=2)),
            *(("more", line) for text in each.more for line in wrap(text, room, most=2)),
        )
        for each in happenings
    ]


def _scale(happenings: Iterable[Happening], texts: Sequence[Sequence[object]]) -> Scale:
    """A scale about as tall as the labels, so that lines lead across rather than along."""
    room = sum(len(lines) * LINE + _GAP for lines in texts) - _GAP
    return build_scale([bounds for each in happenings if (bounds := _bounds(each))], max(room, _LEAST_ROOM))


def _middle(happening: Happening, scale: Scale) -> float | None:
    bounds = _bounds(happening)
    return (scale.place(bounds[0]) + scale.place(bounds[1])) / 2 if bounds else None


def _tops(happenings: Sequence[Happening], texts: Sequence[Sequence[object]], scale: Scale) -> list[float]:
    """The tops of the labels, each as near as it can be to the middle of what is known of its time."""
    middles = [_middle(each, scale) for each in happenings]
    wanted, last = [], next((each for each in middles if each is not None), 0.0)
    for each, middle in zip(happenings, middles, strict=True):
        if middle is not None and (bounds := _bounds(each)):
            # Within its window a label comes after the one above it, as the report tells it.
            last = max(middle, min(last, scale.place(bounds[1])))
        wanted.append(last - LINE / 2)
    heights = [len(lines) * LINE + _GAP for lines in texts]
    return spread(wanted, heights, [_ADRIFT if each is None else 1.0 for each in middles])


def _rods(happenings: Sequence[Happening], stretches: Iterable[Stretch], scale: Scale) -> list[tuple[Stretch, Bounds]]:
    """The stretches on the axis, each from where one before it ended.

    An end that is known less exactly stands in the middle of what is left of its window below the beginning.
    """
    found = []
    ends: dict[int, float] = {}
    for each in stretches:
        top, bottom = _middle(happenings[each.first], scale), _middle(happenings[each.last], scale)
        bounds = _bounds(happenings[each.last])
        if top is None or bottom is None or bounds is None:
            continue
        top = ends.get(each.first, top)
        if bottom < top <= scale.place(bounds[1]):
            bottom = (top + scale.place(bounds[1])) / 2
        if top <= bottom:
            ends[each.last] = bottom
            found.append((each, (top, bottom)))
    return found
