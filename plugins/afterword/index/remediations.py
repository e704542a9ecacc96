"""Every remediation with its strength, its status joined with the tracker's, and its age."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from afterword.link.tracked import Drift, days_overdue, find_drift, join_status
from afterword.model.choices import Status, Strength
from afterword.model.collection import AudienceView
from afterword.model.remediation import CLOSED, Remediation
from afterword.model.report import Report
from afterword.model.tracker_state import TrackerItem
from afterword.model.vocabulary import RemediationKind


@dataclass(frozen=True)
class RemediationUse:
    """One remediation of one report, joined.

    Attributes:
        report: the report that carries it.
        remediation: its fields as the report has them.
        kind: its kind in the vocabulary; None for an unknown one.
        strength: how far it works without anyone remembering it; None for an unknown kind.
        status: the joined status.
        drifted: how the report and the tracker differ; None where they agree or the tracker is not known.
        unseen_since: the day on which the tracker last knew of its work item, where it no longer answers; else None.
        opened: the day from which its age counts, the report's publication.
        closed: the day on which it was done or declined; None while open or where no day is known.
        age: in days, until it was closed, else until today; None where it cannot be told.
        overdue: in days past its due date while open; None where it is not.
    """

    report: Report
    remediation: Remediation
    kind: RemediationKind | None
    strength: Strength | None
    status: Status
    drifted: Drift | None
    unseen_since: date | None
    opened: date | None
    closed: date | None
    age: int | None
    overdue: int | None

    @property
    def drift(self) -> str:
        """How the report and the tracker differ, in words; empty where they do not."""
        return self.drifted.words if self.drifted else ""

    @property
    def is_closed(self) -> bool:
        """Whether it counts as closed: done, verified or declined."""
        return self.status in CLOSED

    @property
    def is_technical(self) -> bool:
        """Whether it is of strength stronger or intermediate."""
        return self.strength in {"stronger", "intermediate"}


def list_remediations(view: AudienceView, today: date) -> tuple[RemediationUse, ...]:
    """Every remediation of the view's reports, in the order of reports and then of their lists."""
    return tuple(_join(report, each, view, today) for report in view.reports for each in report.front.remediations)


def open_first(uses: Iterable[RemediationUse]) -> list[RemediationUse]:
    """Open before closed, overdue first, then the oldest, then by report and id."""
    return sorted(
        uses,
        key=lambda use: (
            use.is_closed,
            -(use.overdue or 0),
            -(use.age or 0),
            use.report.id,
            use.remediation.id or "",
        ),
    )


def _join(report: Report, remediation: Remediation, view: AudienceView, today: date) -> RemediationUse:
    item = view.tracker_state.find(remediation.tracker) if view.tracker_state else None
    status = join_status(remediation, item)
    opened = report.front.published_on
    closed = _closed_on(remediation, status, item)
    if opened is not None and closed is not None and closed < opened:
        closed = opened
    end = closed if status in CLOSED else today
    return RemediationUse(
        report=report,
        remediation=remediation,
        kind=view.vocabulary.kind_by_id.get(remediation.kind or ""),
        strength=view.vocabulary.strength(remediation.kind, blocking=remediation.blocking),
        status=status,
        drifted=find_drift(remediation, item),
        unseen_since=item.seen_at.date() if item and item.seen_at else None,
        opened=opened,
        closed=closed,
        age=max(0, (end - opened).days) if opened is not None and end is not None else None,
        overdue=days_overdue(remediation, status, today),
    )


def _closed_on(remediation: Remediation, status: Status, item: TrackerItem | None) -> date | None:
    if status == "declined":
        at = item.closed_at if item else None
        return remediation.declined_on or (at.date() if at else None)
    if status in {"done", "verified"}:
        at = item.closed_at if item else None
        return remediation.done_on or (at.date() if at else remediation.verified_on)
    return None
