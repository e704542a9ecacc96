"""A place for captures in a folder of the test's own, and a clock that stands."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from afterword import clock
from afterword.commands.main import cli

NIGHT = datetime(2026, 5, 18, 3, 14, 5, tzinfo=timezone(timedelta(hours=2)))


@pytest.fixture(autouse=True)
def _night(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(clock, "now_here", lambda: NIGHT)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.fixture
def captures(tmp_path: Path) -> Path:
    return tmp_path / "state" / "afterword" / "captures"


@pytest.fixture
def outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A current folder in no repository."""
    folder = tmp_path / "somewhere"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def declare(captures: Path) -> Callable[..., tuple[Result, Path]]:
    """Runs `declare` and gives back the result with the folder that it wrote."""

    def run(*arguments: str | Path, given: bytes = b"") -> tuple[Result, Path]:
        before = set(captures.iterdir()) if captures.is_dir() else set()
        result = CliRunner().invoke(cli, ["declare", *map(str, arguments)], input=given)
        made = set(captures.iterdir()) - before if captures.is_dir() else set()
        return result, made.pop() if len(made) == 1 else Path()

    return run


def manifest(folder: Path) -> dict[str, Any]:
    held: dict[str, Any] = json.loads((folder / "manifest.json").read_bytes())
    return held


def modes(folder: Path) -> Iterator[tuple[str, int]]:
    """Every file and folder with the bits of its mode."""
    for root, folders, files in os.walk(folder):
        for name in (*folders, *files):
            path = Path(root, name)
            yield path.relative_to(folder).as_posix(), path.lstat().st_mode & 0o777


def trace(*models: str, **more: Any) -> str:
    """A trace in OTLP's JSON, one span for each model that answered."""
    spans = [
        {
            "traceId": "1",
            "attributes": [
                {"key": name, "value": {"stringValue": value}}
                for name, value in {"gen_ai.response.model": model, **more}.items()
            ],
        }
        for model in models
    ]
    return json.dumps({"resourceSpans": [{"scopeSpans": [{"spans": spans}]}]})
