"""How far a remediation is: the report's word joined with what its tracker says."""

from __future__ import annotations

from afterword.model.choices import Status
from afterword.model.remediation import Remediation
from afterword.model.tracker_state import TrackerItem, TrackerStatus

REPORT_WINS: frozenset[Status] = frozenset({"proposed", "verified", "declined"})
"""States in which the report's word stands whatever the tracker says."""
FROM_TRACKER: dict[TrackerStatus, Status] = {
    "open": "accepted",
    "in_progress": "in_progress",
    "done": "done",
    "declined": "declined",
}


def join_status(remediation: Remediation, item: TrackerItem | None) -> Status:
    """The report's word for proposed, verified and declined; otherwise the tracker's where it is known."""
    if item is None or remediation.status in REPORT_WINS:
        return remediation.status
    return FROM_TRACKER[item.state]
