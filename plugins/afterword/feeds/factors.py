"""A feed for every contributing factor: each report that names it, with how the condition fed in there."""

from __future__ import annotations

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from afterword.feeds.atom import Entry, Feed, write_atom
from afterword.feeds.moments import published_at, updated_at
from afterword.feeds.of_report import lasting_address, page_address, title_line
from afterword.index.index import FactorUse, Index
from afterword.model.vocabulary import Factor
from afterword.pages.escape import one_line
from afterword.pages.factor_page import factor_feed_path
from afterword.pages.page import Asset, SiteFacts
from afterword.pages.report_anchors import anchors
from afterword.pages.words import label


def render_factor_feeds(index: Index, facts: SiteFacts) -> Iterator[Asset]:
    """A feed for each factor of the vocabulary, named or not; none where the site's address is not known.

    Atom takes absolute addresses alone, and an id that changed with the place of a build would be no id.
    """
    if not facts.url:
        return
    for factor in index.view.vocabulary.factors:
        yield Asset(factor_feed_path(factor.id), write_atom(_feed(factor, index, facts)))


def _feed(factor: Factor, index: Index, facts: SiteFacts) -> Feed:
    zone = ZoneInfo(facts.zone)
    entries = (_entry(use, facts, zone) for use in _first_uses(factor, index))
    return Feed(
        address=f"{facts.url}{factor_feed_path(factor.id)}",
        title=f"{factor.title} – {facts.name}",
        subtitle=factor.definition.replace("`", ""),
        link=f"{facts.url}factors/{factor.id}/",
        author=facts.name,
        entries=tuple(entry for entry in entries if entry is not None),
    )


def _first_uses(factor: Factor, index: Index) -> Iterator[FactorUse]:
    """The first use of the factor in each report; a superseded report is told by the one that replaces it."""
    seen: set[str] = set()
    for use in index.by_factor.get(factor.id, ()):
        if use.report.id not in seen and use.report.lifecycle != "superseded":
            seen.add(use.report.id)
            yield use


def _entry(use: FactorUse, facts: SiteFacts, zone: ZoneInfo) -> Entry | None:
    """The use as an entry; none for a report of which no day is known, which is no news."""
    report = use.report
    updated = updated_at(report, zone)
    if updated is None:
        return None
    entries = report.front.contributing_factors
    anchor = next((name for entry, name in zip(entries, anchors(entries), strict=True) if entry is use.factor), "")
    return Entry(
        # The factor in this report: the report itself has an id of its own in the feed of all reports.
        id=f"{lasting_address(report, facts)}#{use.factor.factor}",
        title=title_line(report),
        link=page_address(report, facts, anchor),
        updated=updated,
        summary=_summary(use),
        published=published_at(report, zone),
        categories=((report.kind, label(report.kind)),),
    )


def _summary(use: FactorUse) -> str:
    texts = (use.factor.how, use.report.front.plain_summary)
    return "\n\n".join(one_line(text) for text in texts if text)
