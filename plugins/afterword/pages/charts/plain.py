"""What Matplotlib wrote, as plain shapes: those with a class of ours, their places, and nothing else.

Its style sheet would hold for the whole page, its colours for one palette, its fonts for one machine, its ids for one
document: none of them is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from xml.etree import ElementTree

from markupsafe import Markup

from afterword.pages.drawing.svg import Value, element, lettering, number

_SVG, _LINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}href"
_CLASS = re.compile(r"aw-c-[a-z-]+\Z")
_ANCHOR = re.compile(r"text-anchor: (\w+)")
_PART = re.compile(r"[A-Za-z]|-?[0-9.]+(?:e-?[0-9]+)?")


def plain_parts(written: str, words: Sequence[tuple[str, str]]) -> Iterator[Markup]:
    """The shapes in their order; where a text stands, the one of `words` (text and style) of that number.

    Raises:
        ValueError: a shape with a class of ours is of a sort that no chart draws.
    """
    # Written by Matplotlib a moment ago from our own numbers; nothing that people typed is in it.
    tree = ElementTree.fromstring(written)
    marks = {each.get("id"): each.get("d", "") for each in tree.iter(f"{_SVG}path") if each.get("id")}
    for group in tree.iter(f"{_SVG}g"):
        style = group.get("id", "")
        if _CLASS.match(style):
            yield from _shapes(group, style, marks, words)


def _shapes(
    group: ElementTree.Element, style: str, marks: dict[str | None, str], words: Sequence[tuple[str, str]]
) -> Iterator[Markup]:
    for each in group:
        tag = each.tag.removeprefix(_SVG)
        if tag == "g":
            yield from _shapes(each, style, marks, words)
        elif tag == "path":
            yield element("path", {"class": style, "d": _path(each.get("d", ""))})
        elif tag == "use":
            x, y = float(each.get("x", "0")), float(each.get("y", "0"))
            place: dict[str, Value] = {"transform": f"translate({number(x)} {number(y)})"}
            mark = marks[each.get(_LINK, "").removeprefix("#")]
            yield element("path", {"class": style, "d": _path(mark), **place})
        elif tag == "text":
            yield _word(each, words)
        elif tag != "defs":
            raise ValueError(f"no chart draws `{tag}`")


def _word(text: ElementTree.Element, words: Sequence[tuple[str, str]]) -> Markup:
    shown, style = words[int(text.text or "")]
    anchor = _ANCHOR.search(text.get("style", ""))
    place = float(text.get("x", "0")), float(text.get("y", "0"))
    return lettering(shown, place, f"aw-d-word aw-d-word--{style}", anchor[1] if anchor else "start")


def _path(steps: str) -> str:
    """The same path with one decimal at most, and without blanks that nothing needs."""
    found = ""
    for part in _PART.findall(steps):
        if part.isalpha():
            found += part.upper()
        else:
            found += number(float(part)) if found[-1:].isalpha() else f" {number(float(part))}"
    return found
