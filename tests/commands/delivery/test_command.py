"""The whole way with the real command as a process: reports in a repository, a mail server with TLS and sign-in, the ledger."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.commands.delivery.conftest import MailServer
from tests.conftest import ROOT
from tests.engines.site import NEAR_MISS, write_site

OPENED = "from pathlib import Path; import os, sys; Path(os.environ['PID']).write_text(str(os.getpid()));"
START = f"{OPENED} from afterword.commands.main import run; sys.argv[0] = 'afterword'; run()"
"""The command, after it has written down by which process it runs, so that the server can kill it."""
WEEK = "1778140800"
"""7 May 2026, in W19; the week that is over is W18."""
NEXT = "1778486400"
"""11 May 2026, the Monday after W19, in which both reports were published."""


class Site:
    """A repository of reports, and the command in it."""

    def __init__(self, root: Path, server: MailServer) -> None:
        self.root, self.server = root, server

    def run(self, *options: str, now: str = NEXT, **environ: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", START, "digest", *options]
        clean = {key: value for key, value in os.environ.items() if not key.startswith(("GITHUB_", "RUNNER_", "CI"))}
        known = {**clean, **self.server.environ, "SOURCE_DATE_EPOCH": now, "PYTHONPATH": str(ROOT / "plugins")}
        known |= {"PID": str(self.server.folder / "pid"), **environ}
        return subprocess.run(
            command, cwd=self.root, env=known, capture_output=True, text=True, timeout=120, check=False
        )

    @property
    def lines(self) -> list[dict[str, Any]]:
        path = self.root / "postmortems/_state/digests.jsonl"
        return [json.loads(each) for each in path.read_text().splitlines()] if path.exists() else []


@pytest.fixture
def site(tmp_path: Path, server: MailServer) -> Site:
    reports = {"2026-05-02-second-price.md": NEAR_MISS.format(title="Assistant named the price of another shop")}
    return Site(write_site(tmp_path / "site", reports=reports), server)


def test_a_digest_is_sent_once_and_what_arrives_is_the_file(site: Site) -> None:
    dry = site.run("--since-last", "--out", "dry")
    assert (dry.returncode, site.server.events, site.lines) == (0, [], [])
    sent = site.run("--since-last", "--out", "out", "--send")
    assert sent.returncode == 0, sent.stdout + sent.stderr
    assert sent.stdout.splitlines()[-1] == "The digest of 2026-W19 (company) was handed over for 3 of 3 recipients."
    assert site.server.messages == [(site.root / "out/digest.eml").read_bytes()]
    assert (site.root / "dry/digest.eml").read_bytes() == site.server.messages[0]
    assert [line["state"] for line in site.lines] == ["pending", "sent"]
    assert [(each["id"], each["new"]) for each in site.lines[-1]["reports"]] == [
        ("2026-05-01-price-nobody-agreed", True),
        ("2026-05-02-second-price", True),
    ]
    for options, said in (
        (("--since-last",), "Nothing to tell: a digest has told every week that is over."),
        (("--week", "2026-W19"), "The digest of 2026-W19 (company) was sent already; nothing is to be done."),
    ):
        again = site.run(*options, "--out", "again", "--send")
        assert (again.returncode, again.stdout.splitlines()[-1]) == (0, said)
    assert len(site.server.messages) == 1
    # Made again beside its own line it is the same.
    assert site.run("--week", "2026-W19", "--out", "again").returncode == 0
    assert (site.root / "again/digest.eml").read_bytes() == site.server.messages[0]


def test_a_test_message_leaves_no_trace(site: Site) -> None:
    ran = site.run("--send", "--to", "me@example.org", "--out", "out")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert site.server.taken == [["me@example.org"]]
    assert site.lines == []
    assert b"To: me@example.org\r\n" in site.server.messages[0]
    # A week that is not over can be tried too, and a test never stands in the way of the digest.
    assert site.run("--week", "2026-W20", "--send", "--to", "me@example.org", "--out", "out").returncode == 0
    assert site.run("--send", "--out", "out").returncode == 0
    ids = [
        next(line for line in each.split(b"\r\n") if line.startswith(b"Message-ID")) for each in site.server.messages
    ]
    assert len(set(ids)) == 3


def test_an_empty_week_is_noted_and_sends_nothing(site: Site) -> None:
    ran = site.run("--since-last", "--out", "out", "--send", now=WEEK)
    assert ran.returncode == 0
    assert [(line["weeks"], line["state"]) for line in site.lines] == [(["2026-W18"], "skipped-empty")]
    assert site.server.events == []
    assert site.run("--since-last", "--out", "out", "--send").returncode == 0
    assert [(line["weeks"], line["state"]) for line in site.lines][1:] == [
        (["2026-W19"], "pending"),
        (["2026-W19"], "sent"),
    ]


def test_a_digest_that_was_cut_off_stops_until_somebody_asks(site: Site) -> None:
    site.server.asks(kill="answered")
    assert site.run("--since-last", "--out", "out", "--send").returncode == -9
    site.server.asks()
    for _ in range(2):
        ran = site.run("--since-last", "--out", "out", "--send")
        assert ran.returncode == 1
        assert "2026-W19 is pending. It is not sent again unasked." in ran.stdout
    # The weeks after it do not wait.
    later = site.run("--since-last", "--out", "out", "--send", now="1779091200")
    assert (later.returncode, site.lines[-1]["weeks"], site.lines[-1]["state"]) == (0, ["2026-W20"], "skipped-empty")
    assert later.stderr.splitlines() == [
        "note: nobody knows whether this was delivered: 2026-W19 is pending; it is not sent again",
        "note: it is 2026-05-18 by `SOURCE_DATE_EPOCH`, and the weeks that are over follow from it",
    ]
    again = site.run("--since-last", "--out", "out", "--send", "--resend-ambiguous", now="1779091200")
    assert again.returncode == 0, again.stdout
    assert site.server.messages[0] == site.server.messages[1]
    assert (site.lines[-1]["weeks"], site.lines[-1]["state"]) == (["2026-W19"], "sent")


def test_whoever_names_one_of_several_weeks_gets_their_digest_sent_again(site: Site) -> None:
    path = site.root / "postmortems/_state/digests.jsonl"
    path.parent.mkdir()
    begun = '{"weeks":["2026-W18","2026-W19"],"edition":"company","state":"pending"}\n'
    path.write_text(begun)
    for _ in range(2):
        ran = site.run("--week", "2026-W19", "--out", "out", "--send")
        assert ran.returncode == 1
        assert "2026-W18 to 2026-W19 is pending. Nothing was sent." in ran.stdout
        assert "`--resend-ambiguous`" in ran.stdout
        assert "--since-last" not in ran.stdout
    assert site.server.taken == []
    ran = site.run("--week", "2026-W19", "--out", "out", "--send", "--resend-ambiguous")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "The digest of 2026-W18 to 2026-W19 (company) was handed over for 3 of 3 recipients." in ran.stdout
    assert [line["state"] for line in site.lines] == ["pending", "pending", "sent"]


def test_a_partial_refusal_is_told_by_hash(site: Site) -> None:
    site.server.asks(refuse={"bob@example.org": 550})
    ran = site.run("--since-last", "--out", "out", "--send")
    assert ran.returncode == 1
    assert "was handed over for 2 of 3 recipients." in ran.stdout
    assert "turned down with code 550" in ran.stdout
    assert "bob@" not in ran.stdout + ran.stderr
    assert sorted(site.lines[-1]["recipients"].values()) == ["refused 550", "sent", "sent"]


def test_a_secret_is_in_no_output(site: Site) -> None:
    ran = site.run("--since-last", "--out", "out", "--send", SMTP_PASSWORD="wrong-s3cret")
    assert ran.returncode == 2
    assert "s3cret" not in ran.stdout + ran.stderr
    assert site.lines == []
