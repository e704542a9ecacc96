"""`check --changed-since` tells of the files that a change can affect exactly what a full check tells of them."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from conftest import Repository

Run = Callable[..., Result]
TEXT = "---\ntitle: {title}\nlifecycle: {step}\nsystem: {{name: chat}}\nrelated: [{related}]\n---\n\n## What happened\n\n{body}\n"


def git(repository: Repository, *arguments: str) -> None:
    identity = {f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    subprocess.run(
        ["git", *arguments], cwd=repository.root, env={**os.environ, **identity}, check=True, capture_output=True
    )


def report(
    repository: Repository, name: str, body: str = "It was odd.", related: str = "", step: str = "draft"
) -> Path:
    return repository.write(
        name, TEXT.format(title="Assistant gave two answers", step=step, related=related, body=body)
    )


@pytest.fixture
def history(repository: Repository) -> Repository:
    """Four reports with a finding each: one leads to another, one is under review, one stands alone."""
    (repository.root / ".git").rmdir()
    report(repository, "2026-01-01-first", "[lost](2026-09-09-lost.md)")
    report(repository, "2026-01-02-leads", "[first](2026-01-01-first.md) [lost](2026-09-09-lost.md)")
    report(repository, "2026-01-03-alone", "[lost](2026-09-09-lost.md)")
    report(repository, "2026-01-04-review", "[lost](2026-09-09-lost.md)", step="in-review")
    (repository.root / "README.md").write_text("Reports\n")
    git(repository, "init", "-q", "-b", "main")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "first")
    git(repository, "checkout", "-qb", "change")
    return repository


def told(afterword: Run, *arguments: str) -> list[dict[str, object]]:
    result = afterword("check", "--format", "json", "--pedantic", *arguments)
    assert result.exit_code in {0, 1}, result.output
    return list(json.loads(result.output)["findings"])


def files(found: list[dict[str, object]]) -> set[str]:
    return {str(each["path"]).rsplit("/", 1)[-1].removesuffix(".md")[11:] for each in found}


def the_same_as_in_full(afterword: Run) -> set[str]:
    """What is told, after it was held against a full run."""
    part, whole = told(afterword, "--changed-since", "main"), told(afterword)
    names = {each["path"] for each in part}
    assert part == [each for each in whole if each["path"] in names]
    return files(part)


def test_nothing_changed(history: Repository, afterword: Run) -> None:
    assert told(afterword, "--changed-since", "main") == []
    assert "0 of 4 files were judged" in afterword("check", "--changed-since", "main").output


def test_a_changed_report_with_those_that_lead_to_it_and_those_under_review(
    history: Repository, afterword: Run
) -> None:
    report(history, "2026-01-01-first", "[lost](2026-08-08-other.md)")
    assert the_same_as_in_full(afterword) == {"first", "leads", "review"}
    git(history, "commit", "-qam", "second")
    assert the_same_as_in_full(afterword) == {"first", "leads", "review"}


def test_a_new_file_that_git_does_not_know_yet(history: Repository, afterword: Run) -> None:
    report(history, "2026-01-05-new", "[lost](2026-09-09-lost.md)")
    assert the_same_as_in_full(afterword) == {"new", "review"}


def test_a_report_that_is_gone_is_missed_where_it_is_linked(history: Repository, afterword: Run) -> None:
    (history.reports / "2026/2026-01-01-first.md").unlink()
    assert the_same_as_in_full(afterword) == {"leads", "review"}
    messages = [str(each["message"]) for each in told(afterword, "--changed-since", "main")]
    assert any("2026-01-01-first" in each for each in messages)


def test_a_rename_touches_both_names(history: Repository, afterword: Run) -> None:
    git(history, "mv", "postmortems/reports/2026/2026-01-01-first.md", "postmortems/reports/2026/2026-01-01-named.md")
    assert the_same_as_in_full(afterword) == {"named", "leads", "review"}


@pytest.mark.parametrize("name", ["mkdocs.yml", "postmortems/_systems.yml", "postmortems/_state/evals.json"])
def test_what_all_rest_on_affects_all(name: str, history: Repository, afterword: Run) -> None:
    path = history.root / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(path.read_text() + "# changed\n" if path.exists() else "[]\n")
    assert {"first", "leads", "alone", "review"} <= the_same_as_in_full(afterword)


def test_a_file_beside_the_reports_affects_none(history: Repository, afterword: Run) -> None:
    (history.root / "README.md").write_text("Other\n")
    assert told(afterword, "--changed-since", "main") == []


def test_evidence_affects_its_report(history: Repository, afterword: Run) -> None:
    path = history.root / "postmortems/evidence/2026-01-03-alone/log.txt"
    path.parent.mkdir(parents=True)
    path.write_text("a line\n")
    part = told(afterword, "--changed-since", "main")
    assert {"alone"} <= files(part)
    assert "log.txt" in {str(each["path"]).rsplit("/", 1)[-1] for each in part}


@pytest.mark.parametrize("reference", ["nowhere", "--output=/tmp/x", "main:README.md", ""])
def test_what_is_no_commit_is_told(reference: str, history: Repository, afterword: Run) -> None:
    result = afterword("check", "--changed-since", reference)
    if reference:
        assert (result.exit_code, "git knows no commit" in result.output) == (2, True)
    else:
        assert result.exit_code == 1


def test_outside_of_git(repository: Repository, afterword: Run) -> None:
    (repository.root / ".git").rmdir()
    assert "this is no git repository" in afterword("check", "--changed-since", "main").output


def test_annotations_of_changed_files_come_first(
    history: Repository, afterword: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in range(10, 23):
        report(history, f"2025-01-{day}-older", "[lost](2026-09-09-lost.md)", step="published")
    git(history, "checkout", "-q", "main")
    git(history, "add", "-A")
    git(history, "commit", "-qm", "more")
    git(history, "update-ref", "refs/remotes/origin/main", "main")
    git(history, "checkout", "-qb", "later")
    report(history, "2026-01-03-alone", "[lost](2026-07-07-lost.md)", step="published")
    monkeypatch.setenv("GITHUB_BASE_REF", "main")
    lines = afterword("check", "--format", "github").output.splitlines()
    errors = [line for line in lines if line.startswith("::error ")]
    assert len(errors) == 10
    first = [line for line in errors if "2026-01-03-alone" in line]
    assert errors[: len(first)] == first != []
