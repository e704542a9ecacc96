"""A timeline with its places as SVG."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from afterword.pages.drawing.marks import mark
from afterword.pages.drawing.svg import LINE, element, frame, group, lettering, line, number
from afterword.pages.drawing.timeline_layout import TEXT_AFTER
from afterword.pages.drawing.timeline_notes import NOTES_END
from afterword.pages.drawing.timeline_parts import LANE, Label, Rod, Timeline, Words

_FOOT = 11.0
"""From the top of a line to its base line."""
_PAST = 5.0
"""How far the axis reaches beyond the first and the last moment."""


def draw_timeline(timeline: Timeline, about: str) -> Markup:
    """The drawing; `about` says for those who do not see it what it shows and where the same is told."""
    parts = [
        group("aw-d-axis", _axis(timeline)),
        group("aw-d-rods", _rods(timeline)),
        group("aw-d-cuts", (_cut(each, timeline.axis) for each in timeline.cuts)),
        group("aw-d-instants", _instants(timeline)),
        group("aw-d-windows", _windows(timeline)),
        group("aw-d-leads", (*(_lead(each, timeline) for each in timeline.labels), *_reaches(timeline))),
        group("aw-d-marks", _marks(timeline)),
        group("aw-d-words", _words((each.words for each in timeline.labels), timeline.marks + TEXT_AFTER)),
        group("aw-d-words aw-d-words--notes", _words(timeline.notes, NOTES_END, "end")),
        group("aw-d-ruler", _ruler(timeline)),
    ]
    return frame("timeline", timeline.height, {"role": "img", "aria-label": about}, parts)


def _pieces(top: float, bottom: float, cuts: Iterable[Rod]) -> Iterator[tuple[float, float]]:
    """What is left of a stroke down the axis where cuts interrupt it."""
    for cut in cuts:
        middle = (cut.top + cut.bottom) / 2
        start, end = middle - 4, middle + 4
        if top < end and start < bottom:
            if top < start:
                yield top, start
            top = end
    if top < bottom:
        yield top, bottom


def _axis(timeline: Timeline) -> Iterator[Markup]:
    x, known = timeline.axis, any(each.place is not None for each in timeline.labels)
    if not known:
        first, last = timeline.labels[0].mark, timeline.labels[-1].mark
        yield line((x, first - _PAST), (x, last + _PAST), "aw-d-axis-adrift")
        return
    for start, end in _pieces(timeline.top - _PAST, timeline.bottom + _PAST, timeline.cuts):
        yield line((x, start), (x, end), "aw-d-axis-line")


def _instants(timeline: Timeline) -> Iterator[Markup]:
    x = timeline.axis
    for place in sorted({each.place for each in timeline.labels if each.place is not None and each.window is None}):
        yield element("circle", {"class": "aw-d-instant", "cx": x, "cy": place, "r": 2.5})


def _rods(timeline: Timeline) -> Iterator[Markup]:
    for rod in timeline.rods:
        for start, end in _pieces(rod.top, rod.bottom, timeline.cuts):
            yield line((timeline.axis, start), (timeline.axis, end), f"aw-d-rod aw-d-rod--{rod.kind}")


def _cut(cut: Rod, x: float) -> Markup:
    middle = (cut.top + cut.bottom) / 2
    strokes = (f"M{number(x - 7)} {number(y + 3)}L{number(x + 7)} {number(y - 3)}" for y in (middle - 4, middle + 4))
    return element("path", {"class": "aw-d-cut", "d": "".join(strokes)})


def _windows(timeline: Timeline) -> Iterator[Markup]:
    """A stroke with caps for the time in which an event lies; a short one is drawn as long as its caps are wide."""
    for each in timeline.windows:
        x, middle = timeline.axis + LANE * (each.lane + 1) + 2, (each.top + each.bottom) / 2
        top, bottom = min(each.top, middle - 1.5), max(each.bottom, middle + 1.5)
        left, right = number(x - 2), number(x + 2)
        path = f"M{left} {number(top)}H{right}M{left} {number(bottom)}H{right}"
        path += f"M{number(x)} {number(top)}V{number(bottom)}"
        yield element("path", {"class": "aw-d-window", "d": path})


def _lead(label: Label, timeline: Timeline) -> Markup:
    """The line from the axis to the mark; one that touches nothing where no time is known."""
    end = timeline.marks - 8
    if label.place is None:
        start = timeline.marks - 16
        return line((start, label.mark), (end, label.mark), "aw-d-lead aw-d-lead--adrift")
    start = timeline.axis + (3 if label.window is None else LANE * (label.window.lane + 1) + 2)
    knee = timeline.axis + LANE * (timeline.lanes + 1)
    bend = (knee + end) / 2
    path = f"M{number(start)} {number(label.place)}H{number(knee)}"
    path += (
        f"C{number(bend)} {number(label.place)} {number(bend)} {number(label.mark)} {number(end)} {number(label.mark)}"
    )
    return element("path", {"class": "aw-d-lead", "d": path})


def _reaches(timeline: Timeline) -> Iterator[Markup]:
    """From the words of a stretch to its place on the axis."""
    for each in timeline.notes:
        middle = each.top + each.height / 2
        yield line((NOTES_END + 3, middle), (timeline.axis - 6, each.target), "aw-d-lead")


def _marks(timeline: Timeline) -> Iterator[Markup]:
    for each in timeline.labels:
        yield mark(each.happening.kind, timeline.marks, each.mark, known=each.place is not None)


def _words(words: Iterable[Words], x: float, anchor: str = "start") -> Iterator[Markup]:
    for each in words:
        for place, (style, text) in enumerate(each.lines):
            yield lettering(text, (x, each.top + place * LINE + _FOOT), f"aw-d-word aw-d-word--{style}", anchor)


def _ruler(timeline: Timeline) -> Iterator[Markup]:
    ruler = timeline.ruler
    if ruler is None:
        return
    x, bottom = timeline.axis, timeline.height - 4
    top = bottom - ruler.length
    path = f"M{number(x - 4)} {number(top)}H{number(x + 4)}M{number(x - 4)} {number(bottom)}H{number(x + 4)}"
    yield element("path", {"class": "aw-d-ruler-line", "d": f"{path}M{number(x)} {number(top)}V{number(bottom)}"})
    yield lettering(f"{ruler.words}, to scale", (x + 12, (top + bottom) / 2 + 4), "aw-d-word aw-d-word--ruler")
