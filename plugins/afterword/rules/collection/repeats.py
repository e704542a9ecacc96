"""What earlier reports tell of a report's factors, as far as everybody who reads the report may know of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from afterword.link.recurrence import History, Repeat, Tried
from afterword.model.audience import is_shown_to
from afterword.model.choices import Audience
from afterword.model.report import Report
from afterword.rules.fields.judged import has_unread
from afterword.rules.rule import Context
from afterword.rules.safety.audiences import audience_of, is_misread

JUDGED = frozenset({"draft", "in-review", "published"})
"""Looked at in a draft and after publication too, so that a suppression of that time is no remnant."""
_SHOWN = 2


def repeats_of(report: Report, context: Context) -> Iterator[Repeat]:
    """What earlier reports on the same systems tell of each factor.

    Findings end up in logs that are as open as the report. So a report that is narrower than this one is neither named
    nor counted, and neither is one taken over that its audit holds back. One for which no audience is set counts as the
    narrowest.
    """
    if (
        report.lifecycle not in JUDGED
        or not report.system_slugs
        or has_unread(report, "contributing_factors", "factor")
    ):
        return
    for repeat in _history(context, audience_of(report)).repeats_of(report):
        if repeat.earlier:
            yield repeat


def names_of(report: Report, context: Context) -> frozenset[str]:
    """Ids of the reports that this one leads to, or that are declared as related from either end."""
    outgoing = {each.target for each in context.graph.outgoing.get(report.id, ())}
    return frozenset(outgoing.union(context.graph.related(report.id)))


def list_ids(reports: Iterable[Report]) -> str:
    """Ids in one line: "`a` and `b`"; of more than two the newest and how many there are beside."""
    ids = [f"`{each.id}`" for each in reports]
    if len(ids) <= _SHOWN:
        return " and ".join(ids)
    return f"{ids[-1]} and {len(ids) - 1} more"


def name_tried(tried: Tried) -> str:
    """A remediation by its id and its report."""
    return f"`{tried.remediation.id}` of `{tried.report.id}`"


def _history(context: Context, audience: Audience) -> History:
    """The reports that are told to `audience`; made once for each, since a collection can be large."""
    known = context.histories.get(audience)
    if known is None:
        reports = (each for each in context.collection.followed if _is_told(each, audience, context))
        known = context.histories[audience] = History(reports, context.collection.tracker_state)
    return known


def _is_told(report: Report, audience: Audience, context: Context) -> bool:
    if report.is_unreadable or report.held_for or is_misread(report, ("audience",)):
        return False
    if report.is_public_sources and not context.settings.count_public_sources:
        return False
    return is_shown_to(audience_of(report), audience)
