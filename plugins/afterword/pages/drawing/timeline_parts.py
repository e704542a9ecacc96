"""What a drawn timeline is made of: what is to be drawn, and the same with its place."""

from __future__ import annotations

from dataclasses import dataclass

from afterword.pages.drawing.svg import LINE

LANE = 6.0
"""Between the strokes of two moments that are known less exactly and lie side by side."""
_LEAD = 26.0
"""The room in which lines lead from the axis to the labels."""


@dataclass(frozen=True)
class Happening:
    """One event as it is to be drawn.

    Attributes:
        kind: the kind of its entry, by which its mark is chosen.
        name: its kind in words.
        when: its time in words.
        more: further texts, such as the signal that stayed quiet.
        start: the first moment at which it can have been, in seconds; None where that is not known.
        end: the last, which is `start` for a moment known exactly.
    """

    kind: str
    name: str
    when: str
    more: tuple[str, ...] = ()
    start: float | None = None
    end: float | None = None


@dataclass(frozen=True)
class Stretch:
    """A named stretch from one happening to a later one, by their places in the list; `kind` chooses its stroke."""

    kind: str
    name: str
    length: str
    first: int
    last: int


@dataclass(frozen=True)
class Words:
    """Lines of lettering, each with its style, from `top` down; `target` is the height on the axis they belong to."""

    lines: tuple[tuple[str, str], ...]
    top: float
    target: float

    @property
    def height(self) -> float:
        """From the top of the first line to the foot of the last."""
        return LINE * len(self.lines)


@dataclass(frozen=True)
class Window:
    """The time in which one or several events lie that are known less exactly."""

    top: float
    bottom: float
    lane: int


@dataclass(frozen=True)
class Label:
    """An event's label; `place` is where its line leaves the axis or its `window`, None where no time is known."""

    happening: Happening
    words: Words
    place: float | None
    window: Window | None

    @property
    def mark(self) -> float:
        """The height of the event's mark: the middle of the first line."""
        return self.words.top + LINE / 2


@dataclass(frozen=True)
class Rod:
    """A part of the axis: a stretch by its `kind`, or a cut where `kind` is `cut`."""

    kind: str
    top: float
    bottom: float


@dataclass(frozen=True)
class Ruler:
    """A length of time drawn at the timeline's scale."""

    words: str
    length: float


@dataclass(frozen=True)
class Timeline:
    """A timeline ready to be written down.

    Attributes:
        labels: the events, in the order of reading.
        notes: the words on the left of the axis: stretches, and the lengths of what is cut out.
        rods: the stretches on the axis.
        cuts: the places at which time is cut out.
        windows: moments known less exactly, beside the axis.
        axis: how far from the left the axis stands.
        lanes: how many windows lie side by side.
        top: where the axis begins.
        bottom: where it ends.
        ruler: the scale, where there is one.
        height: of the whole.
    """

    labels: tuple[Label, ...]
    notes: tuple[Words, ...]
    rods: tuple[Rod, ...]
    cuts: tuple[Rod, ...]
    windows: tuple[Window, ...]
    axis: float
    lanes: int
    top: float
    bottom: float
    ruler: Ruler | None
    height: float

    @property
    def marks(self) -> float:
        """How far from the left the events' marks stand."""
        return marks_at(self.axis, self.lanes)


def marks_at(axis: float, lanes: int) -> float:
    """How far from the left marks stand beside an axis with so many windows side by side."""
    return axis + LANE * (lanes + 1) + _LEAD
