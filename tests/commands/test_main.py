import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import Result

from afterword import __version__
from afterword.commands import check as check_module

SCRIPT = Path(sys.executable).parent / "afterword"


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "afterword.commands.main", *arguments],
        capture_output=True, text=True, check=False, env={**os.environ, **environment}, timeout=60,
    )  # fmt: skip


def test_the_version_is_told(afterword: Callable[..., Result]) -> None:
    result = afterword("--version")
    assert result.exit_code == 0
    assert result.stdout.strip() == f"afterword, version {__version__}"


@pytest.mark.parametrize(
    "arguments",
    [["chekc"], ["check", "--wat"], ["check", "no-such-file"], ["check", "--format", "xml"], ["new"], ["promote"]],
)
def test_usage_errors_exit_with_2(afterword: Callable[..., Result], repository: Any, arguments: list[str]) -> None:
    result = afterword(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Error: " in result.stderr


def test_broken_settings_exit_with_2_and_say_where(afterword: Callable[..., Result], repository: Any) -> None:
    (repository.root / "mkdocs.yml").write_text("plugins:\n  - afterword:\n      audiense: company\n")
    result = afterword("check", "--format", "json")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("Error: mkdocs.yml:3: ")
    assert "`audience`" in result.stderr


@pytest.mark.parametrize("debug", [False, True])
def test_a_fault_of_ours_exits_with_3(
    afterword: Callable[..., Result], repository: Any, monkeypatch: pytest.MonkeyPatch, *, debug: bool
) -> None:
    def fail(*_: object) -> None:
        message = "a surprise\nover two lines"
        raise RuntimeError(message)

    monkeypatch.setattr(check_module, "check_project", fail)
    monkeypatch.setenv("AFTERWORD_DEBUG", "1" if debug else "")
    result = afterword("check")
    assert result.exit_code == 3
    assert result.stdout == ""
    first, *rest = result.stderr.splitlines()
    assert first == "afterword: internal error: RuntimeError: a surprise over two lines, please report"
    assert bool(rest) is debug


def test_ctrl_c_exits_with_130(
    afterword: Callable[..., Result], repository: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(check_module, "check_project", stop)
    assert afterword("check").exit_code == 130


def test_the_script_is_installed(repository: Any) -> None:
    if not SCRIPT.exists():
        pytest.skip("the package is not installed as a script here")
    done = subprocess.run([str(SCRIPT), "--version"], capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout.strip()) == (0, f"afterword, version {__version__}")


def test_exit_codes_reach_the_shell(repository: Any) -> None:
    path = repository.write("2026-05-18-two-answers", "---\nkind: incidnt\n---\n")
    assert run("check").returncode == 1
    path.unlink()
    assert run("check").returncode == 0
    assert run("check", "--select", "nothing").returncode == 2


def test_a_terminal_without_unicode_still_gets_its_lines(repository: Any) -> None:
    repository.write("2026-05-18-two-answers", "---\ntitle: Two answers to one question\nkind: 模型\n---\n")
    done = run("check", PYTHONIOENCODING="latin-1")
    assert done.returncode == 1
    assert "\\u6a21" in done.stdout
    done = run("check", "--format", "json", PYTHONIOENCODING="latin-1")
    assert any(each["match"] == "模型" for each in json.loads(done.stdout)["findings"])


def test_a_reader_that_has_seen_enough_is_no_fault(repository: Any) -> None:
    for number in range(1, 60):
        repository.write(f"2026-05-18-case-{'x' * number}", "---\nkind: incidnt\n---\n")
    command = f"{sys.executable} -m afterword.commands.main check | head -1"
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=False, timeout=60)
    assert done.stdout.count("\n") == 1
    assert "internal error" not in done.stderr


def test_every_command_has_help(afterword: Callable[..., Result]) -> None:
    from afterword.commands.main import cli

    assert isinstance(cli, click.Group)
    assert {"check", "explain", "new", "promote", "schema"} <= set(cli.commands)
    for name in cli.commands:
        assert afterword(name, "--help").exit_code == 0
