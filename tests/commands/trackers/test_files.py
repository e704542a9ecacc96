"""Files instead of a network: what `gh`, `glab`, a search of Jira and a spreadsheet write."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from tests.commands.conftest import Repository
from tests.commands.trackers.conftest import Bench

from afterword.commands.refusal import Refusal

GH = "https://github.com/octo/shop/issues"


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr("socket.create_connection", refuse)


def _file(bench: Bench, content: Any, name: str = "issues.json") -> Path:
    path = bench.root / name
    path.write_text(content if isinstance(content, str) else json.dumps(content))
    return path


def test_what_gh_lists(bench: Bench) -> None:
    bench.report(*(f"{GH}/{number}" for number in (1, 2, 3, 4)), "https://github.com/octo/shop/pull/5")
    listed = [
        {"number": 1, "url": f"{GH}/1", "state": "OPEN", "stateReason": "", "title": "Maria Muster asks",
         "assignees": [{"login": "maria"}], "milestone": {"title": "x", "dueOn": "2026-06-01T00:00:00Z"},
         "updatedAt": "2026-03-02T10:00:00Z", "closedAt": None, "labels": [{"name": "learning-report"}]},
        {"url": f"{GH}/2", "state": "CLOSED", "stateReason": "COMPLETED", "closedAt": "2026-03-20T10:00:00Z"},
        {"url": f"{GH}/3", "state": "CLOSED", "stateReason": "NOT_PLANNED"},
        {"url": "https://github.com/Octo/Shop/issues/4", "state": "CLOSED", "labels": [{"name": "wontfix"}]},
        {"url": "https://github.com/octo/shop/pull/5", "state": "MERGED", "mergedAt": "2026-03-21T10:00:00Z"},
    ]  # fmt: skip
    told = bench.pull(_file(bench, listed))
    assert told.missing == 0
    items = bench.items()
    assert [items[f"{GH}/{n}"]["state"] for n in (1, 2, 3, 4)] == ["open", "done", "declined", "declined"]
    assert items[f"{GH}/1"]["due"] == "2026-06-01"
    assert items["https://github.com/octo/shop/pull/5"]["state"] == "done"
    assert "aria" not in bench.state.read_text()


def test_what_glab_and_a_search_of_jira_write(bench: Bench) -> None:
    lab, jira = "https://git.example.org/g/p/-/issues/3", "https://example.atlassian.net/browse/CARE-1"
    gateway = "https://other.atlassian.net/browse/GOV-2"
    bench.report(lab, jira, gateway)
    listed = [{"iid": 3, "web_url": lab, "state": "closed", "closed_at": "2026-03-20T10:00:00Z", "labels": []}]
    status = {"name": "Open", "statusCategory": {"key": "new"}}
    found = {
        "issues": [
            {
                "key": "CARE-1",
                "self": "https://example.atlassian.net/rest/api/3/issue/1",
                "fields": {"status": status, "assignee": {"displayName": "Maria Muster"}},
            },
            {
                "key": "GOV-2",
                "self": "https://api.atlassian.com/ex/jira/1/rest/api/3/issue/2",
                "fields": {"status": status},
            },
        ]
    }
    bench.pull(_file(bench, listed), _file(bench, found, "jira.json"))
    assert {url: each["state"] for url, each in bench.items().items()} == {lab: "done", jira: "open", gateway: "open"}


def test_a_spreadsheet_for_people_without_a_command(bench: Bench) -> None:
    other = "https://tracker.example.org/4711"
    bench.report(f"{GH}/1", other)
    rows = (
        f"url,state,closed_at,due,assignee\n{GH}/1/,done,2026-03-20T10:00:00,,Maria\n{other},in_progress,,2026-06-01,\n"
    )
    told = bench.pull(_file(bench, rows, "state.csv"))
    assert told.missing == 0
    assert {url: each["state"] for url, each in bench.items().items()} == {f"{GH}/1": "done", other: "in_progress"}
    assert "Maria" not in bench.state.read_text()


def test_lines_that_cannot_be_read_are_told_and_the_others_taken(bench: Bench) -> None:
    bench.report(f"{GH}/1", f"{GH}/2")
    rows = f"url,state,closed_at\n{GH}/1,finished,\n{GH}/2,done,sometime\n"
    told = bench.pull(_file(bench, rows, "state.csv"))
    assert told.missing == 2
    assert any("line 2: `state`" in line for line in told.lines)
    listed = [{"number": 1, "state": "OPEN"}, {"url": f"{GH}/1"}, 7, {"url": f"{GH}/2", "state": "OPEN"}]
    told = bench.pull(_file(bench, listed))
    assert told.missing == 3
    assert any("ask for `url`" in line for line in told.lines)
    assert list(bench.items()) == [f"{GH}/2"]


@pytest.mark.parametrize(
    "content", ["", "no json", "{}", '"x"', "7", "[" * 100_000, '{"issues": {}}', "1" * 5_000, "NaN", "null"]
)
def test_a_file_of_another_form_is_refused_and_nothing_is_written(bench: Bench, content: str) -> None:
    bench.report(f"{GH}/1")
    with pytest.raises(Refusal, match="cannot be taken"):
        bench.pull(_file(bench, content))
    assert not bench.state.exists()


def test_what_other_files_told_stays_with_its_time(bench: Bench) -> None:
    bench.report(f"{GH}/1", f"{GH}/2")
    bench.pull(_file(bench, [{"url": f"{GH}/1", "state": "OPEN"}]))
    bench.environ["SOURCE_DATE_EPOCH"] = str(1779105600 + 86_400)
    bench.pull(_file(bench, [{"url": f"{GH}/2", "state": "OPEN"}]))
    assert bench.items()[f"{GH}/1"]["seen_at"] == "2026-05-18T12:00:00Z"


def test_a_secret_in_a_status_is_covered(bench: Bench) -> None:
    url = "https://example.atlassian.net/browse/CARE-1"
    bench.report(url)
    key = "AKIA" + "IOSFODNN7EXAMPL2"
    status = {"name": f"Waits\nfor {key}\x1b[2J", "statusCategory": {"key": "new"}}
    bench.pull(_file(bench, {"issues": [{"key": "CARE-1", "self": url, "fields": {"status": status}}]}))
    assert key not in bench.state.read_text()
    assert "\\u001b" not in bench.state.read_text()


def test_the_command(repository: Repository, afterword: Callable[..., Result]) -> None:
    report = "---\nschema: 1\ntitle: Two answers to one question\nlifecycle: draft\nremediations:\n  - id: RM-1\n"
    repository.write("2026-03-11-case", f"{report}    title: Change\n    status: accepted\n    tracker: {GH}/1\n---\n")
    path = repository.root / "gh.json"
    path.write_text(json.dumps([{"url": f"{GH}/1", "state": "OPEN"}]))
    ran = afterword("trackers", "pull", "--from", path)
    assert ran.exit_code == 0, ran.output
    assert "wrote postmortems/_state/trackers.json" in ran.output
    again = afterword("trackers", "pull", "--from", path)
    assert "stays as it is" in again.output
    path.write_text("[{}]")
    assert afterword("trackers", "pull", "--from", path).exit_code == 1
    assert afterword("trackers", "pull", "--from", repository.root / "none.json").exit_code == 2


def test_addresses_that_nobody_asks_count_with_strict_alone(
    repository: Repository, afterword: Callable[..., Result]
) -> None:
    report = "---\nschema: 1\ntitle: Two answers to one question\nlifecycle: draft\nremediations:\n  - id: RM-1\n"
    tracker = "https://linear.app/x/issue/AB-1"
    repository.write(
        "2026-03-11-case", f"{report}    title: Change\n    status: accepted\n    tracker: {tracker}\n---\n"
    )
    assert afterword("trackers", "pull").exit_code == 0
    assert afterword("trackers", "pull", "--strict").exit_code == 1
