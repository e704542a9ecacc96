"""What stands behind and after a report: its sources outside of the collection, and later changes."""

from __future__ import annotations

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from markupsafe import Markup

from afterword.model.report import Report
from afterword.pages.escape import escape_text, link_to
from afterword.pages.words import fill, join, label, sentence, time_tag


def reference_lines(report: Report) -> list[Markup]:
    """The sources outside of the collection."""
    return [
        _reference(each.title or each.url or "no title", each.url or "", each.type) for each in report.front.references
    ]


def _reference(title: str, url: str, kind: str | None) -> Markup:
    # Only what a browser opens without running anything becomes a link.
    shown = link_to(title, url) if url.lower().startswith(("https://", "http://")) else escape_text(title)
    return fill("{} ({})", shown, label(kind)) if kind else shown


def update_lines(report: Report, zone: ZoneInfo) -> list[Markup]:
    """Later changes in their own order, corrections marked."""
    return [join(_update(place, report, zone), " ") for place in range(len(report.front.updates))]


def _update(place: int, report: Report, zone: ZoneInfo) -> Iterator[Markup]:
    entry = report.front.updates[place]
    if entry.at:
        yield fill("{}, revision {}:", time_tag(entry.at, zone), place + 2)
    if entry.correction:
        yield Markup("**Correction.**")
    yield escape_text(sentence(entry.what or "no word of what changed"))
