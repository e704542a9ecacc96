"""All pages of the site, in one list."""

from __future__ import annotations

from collections.abc import Iterator

from afterword.index.index import Index
from afterword.model.gates import Gates
from afterword.pages.evals import render_evals
from afterword.pages.explore import render_explore
from afterword.pages.factors import render_factors
from afterword.pages.glossary import render_glossary
from afterword.pages.groups import render_groups
from afterword.pages.guide import render_guide
from afterword.pages.insights import render_insights
from afterword.pages.near_misses import render_near_misses
from afterword.pages.open_remediations import render_open_remediations
from afterword.pages.page import Page, SiteFacts
from afterword.pages.remediations import render_remediations
from afterword.pages.report import render_report
from afterword.pages.reports import render_reports
from afterword.pages.silent_checks import render_silent_checks


def render_pages(index: Index, gates: Gates, facts: SiteFacts) -> Iterator[Page]:
    """A page for every report of the view, the lists that lead to them, and the pages of the guide."""
    for report in index.view.reports:
        yield render_report(report, index, gates, facts)
    yield render_reports(index)
    yield render_near_misses(index)
    yield render_silent_checks(index)
    yield from render_explore(index)
    yield from render_factors(index, facts)
    yield from render_remediations(index)
    yield render_open_remediations(index, facts)
    yield from render_groups(index)
    yield render_evals(index, facts)
    yield render_insights(index, facts)
    yield render_glossary(index)
    yield from render_guide(index, gates, facts)
