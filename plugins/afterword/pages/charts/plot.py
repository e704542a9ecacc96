"""A sheet on which Matplotlib draws: no colours, no type, no frame, and words that it never sees.

Matplotlib (https://matplotlib.org) is imported when the first chart is drawn, and not before: whoever only checks
reports does not wait for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import StringIO
from typing import TYPE_CHECKING, Literal

from markupsafe import Markup

from afterword.pages.charts.plain import plain_parts
from afterword.pages.drawing.svg import WIDTH, element, frame

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Anchor = Literal["left", "center", "right"]
STYLE = "aw-c-"
"""How the classes of shapes begin, and the names under which Matplotlib knows them."""
_INCH = 72.0
"""Units of a drawing in what Matplotlib holds for an inch: one unit is one point there."""


@dataclass(frozen=True)
class About:
    """What a chart says to those who do not see it: an id of its own on the page, a title and a long description."""

    name: str
    title: str
    description: str


@dataclass
class Plot:
    """One chart in the making. Lengths are in the units of our drawings, from the top and the left."""

    figure: Figure
    height: float
    words: list[tuple[str, str]] = field(default_factory=list)

    def axes(self, top: float, bottom: float, left: float = 0.0, right: float = WIDTH) -> Axes:
        """A field for data between four edges, without anything drawn in it yet."""
        box = (left / WIDTH, 1 - bottom / self.height, (right - left) / WIDTH, (bottom - top) / self.height)
        made = self.figure.add_axes(box)
        made.set_axis_off()
        return made

    def word(
        self, axes: Axes, text: str, at: tuple[float, float], style: str, *, down: float = 0.0, along: float = 0.0,
        anchor: Anchor = "left",
    ) -> None:  # fmt: skip
        """A line of text whose base line begins (or ends, by `anchor`) at a place of the data, moved by units."""
        # Matplotlib sees the number of the text alone, whatever letters and signs people typed.
        axes.annotate(
            str(len(self.words)), at, (along, -down), textcoords="offset points", ha=anchor, va="baseline",
            parse_math=False, annotation_clip=False, gid=f"{STYLE}word",
        )  # fmt: skip
        self.words.append((text, style))

    def drawn(self, about: About) -> Markup:
        """The finished drawing."""
        out = StringIO()
        nothing = dict.fromkeys(("Creator", "Date", "Format", "Type"))
        self.figure.savefig(out, format="svg", metadata=nothing)
        title, described = f"{about.name}-title", f"{about.name}-description"
        parts = [
            element("title", {"id": title}, [about.title]),
            element("desc", {"id": described}, [about.description]),
            *plain_parts(out.getvalue(), self.words),
        ]
        names = {"role": "img", "aria-labelledby": title, "aria-describedby": described}
        return frame("chart", self.height, names, parts)


@contextmanager
def sheet(height: float) -> Iterator[Plot]:
    """An empty sheet of a drawing's width, under Matplotlib's own defaults whatever a machine's settings say."""
    from matplotlib import rc_context, rcdefaults, rcParams
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure

    with rc_context():
        rcdefaults()
        rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "afterword", "path.simplify": False})
        figure = Figure(figsize=(WIDTH / _INCH, height / _INCH), dpi=_INCH, frameon=False)
        FigureCanvasSVG(figure)
        yield Plot(figure, height)
