"""GitHub, on a host of one's own: issues one by one and by lists, and everything that can come instead of an answer."""

from __future__ import annotations

import pytest
from tests.commands.trackers.conftest import TOKEN, Bench, Issue
from tests.commands.trackers.server import FakeTracker, Reply

BASE = "/api/v3/repos/octo/shop/issues"
KIND = "kind: github, token_from: TOKEN_THERE"
CLOSED = {"state": "closed", "state_reason": "completed", "closed_at": "2026-03-20T15:00:00Z"}


@pytest.fixture
def here(bench: Bench, server: FakeTracker) -> Bench:
    bench.settings({server.host: KIND})
    return bench


def _url(server: FakeTracker, number: int, project: str = "octo/shop") -> str:
    return f"https://{server.host}/{project}/issues/{number}"


def test_states_are_kept_and_nobody_is_named(here: Bench, server: FakeTracker, github_issue: Issue) -> None:
    here.report(*(_url(server, number) for number in (1, 2, 3)))
    server.on(f"{BASE}/1", Reply(data=github_issue(1)))
    server.on(f"{BASE}/2", Reply(data=github_issue(2, **CLOSED)))
    server.on(f"{BASE}/3", Reply(data=github_issue(3, **{**CLOSED, "state_reason": "not_planned"})))
    told = here.pull()
    assert told.missing == told.aside == 0
    items = here.items()
    assert [items[_url(server, number)]["state"] for number in (1, 2, 3)] == ["open", "done", "declined"]
    assert items[_url(server, 2)] == {
        "url": _url(server, 2),
        "key": "octo/shop#2",
        "state": "done",
        "raw": "CLOSED/COMPLETED",
        "updated_at": "2026-03-02T10:00:00Z",
        "closed_at": "2026-03-20T15:00:00Z",
    }
    text = here.state.read_text()
    assert "aria" not in text
    assert "learning-report" not in text
    assert all(each.headers["authorization"] == f"Bearer {TOKEN}" for each in server.asked)
    assert TOKEN not in "".join(told.lines)


def test_a_second_pull_that_learns_nothing_new_leaves_the_file(
    here: Bench, server: FakeTracker, github_issue: Issue
) -> None:
    here.report(_url(server, 1))
    server.on(f"{BASE}/1", Reply(data=github_issue(1)))
    here.pull()
    before = here.state.read_bytes()
    here.environ["SOURCE_DATE_EPOCH"] = str(1779105600 + 86_400)
    told = here.pull()
    assert here.state.read_bytes() == before
    assert "stays as it is" in told.lines[-1]
    here.environ["SOURCE_DATE_EPOCH"] = str(1779105600 + 4 * 86_400)
    here.pull()
    assert b"2026-05-22T12:00:00Z" in here.state.read_bytes()


def test_one_deleted_issue_stays_as_it_was_known(here: Bench, server: FakeTracker, github_issue: Issue) -> None:
    here.report(_url(server, 1), _url(server, 2))
    server.on(f"{BASE}/1", Reply(data=github_issue(1)))
    server.on(f"{BASE}/2", Reply(data=github_issue(2)))
    here.pull()
    here.environ["SOURCE_DATE_EPOCH"] = str(1779105600 + 86_400)
    server.on(f"{BASE}/1", Reply(data=github_issue(1, **CLOSED)))
    server.on(f"{BASE}/2", Reply(410, {"message": "This issue was deleted"}))
    told = here.pull()
    assert told.missing == 1
    assert any("/issues/2: there is no such work item any more" in line for line in told.lines)
    assert f"{server.host}: asked about 2 work items: 1 learned, 1 not" in told.lines
    items = here.items()
    assert items[_url(server, 1)]["state"] == "done"
    assert items[_url(server, 2)]["seen_at"] == "2026-05-18T12:00:00Z"
    assert "seen_at" not in items[_url(server, 1)]


def test_a_moved_issue_is_followed_on_its_host_alone(
    here: Bench, server: FakeTracker, stranger: FakeTracker, github_issue: Issue
) -> None:
    here.report(_url(server, 1), _url(server, 2), _url(server, 3))
    server.on(f"{BASE}/1", Reply(301, {}, {"Location": f"https://{server.host}/api/v3/repositories/7/issues/9"}))
    server.on("/api/v3/repositories/7/issues/9", Reply(data=github_issue(9, **CLOSED)))
    server.on(f"{BASE}/2", Reply(301, {}, {"Location": f"https://{stranger.host}/api/v3/repositories/7/issues/9"}))
    server.on(f"{BASE}/3", Reply(302, {}, {"Location": "//evil.example/x"}))
    stranger.on("/api/v3/repositories/7/issues/9", Reply(data=github_issue(9, **CLOSED)))
    told = here.pull()
    assert stranger.asked == []
    assert told.missing == 2
    assert list(here.items()) == [_url(server, 1)]
    assert sum("moved to another host" in line for line in told.lines) == 2


@pytest.mark.parametrize(
    "location",
    [
        "http://{host}/x",
        "https://user@{host}/x",
        "https://{host}.evil.example/x",
        "x",
        "",
        "https://{host}/a b",
        "/\\x",
    ],
)
def test_odd_redirects_lead_nowhere(here: Bench, server: FakeTracker, location: str) -> None:
    here.report(_url(server, 1))
    server.on(f"{BASE}/1", Reply(307, {}, {"Location": location.format(host=server.host)}))
    assert here.pull().missing == 1
    assert len(server.asked) == 1


def test_redirects_in_a_circle_end(here: Bench, server: FakeTracker) -> None:
    here.report(_url(server, 1))
    server.on(f"{BASE}/1", Reply(301, {}, {"Location": f"{BASE}/1"}))
    told = here.pull()
    assert told.missing == 1
    assert len(server.asked) == 3


def test_a_refused_token_ends_the_asking(here: Bench, server: FakeTracker) -> None:
    here.report(_url(server, 1), _url(server, 2))
    server.on(f"{BASE}/1", Reply(401, {"message": "Bad credentials"}))
    told = here.pull()
    assert told.missing == 2
    assert len(server.asked) == 1
    assert any("did not accept the token in `TOKEN_THERE` (code 401)" in line for line in told.lines)
    assert not here.state.exists()


def test_a_missing_token_is_told_and_nobody_is_asked(here: Bench, server: FakeTracker) -> None:
    here.report(_url(server, 1))
    del here.environ["TOKEN_THERE"]
    told = here.pull()
    assert told.missing == 1
    assert server.asked == []
    assert any("`TOKEN_THERE` is not set" in line for line in told.lines)


@pytest.mark.parametrize("token", ["two words", "line\nAuthorization: x", "naïve"])
def test_an_odd_token_is_never_sent_and_never_printed(here: Bench, server: FakeTracker, token: str) -> None:
    here.report(_url(server, 1))
    here.environ["TOKEN_THERE"] = token
    told = here.pull()
    assert server.asked == []
    assert token not in "\n".join(told.lines)


def test_no_permission_for_one_repository_leaves_the_others(
    here: Bench, server: FakeTracker, github_issue: Issue
) -> None:
    here.report(_url(server, 1, "octo/secret"), _url(server, 2))
    server.on("/api/v3/repos/octo/secret/issues/1", Reply(403, {"message": "Resource not accessible by integration"}))
    server.on(f"{BASE}/2", Reply(data=github_issue(2)))
    told = here.pull()
    assert told.missing == 1
    assert here.slept == []
    assert list(here.items()) == [_url(server, 2)]


@pytest.mark.parametrize(
    ("reply", "slept"),
    [
        (Reply(429, {}, {"Retry-After": "7"}), [7]),
        (Reply(403, {}, {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "1779105650"}), [51]),
        (Reply(403, {"message": "You have exceeded a secondary rate limit."}), [60]),
        (Reply(403, {}, {"Retry-After": "Mon, 18 May 2026 12:00:30 GMT"}), [30]),
        (Reply(500, {}), [1]),
        (Reply(502, body=b"<html>"), [1]),
        (Reply(503, {}, {"Retry-After": "3"}), [3]),
        (Reply(504, {}), [1]),
        (Reply(how="reset"), [1]),
        (Reply(data={"state": "open"}, how="cut"), [1]),
    ],
)
def test_what_may_pass_is_asked_again(
    here: Bench, server: FakeTracker, github_issue: Issue, reply: Reply, slept: list[float]
) -> None:
    here.report(_url(server, 1))
    server.on(f"{BASE}/1", reply, Reply(data=github_issue(1)))
    assert here.pull().missing == 0
    assert here.slept == slept


def test_a_slow_host_is_given_up_after_some_tries(here: Bench, server: FakeTracker) -> None:
    here.report(_url(server, 1), _url(server, 2))
    server.on(f"{BASE}/1", Reply(data={}, how="slow"))
    told = here.pull(answer=0.15)
    assert told.missing == 2
    assert here.slept == [1, 2, 4]
    assert any("cannot be reached" in line for line in told.lines)


@pytest.mark.parametrize("reply", [Reply(500, {}), Reply(how="reset"), Reply(how="huge")])
def test_one_without_an_answer_leaves_the_others(
    here: Bench, server: FakeTracker, github_issue: Issue, reply: Reply
) -> None:
    here.report(*(_url(server, number) for number in range(1, 7)))
    for number in (2, 4, 6):
        server.on(f"{BASE}/{number}", Reply(data=github_issue(number)))
    for number in (1, 3, 5):
        server.on(f"{BASE}/{number}", reply)
    told = here.pull()
    assert told.missing == 3
    assert list(here.items()) == [_url(server, number) for number in (2, 4, 6)]


@pytest.mark.parametrize("reply", [Reply(500, {}), Reply(how="huge")])
def test_three_in_a_row_end_the_asking(here: Bench, server: FakeTracker, github_issue: Issue, reply: Reply) -> None:
    here.report(*(_url(server, number) for number in range(1, 6)))
    for number in (1, 2, 3):
        server.on(f"{BASE}/{number}", reply)
    server.on(f"{BASE}/4", Reply(data=github_issue(4)))
    told = here.pull()
    assert told.missing == 5
    assert not any(each.target.endswith(("/4", "/5")) for each in server.asked)
    assert any("3 questions in a row had no answer of use" in line for line in told.lines)


def test_waiting_for_answers_is_bounded_in_all(here: Bench, server: FakeTracker, github_issue: Issue) -> None:
    here.report(*(_url(server, number) for number in range(1, 121)))
    for number in range(1, 121):
        late = Reply(503, {}, {"Retry-After": "50"})
        server.on(f"{BASE}/{number}", late if number % 2 else Reply(data=github_issue(number)))
    told = here.pull()
    assert sum(here.slept) <= 300
    assert len(server.asked) < 20
    assert any("taken too long in all" in line for line in told.lines)


@pytest.mark.parametrize(
    "reply",
    [
        Reply(429, {}, {"Retry-After": "3600"}),
        Reply(429, {}, {"Retry-After": "9" * 400}),
        Reply(403, {}, {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "1779109200"}),
    ],
)
def test_nobody_waits_an_hour(here: Bench, server: FakeTracker, reply: Reply) -> None:
    here.report(_url(server, 1), _url(server, 2))
    server.on(f"{BASE}/1", reply)
    told = here.pull()
    assert here.slept == []
    assert len(server.asked) == 1
    assert any("its limit of requests is used up and asks for a pause of" in line for line in told.lines)


def test_all_pauses_of_a_run_are_bounded(here: Bench, server: FakeTracker) -> None:
    here.report(*(_url(server, number) for number in range(1, 9)))
    for number in range(1, 9):
        server.on(f"{BASE}/{number}", Reply(429, {}, {"Retry-After": "100"}), Reply(data={"state": "open"}))
    here.pull()
    assert sum(here.slept) <= 300


@pytest.mark.parametrize(
    "reply",
    [
        Reply(body=b"no json"),
        Reply(data=[]),
        Reply(data={"state": "molten"}),
        Reply(data={"state": 7}),
        Reply(body=b"[" * 100_000),
        Reply(418, {}),
    ],
)
def test_an_answer_of_another_form_is_no_state(here: Bench, server: FakeTracker, reply: Reply) -> None:
    here.report(_url(server, 1))
    server.on(f"{BASE}/1", reply)
    assert here.pull().missing == 1
    assert not here.state.exists()


def test_an_endless_answer_is_not_read_to_its_end(here: Bench, server: FakeTracker) -> None:
    here.report(_url(server, 1))
    server.on(f"{BASE}/1", Reply(how="huge"))
    told = here.pull()
    assert any("larger than 10 MB" in line for line in told.lines)
    assert here.slept == []


def test_with_a_label_lists_are_read_page_by_page(here: Bench, server: FakeTracker, github_issue: Issue) -> None:
    here.settings({server.host: KIND}, "        label: learning-report\n")
    here.report(*(_url(server, number) for number in (1, 2, 3, 4)))
    first = f"{BASE}?state=all&labels=learning-report&per_page=100&sort=created"
    link = f'<https://{server.host}{BASE}?page=2>; rel="next", <https://{server.host}{BASE}?page=2>; rel="last"'
    server.on(first, Reply(data=[github_issue(1), github_issue(70)], headers={"Link": link}))
    server.on(f"{BASE}?page=2", Reply(data=[github_issue(2, **CLOSED), {"number": 3, "state": None}, "odd"]))
    server.on(f"{BASE}/3", Reply(data=github_issue(3)))
    server.on(f"{BASE}/4", Reply(data=github_issue(4)))
    assert here.pull().missing == 0
    assert [each.target for each in server.asked] == [first, f"{BASE}?page=2", f"{BASE}/3", f"{BASE}/4"]
    assert here.items()[_url(server, 2)]["state"] == "done"


def test_a_next_page_elsewhere_is_not_asked(
    here: Bench, server: FakeTracker, stranger: FakeTracker, github_issue: Issue
) -> None:
    here.settings({server.host: KIND}, "        label: learning-report\n")
    here.report(*(_url(server, number) for number in (1, 2, 3)))
    link = f'<https://{stranger.host}{BASE}?page=2>; rel="next"'
    server.on(BASE, Reply(data=[github_issue(1)], headers={"Link": link}))
    for number in (1, 2, 3):
        server.on(f"{BASE}/{number}", Reply(data=github_issue(number)))
    assert here.pull().missing == 0
    assert stranger.asked == []


def test_two_spellings_of_one_issue_are_asked_once(here: Bench, server: FakeTracker, github_issue: Issue) -> None:
    other = f"https://{server.host.upper()}/Octo/Shop/issues/1#issuecomment-7"
    here.report(_url(server, 1), f"{_url(server, 1)}/", other)
    server.on(f"{BASE}/1", Reply(data=github_issue(1)))
    here.pull()
    assert len(server.asked) == 1
    assert set(here.items()) == {_url(server, 1), other}
