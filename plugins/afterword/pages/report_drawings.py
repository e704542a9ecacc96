"""The drawings of a report's page, each with its key; one that would tell nothing is empty."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from afterword.index.index import Index
from afterword.model.behaviour import Behaviour
from afterword.model.report import Report
from afterword.pages.drawing.drawing import Drawing
from afterword.pages.drawing.share import draw_share
from afterword.pages.report_factor_map import factor_map
from afterword.pages.report_timeline_drawing import timeline_drawing
from afterword.pages.timeline_points import list_points


@dataclass(frozen=True)
class Drawings:
    """The drawings by what they show."""

    share: Drawing
    timeline: Drawing
    factors: Drawing

    @property
    def made(self) -> tuple[str, ...]:
        """The SVG of those that there are, as it stands on the page."""
        return tuple(str(each.svg) for each in (self.share, self.timeline, self.factors) if each.svg)


def report_drawings(report: Report, index: Index, zone: ZoneInfo) -> Drawings:
    """All drawings of one report of the view; times are told in `zone`."""
    return Drawings(
        share=_share(report.front.behaviour),
        timeline=timeline_drawing(list_points(report, index.replays.of(report).events), zone),
        factors=factor_map(report, index),
    )


def _share(behaviour: Behaviour | None) -> Drawing:
    if behaviour is None or behaviour.failing is None or not behaviour.sampled:
        return Drawing()
    possible = 0 <= behaviour.failing <= behaviour.sampled
    return Drawing(draw_share(behaviour.failing, behaviour.sampled)) if possible else Drawing()
