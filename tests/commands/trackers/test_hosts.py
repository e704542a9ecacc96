"""Nobody is asked whom the settings do not name, and a token reaches its own host alone."""

from __future__ import annotations

import json

import pytest
from tests.commands.trackers.conftest import Bench, Issue
from tests.commands.trackers.server import FakeTracker, Reply

from afterword.commands.find_project import find_project
from afterword.commands.refusal import Refusal
from afterword.commands.trackers.client import LeftError
from afterword.commands.trackers.patience import Patience
from afterword.commands.trackers.sign_in import make_client, over_tls
from afterword.commands.trackers.transport import DistrustError
from afterword.model.tracker_settings import TrackerSettings
from afterword.read.settings import SettingsError
from afterword.trackers.hosts import find_host

HOSTILE = (
    "https://169.254.169.254/latest/meta-data/issues/1",
    "https://[::1]/o/r/issues/1",
    "https://10.0.0.7:8443/o/r/issues/1",
    "https://github.com@evil.example/o/r/issues/1",
    "https://github.com.evil.example/o/r/issues/1",
    "https://evil.atlassian.net/browse/AB-1",
    "https://github.com:444/o/r/issues/1",
    "http://github.com/o/r/issues/1",
    "https://github.com\\@evil.example/o/r/issues/1",
    "https://github.com/o/r/issues/1/../../../../user",
    "https://github.com/../r/issues/1",
    "https://github.com/o/../issues/1",
    "https://gitlab.com/a/../b/-/issues/1",
    "https://github.com/o/r%2f..%2f/issues/1",
    "https://github.com/o/r/issues/0",
    "https://github.com:99999999/o/r/issues/1",
    "https://gıthub.com/o/r/issues/1",
    "https://github.com/o/r/issues/1\r\nX: y",
    "ftp://github.com/o/r/issues/1",
    "https:///o/r/issues/1",
)


@pytest.mark.parametrize("url", HOSTILE)
def test_nothing_is_sent_to_an_address_that_is_not_to_be_asked(
    bench: Bench, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr("socket.create_connection", refuse)
    monkeypatch.setattr("socket.getaddrinfo", refuse)
    bench.environ |= {"GITHUB_TOKEN": "x" * 40, "GITLAB_TOKEN": "y" * 20}
    bench.report(url)
    told = bench.pull()
    assert told.aside == 1
    assert told.missing == 0
    assert "\r" not in "".join(told.lines)


def test_an_unknown_host_is_told_once_with_the_cure(bench: Bench, stranger: FakeTracker) -> None:
    bench.report(*(f"https://{stranger.host}/o/r/issues/{number}" for number in range(1, 9)))
    told = bench.pull()
    assert stranger.asked == []
    assert told.aside == 8
    lines = [line for line in told.lines if "not asked" in line]
    assert len(lines) == 1
    assert "(8 addresses)" in lines[0]
    assert "`trackers: {hosts:" in lines[0]


def test_each_token_goes_to_its_own_host(
    bench: Bench, server: FakeTracker, stranger: FakeTracker, github_issue: Issue
) -> None:
    bench.settings({server.host: "kind: github, token_from: TOKEN_THERE", stranger.host: "kind: github"})
    bench.report(f"https://{server.host}/o/r/issues/1", f"https://{stranger.host}/o/r/issues/1")
    for each in (server, stranger):
        each.on("/api/v3/repos/o/r/issues/1", Reply(data=github_issue(1)))
    assert bench.pull().missing == 0
    assert "authorization" in server.asked[0].headers
    assert "authorization" not in stranger.asked[0].headers


@pytest.mark.parametrize(
    ("server", "token"),
    [("", "Bearer of-a-server"), ("https://github.com", "Bearer of-a-server"), ("https://github.example.org", None)],
)
def test_the_token_of_a_workflow_is_its_servers(server: str, token: str | None) -> None:
    host = find_host("github.com", TrackerSettings())
    assert host is not None
    environ = {"GITHUB_TOKEN": "of-a-server", "GITHUB_SERVER_URL": server}
    make_sender = over_tls({}, None, Patience())
    if token is None:
        with pytest.raises(LeftError, match="`GH_TOKEN` is not set"):
            make_client(host, environ, Patience(), make_sender)
        environ["GH_TOKEN"] = "of-github"
    client, base = make_client(host, environ, Patience(), make_sender)
    assert (client.host, base) == ("api.github.com", "")
    assert client.headers["Authorization"] == (token or "Bearer of-github")


def test_one_host_that_is_down_leaves_the_other(
    bench: Bench, server: FakeTracker, stranger: FakeTracker, github_issue: Issue
) -> None:
    bench.settings({server.host: "kind: github", stranger.host: "kind: github"})
    bench.report(f"https://{server.host}/o/r/issues/1", f"https://{stranger.host}/o/r/issues/1")
    server.on("/api/v3/repos/o/r/issues/1", Reply(500))
    stranger.on("/api/v3/repos/o/r/issues/1", Reply(data=github_issue(1)))
    told = bench.pull()
    assert told.missing == 1
    assert list(bench.items()) == [f"https://{stranger.host}/o/r/issues/1"]
    assert any("answers with code 500" in line for line in told.lines)
    assert f"{server.host}: asked about 1 work item: 0 learned, 1 not" in told.lines
    assert f"{stranger.host}: asked about 1 work item: 1 learned" in told.lines


def test_a_certificate_of_a_stranger_is_not_taken(bench: Bench, server: FakeTracker) -> None:
    bench.settings({server.host: "kind: github, token_from: TOKEN_THERE"})
    bench.report(f"https://{server.host}/o/r/issues/1")
    told = bench.pull(ca=False)
    assert server.asked == []
    assert bench.slept == []
    assert any("certificate was not taken" in line and "`--ca`" in line for line in told.lines)


def test_the_authority_may_stand_in_the_environment(bench: Bench, server: FakeTracker, github_issue: Issue) -> None:
    bench.settings({server.host: "kind: github"})
    bench.report(f"https://{server.host}/o/r/issues/1")
    server.on("/api/v3/repos/o/r/issues/1", Reply(data=github_issue(1)))
    bench.environ["TRACKER_CA_FILE"] = str(bench.authority)
    assert bench.pull(ca=False).missing == 0


def test_a_file_without_certificates_is_refused(bench: Bench) -> None:
    bench.environ["TRACKER_CA_FILE"] = str(bench.root / "mkdocs.yml")
    with pytest.raises(Refusal, match="TRACKER_CA_FILE"):
        bench.pull(ca=False)


def test_a_known_name_that_leads_into_a_private_network_is_left(bench: Bench, server: FakeTracker) -> None:
    """The settings did not name it, so nothing is said on that connection."""
    sender = over_tls({}, bench.authority, Patience(answer=1))(server.host, True)
    with pytest.raises(DistrustError, match="private network"):
        sender.send("GET", "/", {"Authorization": "Bearer x"})
    assert server.asked == []


def test_a_state_that_cannot_be_read_is_not_written_over(bench: Bench) -> None:
    bench.state.parent.mkdir()
    bench.state.write_text("<<<<<<< ours\n{}\n")
    bench.report("https://github.com/o/r/issues/1")
    with pytest.raises(Refusal, match="conflict"):
        bench.pull()
    assert bench.state.read_text() == "<<<<<<< ours\n{}\n"


def test_a_state_behind_a_link_is_not_written(bench: Bench, server: FakeTracker, github_issue: Issue) -> None:
    outside = bench.root.parent / "outside.json"
    outside.write_text('{"generated_at": "2026-01-01T00:00:00Z", "items": []}')
    bench.state.parent.mkdir()
    bench.state.symlink_to(outside)
    bench.settings({server.host: "kind: github"})
    bench.report(f"https://{server.host}/o/r/issues/1")
    server.on("/api/v3/repos/o/r/issues/1", Reply(data=github_issue(1)))
    with pytest.raises(Refusal):
        bench.pull()
    assert json.loads(outside.read_text())["items"] == []


@pytest.mark.parametrize(
    ("block", "words"),
    [
        ("kind: github, token_from: ghp_abcdefghijklmnopqrstuvwxyz0123456789", "never the token itself"),
        ("kind: bugzilla", "write one of"),
        ("kind: github, token: X", "no known setting"),
        ("kind: github, path: /../x", "path"),
    ],
)
def test_settings_that_cannot_be_taken_are_told_without_a_token(bench: Bench, block: str, words: str) -> None:
    bench.settings({"git.example.org": block})
    with pytest.raises(SettingsError, match=words) as told:
        find_project((), None, {})
    assert "ghp_" not in str(told.value)


@pytest.mark.parametrize("host", ["https://git.example.org", "git.example.org/x", "a b", "-x.org", "x:0"])
def test_a_host_is_a_name_alone(bench: Bench, host: str) -> None:
    bench.settings({host: "kind: github"})
    with pytest.raises(SettingsError, match="names each host alone"):
        find_project((), None, {})


def test_where_no_report_names_a_work_item_nothing_is_written(bench: Bench) -> None:
    bench.report()
    assert "nothing is written" in bench.pull().lines[-1]
    assert not bench.state.exists()
