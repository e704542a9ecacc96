"""Jira, Cloud and Data Center: searches by key, page by page, and what searches do not tell, one by one."""

from __future__ import annotations

import base64
from typing import Any

import pytest
from tests.commands.trackers.conftest import TOKEN, Bench
from tests.commands.trackers.server import FakeTracker, Reply

SEARCH = "/rest/api/3/search/jql"


def _issue(key: str, category: str = "new", **fields: Any) -> dict[str, Any]:
    return {
        "id": "10001",
        "key": key,
        "self": f"https://example.atlassian.net/rest/api/3/issue/{key}",
        "fields": {
            "summary": "Ask Maria Muster",
            "assignee": {"displayName": "Maria Muster", "emailAddress": "maria@example.org"},
            "status": {"name": "To Do", "statusCategory": {"id": 2, "key": category, "name": "x"}},
            "resolution": None,
            "resolutiondate": None,
            "duedate": None,
            "updated": "2026-03-02T11:00:00.000+0100",
            "labels": [],
            **fields,
        },
    }


DONE = {"resolution": {"name": "Done"}, "resolutiondate": "2026-03-20T15:00:00.000+0000", "duedate": "2026-03-31"}


@pytest.fixture
def here(bench: Bench, server: FakeTracker) -> Bench:
    bench.environ["USER_THERE"] = "bot@example.org"
    bench.settings({server.host: "kind: jira, token_from: TOKEN_THERE, user_from: USER_THERE"})
    return bench


def _url(server: FakeTracker, key: str, path: str = "") -> str:
    return f"https://{server.host}{path}/browse/{key}"


def test_a_search_is_read_to_its_last_page(here: Bench, server: FakeTracker) -> None:
    keys = ("CARE-1", "CARE-2", "CARE-3", "GOV-8")
    here.report(*(_url(server, key) for key in keys))
    first = {"issues": [_issue("CARE-1"), _issue("CARE-2", "done", **DONE)], "nextPageToken": "t/2=", "isLast": False}
    second = {
        "issues": [
            _issue("CARE-3", "indeterminate", status={"name": "Waiting", "statusCategory": {"key": "indeterminate"}}),
            _issue("GOV-8", "done", **{**DONE, "resolution": {"name": "Won't Do"}}),
        ],
        "isLast": True,
    }
    server.on(SEARCH, Reply(data=first), Reply(data=second))
    assert here.pull().missing == 0
    items = here.items()
    assert [items[_url(server, key)]["state"] for key in keys] == ["open", "done", "in_progress", "declined"]
    assert items[_url(server, "CARE-2")] == {
        "url": _url(server, "CARE-2"),
        "key": "CARE-2",
        "state": "done",
        "raw": "To Do/Done",
        "updated_at": "2026-03-02T10:00:00Z",
        "closed_at": "2026-03-20T15:00:00Z",
        "due": "2026-03-31",
    }
    assert "aria" not in here.state.read_text()
    assert [each.body["jql"] for each in server.asked] == ["key in (CARE-1, CARE-2, CARE-3, GOV-8)"] * 2
    assert server.asked[1].body["nextPageToken"] == "t/2="
    assert "summary" not in server.asked[0].body["fields"]
    assert "assignee" not in server.asked[0].body["fields"]
    joined = base64.b64encode(f"bot@example.org:{TOKEN}".encode()).decode()
    assert server.asked[0].headers["authorization"] == f"Basic {joined}"


def test_one_deleted_key_does_not_lose_the_others(here: Bench, server: FakeTracker) -> None:
    here.report(_url(server, "CARE-1"), _url(server, "CARE-2"), _url(server, "CARE-3"))
    message = "An issue with key 'CARE-2' does not exist for field 'key'."
    server.on(SEARCH, Reply(400, {"errorMessages": [message]}))
    server.on("/rest/api/3/issue/CARE-1", Reply(data=_issue("CARE-1")))
    server.on("/rest/api/3/issue/CARE-3", Reply(data=_issue("NEW-7", "done", **DONE)))
    told = here.pull()
    assert told.missing == 1
    assert set(here.items()) == {_url(server, "CARE-1"), _url(server, "CARE-3")}
    assert here.items()[_url(server, "CARE-3")]["state"] == "done"


def test_the_user_of_a_token_is_asked_for(here: Bench, server: FakeTracker) -> None:
    here.report(_url(server, "CARE-1"))
    del here.environ["USER_THERE"]
    told = here.pull()
    assert server.asked == []
    assert any("`USER_THERE` is not set" in line for line in told.lines)


def test_a_data_center_below_a_path(bench: Bench, server: FakeTracker) -> None:
    bench.settings({server.host: "kind: jira-data-center, token_from: TOKEN_THERE, path: /jira"})
    bench.report(_url(server, "CARE-1", "/jira"), _url(server, "CARE-2", "/jira"), _url(server, "CARE-3"))
    pages = ({"issues": [_issue("CARE-1")], "total": 2}, {"issues": [_issue("CARE-2", "done", **DONE)], "total": 2})
    server.on("/jira/rest/api/2/search", *(Reply(data=page) for page in pages))
    told = bench.pull()
    assert (told.missing, told.aside) == (0, 1)
    assert set(bench.items()) == {_url(server, "CARE-1", "/jira"), _url(server, "CARE-2", "/jira")}
    assert server.asked[1].body["startAt"] == 1
    assert server.asked[0].headers["authorization"] == f"Bearer {TOKEN}"


@pytest.mark.parametrize("reply", [Reply(data={}), Reply(data=[]), Reply(data={"issues": 7}), Reply(410, {})])
def test_a_search_that_says_nothing_is_followed_by_single_questions(
    here: Bench, server: FakeTracker, reply: Reply
) -> None:
    here.report(_url(server, "CARE-1"))
    server.on(SEARCH, reply)
    server.on("/rest/api/3/issue/CARE-1", Reply(data=_issue("CARE-1")))
    assert here.pull().missing == 0


@pytest.mark.parametrize("key", ["care-1", "CARE-0", "CARE-1) OR project = X", "C-1", "CARE-1%20", "CARE-"])
def test_only_keys_get_into_a_search(here: Bench, server: FakeTracker, key: str) -> None:
    here.report(_url(server, key))
    assert here.pull().aside == 1
    assert server.asked == []


def test_a_redirected_search_is_not_repeated_elsewhere(here: Bench, server: FakeTracker, stranger: FakeTracker) -> None:
    here.report(_url(server, "CARE-1"))
    there = {"Location": f"https://{stranger.host}{SEARCH}"}
    server.on(SEARCH, Reply(307, {}, there))
    server.on("/rest/api/3/issue/CARE-1", Reply(307, {}, there))
    assert here.pull().missing == 1
    assert stranger.asked == []
