"""SVG as text: elements with escaped values, numbers without needless figures, and the frame of a drawing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from markupsafe import Markup, escape

from afterword.pages.escape import one_line

_SHORT = 620.0
"""Up to this height a drawing can stay in sight on a common screen while what stands beside it is read."""

Value = str | float | int
Point = tuple[float, float]

WIDTH = 328.0
"""The width of every drawing in its own units. On a phone of 360 px one unit is one CSS pixel."""
SIZE = 12.0
"""The size of all lettering, in the same units."""
LINE = 15.0
"""The height of a line of lettering."""


def element(name: str, attributes: Mapping[str, Value], content: Iterable[object] = ()) -> Markup:
    """One element; texts that are not `Markup` are escaped, and what must not be seen is taken out of them."""
    given = Markup().join(Markup(' {}="{}"').format(Markup(key), _value(value)) for key, value in attributes.items())
    inner = Markup().join(each if isinstance(each, Markup) else escape(one_line(each)) for each in content)
    return Markup("<{0}{1}>{2}</{0}>").format(Markup(name), given, inner)


def number(value: float) -> str:
    """A length with one decimal at most: 12.0 gives "12", 3.14159 gives "3.1"."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")


def group(style: str, content: Iterable[object]) -> Markup:
    """Elements below one class, each in a row of its own; nothing where there are none."""
    rows = [each for each in content if each]
    return element("g", {"class": style}, [Markup("\n"), *_in_rows(rows)]) if rows else Markup()


def line(start: Point, end: Point, style: str) -> Markup:
    """A straight stroke."""
    (x1, y1), (x2, y2) = start, end
    return element("path", {"class": style, "d": f"M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}"})


def lettering(text: str, place: Point, style: str, anchor: str = "start") -> Markup:
    """One line of text whose base line begins (or ends, by `anchor`) at `place`."""
    x, y = place
    attributes: dict[str, Value] = {"class": style, "x": x, "y": y}
    if anchor != "start":
        attributes["text-anchor"] = anchor
    return element("text", attributes, [text])


def frame(style: str, height: float, about: Mapping[str, Value], content: Iterable[object]) -> Markup:
    """A whole drawing. Without any style sheet it still shows black lines and letters of a legible size."""
    attributes: dict[str, Value] = {
        "class": f"aw-svg aw-svg--{style}" + (" aw-svg--short" if height <= _SHORT else ""),
        "viewBox": f"0 0 {number(WIDTH)} {number(height)}",
        "width": WIDTH,
        "height": height,
        "font-size": SIZE,
        "fill": "none",
        "stroke": "currentColor",
        **about,
    }
    return element("svg", attributes, [Markup("\n"), *_in_rows(each for each in content if each)])


def _in_rows(content: Iterable[object]) -> Iterable[object]:
    for each in content:
        yield each
        yield Markup("\n")


def _value(value: Value) -> str:
    return one_line(value) if isinstance(value, str) else number(value)
