"""Every place at which one report leads to another: typed in the front matter or a link in the body."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from afterword.link.targets import resolve_href
from afterword.model.report import Report
from afterword.model.span import Path, Span
from afterword.rules.references.known import find_report
from afterword.rules.rule import Context


@dataclass(frozen=True)
class Lead:
    """One place that leads to `target`: a field (`words` names it) or, without a field, a link at `span`."""

    target: Report
    words: str
    field: Path = ()
    span: Span | None = None


def leads_of(report: Report, context: Context) -> Iterator[Lead]:
    """All places of `report` that lead to another report of the collection, front matter first."""
    for name, ids in (("related", report.front.related), ("supersedes", report.front.supersedes)):
        for place, each in enumerate(ids):
            target = find_report(context, each)
            if target is not None and target.id != report.id:
                yield Lead(target, f"`{name}`", field=(name, place))
    for link in report.body.links:
        found = resolve_href(report, link.href)
        target = find_report(context, found.value) if found.kind == "report" else None
        if target is not None and target.id != report.id:
            yield Lead(target, "the link", span=link.href_span)
