"""What `init` writes to count reviews: run as the forge would, on real git, with its program for questions replaced."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from afterword.commands.main import cli

BIN = Path(sys.executable).parent
ROLES = "      approvals: {roles: {product-owner: [octo], privacy-officer: [hubot]}}\n"
ANSWERS = """\
#!{python}
import json, os, sys
told = json.load(open({told!r}))
path = next(each for each in sys.argv[1:] if each.startswith("repos/"))
open({asked!r}, "a").write(path + "\\n")
if path.endswith("/reviews"):
    print(json.dumps(told["reviews"].get(path.split("/")[-2], [])))
else:
    assert "env.INTO" in sys.argv[-1] and os.environ["INTO"] == "main"
    print(*told["pulls"].get(path.split("/")[-2], []), sep="\\n")
"""


class Forge:
    """A repository that `init` made, its far side, and what the forge answers."""

    def __init__(self, home: Path) -> None:
        self.home, self.work = home, home / "work"
        self.told: dict[str, dict[str, object]] = {"reviews": {}, "pulls": {}}
        self.git("init", "-q", "--bare", "-b", "main", "far", at=home)
        self.git("clone", "-q", "far", "work", at=home)
        assert CliRunner().invoke(cli, ["init", str(self.work)]).exit_code == 0
        settings = self.work / "mkdocs.yml"
        settings.write_text(settings.read_text().replace("  - afterword:\n", "  - afterword:\n" + ROLES))
        self.first = self.commit("first")
        self.git("push", "-q", "origin", "HEAD:main")
        program = home / "bin/gh"
        program.parent.mkdir()
        values = {"told": str(home / "told.json"), "asked": str(home / "asked"), "python": sys.executable}
        program.write_text(ANSWERS.format(**values))
        program.chmod(0o755)

    def git(self, *arguments: str, at: Path | None = None) -> str:
        command = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *arguments]
        return subprocess.run(command, cwd=at or self.work, check=True, capture_output=True, text=True).stdout.strip()

    def commit(self, message: str) -> str:
        self.git("add", "-A")
        self.git("commit", "-qm", message)
        return self.git("rev-parse", "HEAD")

    def bring(self, name: str, pull: int, reviews: list[tuple[str, str]]) -> str:
        """Write a report, let a pull request of these reviews bring it, and give its commit."""
        path = self.work / f"postmortems/reports/2026/{name}.md"
        path.write_text("---\ntitle: It gave two answers\nlifecycle: draft\nsystem: {name: chat}\n---\n\nIt did.\n")
        commit = self.commit(name)
        self.told["pulls"][commit] = [pull]
        self.told["reviews"][str(pull)] = [
            {"user": {"login": login}, "state": state, "submitted_at": "2026-05-02T08:00:00Z", "commit_id": commit,
             "pull_request_url": f"https://api.github.com/repos/o/r/pulls/{pull}"}
            for login, state in reviews
        ]  # fmt: skip
        return commit

    def step(self, workflow: str, name: str, **values: str) -> subprocess.CompletedProcess[str]:
        """Run one step of a workflow, with these values in the place of what the forge would fill in."""
        jobs = yaml.safe_load((self.work / f".github/workflows/{workflow}.yml").read_text())["jobs"]
        step = next(each for each in next(iter(jobs.values()))["steps"] if each["name"] == name)
        assert "${{" not in step["run"]
        (self.home / "told.json").write_text(json.dumps(self.told))
        given = {key: "" if "${{" in value else value for key, value in step["env"].items()}
        environment = {
            **given, "INTO": "main", "PATH": f"{self.home}/bin:{BIN}:/usr/bin:/bin", "HOME": str(self.home),
            "RUNNER_TEMP": str(self.home), "GITHUB_REPOSITORY": "o/r", "GITHUB_WORKSPACE": str(self.work),
            "GITHUB_SERVER_URL": "https://github.com", "GITHUB_SHA": self.git("rev-parse", "HEAD"), **values,
        }  # fmt: skip
        return subprocess.run(
            ["bash", "-eo", "pipefail", "-c", step["run"]],
            env=environment, cwd=self.work, capture_output=True, text=True, check=False,
        )  # fmt: skip

    def approvals(self) -> list[tuple[str, str, int]]:
        """Report, role and pull request of all that is kept."""
        path = self.work / "postmortems/_state/approvals.json"
        entries = json.loads(path.read_text())["approvals"] if path.exists() else []
        return [(each["report"], each["role"], each["pull"]) for each in entries]


COUNT = "Count reviews as approvals"
ONE, TWO = "2026-05-20-one", "2026-05-21-two"


@pytest.fixture
def forge(tmp_path: Path) -> Forge:
    return Forge(tmp_path)


class GitLab:
    """What GitLab answers on the loopback address, by the end of a path, and whoever asked with which token."""

    def __init__(self, forge: Forge) -> None:
        self.forge, self.answers, self.asked = forge, {}, []
        gitlab = self

        class Answer(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                gitlab.asked.append((self.path, self.headers["PRIVATE-TOKEN"]))
                found = gitlab.answers.get(self.path.partition("/projects/12/")[2])
                self.send_response(404 if found is None else 200)
                self.end_headers()
                self.wfile.write(json.dumps(found).encode())

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self.server = HTTPServer(("127.0.0.1", 0), Answer)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def approved(self, number: int, login: str) -> None:
        told = {"user": {"username": login}, "approved_at": "2026-05-02T08:00:00Z"}
        self.answers[f"merge_requests/{number}/approvals"] = {"iid": number, "approved_by": [told]}

    def merged(self, commit: str, number: int, state: str = "merged") -> None:
        told = {"iid": number, "state": state, "target_branch": "main"}
        self.answers.setdefault(f"repository/commits/{commit}/merge_requests", []).append(told)

    def run(self, job: str, contains: str, **values: str) -> subprocess.CompletedProcess[str]:
        ci = yaml.safe_load((self.forge.work / ".gitlab-ci.yml").read_text())
        script = next(each for each in ci[job]["script"] if contains in each)
        environment = {
            "PATH": f"{BIN}:/usr/bin:/bin", "HOME": str(self.forge.home), "CI_PROJECT_DIR": str(self.forge.work),
            "CI_API_V4_URL": f"http://127.0.0.1:{self.server.server_port}/api/v4", "CI_PROJECT_ID": "12",
            "CI_DEFAULT_BRANCH": "main", "CI_COMMIT_SHA": self.forge.git("rev-parse", "HEAD"),
            "CI_SERVER_URL": "https://gitlab.com", **ci[job].get("variables", {}), **values,
        }  # fmt: skip
        ran = subprocess.run(
            ["sh", "-e", "-c", script],
            cwd=self.forge.work,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert "canary" not in ran.stdout + ran.stderr
        return ran


@pytest.fixture
def gitlab(forge: Forge) -> Iterator[GitLab]:
    made = GitLab(forge)
    yield made
    made.server.shutdown()
    made.server.server_close()


TOKEN = {"AFTERWORD_FORGE_TOKEN": "glpat-canary"}


def test_on_gitlab_a_token_asks_and_without_one_nothing_is_asked(gitlab: GitLab) -> None:
    gitlab.forge.bring(ONE, 7, [])
    gitlab.approved(7, "hubot")
    merge_request = {"CI_MERGE_REQUEST_IID": "7", "CI_MERGE_REQUEST_DIFF_BASE_SHA": gitlab.forge.first}
    assert gitlab.run("check", "approvals.py", **merge_request).returncode == 0
    assert gitlab.asked == []
    ran = gitlab.run("check", "approvals.py", **merge_request, **TOKEN)
    assert ran.returncode == 0, ran.stderr
    assert gitlab.asked == [("/api/v4/projects/12/merge_requests/7/approvals", "glpat-canary")]
    assert gitlab.forge.approvals() == [(ONE, "privacy-officer", 7)]


def test_on_gitlab_what_was_merged_is_counted_for_the_site_and_kept(gitlab: GitLab) -> None:
    forge = gitlab.forge
    gitlab.merged(forge.bring(ONE, 7, []), 7)
    second = forge.bring(TWO, 8, [])
    gitlab.merged(second, 8)
    gitlab.merged(second, 9, state="opened")
    gitlab.approved(7, "octo")
    gitlab.approved(8, "hubot")
    forge.git("push", "-q", "origin", "HEAD:main")
    forge.git("config", "receive.advertisePushOptions", "true", at=forge.home / "far")
    (forge.home / "far").rename(forge.home / "far.git")
    counted = [(ONE, "product-owner", 7), (TWO, "privacy-officer", 8)]
    assert gitlab.run("pages", "approvals.py", CI_COMMIT_BEFORE_SHA=forge.first, **TOKEN).returncode == 0
    assert forge.approvals() == counted
    # Another job of the same pipeline, and somebody was faster.
    forge.git("checkout", "-q", ".")
    forge.git("clean", "-qfd")
    forge.git("clone", "-q", "far.git", "other", at=forge.home)
    (forge.home / "other/theirs").write_text("x")
    forge.git("add", "-A", at=forge.home / "other")
    forge.git("commit", "-qm", "theirs", at=forge.home / "other")
    forge.git("push", "-q", at=forge.home / "other")
    ran = gitlab.run(
        "approvals", "approvals.py", CI_COMMIT_BEFORE_SHA=forge.first, CI_COMMIT_SHA=second,
        CI_PROJECT_URL=str(forge.home / "far"), AFTERWORD_PUSH_TOKEN="glpat-canary", **TOKEN,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    assert forge.approvals() == counted
    subjects = forge.git("log", "--format=%s", "main", at=forge.home / "far.git").splitlines()
    assert subjects == ["Who approved, as roles", "theirs", TWO, ONE, "first"]


def test_what_a_pull_request_writes_into_the_file_counts_for_nothing(forge: Forge) -> None:
    forge.bring(ONE, 7, [("octo", "APPROVED")])
    state = forge.work / "postmortems/_state/approvals.json"
    state.write_text(
        '{"format": "afterword-approvals", "version": 1, "approvals": ['
        f'{{"report": "{ONE}", "role": "privacy-officer", "at": "2026-01-02T00:00:00Z", "forge": "github", "pull": 3}}]}}\n'
    )
    forge.commit("by hand")
    ran = forge.step("check", COUNT, PULL="7", BASE=forge.first)
    assert ran.returncode == 0, ran.stderr
    assert forge.approvals() == [(ONE, "product-owner", 7)]
    assert "::warning title=Approvals by hand::" in ran.stdout


def test_no_name_of_a_file_is_an_order_to_the_runner(forge: Forge) -> None:
    forge.bring(ONE, 7, [("octo", "APPROVED")])
    (forge.work / "postmortems/reports/2026/::warning title=x::pwned.md").write_text("---\ntitle: x\n---\n")
    forge.commit("odd")
    lines = forge.step("check", COUNT, PULL="7", BASE=forge.first).stdout.splitlines()
    assert lines[0].startswith("::stop-commands::")
    assert lines[-1] == f"::{lines[0].removeprefix('::stop-commands::')}::"
    assert any(line.startswith("::warning title=x::pwned") for line in lines[1:-1]), "else this proves nothing"


def test_in_a_pull_request_its_reviews_count_for_the_reports_it_changes(forge: Forge) -> None:
    forge.bring(ONE, 7, [("octo", "APPROVED"), ("stranger", "APPROVED")])
    ran = forge.step("check", COUNT, PULL="7", BASE=forge.first)
    assert ran.returncode == 0, ran.stderr
    assert f"{ONE}: approved by product-owner" in ran.stdout
    assert forge.approvals() == [(ONE, "product-owner", 7)]


def test_of_a_push_each_review_counts_for_what_its_own_pull_request_brought(forge: Forge) -> None:
    forge.bring(ONE, 7, [("octo", "APPROVED")])
    forge.bring(TWO, 8, [("octo", "DISMISSED"), ("hubot", "APPROVED")])
    (forge.work / "by-hand").write_text("x")
    forge.commit("by hand")
    assert forge.step("publish", COUNT, BEFORE=forge.first).returncode == 0
    assert forge.approvals() == [(ONE, "product-owner", 7), (TWO, "privacy-officer", 8)]


@pytest.mark.parametrize("before", ["", "0" * 40])
def test_without_a_known_commit_before_it_is_the_last_commit_alone(forge: Forge, before: str) -> None:
    forge.bring(ONE, 7, [("octo", "APPROVED")])
    forge.bring(TWO, 8, [("hubot", "APPROVED")])
    assert forge.step("publish", COUNT, BEFORE=before).returncode == 0
    assert forge.approvals() == [(TWO, "privacy-officer", 8)]


def test_a_later_pull_request_takes_no_approval_away(forge: Forge) -> None:
    before = forge.bring(ONE, 7, [("octo", "APPROVED")])
    assert forge.step("check", COUNT, BEFORE=forge.first).returncode == 0
    path = forge.work / f"postmortems/reports/2026/{ONE}.md"
    path.write_text(path.read_text().replace("It did.", "It did so twice."))
    forge.told["pulls"][forge.commit("mended")] = [9]
    assert forge.step("check", COUNT, BEFORE=before).returncode == 0
    assert forge.approvals() == [(ONE, "product-owner", 7)]


def test_in_a_clone_without_its_history_nothing_is_counted(forge: Forge) -> None:
    forge.bring(ONE, 7, [("octo", "APPROVED")])
    forge.bring(TWO, 8, [("hubot", "APPROVED")])
    forge.git("push", "-q", "origin", "HEAD:main")
    forge.git("clone", "-q", "--depth", "1", f"file://{forge.home}/far", "shallow", at=forge.home)
    forge.work = forge.home / "shallow"
    ran = forge.step("publish", COUNT, BEFORE="")
    # All reports would look as if the last commit had brought them.
    assert (ran.returncode, "fetch the whole" in ran.stderr) == (2, True)
    assert forge.approvals() == []


def test_where_no_roles_are_named_nothing_is_red(forge: Forge) -> None:
    settings = forge.work / "mkdocs.yml"
    settings.write_text(settings.read_text().replace(ROLES, ""))
    forge.bring(ONE, 7, [("octo", "APPROVED")])
    ran = forge.step("check", COUNT, PULL="7", BASE=forge.first)
    assert (ran.returncode, "Nothing to record" in ran.stdout) == (0, True)


@pytest.fixture
def counted(forge: Forge) -> Callable[[], list[str]]:
    """Approvals as the workflow counted them; gives the subjects on the far side, newest first."""
    forge.bring(ONE, 7, [("octo", "APPROVED")])
    forge.git("push", "-q", "origin", "HEAD:main")
    assert forge.step("approvals", COUNT, BEFORE=forge.first).returncode == 0
    return lambda: forge.git("log", "--format=%s", "main", at=forge.home / "far").splitlines()


def test_they_are_kept_once_and_the_token_lies_in_no_file(forge: Forge, counted: Callable[[], list[str]]) -> None:
    assert forge.step("approvals", "Keep them", TOKEN="ghs_canary").returncode == 0
    assert forge.step("approvals", "Keep them", TOKEN="ghs_canary").returncode == 0
    assert counted() == ["Who approved, as roles", ONE, "first"]
    files = [path.read_bytes() for path in forge.work.rglob("*") if path.is_file()]
    assert not [content for content in files if b"ghs_canary" in content]


def test_where_somebody_was_faster_both_are_kept(forge: Forge, counted: Callable[[], list[str]]) -> None:
    sha = forge.git("rev-parse", "HEAD")
    forge.git("clone", "-q", "far", "other", at=forge.home)
    state = forge.home / "other/postmortems/_state/approvals.json"
    state.write_text(
        '{"format": "afterword-approvals", "version": 1, "approvals": ['
        '{"report": "2026-01-01-theirs", "role": "lawyer", "at": "2026-01-02T00:00:00Z", "forge": "github", "pull": 3}]}\n'
    )
    forge.git("add", "-A", at=forge.home / "other")
    forge.git("commit", "-qm", "theirs", at=forge.home / "other")
    forge.git("push", "-q", at=forge.home / "other")
    ran = forge.step("approvals", "Keep them", TOKEN="x", GITHUB_SHA=sha)
    assert ran.returncode == 0, ran.stderr
    assert counted() == ["Who approved, as roles", "theirs", ONE, "first"]
    assert forge.approvals() == [("2026-01-01-theirs", "lawyer", 3), (ONE, "product-owner", 7)]
