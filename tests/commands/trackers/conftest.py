"""A repository whose reports name work items on a local server, and a way to pull."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import trustme
from tests.commands.trackers.server import FakeTracker

from afterword.commands.find_project import find_project
from afterword.commands.trackers.patience import Patience
from afterword.commands.trackers.pull import run_pull
from afterword.commands.trackers.sign_in import over_tls
from afterword.commands.trackers.told import Told

CONFIG = """\
site_name: Reports
site_url: https://reports.example.org/
docs_dir: postmortems
exclude_docs: |
  /reports/
  /evidence/
  /_*
plugins:
  - afterword:
      audience: company
      trackers:
        hosts:
"""
REPORT = """\
---
schema: 1
title: Assistant gave two answers to one question
lifecycle: draft
remediations:
"""
TOKEN = "made-up-" + "token-0123456789abcdef"
NOON = "1779105600"
"""2026-05-18, noon, UTC."""


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="session")
def _two(authority: trustme.CA) -> Iterator[tuple[FakeTracker, FakeTracker]]:
    servers = FakeTracker(authority), FakeTracker(authority)
    yield servers
    for each in servers:
        each.stop()


@pytest.fixture
def server(_two: tuple[FakeTracker, FakeTracker]) -> FakeTracker:
    _two[0].forget()
    return _two[0]


@pytest.fixture
def stranger(_two: tuple[FakeTracker, FakeTracker]) -> FakeTracker:
    """A second host, to which nothing is to be sent."""
    _two[1].forget()
    return _two[1]


@dataclass
class Bench:
    """A repository and a clock that only moves when somebody sleeps."""

    root: Path
    authority: Path
    environ: dict[str, str] = field(default_factory=lambda: {"SOURCE_DATE_EPOCH": NOON, "TOKEN_THERE": TOKEN})
    slept: list[float] = field(default_factory=list)
    time: float = float(NOON)

    @property
    def state(self) -> Path:
        return self.root / "postmortems/_state/trackers.json"

    def settings(self, hosts: dict[str, str], more: str = "") -> None:
        lines = "".join(f'          "{host}": {{{block}}}\n' for host, block in hosts.items()) or "          {}\n"
        (self.root / "mkdocs.yml").write_text(CONFIG + lines + more)

    def report(self, *urls: str, name: str = "2026-03-11-case") -> None:
        path = self.root / f"postmortems/reports/2026/{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        entries = "".join(
            f"  - id: RM-{place}\n    title: Change {place}\n    status: accepted\n    tracker: {json.dumps(url)}\n"
            for place, url in enumerate(urls, 1)
        )
        path.write_text(f"{REPORT}{entries}---\n\n## What happened\n\nIt did.\n")

    def pull(self, *files: Path, ca: bool = True, answer: float = 10) -> Told:
        patience = Patience(answer=answer, now=lambda: self.time, sleep=self._sleep)
        sender = None if files else over_tls(self.environ, self.authority if ca else None, patience)
        return run_pull(find_project((), None, self.environ), files, self.environ, patience, sender)

    def items(self) -> dict[str, Any]:
        return {each["url"]: each for each in json.loads(self.state.read_text())["items"]}

    def _sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds


@pytest.fixture
def bench(tmp_path: Path, authority: trustme.CA, monkeypatch: pytest.MonkeyPatch) -> Bench:
    root = tmp_path / "repository"
    (root / ".git").mkdir(parents=True)
    (root / "postmortems").mkdir()
    monkeypatch.chdir(root)
    for name in ("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    trusted = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(str(trusted))
    made = Bench(root, trusted)
    made.settings({})
    return made


Issue = Callable[..., dict[str, Any]]


@pytest.fixture
def github_issue() -> Issue:
    """An issue as the REST API answers, with the names and texts that are left behind."""

    def make(number: int, **fields: Any) -> dict[str, Any]:
        return {
            "url": f"https://api.github.com/repos/octo/shop/issues/{number}",
            "html_url": f"https://github.com/octo/shop/issues/{number}",
            "number": number,
            "state": "open",
            "state_reason": None,
            "title": "Ask Maria Muster about the prompt",
            "body": "Maria Muster knows",
            "user": {"login": "maria-muster", "id": 1},
            "assignee": {"login": "maria-muster"},
            "assignees": [{"login": "maria-muster"}],
            "labels": [{"id": 1, "name": "learning-report"}],
            "milestone": None,
            "closed_at": None,
            "created_at": "2026-03-01T10:00:00Z",
            "updated_at": "2026-03-02T10:00:00Z",
            "closed_by": None,
            **fields,
        }

    return make
