"""A report's contributing factors as a drawn map: what led to what, and down to what was observed."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from afterword.index.index import Index
from afterword.model.report import Report
from afterword.pages.drawing.drawing import Drawing
from afterword.pages.drawing.factor_layout import lay_out_factors
from afterword.pages.drawing.factor_order import Edge, sound_edges
from afterword.pages.drawing.factor_parts import Factor
from afterword.pages.drawing.factor_svg import draw_factors
from afterword.pages.report_anchors import anchors

_MOST = 60
"""With more factors lines lie so close that the list alone tells more."""


def factor_map(report: Report, index: Index) -> Drawing:
    """The drawing; empty where there are not two factors, or more than a map can show."""
    entries = report.front.contributing_factors
    if not 2 <= len(entries) <= _MOST:
        return Drawing()
    terms = index.view.vocabulary.factor_by_id
    drawn, place_of = [], {}
    for place, (entry, anchor) in enumerate(zip(entries, anchors(entries), strict=True)):
        term = terms.get(entry.factor or "")
        name = term.title if term else entry.factor or "not named"
        drawn.append(Factor(entry.id or "", name, term.side if term else "", entry.confidence == "potential", anchor))
        if anchor:
            place_of[anchor] = place
    edges = [
        (place, place_of[name.lower()])
        for place, entry in enumerate(entries)
        for name in entry.led_to
        if name.lower() in place_of
    ]
    behaviour = report.front.behaviour
    outcome = (behaviour.observed if behaviour else None) or report.title
    return Drawing(
        draw_factors(lay_out_factors(drawn, edges, outcome), "Map of contributing factors"), _key(drawn, edges)
    )


def _key(factors: Sequence[Factor], edges: Sequence[Edge]) -> Markup:
    led = sound_edges(len(factors), edges)
    said = ["Arrows lead from a factor to what it led to, dotted lines to what was observed."]
    if not led:
        said = ["Dotted lines lead to what was observed; the report does not say which of these led to which."]
    if any(each.potential for each in factors):
        said.append("Dashed frames are potential.")
    return Markup(" ").join(said)
