"""What led to what, in words: the lines of a factor that say where it led, and where it came from."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from afterword.index.index import Index
from afterword.model.factors import ContributingFactor
from afterword.model.report import Report
from afterword.pages.report_anchors import factor_links
from afterword.pages.words import fill, join


def factor_ways(entry: ContributingFactor, report: Report, index: Index) -> Markup:
    """Where a factor led and what led to it, each by id and name; empty for a factor that stands by itself."""
    entries = report.front.contributing_factors
    # Only the first entry with an id is what the others mean by it.
    own = entry.id if next((each for each in entries if each.id == entry.id), None) is entry else None
    before = [each.id for each in entries if own and own in each.led_to and each is not entry]
    said = [("Led to", entry.led_to), ("Came from", [each for each in before if each])]
    return join((fill("{} {}.", verb, _named(ids, report, index)) for verb, ids in said if ids), " ")


def _named(ids: Iterable[str], report: Report, index: Index) -> Markup:
    """The ids as links, each once and followed by the name of its factor where it is known."""
    found = []
    for each in dict.fromkeys(ids):
        links = factor_links((each,), report)
        entry = next((other for other in report.front.contributing_factors if other.id == each), None)
        term = index.view.vocabulary.factor_by_id.get(entry.factor or "") if entry else None
        found += [fill("{} *{}*", link, term.title) if term else link for link in links]
    return join(found)
