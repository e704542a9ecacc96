"""How wide a text runs, without asking a font: lines are broken so that they fit in every font that readers have."""

from __future__ import annotations

import re
import unicodedata

from afterword.pages.drawing.svg import SIZE

_CLASSES = {
    0.30: " !',.:;Iijl|",
    0.41: '"()-[]fJrt/\\',
    0.53: "*_`?csz",
    0.60: "Lvxyk",
    0.65: "0123456789$abdeghnopquEFKPSTY{}",
    0.71: "ABCRVXZ",
    0.80: "&DGHNOQUwM",
    0.87: "#+<=>^~",
    1.00: "%@mW",
}
_WIDTHS = {char: width for width, chars in _CLASSES.items() for char in chars}
"""Widths in parts of the size, from DejaVu Sans, which runs wider than the faces that systems show by default."""
_DASHES = {"\u00a0": 0.35, "–": 0.55, "—": 1.0, "…": 1.0, "·": 0.35, "’": 0.35, "‘": 0.35, "“": 0.55, "”": 0.55}
_SPACES = re.compile(r"[^\S\u00a0]+")
_WIDER = 1.16
"""How much wider the strong face of the same type runs."""


def width_of(text: str, *, strong: bool = False) -> float:
    """How far the text runs at most, in the drawing's units."""
    return sum(_width(char) for char in text) * SIZE * (_WIDER if strong else 1)


def wrap(text: str, room: float, *, strong: bool = False, most: int = 3) -> list[str]:
    """The text in lines that fit into `room`, `most` at the most; what is left out is told by an ellipsis.

    Lines break at spaces (but not at those that hold a number and its unit together) and after the joints of a name
    (`_`, `-`, `/`, `.`); a word longer than a line is cut.
    """
    lines: list[str] = []
    rest = _SPACES.sub(" ", text).strip(" ")
    while rest:
        fits = _fitting(rest, room, strong)
        if fits == len(rest):
            return [*lines, rest]
        if len(lines) == most - 1:
            shorter = rest[: _fitting(rest, room - width_of("…", strong=strong), strong)]
            return [*lines, f"{shorter.rstrip()}…"]
        cut = _joint(rest, fits)
        lines.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return lines


def _width(char: str) -> float:
    base = unicodedata.normalize("NFD", char)[0]
    known = _WIDTHS.get(base) or _DASHES.get(base)
    if known:
        return known
    kind = unicodedata.category(base)
    if kind[0] == "M" or kind == "Cf":
        # Marks stand above the letter before them; where a font lacks them they take a little room.
        return 0.3
    return 1.05 if unicodedata.east_asian_width(base) in {"W", "F"} else 1.2


def _fitting(text: str, room: float, strong: bool) -> int:
    """How many characters from the beginning fit; one at least."""
    used, scale = 0.0, SIZE * (_WIDER if strong else 1)
    for place, char in enumerate(text):
        used += _width(char) * scale
        if used > room:
            return max(place, 1)
    return len(text)


def _joint(text: str, fits: int) -> int:
    """The last place up to `fits` at which the text may be broken; `fits` itself where there is none."""
    if text[fits] == " ":
        return fits
    space = text.rfind(" ", 1, fits)
    if space > 0:
        return space
    return max((text.rfind(each, 1, fits) for each in "_-/."), default=-1) + 1 or fits
