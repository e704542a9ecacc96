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
    assert {"leads", "review"} <= the_same_as_in_full(afterword)
    messages = [str(each["message"]) for each in told(afterword, "--changed-since", "main")]
    assert any("2026-01-01-first" in each for each in messages)


def test_a_rename_touches_both_names(history: Repository, afterword: Run) -> None:
    git(history, "mv", "postmortems/reports/2026/2026-01-01-first.md", "postmortems/reports/2026/2026-01-01-named.md")
    assert {"named", "leads", "review"} <= the_same_as_in_full(afterword)


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


@pytest.mark.parametrize("reference", ["nowhere", "--output=/tmp/x", "main:README.md"])
def test_what_is_no_commit_is_told(reference: str, history: Repository, afterword: Run) -> None:
    result = afterword("check", "--changed-since", reference)
    assert (result.exit_code, "git knows no commit" in result.output) == (2, True)


@pytest.mark.parametrize("reference", ["", " "])
@pytest.mark.parametrize(
    "command", [("check", "--changed-since"), ("impact", "--base"), ("approvals", "record", "r.json", "--base")]
)
def test_an_empty_name_of_a_commit_is_told(
    command: tuple[str, ...], reference: str, history: Repository, afterword: Run
) -> None:
    (history.root / "r.json").write_text("[]")
    (history.root / "mkdocs.yml").write_text(
        "plugins:\n  - afterword: {zone: UTC, approvals: {roles: {lead: [octo]}}}\n"
    )
    result = afterword(*command, reference)
    assert (result.exit_code, "no branch, tag or commit is named" in result.output) == (2, True), result.output


@pytest.mark.parametrize("format_", ["junit", "sarif", "gitlab", "github"])
def test_what_a_forge_reads_has_paths_from_the_root(
    format_: str, history: Repository, afterword: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    report(history, "2026-01-03-alone", "[lost](2026-08-08-other.md)")
    monkeypatch.chdir(history.reports)
    told = afterword("check", "--format", format_, "--changed-since", "main", "--pedantic").output
    assert "postmortems/reports/2026/2026-01-03-alone.md" in told


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


Edit = Callable[[Repository], object]
B, A = "2026-01-02-two", "2026-01-01-one"


def write(name: str, extra: str = "", body: str = "It was odd.", step: str = "draft") -> Edit:
    """An edit that writes a report with further fields."""
    text = f"---\ntitle: Assistant gave two answers\nlifecycle: {step}\nsystem: {{name: chat}}\n{extra}---\n\n## What happened\n\n{body}\n"
    return lambda repository: repository.write(name, text)


def put(place: str, text: str = "a,b\n1,2\n") -> Edit:
    def done(repository: Repository) -> None:
        path = repository.root / "postmortems" / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    return done


def take(place: str) -> Edit:
    return lambda repository: (repository.root / "postmortems" / place).unlink()


def move(old: str, new: str) -> Edit:
    def done(repository: Repository) -> None:
        (repository.reports / new).parent.mkdir(exist_ok=True)
        (repository.reports / old).rename(repository.reports / new)

    return done


ENTRY = "evidence: [{{id: EV-1, kind: log, title: A log, uri: evidence/{}/a.csv}}]\n"
CASES: dict[str, tuple[list[Edit], list[Edit]]] = {
    "alias lost": (
        [write(A, "related: [2026-01-02-old]\n"), write(B, "aliases: [2026-01-02-old]\n")],
        [write(B)],
    ),
    "alias respelt": (
        [write(A, "related: [2026-01-02-old]\n"), write(B, "aliases: [2026-01-02-old]\n")],
        [write(B, "aliases: [2026-01-02-olt]\n")],
    ),
    "alias lost that a link means": (
        [write(A, body="[x](2026-01-02-old.md)"), write(B, "aliases: [2026-01-02-old]\n")],
        [write(B)],
    ),
    "alias unread, as the front matter broke": (
        [write(A, "related: [2026-01-02-old]\n"), write(B, "aliases: [2026-01-02-old]\n")],
        [write(B, "aliases: [2026-01-02-old\n")],
    ),
    "report deleted, its evidence left": (
        [write(A), write(B, ENTRY.format(B)), put(f"evidence/{B}/a.csv")],
        [take(f"reports/2026/{B}.md")],
    ),
    "report renamed, its evidence left": (
        [write(A), write(B, ENTRY.format(B)), put(f"evidence/{B}/a.csv")],
        [move(f"2026/{B}.md", "2026/2026-01-02-new.md")],
    ),
    "report in another folder": (
        [write(A, body=f"[x]({B}.md)"), write(B)],
        [move(f"2026/{B}.md", f"2025/{B}.md")],
    ),
    "evidence gone that another one links to": (
        [write(A, body=f"[x](../../evidence/{B}/a.csv)"), write(B, ENTRY.format(B)), put(f"evidence/{B}/a.csv")],
        [take(f"evidence/{B}/a.csv"), write(B)],
    ),
    "evidence no longer entered": (
        [write(A), write(B, ENTRY.format(B)), put(f"evidence/{B}/a.csv")],
        [write(B)],
    ),
    "evidence entered by another report no longer": (
        [write(A, ENTRY.format(B)), write(B), put(f"evidence/{B}/a.csv")],
        [write(A)],
    ),
    "evidence said to be removed": (
        [write(A, body=f"[x](../../evidence/{B}/a.csv)"), write(B)],
        [write(B, ENTRY.format(B).replace("}]", ", removed: {on: 2026-02-01, because: It held names}}]"))],
    ),
    "an id in other letters": ([write(A), write(B)], [write("2026-01-01-One")]),
    "an alias in other letters": ([write(A), write(B)], [write(B, "aliases: [2026-01-01-ONE]\n")]),
    "an alias in another form of Unicode": (
        [write("2026-01-01-caf\u00e9"), write(B)],
        [write(B, "aliases: [2026-01-01-cafe\u0301]\n")],
    ),
    "a new report that a broken reference may mean": (
        [write(A, "related: [2026-01-03-threee]\n", body="[x](2026-01-03-threee.md)"), write(B)],
        [write("2026-01-03-three")],
    ),
    "a new name that an odd file name would take": ([write("2026-01-01_One"), write(B)], [write(A)]),
    "nothing says any more what took its place": (
        [write(A, step="superseded"), write(B, f"supersedes: [{A}]\n", step="published")],
        [write(B, step="published")],
    ),
    "of two imports without an audience the first": (
        [write(A), write(B, step="imported")],
        [write(A, step="imported")],
    ),
    "a link with entities and percent signs": (
        [write(A, body="[x](2026-01&#45;02%2Dtwo.md)"), write(B)],
        [move(f"2026/{B}.md", f"2025/{B}.md")],
    ),
}


def found(afterword: Run, *arguments: str) -> set[tuple[str, ...]]:
    return {
        tuple(str(each[key]) for key in ("path", "code", "message", "hint")) for each in told(afterword, *arguments)
    }


def start(repository: Repository, edits: list[Edit]) -> None:
    (repository.root / ".git").rmdir()
    for edit in edits:
        edit(repository)
    git(repository, "init", "-q", "-b", "main")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "first")
    git(repository, "checkout", "-qb", "change")


@pytest.mark.parametrize("name", CASES)
def test_whatever_a_change_brings_is_told(name: str, repository: Repository, afterword: Run) -> None:
    before, edits = CASES[name]
    start(repository, before)
    known = found(afterword)
    for edit in edits:
        edit(repository)
    whole, part = found(afterword), found(afterword, "--changed-since", "main")
    assert whole - known, "the case brings nothing, so it shows nothing"
    assert whole - known <= part <= whole


def test_a_base_that_cannot_be_read_affects_all(
    history: Repository, afterword: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    report(history, "2026-01-03-alone", "[lost](2026-08-08-other.md)")
    assert the_same_as_in_full(afterword) == {"alone", "review"}
    monkeypatch.setattr("afterword.commands.base_tree._LARGEST", 10)
    assert the_same_as_in_full(afterword) == {"first", "leads", "alone", "review"}


def test_a_link_in_place_of_a_report_affects_all(history: Repository, afterword: Run) -> None:
    path = history.reports / "2026/2026-01-03-alone.md"
    path.unlink()
    path.symlink_to("2026-01-01-first.md")
    git(history, "add", "-A")
    git(history, "commit", "-qm", "a link")
    git(history, "branch", "-f", "main")
    path.unlink()
    report(history, "2026-01-03-alone", "[lost](2026-08-08-other.md)")
    assert {"first", "leads", "alone", "review"} <= the_same_as_in_full(afterword)
