"""Whatever a change does, `check --changed-since` tells every finding that a full check tells now and told not before."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import Repository

NAMES = ["2026-01-01-one", "2026-01-02-two", "2025-03-03-Three", "2025-03-03-three"]
OLD = ["2026-01-09-old", "2026-01-08-Older"]
REFERENCES = [*NAMES, *OLD, "2026-01-09-OLD", "2026-01-01-onne"]
STEPS = ["published", "draft", "in-review", "superseded", "imported", "withdrawn"]
Tree = dict[str, str]
few = st.lists(st.sampled_from(REFERENCES), max_size=2, unique=True)
PLACES = ["", *(f"{each}.md" for each in REFERENCES), *(f"../../evidence/{each}/a.csv" for each in NAMES)]
FIELDS: dict[str, st.SearchStrategy[object]] = {
    "lifecycle": st.sampled_from(STEPS),
    "aliases": st.lists(st.sampled_from([*OLD, *OLD, "2026-01-02-TWO"]), max_size=1),
    "related": few,
    "supersedes": few,
    "evidence": st.sampled_from(["", *NAMES]),
    "audience": st.sampled_from(["company", "restricted"]),
    "link": st.sampled_from(PLACES),
}


def write(fields: dict[str, object]) -> str:
    """A report of these fields."""
    owner, link = fields["evidence"], fields["link"]
    shown = [f"{key}: [{', '.join(fields[key])}]" for key in ("aliases", "related", "supersedes")]  # type: ignore[arg-type]
    if owner:
        shown.append(f"evidence: [{{id: EV-1, kind: log, title: A log, uri: evidence/{owner}/a.csv}}]")
    return "\n".join(
        [
            "---", "title: Assistant gave two answers", f"lifecycle: {fields['lifecycle']}",
            f"audience: {fields['audience']}", "system: {name: chat}", "contributing_factors: [{factor: data-drift}]",
            *shown, "---", "", "## What happened", "", f"[x]({link})" if link else "It was odd.", "",
        ]
    )  # fmt: skip


@st.composite
def changes(draw: st.DrawFn) -> tuple[Tree, Tree]:
    """A tree of reports and evidence, and the same after one to two edits."""
    reports = {
        name: {key: draw(each) for key, each in FIELDS.items()}
        for name in draw(st.lists(st.sampled_from(NAMES), min_size=2, max_size=4, unique=True))
    }
    kept = set(draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=2)))
    before = as_tree(reports, kept)
    for _ in range(draw(st.integers(1, 2))):
        name = draw(st.sampled_from(NAMES))
        edit = draw(st.sampled_from(["field", "field", "aliases", "delete", "rename", "evidence"]))
        if edit == "evidence":
            kept ^= {name}
        elif name not in reports:
            reports[name] = {key: draw(each) for key, each in FIELDS.items()}
        elif edit == "delete":
            del reports[name]
        elif edit == "rename":
            reports[draw(st.sampled_from([*NAMES, *OLD]))] = reports.pop(name)
        else:
            key = "aliases" if edit == "aliases" else draw(st.sampled_from(sorted(FIELDS)))
            reports[name] = reports[name] | {key: draw(FIELDS[key])}
    return before, as_tree(reports, kept)


def as_tree(reports: dict[str, dict[str, object]], kept: set[str]) -> Tree:
    """The files of these reports and of evidence in the folders `kept`."""
    found = {f"reports/2026/{name}.md": write(fields) for name, fields in reports.items()}
    return found | {f"evidence/{name}/a.csv": "a,b\n1,2\n" for name in kept}


def lay(docs: Path, tree: Tree) -> None:
    for folder in ("reports", "evidence"):
        shutil.rmtree(docs / folder, ignore_errors=True)
    for place, text in tree.items():
        (docs / place).parent.mkdir(parents=True, exist_ok=True)
        (docs / place).write_text(text)


def git(root: Path, *arguments: str) -> None:
    identity = {f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    subprocess.run(["git", *arguments], cwd=root, env={**os.environ, **identity}, check=True, capture_output=True)


def found(afterword: Callable[..., Result], *arguments: str) -> set[tuple[str, ...]]:
    result = afterword("check", "--format", "json", "--pedantic", *arguments)
    assert result.exit_code in {0, 1}, result.output
    keys = ("path", "line", "code", "message", "hint")
    return {tuple(str(each[key]) for key in keys) for each in json.loads(result.output)["findings"]}


@pytest.fixture
def followed(repository: Repository) -> Repository:
    (repository.root / ".git").rmdir()
    git(repository.root, "init", "-q", "-b", "main")
    return repository


def hold_against_a_full_run(
    change: tuple[Tree, Tree], repository: Repository, afterword: Callable[..., Result]
) -> None:
    before, after = change
    docs = repository.root / "postmortems"
    lay(docs, before)
    git(repository.root, "add", "-A")
    git(repository.root, "commit", "-q", "--allow-empty", "-m", "before")
    known = found(afterword)
    lay(docs, after)
    whole, part = found(afterword), found(afterword, "--changed-since", "HEAD")
    assert part <= whole
    assert not {each for each in whole - known if each not in part}


CHECKS = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@settings(max_examples=20, deadline=None, suppress_health_check=CHECKS)
@given(change=changes())
def test_nothing_that_a_change_brings_is_left_out(
    followed: Repository, afterword: Callable[..., Result], change: tuple[Tree, Tree]
) -> None:
    hold_against_a_full_run(change, followed, afterword)


@pytest.mark.heavy
@settings(max_examples=300, deadline=None, suppress_health_check=CHECKS)
@given(change=changes())
def test_nothing_that_any_change_brings_is_left_out(
    followed: Repository, afterword: Callable[..., Result], change: tuple[Tree, Tree]
) -> None:
    hold_against_a_full_run(change, followed, afterword)
