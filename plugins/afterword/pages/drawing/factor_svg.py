"""A map of contributing factors with its places as SVG."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from markupsafe import Markup

from afterword.pages.drawing.factor_parts import Arrow, Box, Factor, FactorMap
from afterword.pages.drawing.svg import LINE, Point, Value, element, frame, group, lettering, number

_FOOT, _PAD = 15.0, 8.0
_ROUND = 4.0


def draw_factors(drawn: FactorMap, about: str) -> Markup:
    """The drawing; `about` names it for those who do not see it. Its boxes are links and are read, its arrows not."""
    parts = [
        element("g", {"class": "aw-d-words", "aria-hidden": "true"}, _headings(drawn)),
        element("g", {"class": "aw-d-arrows", "aria-hidden": "true"}, _arrows(drawn.arrows)),
        element("g", {"class": "aw-d-outcome", "aria-hidden": "true"}, _frame_of(drawn.outcome, 0)),
        group("aw-d-boxes", (_box(drawn, place) for place in range(len(drawn.factors)))),
    ]
    return frame("factors", drawn.height, {"role": "group", "aria-label": about}, parts)


def _headings(drawn: FactorMap) -> Iterator[Markup]:
    for each in drawn.headings:
        yield lettering(each.text.capitalize(), (each.left + _PAD, each.top + _FOOT), "aw-d-word aw-d-word--heading")


def _box(drawn: FactorMap, place: int) -> Markup:
    factor, box = drawn.factors[place], drawn.boxes[place]
    style = f"aw-d-box aw-d-box--{factor.side or 'unknown'}" + (" aw-d-box--potential" if factor.potential else "")
    content = _frame_of(box, 9 if factor.side == "organisational" else 0)
    if not factor.anchor:
        return element("g", {"class": style}, content)
    named: dict[str, Value] = {"class": style, "href": f"#{factor.anchor}", "aria-label": _told(drawn, place)}
    return element("a", named, content)


def _told(drawn: FactorMap, place: int) -> str:
    """A box in words: "CF-6, organisational, potential: Disciplines did not talk. Led to CF-1."."""
    factor = drawn.factors[place]
    kind = ", ".join(each for each in (factor.id, factor.side, "potential" if factor.potential else "") if each)
    led = [_name(drawn.factors[each.target]) for each in drawn.arrows if each.source == place and each.target >= 0]
    return f"{kind}: {factor.name}." + (f" Led to {', '.join(led)}." if led else "")


def _name(factor: Factor) -> str:
    return factor.id or factor.name


def _frame_of(box: Box, corner: float) -> list[Markup]:
    attributes: dict[str, Value] = {
        "class": "aw-d-frame",
        "x": box.left,
        "y": box.top,
        "width": box.width,
        "height": box.height,
        "rx": corner,
    }
    words = (
        lettering(text, (box.left + _PAD, box.top + _FOOT + place * LINE), f"aw-d-word aw-d-word--{style}")
        for place, (style, text) in enumerate(box.lines)
    )
    return [element("rect", attributes), *words]


def _arrows(arrows: Iterable[Arrow]) -> Iterator[Markup]:
    """All lines of one box are one path, over a broader one in the ground's colour: others that cross do not join."""
    for (leads_on, _), bundle in groupby(sorted(arrows, key=_bundle), key=_bundle):
        own = list(bundle)
        if leads_on:
            style, ways, heads = "aw-d-arrow", [each.points for each in own], own
        else:
            # Down to the outcome there is one line, and the others end in it.
            style, heads = "aw-d-arrow aw-d-arrow--outcome", own[:1]
            own.sort(key=lambda each: each.points[0][1])
            ways = [own[0].points, *(each.points[:2] for each in own[1:])]
        path = "".join(_path(each) for each in ways)
        yield element("path", {"class": "aw-d-halo", "d": path})
        yield element("path", {"class": style, "d": path})
        yield element("path", {"class": "aw-d-head", "d": "".join(_head(each.points) for each in heads)})
        yield Markup("\n")


def _bundle(arrow: Arrow) -> tuple[bool, int]:
    """What is drawn as one: all lines to the outcome, and then box by box what it led to."""
    leads_on = arrow.target >= 0
    return leads_on, arrow.source if leads_on else 0


def _path(points: Sequence[Point]) -> str:
    """A line through `points` with rounded corners; every part of it runs across or down."""
    said = [f"M{number(points[0][0])} {number(points[0][1])}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        radius = min(_ROUND, _length(before, corner) / 2, _length(corner, after) / 2)
        start, end = _towards(corner, before, radius), _towards(corner, after, radius)
        said.append(f"L{number(start[0])} {number(start[1])}")
        said.append(f"Q{number(corner[0])} {number(corner[1])} {number(end[0])} {number(end[1])}")
    return "".join([*said, f"L{number(points[-1][0])} {number(points[-1][1])}"])


def _head(points: Sequence[Point]) -> str:
    """The arrow's head at the last point, in the direction of the last part."""
    (x, y), (from_x, from_y) = points[-1], points[-2]
    if abs(x - from_x) > abs(y - from_y):
        back = x - 6 if x > from_x else x + 6
        return f"M{number(x)} {number(y)}L{number(back)} {number(y - 3)}V{number(y + 3)}Z"
    back = y - 6 if y > from_y else y + 6
    return f"M{number(x)} {number(y)}L{number(x - 3)} {number(back)}H{number(x + 3)}Z"


def _length(a: Point, b: Point) -> float:
    return abs(a[0] - b[0]) + abs(a[1] - b[1])


def _towards(start: Point, end: Point, far: float) -> Point:
    length = _length(start, end)
    share = far / length if length else 0.0
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
