"""The workflow that opens a pull request with a draft: its shell steps as they are, against a bare repository."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from afterword.commands.issue_form.questions import QUESTIONS, UNLINK
from afterword.commands.main import cli

LABELS = {each.name: each.label for each in QUESTIONS}
GH = """\
#!/bin/sh
# Writes down how it was called, and what it was given to read; knows which pull requests were opened.
echo "$*" >> "$RUNNER_TEMP/gh"
case "$1 $2" in
  "pr list") cat "$HOME/opened" 2> /dev/null; exit 0 ;;
  "pr create")
    if [ -e "$HOME/off" ]; then echo "GitHub Actions is not permitted to create or approve pull requests" >&2; exit 1; fi
    echo https://github.com/example-org/learning/pull/7 > "$HOME/opened" ;;
esac
while [ $# -gt 0 ]; do
  if [ "$1" = --body-file ]; then cat "$2" >> "$RUNNER_TEMP/gh"; fi
  shift
done
echo https://github.com/example-org/learning/pull/7
"""

STAND_IN = """\
#!/bin/sh
# Does as the command does, for what of it is tested elsewhere, and quicker.
if [ "$1" = check ]; then cat "$HOME/findings" 2> /dev/null || echo "1 report, 0 errors, 0 warnings"; exit; fi
path=postmortems/reports/2026/2026-03-11-a-voucher.md
mkdir -p "${path%/*}"
cp "$3" "$path"
echo "wrote $path"
if grep -q -F "[x]" "$3"; then echo "$UNLINKED"; fi
"""


@dataclass
class Runner:
    """A machine on which the workflow runs."""

    home: Path
    scripts: tuple[str, str]
    environ: dict[str, str]

    def git(self, *arguments: str, at: str = "far") -> str:
        ran = subprocess.run(["git", *arguments], cwd=self.home / at, check=True, capture_output=True, text=True)
        return ran.stdout

    def run(self, issue: dict[str, Any]) -> int:
        """The steps in a fresh checkout; gives the exit code."""
        at = f"work{len(list(self.home.glob('work*')))}"
        self.git("clone", "-q", "far", at, at=".")
        temporary = self.home / f"{at}-temp"
        temporary.mkdir()
        event = temporary / "event.json"
        event.write_text(json.dumps({"action": "labeled", "issue": issue, "sender": {"login": "canary-login"}}))
        environ = {**self.environ, "RUNNER_TEMP": str(temporary), "GITHUB_EVENT_PATH": str(event)}
        self.told = temporary / "gh"
        for script in self.scripts:
            ran = subprocess.run(
                ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
                cwd=self.home / at, env=environ, capture_output=True, text=True, check=False,
            )  # fmt: skip
            if ran.returncode:
                return ran.returncode
        files = [path.read_bytes() for path in (self.home / at).rglob("*") if path.is_file()]
        assert not [content for content in files if b"ghs_canary" in content]
        return 0


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    assert CliRunner().invoke(cli, ["init", str(tmp_path / "first")]).exit_code == 0
    workflow = yaml.safe_load((tmp_path / "first/.github/workflows/draft.yml").read_text())
    job = workflow["jobs"]["draft"]
    assert workflow["permissions"] == {}
    assert job["permissions"] == {"contents": "write", "pull-requests": "write", "issues": "write"}
    assert job["defaults"]["run"]["shell"] == "bash"
    make, publish = job["steps"][-2:]
    for step in job["steps"]:
        assert "${{" not in step.get("run", "")
    assert set(publish["env"].values()) - {publish["env"]["UNLINKED"]} == {
        "${{ github.token }}", "${{ github.event.issue.number }}",
    }  # fmt: skip
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "gh").write_text(GH)
    (tools / "afterword").write_text(f'#!/bin/sh\nexec {sys.executable} -m afterword "$@"\n')
    for each in tools.iterdir():
        each.chmod(0o755)
    environ = {
        "PATH": f"{tools}:/usr/local/bin:/usr/bin:/bin", "HOME": str(tmp_path), "GH_TOKEN": "ghs_canary", "ISSUE": "12",
        "UNLINKED": publish["env"]["UNLINKED"], "GITHUB_REPOSITORY": "example-org/learning", "GITHUB_REF_NAME": "main",
        "GITHUB_SERVER_URL": "https://github.com", "SOURCE_DATE_EPOCH": "1779105600",
        "PYTHONPATH": os.environ.get("PYTHONPATH", ""),
    }  # fmt: skip
    made = Runner(tmp_path, (make["run"], publish["run"]), environ)
    made.git("init", "-q", "-b", "main", at="first")
    made.git("add", "-A", at="first")
    made.git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "first", at="first")
    made.git("clone", "-q", "--bare", "first", "far", at=".")
    return made


def stand_in(runner: Runner) -> None:
    (runner.home / "tools/afterword").write_text(STAND_IN)


def issue(text: str = "The assistant offered a voucher twice.", **more: str) -> dict[str, Any]:
    answers = {"happened": text, "when": "2026-03-11", "system": "shop-assistant", **more}
    body = "\n\n".join(f"### {LABELS[name]}\n\n{told}" for name, told in answers.items())
    return {
        "number": 12,
        "title": "A voucher $(touch pwned) `id` twice",
        "body": body,
        "user": {"login": "canary-login"},
    }


@pytest.mark.heavy
def test_a_draft_is_pushed_and_its_pull_request_opened(runner: Runner) -> None:
    assert runner.run(issue('It said $(touch pwned); "`touch pwned`" ${{ github.token }} \'\n```\n@jane #3')) == 0
    name = "2026-03-11-a-voucher-touch-pwned-id-twice"
    assert runner.git("branch", "--list", "report/*").split() == [f"report/{name}"]
    changed = runner.git("diff", "--name-only", f"main..report/{name}").splitlines()
    assert changed == [f"postmortems/reports/2026/{name}.md"]
    commit = runner.git("show", "--no-patch", "--format=%an %s", f"report/{name}")
    assert commit == "draft A draft from the issue form\n"
    told = runner.told.read_text()
    assert f"pr create --repo example-org/learning --base main --head report/{name} --title Draft: {name}" in told
    assert "A draft of what was told in the issue form (#12)." in told
    assert "\n    wrote postmortems/reports/2026/" in told
    assert "\n    1 report, 0 errors, " in told
    assert told.endswith("Thank you. The draft stands in https://github.com/example-org/learning/pull/7, where it is "
                         "written on and reviewed.\n")  # fmt: skip
    assert "canary" not in told
    assert not list(runner.home.rglob("pwned"))


def test_a_label_set_again_changes_nothing(runner: Runner) -> None:
    stand_in(runner)
    assert runner.run(issue("`touch pwned` $(touch pwned)")) == 0
    before = runner.git("show-ref")
    assert runner.git("branch", "--list", "report/*").split() == ["report/2026-03-11-a-voucher"]
    opened = runner.told.read_text()
    assert (
        "pr create --repo example-org/learning --base main --head report/2026-03-11-a-voucher --title Draft: " in opened
    )
    assert "(#12). Read it before" in opened
    assert "stands in https://github.com/example-org/learning/pull/7," in opened
    assert not list(runner.home.rglob("pwned"))
    assert runner.run(issue("Quite another text.")) == 0
    assert runner.git("show-ref") == before
    told = runner.told.read_text()
    assert "pr create" not in told
    assert told.startswith("issue comment 12 --repo example-org/learning --body-file -\nThe branch `report/2026-03-11-")
    assert "is there already and was left as it is" in told
    assert "give this issue another title" in told
    assert runner.run(issue("`touch pwned` $(touch pwned)")) == 0
    assert runner.git("show-ref") == before
    assert "pr create" not in runner.told.read_text()


def test_a_switch_that_is_off_is_named_and_the_label_set_again_goes_on(runner: Runner) -> None:
    stand_in(runner)
    (runner.home / "off").touch()
    assert runner.run(issue()) == 1
    told = runner.told.read_text()
    assert "The draft stands in the branch `report/2026-03-11-a-voucher`, and its pull request could not be" in told
    assert '"Allow GitHub Actions to create and approve pull requests"' in told
    before = runner.git("show-ref")
    (runner.home / "off").unlink()
    # Another issue that comes to the same name does not get its number into the pull request of this one.
    assert runner.run(issue("Quite another text.")) == 0
    assert "pr create" not in runner.told.read_text()
    assert runner.run(issue()) == 0
    assert runner.git("show-ref") == before
    told = runner.told.read_text()
    assert "--head report/2026-03-11-a-voucher --title Draft: " in told
    assert "stands in https://github.com/example-org/learning/pull/7," in told


@pytest.mark.parametrize("changed", ["postmortems/reports/2026/2026-03-11-a-voucher.md", "README.md"])
def test_a_branch_that_somebody_wrote_in_is_left(runner: Runner, changed: str) -> None:
    stand_in(runner)
    (runner.home / "off").touch()
    assert runner.run(issue()) == 1
    (runner.home / "off").unlink()
    runner.git("clone", "-q", "-b", "report/2026-03-11-a-voucher", "far", "theirs", at=".")
    (runner.home / "theirs" / changed).write_text("theirs")
    runner.git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qam", "on", at="theirs")
    runner.git("push", "-q", at="theirs")
    before = runner.git("show-ref")
    assert runner.run(issue()) == 0
    assert runner.git("show-ref") == before
    told = runner.told.read_text()
    assert "pr create" not in told
    assert "was left as it is" in told


@pytest.mark.parametrize("line", ["x" * 400 + "é…\n", "x" * 19_994 + "é", "é" * 30_000, "\n"])
def test_what_is_too_long_is_cut_by_whole_lines_and_told(runner: Runner, line: str) -> None:
    stand_in(runner)
    (runner.home / "findings").write_text(line * (1 if len(line) > 1_000 else 30_000))
    assert runner.run(issue()) == 0
    told = runner.told.read_text()
    assert len(told.encode()) < 65_536
    assert "\n    (cut here: this is not all of it)\n" in told
    assert f"\n    {line.strip()}\n" in told or len(line) > 1_000
    assert "Thank you." in told


def test_whoever_wishes_it_is_not_linked_with_the_draft(runner: Runner) -> None:
    stand_in(runner)
    assert runner.run(issue(links=f"- [x] {UNLINK}")) == 0
    told = runner.told.read_text()
    assert "#12" not in told
    assert "/pull/" not in told.replace("--body-file", "")
    assert "The draft stands in the branch `report/2026-03-11-" in told


@pytest.mark.heavy
def test_what_cannot_be_a_draft_is_answered_in_words(runner: Runner) -> None:
    before = runner.git("show-ref")
    assert runner.run(issue(readers="Only a few people")) == 1
    assert runner.git("show-ref") == before
    told = runner.told.read_text()
    assert "No draft was made of this:\n\n    Error: the issue asks for a report that is restricted" in told
    assert "pr create" not in told


@pytest.mark.heavy
def test_findings_of_any_length_fit_into_a_pull_request(runner: Runner) -> None:
    assert runner.run(issue("The engineer forgot it — again and é. " * 1_500)) == 0
    assert len(runner.told.read_text()) < 65_536
