"""One work item that several reports name, and what is told of items that no longer answer."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from afterword.index.sharing import list_shared
from afterword.link.tracked import days_overdue, find_drift, is_open_long
from afterword.model.remediation import Remediation
from afterword.model.tracker_state import TrackerItem, TrackerState

ITEM = "https://github.com/o/r/issues/1"


class _Report:
    def __init__(self, id: str) -> None:
        self.id = id


class _Use:
    def __init__(self, report: str, tracker: str | None) -> None:
        self.report, self.remediation = _Report(report), Remediation(tracker=tracker)


def test_an_item_of_two_reports_is_shared_and_one_of_one_is_not() -> None:
    uses = [
        _Use("a", ITEM),
        _Use("b", f"{ITEM}/"),
        _Use("b", ITEM),
        _Use("c", f"{ITEM}2"),
        _Use("c", f"{ITEM}2"),
        _Use("d", None),
    ]
    found = list_shared(uses)  # type: ignore[arg-type]
    assert {url: [report.id for report in reports] for url, reports in found.items()} == {ITEM: ["a", "b"]}


@pytest.mark.parametrize(
    ("status", "state", "kind"),
    [
        ("accepted", "open", None),
        ("proposed", "open", None),
        ("verified", "done", None),
        ("accepted", "in_progress", "step"),
        ("in_progress", "open", "step"),
        ("in_progress", "done", "closed-in-tracker"),
        ("proposed", "declined", "closed-in-tracker"),
        ("done", "declined", "closed-in-tracker"),
        ("done", "open", "open-in-tracker"),
        ("declined", "in_progress", "open-in-tracker"),
    ],
)
def test_which_drift_it_is(status, state, kind) -> None:
    drift = find_drift(Remediation(status=status), TrackerItem(url=ITEM, state=state))
    assert (drift.kind if drift else None) == kind
    assert find_drift(Remediation(status=status), None) is None


def test_drift_has_a_day_where_one_is_known() -> None:
    item = TrackerItem(url=ITEM, state="done", closed_at=datetime(2026, 3, 1, 12, tzinfo=UTC))
    assert find_drift(Remediation(status="accepted"), item).since == date(2026, 3, 1)
    done = Remediation(status="done", done_on=date(2026, 4, 1))
    assert find_drift(done, TrackerItem(url=ITEM, state="open")).since == date(2026, 4, 1)
    assert find_drift(Remediation(status="accepted"), TrackerItem(url=ITEM, state="done")).since is None


def test_late_and_long() -> None:
    due = Remediation(due=date(2026, 4, 30))
    assert days_overdue(due, "accepted", date(2026, 5, 2)) == 2
    assert days_overdue(due, "accepted", date(2026, 4, 30)) is None
    assert days_overdue(due, "done", date(2026, 5, 2)) is None
    assert is_open_long("accepted", 91, 90)
    assert not is_open_long("accepted", 90, 90)
    assert not is_open_long("proposed", 900, 90)
    assert not is_open_long("accepted", None, 90)


def test_a_state_knows_its_age_and_hosts() -> None:
    state = TrackerState(
        datetime(2026, 5, 1, tzinfo=UTC), (TrackerItem(url=ITEM, state="open"), TrackerItem(url="x", state="open"))
    )
    assert state.age(date(2026, 5, 9)) == 8
    assert state.age(date(2026, 4, 1)) == 0
    assert state.hosts == {"github.com", ""}
