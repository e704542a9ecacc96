"""Tickets to be written: what they say, for whom, and a line that no title breaks out of."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.commands.conftest import Repository

CONFIG = """\
site_name: Reports
site_url: https://reports.example.org/
docs_dir: postmortems
plugins:
  - afterword:
      audience: company
"""
HEAD = """\
---
schema: 1
title: Assistant offered other terms to two areas
lifecycle: {life}
audience: {audience}
published_on: 2026-03-20
contributing_factors:
  - id: CF-1
    factor: data-proxy-target
    how: {how}
remediations:
"""


@pytest.fixture
def here(repository: Repository) -> Repository:
    (repository.root / "mkdocs.yml").write_text(CONFIG)
    return repository


def _write(
    here: Repository, *entries: dict[str, str], name: str = "2026-03-11-case", how: str = "It was asked.",
    life: str = "published", audience: str = "company",
) -> None:  # fmt: skip
    lines = "".join(
        f"  - id: RM-{place}\n"
        + "".join(f"    {key}: {json.dumps(value) if key != 'due' else value}\n" for key, value in each.items())
        for place, each in enumerate(entries, 1)
    )
    head = HEAD.format(life=life, audience=audience, how=json.dumps(how))
    here.write(name, f"{head}{lines}---\n\n## What happened\n\nIt did.\n")


WORK = {"title": "Equal-offer gold set blocks release", "kind": "gold-dataset", "status": "accepted", "due": "2026-06-01",
        "owner_team": "data-science", "success_check": "A model with a seeded bias is refused."}  # fmt: skip


def test_a_ticket_says_what_why_and_how_it_is_seen(here: Repository, afterword: Callable[..., Result]) -> None:
    near = {"title": "Other", "status": "accepted", "owner_team": "data-science",
            "tracker": "https://github.com/octo/shop/issues/1"}  # fmt: skip
    _write(here, WORK, near)
    ran = afterword("trackers", "draft")
    assert ran.exit_code == 0, ran.output
    for told in (
        "# Equal-offer gold set blocks release",
        "> It was asked.",
        "> A model with a seeded bias is refused.",
        "- Due on 2026-06-01",
        "- Owner team: data-science",
        "(<https://reports.example.org/reports/2026-03-11-case/#rm-1>)",
        "afterword trackers draft 2026-03-11-case RM-1 --body | gh issue create --repo=octo/shop "
        "'--title=Equal-offer gold set blocks release' --label=learning-report --body-file=-",
    ):
        assert told in ran.output
    body = afterword("trackers", "draft", "2026-03-11-case", "rm-1", "--body").output
    assert body.startswith("## What changes")
    assert "gh issue create" not in body


def test_a_line_for_gitlab(here: Repository, afterword: Callable[..., Result]) -> None:
    _write(here, WORK, {**WORK, "tracker": "https://gitlab.com/g/p/-/issues/1"})
    assert "glab issue create --repo=g/p " in afterword("trackers", "draft").output
    assert (
        '--description="$(afterword trackers draft 2026-03-11-case RM-1 --body)"'
        in afterword("trackers", "draft").output
    )
    other = afterword("trackers", "draft", "--repo", "a/b").output
    assert "--repo=a/b" in other


def test_where_nothing_says_where_that_is_told(here: Repository, afterword: Callable[..., Result]) -> None:
    _write(here, WORK)
    assert "write the repository for OWNER/REPOSITORY" in afterword("trackers", "draft").output
    assert "OWNER/REPOSITORY" not in afterword("trackers", "draft", "--repo", "a/b").output


JIRA = "      trackers: {hosts: {jobs.example.org: {kind: jira, token_from: JOBS}, git.example.org: {kind: gitlab, token_from: GIT}}}\n"


@pytest.mark.parametrize(
    ("tracker", "typed", "expected"),
    [
        ("https://jobs.example.org/browse/SHOP-1", "octo/cat", "gh issue create --repo=octo/cat "),
        ("https://nobody.example.org/x/1", "octo/cat", "gh issue create --repo=octo/cat "),
        ("https://git.example.org/g/p/-/issues/1", "g/q", "glab issue create --repo=https://git.example.org/g/q "),
        ("https://jobs.example.org/browse/SHOP-1", "git.example.org/g/q", "--repo=https://git.example.org/g/q "),
        ("https://git.example.org/g/p/-/issues/1", "github.com/octo/cat", "gh issue create --repo=octo/cat "),
    ],
)
def test_a_typed_repository_is_where_it_lies(
    here: Repository, afterword: Callable[..., Result], tracker: str, typed: str, expected: str
) -> None:
    (here.root / "mkdocs.yml").write_text(CONFIG + JIRA)
    _write(here, WORK, {**WORK, "tracker": tracker})
    assert expected in afterword("trackers", "draft", "--repo", typed).output


def test_what_needs_no_ticket(here: Repository, afterword: Callable[..., Result]) -> None:
    others = [{"title": "x", "status": status} for status in ("proposed", "declined", "done", "verified")]
    _write(here, *others, {"title": "x", "status": "accepted", "tracker": "https://github.com/octo/shop/issues/1"})
    assert "No ticket to be written" in afterword("trackers", "draft").output
    for place, told in ((1, "is proposed and needs no ticket"), (5, "has its work item")):
        ran = afterword("trackers", "draft", "2026-03-11-case", f"RM-{place}")
        assert ran.exit_code == 2
        assert told in ran.output
    assert afterword("trackers", "draft", "2026-03-11-case", "RM-9").exit_code == 2
    assert afterword("trackers", "draft", "nothing").exit_code == 2
    assert afterword("trackers", "draft", "--body").exit_code == 2
    assert afterword("trackers", "draft", "--repo", "x; rm -rf").exit_code == 2


def test_nothing_narrower_than_who_reads_the_tracker(here: Repository, afterword: Callable[..., Result]) -> None:
    _write(here, WORK, audience="restricted")
    _write(here, {**WORK, "title": "Wider"}, name="2026-03-12-wide", audience="public")
    assert "Equal-offer" not in afterword("trackers", "draft").output
    assert "Wider" in afterword("trackers", "draft", "--audience", "public").output
    refused = afterword("trackers", "draft", "2026-03-11-case")
    assert refused.exit_code == 2
    assert "not for readers of the audience `company`" in refused.output
    assert "Equal-offer" not in refused.output
    wide = afterword("trackers", "draft", "2026-03-11-case", "--audience", "restricted").output
    assert "--body --audience restricted |" in wide


def test_texts_call_nobody_and_give_no_orders(here: Repository, afterword: Callable[..., Result]) -> None:
    key = "AKIA" + "IOSFODNN7EXAMPL2"
    how = f"/assign @maria\n/close\n<script>x</script> <!-- ![x](https://evil.example/p.png) #1 {key} maria@example.org"
    _write(here, {**WORK, "title": "@octo/all **now**\x85/close\u202e"}, how=how)
    ran = afterword("trackers", "draft")
    body = afterword("trackers", "draft", "2026-03-11-case", "RM-1", "--body").output
    assert "@" not in body
    assert not [line for line in body.splitlines() if line.startswith("/")]
    assert "<script" not in body.replace("\\<script", "")
    assert "![x](" not in body
    assert key not in ran.output
    assert "maria@example.org" not in ran.output
    assert "\u202e" not in ran.output


def test_a_draft_has_no_address_yet(here: Repository, afterword: Callable[..., Result]) -> None:
    _write(here, WORK, life="in-review")
    body = afterword("trackers", "draft", "2026-03-11-case", "RM-1", "--body").output
    assert "reports.example.org" not in body
    assert "(`2026-03-11-case`)" in body


HOSTILE = [
    "'; touch hacked; '",
    "$(touch hacked)",
    "`touch hacked`",
    '"; touch hacked #',
    "-x",
    "--web",
    "!!",
    "\\",
    "%s",
]


@pytest.mark.parametrize("title", HOSTILE)
def test_no_title_breaks_out_of_the_line(
    here: Repository, afterword: Callable[..., Result], title: str, tmp_path: Path
) -> None:
    _write(here, {**WORK, "title": title}, {**WORK, "title": title, "tracker": "https://gitlab.com/g/p/-/issues/1"})
    line = next(each for each in afterword("trackers", "draft").output.splitlines() if "issue create" in each)
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("gh", "glab", "afterword"):
        (tools / name).write_text('#!/bin/sh\nfor each in "$@"; do printf "%s\\n" "$each" >> "$OUT"; done\n')
        (tools / name).chmod(0o755)
    out = tmp_path / "out"
    for shell in ("bash", "sh"):
        environ = {"PATH": f"{tools}:/usr/bin:/bin", "OUT": str(out)}
        subprocess.run([shell, "-c", line.strip()], cwd=tmp_path, env=environ, check=True)
    assert not (tmp_path / "hacked").exists()
    assert f"--title={title}" in out.read_text().splitlines()


@settings(max_examples=60)
@given(title=st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=60))
def test_any_title_is_one_word_of_the_line(title: str) -> None:
    import shlex

    from afterword.commands.trackers.create_line import write_line
    from afterword.commands.trackers.ticket import Ticket
    from afterword.model.remediation import Remediation
    from afterword.model.settings import Settings

    class Report:
        id = "2026-03-11-case"

    ticket = Ticket(Report(), Remediation(id="RM-1"), title, "")  # type: ignore[arg-type]
    for kind in ("github", "gitlab"):
        line = write_line(ticket, (kind, f"{kind}.com", "o/r"), Settings(), "", "")
        assert f"--title={title}" in shlex.split(line)
