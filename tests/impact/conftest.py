"""One repository with a past for all tests, copied for each, and a way to ask what a change does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.impact.sample import BASE, Files, History, copy_history, make_history

from afterword.commands.main import cli
from afterword.impact.view import Impact

NOON = "1779105600"
"""2026-05-18, noon, UTC: a Monday."""
Tell = Callable[..., Impact]


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOON)
    for name in ("CI", "GITHUB_ACTIONS", "AFTERWORD_DEBUG", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def known(tmp_path_factory: pytest.TempPathFactory) -> History:
    return make_history(tmp_path_factory.mktemp("impact") / "base", BASE)


@pytest.fixture
def history(known: History, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> History:
    """A copy of it, with the current folder inside."""
    copied = copy_history(known, tmp_path / "repository")
    monkeypatch.chdir(copied.root)
    return copied


@pytest.fixture
def afterword() -> Callable[..., Result]:
    """Runs one command in the current folder."""

    def run(*arguments: str | Path) -> Result:
        return CliRunner().invoke(cli, [str(each) for each in arguments])

    return run


@pytest.fixture
def tell(history: History, afterword: Callable[..., Result]) -> Tell:
    """What a change, given as files, does."""

    def run(files: Files, *arguments: str) -> Impact:
        history.write(files)
        result = afterword("impact", "--base", "main", "--format", "json", *arguments)
        assert result.exit_code == 0, result.output
        return Impact.model_validate_json(result.stdout)

    return run
