"""The composite actions and the hook for pre-commit: sound, and what is given reaches the command as it is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from tests.conftest import ROOT

from afterword.commands.main import cli

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


def test_the_state_of_trackers_is_kept_without_the_token(tmp_path: Path) -> None:
    (tmp_path / "r").mkdir()
    assert CliRunner().invoke(cli, ["init", str(tmp_path / "r")]).exit_code == 0
    workflow = yaml.safe_load((tmp_path / "r/.github/workflows/trackers.yml").read_text())
    keep = next(step for step in workflow["jobs"]["pull"]["steps"] if step["name"] == "Keep it")
    assert "${{" not in keep["run"]

    def git(*arguments: str, at: str = "work") -> str:
        identity = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
        return subprocess.run(
            ["git", *identity, *arguments], cwd=tmp_path / at, check=True, capture_output=True, text=True
        ).stdout

    git("init", "-q", "--bare", "-b", "main", "far", at=".")
    git("clone", "-q", "far", "work", at=".")
    state = tmp_path / "work/postmortems/_state/trackers.json"
    state.parent.mkdir(parents=True)
    state.write_text("{}")
    git("add", "-A")
    git("commit", "-qm", "first")
    git("push", "-q", "origin", "HEAD:main")
    environment = {
        "TOKEN": "ghs_canary", "STATE": keep["env"]["STATE"], "GITHUB_SERVER_URL": "https://github.com",
        "PATH": "/usr/bin:/bin:/usr/local/bin", "HOME": str(tmp_path),
    }  # fmt: skip

    def run() -> None:
        subprocess.run(
            ["bash", "-eo", "pipefail", "-c", keep["run"]], env=environment, cwd=tmp_path / "work", check=True
        )

    run()
    assert git("rev-list", "--count", "main", at="far") == "1\n"
    state.write_text('{"items": []}')
    run()
    assert git("show", "main:postmortems/_state/trackers.json", at="far") == '{"items": []}'
    files = [path.read_bytes() for path in (tmp_path / "work").rglob("*") if path.is_file()]
    assert not [content for content in files if b"ghs_canary" in content]
