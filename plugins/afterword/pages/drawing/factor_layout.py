"""Where everything in a map of contributing factors stands: a column for each side, and arrows between the columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from afterword.pages.drawing.factor_order import Edge, reading_order, sound_edges
from afterword.pages.drawing.factor_parts import Box, Factor, FactorMap, Heading
from afterword.pages.drawing.factor_routes import FIRST_PORT, PORT, Columns, route
from afterword.pages.drawing.letters import wrap
from afterword.pages.drawing.svg import LINE, WIDTH

_PAD = 8.0
_EDGE = 1.0
_BETWEEN = 22.0
"""Between two boxes of a column: room for an arrow."""
_HEAD = 24.0
_FALL = 8.0
"""How far below a factor those begin that it led to."""
_ALONE = 236.0
"""The width of a column that stands alone."""
_SIDES = ("organisational", "technical")


@dataclass(frozen=True)
class _Plan:
    """The columns, and each factor's column."""

    columns: Columns
    of: tuple[int, ...]


def lay_out_factors(factors: Sequence[Factor], edges: Iterable[Edge], outcome: str) -> FactorMap:
    """Reckon all places of a map.

    Args:
        factors: at least one.
        edges: which of them led to which, by their places in the list.
        outcome: what all of it led to, in the report's words.
    """
    edges = sound_edges(len(factors), edges)
    order, down = reading_order(len(factors), edges)
    tracks, needed = 0, 1
    # More tracks make narrower columns, and those taller boxes; there are never more tracks than boxes and one.
    while tracks < needed:
        tracks = needed
        plan = _plan(factors, tracks)
        boxes = _boxes(factors, order, edges, down, plan)
        below = _outcome(outcome, max(each.bottom for each in boxes) + _BETWEEN)
        arrows, needed = route(boxes, plan.of, edges, below, plan.columns)
    headings = [Heading(name, plan.columns.left[column], 0.0) for column, name in enumerate(_present(factors)) if name]
    return FactorMap(tuple(factors), boxes, arrows, tuple(headings), below, below.bottom + _EDGE)


def _side(factor: Factor) -> str:
    """The side in whose column a factor stands; one that is not known stands with the technical ones."""
    return factor.side if factor.side in _SIDES else "technical"


def _present(factors: Iterable[Factor]) -> list[str]:
    found = {_side(each) for each in factors}
    return [each for each in _SIDES if each in found]


def _plan(factors: Sequence[Factor], tracks: int) -> _Plan:
    sides = _present(factors)
    of = tuple(sides.index(_side(each)) for each in factors)
    if len(sides) == 1:
        return _Plan(Columns((_EDGE,), _ALONE, _EDGE + _ALONE, WIDTH - 2 * _EDGE - _ALONE, tracks), of)
    gutter = Columns.gutter_for(tracks)
    width = (WIDTH - 2 * _EDGE - gutter) / 2
    return _Plan(Columns((_EDGE, _EDGE + width + gutter), width, _EDGE + width, gutter, tracks), of)


def _boxes(
    factors: Sequence[Factor], order: Sequence[int], edges: Sequence[Edge], down: Iterable[Edge], plan: _Plan
) -> tuple[Box, ...]:
    """Each factor as high as what stands above it in its column, and what led to it, let it stand."""
    free = [_HEAD] * len(plan.columns.left)
    placed: dict[int, Box] = {}
    for each in order:
        lines = _lines(factors[each], plan.columns.width - 2 * _PAD)
        ports = sum(end == each for _, end in edges)
        height = max(len(lines) * LINE + _PAD + 4, FIRST_PORT + PORT * ports + FIRST_PORT)
        above = [placed[start].bottom + _FALL for start, end in down if end == each]
        top = max([free[plan.of[each]], *above])
        placed[each] = Box(lines, plan.columns.left[plan.of[each]], top, plan.columns.width, height)
        free[plan.of[each]] = top + height + _BETWEEN
    return tuple(placed[each] for each in range(len(factors)))


def _lines(factor: Factor, room: float) -> tuple[tuple[str, str], ...]:
    told = [factor.id] if factor.id else []
    told += ["potential"] if factor.potential else []
    told += ["side not known"] if factor.side not in _SIDES else []
    head = [("code", line) for line in wrap(" · ".join(told), room, most=2)]
    return (*head, *(("name", line) for line in wrap(factor.name, room, strong=True, most=6)))


def _outcome(text: str, top: float) -> Box:
    width = WIDTH - 2 * _EDGE
    lines = (("code", "What was observed"), *(("said", line) for line in wrap(text, width - 2 * _PAD, most=5)))
    return Box(lines, _EDGE, top, width, len(lines) * LINE + _PAD + 4)
