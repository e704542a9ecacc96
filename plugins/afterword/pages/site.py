"""All pages of the site, in one list."""

from __future__ import annotations

from collections.abc import Iterator

from afterword.index.index import Index
from afterword.model.gates import Gates
from afterword.pages.factors import render_factors
from afterword.pages.glossary import render_glossary
from afterword.pages.groups import render_groups
from afterword.pages.guide import render_guide
from afterword.pages.page import Page, SiteFacts
from afterword.pages.remediations import render_remediations
from afterword.pages.report import render_report
from afterword.pages.reports import render_report_lists


def render_pages(index: Index, gates: Gates, facts: SiteFacts) -> Iterator[Page]:
    """A page for every report of the view, the lists that lead to them, and the pages of the guide."""
    for report in index.view.reports:
        yield render_report(report, index, gates, facts)
    yield from render_report_lists(index)
    yield from render_factors(index)
    yield from render_remediations(index)
    yield from render_groups(index)
    yield render_glossary(index)
    yield from render_guide(index, gates, facts)
