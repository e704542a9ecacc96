"""How often a factor is named, year by year and of all reports, in words and as a small drawing.

Reports taken over as they were are in it where any of them names the factor, since they carry a date; then all of
those that name factors at all stand in the frame, and a sentence says so. Those without any factor say nothing of this
one either way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from afterword.index.index import Index
from afterword.index.named import Named
from afterword.model.report import Report
from afterword.pages.drawing.drawing import Drawing
from afterword.pages.drawing.years import MOST, draw_years
from afterword.pages.words import fill

DRAWN_FROM = 3
"""From how many reports on a drawing says more than the sentence."""


_COUNTED = "By year, of all counted reports of the year: {}."
_OLDER = "By year, of all reports of the year that are counted, or taken over as they were with factors: {}."


@dataclass(frozen=True)
class Trend:
    """The sentences, and the drawing where there is enough to draw."""

    words: Markup = field(default_factory=Markup)
    drawing: Drawing = field(default_factory=Drawing)


def factor_trend(named: Named, index: Index) -> Trend:
    """The reports that name a factor beside all reports, by the year in which they happened."""
    meant = named.told
    if not meant:
        return Trend()
    older = index.taken_over if named.taken_over else ()
    found, whole = _by_year(meant), _by_year((*index.counted, *older))
    told = ", ".join(f"{found[year]:,} of {whole[year]:,} in {year}" for year in sorted(found))
    said = [fill(_OLDER if older else _COUNTED, told)] if told else []
    if undated := len(meant) - sum(found.values()):
        said.append(fill("{} without a date.", undated))
    words = Markup(" ").join(said)
    # One year is no trend.
    if len(meant) < DRAWN_FROM or len(found) <= 1:
        return Trend(words)
    years = {year: (found[year], whole[year]) for year in range(min(found), max(whole) + 1)}
    svg = draw_years(years, f"Reports that name it, of all reports of the year: {told}")
    return Trend(words, Drawing(svg, _key(years, with_older=bool(older))))


def _key(years: Mapping[int, tuple[int, int]], *, with_older: bool) -> Markup:
    key = Markup("Filled: reports that name it. Frame: all reports of the year.")
    if with_older:
        key += Markup(" Those taken over are in both where they name factors.")
    return key + Markup(" Earlier years are not drawn.") if max(years) - min(years) >= MOST else key


def _by_year(reports: Iterable[Report]) -> Counter[int]:
    return Counter(report.date.last.year for report in reports if report.date is not None)
