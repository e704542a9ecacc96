"""The marks of a timeline's events: a shape for each kind, told apart without colour."""

from __future__ import annotations

from markupsafe import Markup

from afterword.pages.drawing.svg import element, number

_PLAIN = "M-4.5 0A4.5 4.5 0 1 0 4.5 0A4.5 4.5 0 1 0 -4.5 0Z"
_DIAMOND = "M0 -6L6 0L0 6L-6 0Z"
_SQUARE = "M-4.5 -4.5H4.5V4.5H-4.5Z"
_TRIANGLE = "M0 -5.5L5.5 4.5H-5.5Z"
_SHAPES: dict[str, tuple[tuple[str, str], ...]] = {
    # An outline for what begins unseen, a filled shape for what can be seen; what guards is round.
    "introduced": (("open", _DIAMOND),),
    "reached_production": (("full", _TRIANGLE),),
    "first_symptom": (("full", _DIAMOND),),
    "alert_missed": (("dashed", "M-5.5 0A5.5 5.5 0 1 0 5.5 0A5.5 5.5 0 1 0 -5.5 0Z"), ("open", "M-4 4L4 -4")),
    "would_have_spoken": (
        ("full", "M-5 0A2 2 0 1 0 -1 0A2 2 0 1 0 -5 0Z"),
        ("open", "M0.5 -3.8A5 5 0 0 1 0.5 3.8"),
        ("open", "M3 -6A8 8 0 0 1 3 6"),
    ),
    "detected": (
        ("open", "M-5.5 0A5.5 5.5 0 1 0 5.5 0A5.5 5.5 0 1 0 -5.5 0Z"),
        ("full", "M-2 0A2 2 0 1 0 2 0A2 2 0 1 0 -2 0Z"),
    ),
    "declared": (("open", "M-3.5 6V-6"), ("full", "M-3.5 -6L6 -3L-3.5 0Z")),
    "evidence_preserved": (("open", _SQUARE), ("full", "M-2 -2H2V2H-2Z")),
    "escalated": (("open", "M-5 1L0 -4L5 1M-5 6L0 1L5 6"),),
    "decision": (("open", "M-6 0L-3 -5.2H3L6 0L3 5.2H-3Z"),),
    "mitigated": (("open", _PLAIN), ("full", "M0 -4.5A4.5 4.5 0 0 1 0 4.5Z")),
    "resolved": (("full", "M-5.5 0A5.5 5.5 0 1 0 5.5 0A5.5 5.5 0 1 0 -5.5 0Z"), ("tick", "M-2.6 0.2L-0.6 2.2L2.8 -2")),
    "communicated": (("open", "M-5.5 -5H5.5V2.5H0L-3 5.5V2.5H-5.5Z"),),
}
_NOTE = (("full", "M-2.5 0A2.5 2.5 0 1 0 2.5 0A2.5 2.5 0 1 0 -2.5 0Z"),)


def mark(kind: str, x: float, y: float, *, known: bool = True) -> Markup:
    """The mark of one event; `known` tells whether its time is."""
    name = kind if kind in _SHAPES else "note"
    parts = _SHAPES.get(kind, _NOTE)
    style = f"aw-d-mark aw-d-mark--{name}" + ("" if known else " aw-d-mark--adrift")
    # Filled in without a style sheet too, which cannot draw a tick in the ground's colour then.
    shapes = [
        element("path", {"class": f"aw-d-{form}", "d": shape, **({"fill": "currentColor"} if form == "full" else {})})
        for form, shape in parts
    ]
    return element("g", {"class": style, "transform": f"translate({number(x)} {number(y)})"}, shapes)


KINDS = (*_SHAPES, "note")
"""The kinds that have a mark; everything else is drawn as a note."""
