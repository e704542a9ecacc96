"""GitLab, on a host of one's own: one question for the issues of a project, and page by page."""

from __future__ import annotations

from typing import Any

import pytest
from tests.commands.trackers.conftest import TOKEN, Bench
from tests.commands.trackers.server import FakeTracker, Reply

BASE = "/api/v4/projects/group%2Fsub%2Fshop/issues"


def _issue(number: int, **fields: Any) -> dict[str, Any]:
    return {
        "id": 7000 + number,
        "iid": number,
        "project_id": 4,
        "title": "Ask Maria Muster",
        "state": "opened",
        "created_at": "2026-03-01T10:00:00.000Z",
        "updated_at": "2026-03-02T10:00:00.123Z",
        "closed_at": None,
        "closed_by": {"username": "maria-muster"},
        "labels": ["learning-report"],
        "assignees": [{"username": "maria-muster", "name": "Maria Muster"}],
        "author": {"username": "maria-muster"},
        "due_date": None,
        "web_url": f"https://gitlab.example.org/group/sub/shop/-/issues/{number}",
        "moved_to_id": None,
        **fields,
    }


@pytest.fixture
def here(bench: Bench, server: FakeTracker) -> Bench:
    bench.settings({server.host: "kind: gitlab, token_from: TOKEN_THERE"})
    return bench


def _url(server: FakeTracker, number: int) -> str:
    return f"https://{server.host}/Group/sub/shop/-/issues/{number}"


def test_one_without_an_answer_leaves_the_others(here: Bench, server: FakeTracker) -> None:
    here.report(*(_url(server, number) for number in (1, 2, 3)))
    server.on(BASE, Reply(500, {}))
    for number, reply in {1: Reply(data=[_issue(1)]), 2: Reply(how="huge"), 3: Reply(data=[_issue(3)])}.items():
        server.on(f"{BASE}?iids%5B%5D={number}&scope=all&state=all&per_page=100&page=1", reply)
    told = here.pull()
    assert told.missing == 1
    assert list(here.items()) == [_url(server, 1), _url(server, 3)]


def test_issues_of_a_project_are_asked_together(here: Bench, server: FakeTracker) -> None:
    work_item = f"https://{server.host}/Group/sub/shop/-/work_items/4"
    here.report(*(_url(server, number) for number in (1, 2, 3)), work_item)
    closed = {"state": "closed", "closed_at": "2026-03-20T23:30:00.000+02:00", "due_date": "2026-03-31"}
    first = [_issue(1), _issue(2, **closed), "odd", {"iid": 99, "state": "opened"}]
    second = [_issue(3, **closed, labels=["WontFix"]), _issue(4)]
    server.on(BASE, Reply(data=first, headers={"X-Next-Page": "2"}), Reply(data=second, headers={"X-Next-Page": ""}))
    assert here.pull().missing == 0
    items = here.items()
    assert [items[_url(server, number)]["state"] for number in (1, 2, 3)] == ["open", "done", "declined"]
    assert items[_url(server, 2)]["closed_at"] == "2026-03-20T21:30:00Z"
    assert items[_url(server, 2)]["due"] == "2026-03-31"
    assert items[work_item]["state"] == "open"
    assert "aria" not in here.state.read_text()
    assert len(server.asked) == 2
    assert "iids%5B%5D=1&iids%5B%5D=2" in server.asked[0].target
    assert "page=2" in server.asked[1].target
    assert all(each.headers["private-token"] == TOKEN for each in server.asked)
    assert all("authorization" not in each.headers for each in server.asked)


def test_a_moved_issue_is_not_called_done(here: Bench, server: FakeTracker) -> None:
    here.report(_url(server, 1), _url(server, 2))
    server.on(BASE, Reply(data=[_issue(1, state="closed", moved_to_id=7001), _issue(2)]))
    told = here.pull()
    assert told.missing == 1
    assert any("moved to another project" in line for line in told.lines)
    assert list(here.items()) == [_url(server, 2)]


@pytest.mark.parametrize("reply", [Reply(404, {"message": "404 Project Not Found"}), Reply(410), Reply(data=[])])
def test_a_project_that_is_gone_is_told_for_each(here: Bench, server: FakeTracker, reply: Reply) -> None:
    here.report(_url(server, 1), _url(server, 2))
    server.on(BASE, reply)
    told = here.pull()
    assert told.missing == 2
    assert sum("no such work item any more" in line for line in told.lines) == 2


@pytest.mark.parametrize("reply", [Reply(403), Reply(data={"message": "x"}), Reply(data=[{"iid": 1, "state": "?"}])])
def test_other_answers_are_told(here: Bench, server: FakeTracker, reply: Reply) -> None:
    here.report(_url(server, 1))
    server.on(BASE, reply)
    assert here.pull().missing == 1


def test_a_limit_is_waited_for(here: Bench, server: FakeTracker) -> None:
    here.report(_url(server, 1))
    limit = {"RateLimit-Remaining": "0", "RateLimit-Reset": "1779105610"}
    server.on(BASE, Reply(429, body=b"Retry later", headers=limit), Reply(data=[_issue(1)]))
    assert here.pull().missing == 0
    assert here.slept == [11]


def test_pages_without_an_end_come_to_one(here: Bench, server: FakeTracker) -> None:
    here.report(_url(server, 1))
    server.on(BASE, Reply(data=[], headers={"X-Next-Page": "2"}))
    here.pull()
    assert len(server.asked) <= 20
