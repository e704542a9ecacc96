"""How far a remediation is: the report's word joined with what its tracker says, and where the two differ.

This is the one place that decides what drift is, for pages, digest and findings alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from afterword.model.choices import Status
from afterword.model.remediation import CLOSED, UNCOMMITTED, Remediation
from afterword.model.tracker_state import TrackerItem, TrackerStatus

REPORT_WINS: frozenset[Status] = frozenset({"proposed", "verified", "declined"})
"""States in which the report's word stands whatever the tracker says."""
FROM_TRACKER: dict[TrackerStatus, Status] = {
    "open": "accepted",
    "in_progress": "in_progress",
    "done": "done",
    "declined": "declined",
}
DriftKind = Literal["closed-in-tracker", "open-in-tracker", "step"]


@dataclass(frozen=True)
class Drift:
    """How a report and its tracker differ.

    Attributes:
        kind: `closed-in-tracker` (the tracker has closed it, and the report has not, or otherwise), `open-in-tracker`
            (the report has closed it, and the tracker has not), `step` (both hold it for open, at different steps).
        words: the same in words.
        since: the day from which on they differ; None where that is not known.
    """

    kind: DriftKind
    words: str
    since: date | None


def join_status(remediation: Remediation, item: TrackerItem | None) -> Status:
    """The report's word for proposed, verified and declined; otherwise the tracker's where it is known."""
    if item is None or remediation.status in REPORT_WINS:
        return remediation.status
    return FROM_TRACKER[item.state]


def find_drift(remediation: Remediation, item: TrackerItem | None) -> Drift | None:
    """How the report and the tracker differ; None where they agree or the tracker is not known."""
    if item is None:
        return None
    tracker = FROM_TRACKER[item.state]
    same = {remediation.status} | ({"done"} if remediation.status == "verified" else set())
    same |= {"accepted"} if remediation.status == "proposed" else set()
    if tracker in same:
        return None
    words = f"the report says {remediation.status.replace('_', ' ')}, the tracker {item.state.replace('_', ' ')}"
    if tracker in CLOSED:
        return Drift("closed-in-tracker", words, item.closed_at.date() if item.closed_at else None)
    if remediation.status in CLOSED:
        closed = remediation.declined_on if remediation.status == "declined" else remediation.done_on
        return Drift("open-in-tracker", words, closed or remediation.verified_on)
    return Drift("step", words, None)


def days_overdue(remediation: Remediation, status: Status, today: date) -> int | None:
    """Days past the due date of what is not closed; None where it is closed, has no such date, or is in time."""
    if remediation.due is None or status in CLOSED:
        return None
    late = (today - remediation.due).days
    return late if late > 0 else None


def is_open_long(status: Status, age: int | None, most: int) -> bool:
    """Whether what was agreed on is open for more than `most` days; what is only proposed has no age to be told."""
    return status not in CLOSED | UNCOMMITTED and age is not None and age > most
