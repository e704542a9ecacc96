"""A small repository to run commands in, and a way to run them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from afterword.commands.main import cli

CONFIG = """\
site_name: Reports
docs_dir: postmortems
exclude_docs: |
  /reports/
  /evidence/
  /_*
plugins:
  - afterword:
      zone: Europe/Berlin
"""
DRAFT = """\
---
schema: 1
title: Assistant gave two answers to one question
lifecycle: draft
system:
  name: shop-assistant
---

## What happened

The assistant gave two answers.
"""
NOON = "1779105600"
"""2026-05-18, noon, UTC."""


@dataclass(frozen=True)
class Repository:
    """A repository of reports on the disk."""

    root: Path

    @property
    def reports(self) -> Path:
        return self.root / "postmortems" / "reports"

    def write(self, name: str, text: str) -> Path:
        """Write a report by its id."""
        path = self.reports / name[:4] / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        return path


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOON)
    for name in ("CI", "GITHUB_ACTIONS", "RUNNER_ENVIRONMENT", "AFTERWORD_DEBUG", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    root = tmp_path / "repository"
    (root / ".git").mkdir(parents=True)
    (root / "postmortems").mkdir()
    (root / "mkdocs.yml").write_text(CONFIG)
    monkeypatch.chdir(root)
    return Repository(root)


@pytest.fixture
def afterword() -> Callable[..., Result]:
    """Runs one command in the current folder."""

    def run(*arguments: str | Path) -> Result:
        return CliRunner().invoke(cli, [str(each) for each in arguments])

    return run
