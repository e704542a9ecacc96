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
REFERENCES = [*NAMES, "2026-01-02-TWO", "2026-01-09-old", "2026-01-01-onne"]
STEPS = ["draft", "in-review", "published", "superseded", "imported", "withdrawn"]
few = st.lists(st.sampled_from(REFERENCES), max_size=2, unique=True)
links = st.sampled_from(
    ["", *(f"[x]({each}.md)" for each in REFERENCES), *(f"[x](../../evidence/{n}/a.csv)" for n in NAMES)]
)
evidence = st.sampled_from(["", *NAMES])


@st.composite
def reports(draw: st.DrawFn) -> str:
    named = {key: draw(few) for key in ("aliases", "related", "supersedes")}
    fields = "".join(f"{key}: [{', '.join(names)}]\n" for key, names in named.items() if names)
    if owner := draw(evidence):
        fields += f"evidence: [{{id: EV-1, kind: log, title: A log, uri: evidence/{owner}/a.csv}}]\n"
    audience = draw(st.sampled_from(["", "audience: restricted\n"]))
    return (
        f"---\ntitle: Assistant gave two answers\nlifecycle: {draw(st.sampled_from(STEPS))}\n{audience}"
        f"system: {{name: chat}}\ncontributing_factors: [{{factor: data-drift}}]\n{fields}---\n\n"
        f"## What happened\n\n{draw(links)}\n"
    )


trees = st.dictionaries(st.sampled_from([f"reports/2026/{each}.md" for each in NAMES]), reports(), max_size=4).flatmap(
    lambda found: st.lists(st.sampled_from(NAMES), unique=True, max_size=2).map(
        lambda kept: found | {f"evidence/{each}/a.csv": "a,b\n1,2\n" for each in kept}
    )
)


@st.composite
def changes(draw: st.DrawFn) -> tuple[dict[str, str], dict[str, str]]:
    """A tree, and the tree in which some files are those of another one, or gone."""
    before, other = draw(trees), draw(trees)
    places = sorted({*before, *other})
    taken = set(draw(st.lists(st.sampled_from(places), unique=True, max_size=2))) if places else set()
    after = {place: text for place, text in before.items() if place not in taken}
    return before, after | {place: text for place, text in other.items() if place in taken}


def lay(docs: Path, tree: dict[str, str]) -> None:
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
    change: tuple[dict[str, str], dict[str, str]], repository: Repository, afterword: Callable[..., Result]
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
    followed: Repository, afterword: Callable[..., Result], change: tuple[dict[str, str], dict[str, str]]
) -> None:
    hold_against_a_full_run(change, followed, afterword)


@pytest.mark.heavy
@settings(max_examples=600, deadline=None, suppress_health_check=CHECKS)
@given(change=changes())
def test_nothing_that_any_change_brings_is_left_out(
    followed: Repository, afterword: Callable[..., Result], change: tuple[dict[str, str], dict[str, str]]
) -> None:
    hold_against_a_full_run(change, followed, afterword)
