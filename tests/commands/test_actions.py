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
    assert hook["always_run"] is True
    assert "files" not in hook


class Kept:
    """A repository that `init` made, with a far side to push to, and a program that answers for the trackers."""

    def __init__(self, home: Path) -> None:
        self.home, self.work = home, home / "work"
        self.git("init", "-q", "--bare", "-b", "main", "far.git", at=home)
        self.git("config", "receive.advertisePushOptions", "true", at=home / "far.git")
        self.git("clone", "-q", "far.git", "work", at=home)
        assert CliRunner().invoke(cli, ["init", str(self.work)]).exit_code == 0
        self.git("add", "-A")
        self.git("commit", "-qm", "first")
        self.git("push", "-q", "origin", "HEAD:main")
        program = home / "bin/afterword"
        program.parent.mkdir()
        program.write_text(
            '#!/bin/sh\nif [ -s "$HOME/answer" ]; then cp "$HOME/answer" postmortems/_state/trackers.json; fi\n'
            'exit "$(cat "$HOME/code")"\n'
        )
        program.chmod(0o755)

    def git(self, *arguments: str, at: Path | None = None) -> str:
        command = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *arguments]
        return subprocess.run(command, cwd=at or self.work, check=True, capture_output=True, text=True).stdout

    def run(self, shell: list[str], script: str, answer: str, code: int, **values: str) -> int:
        (self.home / "answer").write_text(answer)
        (self.home / "code").write_text(str(code))
        environment = {"PATH": f"{self.home}/bin:/usr/bin:/bin", "HOME": str(self.home), **values}
        ran = subprocess.run(
            [*shell, script], env=environment, cwd=self.work, capture_output=True, text=True, check=False
        )
        assert "canary" not in ran.stdout + ran.stderr
        return ran.returncode

    def move_on(self) -> None:
        """Let somebody else push, unknown to the repository here."""
        self.git("clone", "-q", "far.git", "other", at=self.home)
        self.git("commit", "-q", "--allow-empty", "-m", "theirs", at=self.home / "other")
        self.git("push", "-q", at=self.home / "other")

    def lies_in_a_file(self, word: bytes) -> bool:
        return any(word in path.read_bytes() for path in self.work.rglob("*") if path.is_file())

    def far(self) -> tuple[int, str]:
        """How many commits the far side has, and what it keeps."""
        count = int(self.git("rev-list", "--count", "main", at=self.home / "far.git"))
        state = "postmortems/_state/trackers.json"
        there = self.git("ls-tree", "-r", "--name-only", "main", at=self.home / "far.git").splitlines()
        return count, self.git("show", f"main:{state}", at=self.home / "far.git") if state in there else ""


def test_the_state_of_trackers_is_kept_without_the_token(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    steps = yaml.safe_load((kept.work / ".github/workflows/trackers.yml").read_text())["jobs"]["pull"]["steps"]
    ask, keep = (next(step for step in steps if step["name"] == name) for name in ("Ask", "Keep it"))
    assert "${{" not in ask["run"] + keep["run"]
    values = {"TOKEN": "ghs_canary", "STATE": keep["env"]["STATE"], "GITHUB_SERVER_URL": "https://github.com"}
    values["RUNNER_TEMP"] = str(tmp_path)
    shell = ["bash", "-eo", "pipefail", "-c"]

    def run(answer: str) -> int:
        kept.run(shell, ask["run"], answer, 0)
        return kept.run(shell, keep["run"], answer, 0, **values)

    # A new repository has no work item yet.
    assert (run(""), kept.far()) == (0, (1, ""))
    assert (run("{}"), kept.far()) == (0, (2, "{}"))
    assert (run("{}"), kept.far()) == (0, (2, "{}"))
    kept.move_on()
    assert (run('{"items": []}'), kept.far()) == (0, (4, '{"items": []}'))
    assert not kept.lies_in_a_file(b"ghs_canary")


def test_on_gitlab_it_is_kept_too_and_a_tracker_that_is_silent_ends_red(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    job = yaml.safe_load((kept.work / ".gitlab-ci.yml").read_text())["trackers"]
    values = {
        **job["variables"], "AFTERWORD_PUSH_TOKEN": "glpat-canary", "CI_SERVER_URL": "https://gitlab.com",
        "CI_PROJECT_URL": str(tmp_path / "far"), "CI_DEFAULT_BRANCH": "main", "CI_PROJECT_DIR": str(kept.work),
    }  # fmt: skip

    def run(answer: str, code: int) -> int:
        return kept.run(["sh", "-e", "-c"], job["script"][0], answer, code, **values)

    assert (run("", 0), kept.far()) == (0, (1, ""))
    assert (run("{}", 0), kept.far()) == (0, (2, "{}"))
    assert (run("{}", 0), kept.far()) == (0, (2, "{}"))
    kept.move_on()
    assert (run('{"items": []}', 1), kept.far()) == (1, (4, '{"items": []}'))
    assert not kept.lies_in_a_file(b"glpat-canary")
