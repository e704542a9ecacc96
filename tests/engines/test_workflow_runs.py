"""The check that `init` writes for pull requests, run step by step as a forge runs it, at the root and below it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from afterword.commands.main import cli
from tests.engines.site import NEAR_MISS

BIN = Path(sys.executable).parent
NAME = "2026-05-01-price"


class Change:
    """A repository on a branch with one report more than `main`."""

    def __init__(self, root: Path, folder: str) -> None:
        self.root, self.place = root, root / folder
        self.git("init", "-q", "-b", "main", at=root.parent)
        assert CliRunner().invoke(cli, ["init", str(self.place)]).exit_code == 0
        if folder != ".":
            # As `init` says: both forges read theirs at the root alone.
            for name in (".github", ".gitlab"):
                shutil.move(self.place / name, root)
        self.base = self.commit("first")
        self.git("checkout", "-q", "-b", "change")
        report = self.place / f"postmortems/reports/2026/{NAME}.md"
        report.write_text(NEAR_MISS.format(title="Assistant named a price nobody had agreed"))
        self.commit("one more")

    def git(self, *arguments: str, at: Path | None = None) -> str:
        command = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *arguments]
        if arguments[0] == "init":
            command.append(str(self.root))
        ran = subprocess.run(command, cwd=at or self.root, check=True, capture_output=True, text=True)
        return ran.stdout.strip()

    def commit(self, message: str) -> str:
        self.git("add", "-A")
        self.git("commit", "-qm", message)
        return self.git("rev-parse", "HEAD")

    def run(self, shell: list[str], script: str, **values: str) -> str:
        home = self.root.parent
        environment = {
            "PATH": f"{home}/bin:{BIN}:/usr/bin:/bin", "HOME": str(home), "RUNNER_TEMP": str(home), **values,
            "SOURCE_DATE_EPOCH": "1795392000", "NO_MKDOCS_2_WARNING": "1",
        }  # fmt: skip
        ran = subprocess.run(
            [*shell, script], cwd=self.place, env=environment, capture_output=True, text=True, check=False
        )
        assert ran.returncode == 0, (script, ran.stdout, ran.stderr)
        return ran.stdout

    def assert_is_previewed(self) -> None:
        page = f"reports/{NAME}/index.html"
        assert (self.place / "preview" / page).exists()
        assert (self.place / "site/index.html").exists()
        listed = json.loads((self.place / "site/api/v1/reports.json").read_text())
        assert [each["id"] for each in listed["reports"]] == [NAME]


@pytest.fixture(params=[".", "teams/learning"])
def change(request: pytest.FixtureRequest, tmp_path: Path) -> Change:
    return Change(tmp_path / "r", request.param)


@pytest.mark.heavy
@pytest.mark.engine
def test_on_github(change: Change) -> None:
    answers = change.root.parent / "bin/gh"
    answers.parent.mkdir()
    answers.write_text("#!/bin/sh\necho '[]'\n")
    answers.chmod(0o755)
    summary = change.root.parent / "summary.md"
    filled = {
        "github.token": "x", "github.event.pull_request.number": "7", "github.event.pull_request.base.sha": change.base,
        "github.event.before": "", "github.event.repository.default_branch": "main",
    }  # fmt: skip
    told = []
    job = yaml.safe_load((change.root / ".github/workflows/check.yml").read_text())["jobs"]["check"]
    given = job.get("defaults", {"run": {"working-directory": "."}})["run"]["working-directory"]
    assert (change.root / given).resolve() == change.place.resolve()
    for step in job["steps"]:
        if "run" not in step or "pip install" in step["run"]:
            continue
        values = {key: filled.get(value.strip("${} "), value) for key, value in step.get("env", {}).items()}
        told.append(
            change.run(
                ["bash", "-eo", "pipefail", "-c"], step["run"], **values, GITHUB_STEP_SUMMARY=str(summary),
                GITHUB_REPOSITORY="o/r", GITHUB_WORKSPACE=str(change.root), GITHUB_SHA=change.git("rev-parse", "HEAD"),
            )
        )  # fmt: skip
    assert "What this change does to the whole" in summary.read_text()
    assert "Assistant named a price nobody had agreed" in summary.read_text()
    change.assert_is_previewed()


@pytest.mark.heavy
@pytest.mark.engine
def test_on_gitlab(change: Change) -> None:
    job = yaml.safe_load((change.place / ".gitlab-ci.yml").read_text())["check"]
    for script in job["script"]:
        change.run(
            ["sh", "-e", "-c"], script, CI_PROJECT_DIR=str(change.root), CI_MERGE_REQUEST_IID="7",
            CI_MERGE_REQUEST_DIFF_BASE_SHA=change.base,
        )  # fmt: skip
    change.assert_is_previewed()
    # Nothing was found, which is an empty list for GitLab.
    assert json.loads((change.place / "code-quality.json").read_text()) == []
    assert "Assistant named a price nobody had agreed" in (change.place / "impact.md").read_text()
    kept = [*job["artifacts"]["paths"], job["artifacts"]["reports"]["codequality"]]
    assert [path for path in kept if not (change.root / path).exists()] == []
