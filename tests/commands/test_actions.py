"""The composite actions and the hook for pre-commit: sound, and what is given reaches the command as it is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from tests.conftest import ROOT

ACTION = ROOT / ".github/actions/check/action.yml"


def test_the_actions_are_sound() -> None:
    ran = subprocess.run(
        [Path(sys.executable).parent / "zizmor", "--offline", "--persona", "pedantic", "--no-progress", ACTION.parents[1]],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize(
    ("since", "sarif", "expected"),
    [
        ("", "", ["check --format github"]),
        ("origin/main; rm -rf *", "", ["check --format github --changed-since origin/main; rm -rf *"]),
        ("", "out $(x).sarif", ["check --format sarif", "check --format github"]),
    ],
)
def test_what_the_check_is_given_reaches_the_command(
    since: str, sarif: str, expected: list[str], tmp_path: Path
) -> None:
    action = yaml.safe_load(ACTION.read_text())
    install, check = action["runs"]["steps"]
    assert "${{" not in install["run"] + check["run"]
    source = install["env"]["SOURCE"].replace("${{ github.action_path }}", str(ACTION.parent))
    assert (Path(source) / "pyproject.toml").resolve() == ROOT / "pyproject.toml"
    program = tmp_path / "afterword/bin/afterword"
    program.parent.mkdir(parents=True)
    program.write_text('#!/bin/sh\necho "$*" >> "$RUNNER_TEMP/arguments"\n')
    program.chmod(0o755)
    environment = {"SINCE": since, "SARIF": sarif, "RUNNER_TEMP": str(tmp_path), "PATH": "/usr/bin:/bin"}
    subprocess.run(["bash", "-eo", "pipefail", "-c", check["run"]], env=environment, cwd=tmp_path, check=True)
    assert (tmp_path / "arguments").read_text().splitlines() == expected
    assert not sarif or (tmp_path / sarif).exists()


def test_the_hook_checks_all_reports_at_once() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    assert (hook["entry"], hook["pass_filenames"], hook["require_serial"]) == ("afterword check", False, True)
