"""Remediations of our own beside what their trackers say, for the rules that judge them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from afterword.link.tracked import Drift, find_drift, join_status
from afterword.model.choices import Status
from afterword.model.remediation import Remediation
from afterword.model.report import Report
from afterword.model.tracker_state import TrackerItem
from afterword.rules.fields.judged import is_unread
from afterword.rules.rule import Context


@dataclass(frozen=True)
class Work:
    """One remediation, its place in the list, its work item where that is known, and the joined status."""

    place: int
    remediation: Remediation
    item: TrackerItem | None
    status: Status
    drift: Drift | None

    @property
    def name(self) -> str:
        """How messages call it."""
        return f"`{self.remediation.id}`" if self.remediation.id else "the remediation"


def list_work(report: Report, context: Context) -> Iterator[Work]:
    """The remediations of a report that is looked after; others' work and what was replaced is left out."""
    if report.lifecycle not in {"draft", "in-review", "published"} or report.is_public_sources:
        return
    state = context.collection.tracker_state
    for place, each in enumerate(report.front.remediations):
        if is_unread(report, "remediations", place, "status") or is_unread(report, "remediations", place, "tracker"):
            continue
        item = state.find(each.tracker) if state else None
        yield Work(place, each, item, join_status(each, item), find_drift(each, item))
