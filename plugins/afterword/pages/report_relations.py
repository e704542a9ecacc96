"""What a report leads to and what leads to it: related reports, predecessors, mentions, sources, later changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from markupsafe import Markup

from afterword.index.index import Index
from afterword.model.report import Report
from afterword.pages.escape import escape_text, link_to
from afterword.pages.words import fill, join, label, report_link, report_path, sentence, time_tag


@dataclass(frozen=True)
class RelatedItem:
    """Another report of the view: the link to it, and its date, kind and severity with why it stands here."""

    link: Markup
    meta: Markup


def related_items(report: Report, index: Index) -> list[RelatedItem]:
    """Reports that this one replaces, those declared as related from either end, and those that mention it.

    Each report stands once, with every reason for it.
    """
    reasons: dict[str, list[str]] = {}
    for relation in index.graph.outgoing.get(report.id, ()):
        if relation.kind == "supersedes":
            reasons.setdefault(relation.target, []).append("replaced by this report")
    for later in index.graph.superseded_by(report.id):
        reasons.setdefault(later, []).append("replaces this report")
    for other in index.graph.related(report.id):
        reasons.setdefault(other, []).append("declared as related")
    for relation in index.graph.backlinks(report.id):
        if relation.kind == "mentions":
            reasons.setdefault(relation.source, []).append("mentions this report")
    known = [(index.view.by_id[other], why) for other, why in reasons.items() if other in index.view.by_id]
    return [_item(other, why, report) for other, why in known]


def _item(other: Report, why: list[str], report: Report) -> RelatedItem:
    said = [time_tag(other.date)] if other.date else []
    kind = f'<span class="aw-kind aw-kind--{other.kind}">{label(other.kind)}</span>'
    if other.severity:
        kind += f' <span class="aw-severity aw-severity--{other.severity}">{other.severity}</span>'
    said.append(Markup(kind))
    if other.lifecycle in {"superseded", "withdrawn"}:
        said.append(escape_text(other.lifecycle))
    said.append(join(why))
    return RelatedItem(report_link(other, report_path(report)), join(said, " · "))


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
