"""A sender that is killed anywhere: afterwards there was one delivery, or every further run says why it stops."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from tests.commands.delivery.conftest import BRANCH, TEAM, MailServer, run_apart, start_apart

POINTS = ("ehlo", "rcpt", "end", "answered", "quit")


def ledger_of(repository: Path, store: str) -> bytes:
    if store == BRANCH:
        shown = subprocess.run(
            ["git", "show", "digest-state:digests.jsonl"], cwd=repository.parent / "remote.git", capture_output=True
        )
        return shown.stdout
    path = repository / "docs/_state" / store
    return path.read_bytes() if path.exists() else b""


def states(repository: Path, store: str) -> list[str]:
    return [json.loads(line)["state"] for line in ledger_of(repository, store).splitlines()]


@pytest.mark.parametrize(
    ("store", "point"),
    [*(("digests.jsonl", point) for point in POINTS), (BRANCH, "rcpt"), (BRANCH, "answered"), (BRANCH, "quit")],
)
def test_a_sender_that_is_killed(server: MailServer, repository: Path, store: str, point: str) -> None:
    server.asks(kill=point)
    assert run_apart(server, repository, store=store).returncode == -9
    assert f"killed at {point}" in server.events
    server.asks()
    expected = {"ehlo": [], "quit": ["pending", "sent"]}.get(point, ["pending"])
    assert states(repository, store) == expected
    taken = len(server.taken)
    assert taken == (0 if point in {"ehlo", "rcpt"} else 1)
    runs = [run_apart(server, repository, store=store) for _ in range(5)]
    if point in {"ehlo", "quit"}:
        assert [run.returncode for run in runs] == [0] * 5
        assert server.taken == [list(TEAM)]
        assert states(repository, store) == ["pending", "sent"]
    else:
        assert [run.returncode for run in runs] == [1] * 5
        assert all("cut off" in run.stdout and "--resend-ambiguous" in run.stdout for run in runs)
        assert len(server.taken) == taken
        assert states(repository, store) == ["pending"]
        # Somebody has looked, and wants it sent.
        assert run_apart(server, repository, "--resend", store=store).returncode == 0
        assert len(server.taken) == taken + 1
        assert states(repository, store) == ["pending", "pending", "sent"]


@pytest.mark.parametrize("store", ["digests.jsonl", BRANCH])
def test_two_runs_at_the_same_time_deliver_once(server: MailServer, repository: Path, store: str) -> None:
    for _ in range(3):
        waits = [start_apart(server, repository, store=store) for _ in range(3)]
        runs = [wait() for wait in waits]
        assert all(run.returncode in {0, 1} for run in runs), [run.stdout for run in runs]
        assert any(run.returncode == 0 for run in runs)
    assert server.taken == [list(TEAM)]
    assert states(repository, store) == ["pending", "sent"]


def test_a_host_that_forgets_its_files_is_refused(server: MailServer, repository: Path) -> None:
    server.environ["RUNNER_ENVIRONMENT"] = "github-hosted"
    ran = run_apart(server, repository)
    assert ran.returncode == 2
    assert "branch:digest-state" in ran.stdout
    assert server.events == []
    assert run_apart(server, repository, store=BRANCH).returncode == 0
