"""A share of a sample as a bar, with the interval in which the share of all such cases may lie."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from afterword.model.intervals import percentages, wilson
from afterword.pages.drawing.svg import WIDTH, Value, element, frame, lettering, line, number

_LEFT, _RIGHT = 2.0, WIDTH - 2.0
_BAR_TOP, _BAR = 38.0, 20.0
_HEIGHT = 80.0
_TICKS = (0, 25, 50, 75, 100)


def draw_share(k: int, n: int) -> Markup:
    """`k` of `n`, which is above 0, as SVG; `k` lies within 0 and `n`."""
    share, low, high = percentages(k, n)
    told = f"{k:,} of {n:,}, {share} %; 95 % interval {low} % to {high} %"
    parts = [
        lettering(f"{k:,} of {n:,}: {share} %", (_LEFT, 13.0), "aw-d-word aw-d-word--name"),
        lettering(f"95 % interval: {low} % to {high} %", (_LEFT, 28.0), "aw-d-word"),
        *_bar(k / n),
        *_ticks(),
        *_interval(*wilson(k, n)),
    ]
    return frame("share", _HEIGHT, {"role": "img", "aria-label": f"Bar from 0 to 100 %: {told}"}, parts)


def _place(share: float) -> float:
    return _LEFT + share * (_RIGHT - _LEFT)


def _bar(share: float) -> Iterator[Markup]:
    whole: dict[str, Value] = {"x": _LEFT, "y": _BAR_TOP, "height": _BAR}
    yield element("rect", {"class": "aw-d-bar-whole", **whole, "width": _RIGHT - _LEFT})
    if share > 0:
        yield element("rect", {"class": "aw-d-bar", **whole, "width": max(_place(share) - _LEFT, 1.5)})


def _interval(low: float, high: float) -> Iterator[Markup]:
    """A stroke with caps across the bar; a short one is drawn long enough to be seen."""
    middle = _place((low + high) / 2)
    left, right = min(_place(low), middle - 1.5), max(_place(high), middle + 1.5)
    y = _BAR_TOP + _BAR / 2
    caps = "".join(f"M{number(x)} {number(y - 6)}V{number(y + 6)}" for x in (left, right))
    path = f"{caps}M{number(left)} {number(y)}H{number(right)}"
    yield element("path", {"class": "aw-d-halo", "d": path})
    yield element("path", {"class": "aw-d-interval", "d": path})


def _ticks() -> Iterator[Markup]:
    foot = _BAR_TOP + _BAR
    for each in _TICKS:
        x = _place(each / 100)
        yield line((x, foot), (x, foot + 4), "aw-d-tick-line")
        anchor = "start" if each == 0 else "end" if each == 100 else "middle"
        yield lettering(f"{each} %", (x, foot + 17), "aw-d-word aw-d-word--ruler", anchor)
