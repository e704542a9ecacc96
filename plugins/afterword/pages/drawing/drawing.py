"""A finished drawing and the words below it."""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup


@dataclass(frozen=True)
class Drawing:
    """The SVG, empty where there is nothing to draw, and its key: how to read what is in it, in words of ours."""

    svg: Markup = field(default_factory=Markup)
    key: Markup = field(default_factory=Markup)
