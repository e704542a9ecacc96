"""Small columns, one for each year: all reports of the year as a frame, those that are meant filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from afterword.pages.drawing.svg import WIDTH, Value, element, frame, lettering, line

MOST = 24
"""How many years are drawn; earlier ones stand in the words beside the drawing alone."""
_TOP, _COLUMN = 16.0, 48.0
_FOOT = _TOP + _COLUMN
_HEIGHT = _FOOT + 18.0
_WIDEST, _SHARE = 26.0, 0.7
_LABEL = 32.0
"""The room that a year takes in letters."""


def draw_years(years: Mapping[int, tuple[int, int]], told: str) -> Markup:
    """A column for each year.

    Args:
        years: by year how many reports are meant, and how many there are in all; the first is not above the second.
            Years between that are missing are drawn empty. It holds one year at least.
        told: the same in words, for those who do not see it.
    """
    last = max(years)
    first = max(min(years), last - MOST + 1)
    step = min(WIDTH / (last - first + 1), 2 * _WIDEST)
    highest = max(years.get(year, (0, 0))[1] for year in range(first, last + 1)) or 1
    every = max(1, -int(-_LABEL // step))
    parts: list[Markup] = [line((0.0, _FOOT), ((last - first + 1) * step, _FOOT), "aw-d-tick-line")]
    for year in range(first, last + 1):
        middle = (year - first + 0.5) * step
        parts.extend(_column(*years.get(year, (0, 0)), middle, step * _SHARE, highest))
        if (last - year) % every == 0:
            within = min(max(middle, _LABEL / 2), WIDTH - _LABEL / 2)
            parts.append(lettering(str(year), (within, _FOOT + 14.0), "aw-d-word aw-d-word--ruler", "middle"))
    return frame("years", _HEIGHT, {"role": "img", "aria-label": told}, parts)


def _column(meant: int, of: int, middle: float, width: float, highest: int) -> Iterator[Markup]:
    if not of:
        return
    whole = max(of / highest * _COLUMN, 1.5)
    yield element("rect", {"class": "aw-d-bar-whole", **_rect(middle, width, whole)})
    if meant:
        filled = max(meant / highest * _COLUMN, 1.5)
        yield element("rect", {"class": "aw-d-bar aw-d-bar--plain", **_rect(middle, width, filled)})
        yield lettering(str(meant), (middle, _FOOT - whole - 4.0), "aw-d-word", "middle")


def _rect(middle: float, width: float, height: float) -> dict[str, Value]:
    return {"x": middle - width / 2, "y": _FOOT - height, "width": width, "height": height}
