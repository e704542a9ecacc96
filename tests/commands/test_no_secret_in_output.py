"""No output of a check repeats a secret or personal data: every format, the job's summary, and the site's log."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from benchmarks.sensitive_quality import HALVES, ORGANISATION, Line, read_lines
from click.testing import Result

from afterword.build import check_project
from afterword.findings.log import describe_line
from afterword.model.project import Project
from afterword.read.site_config import read_site_config

SHOWN = 8
"""Characters of a secret that stand nowhere in a row; `PREFIX`, which is published, is shorter."""
PER_FILE, PER_REPORT = 15, 5


def labelled() -> list[Line]:
    """All lines with something to be found. Names are told: the settings list them for all to read."""
    lines = [line for half in HALVES for line in read_lines(half) if line.kind not in {"none", "person"}]
    return [line for line in lines if line.settings.organisation.phone_region in {None, "DE"}]


@pytest.fixture
def full(repository: Any) -> Any:
    """A repository with all of it: in prose, in code, in comments, in the front matter, and in evidence."""
    config = repository.root / "mkdocs.yml"
    organisation = json.dumps({**ORGANISATION, "phone_region": "DE"})
    config.write_text(config.read_text() + f"      organisation: {organisation}\n      audience: public\n")
    folder = repository.root / "postmortems" / "evidence" / "2026-05-18-leak"
    folder.mkdir(parents=True)
    lines, entries = labelled(), []
    for place, at in enumerate(range(0, len(lines), PER_FILE)):
        text = "\n".join(line.text for line in lines[at : at + PER_FILE])
        (folder / f"log-{place}.txt").write_text(text, encoding="utf-8")
        entries.append(
            f"  - {{kind: log, title: Log, personal_data: none, uri: evidence/2026-05-18-leak/log-{place}.txt}}"
        )
    evidence = "\n".join(entries)
    for place, at in enumerate(range(0, len(lines), PER_REPORT)):
        some = lines[at : at + PER_REPORT]
        quoted = [json.dumps(line.text, ensure_ascii=False) for line in some]
        listed = f"evidence:\n{evidence}\n" if place == 0 else ""
        front = (
            f"---\ntitle: {quoted[0]}\nlifecycle: published\naudience: public\ntags: [{', '.join(quoted)}]\n"
            f"x-notes: [{', '.join(quoted)}]\nseverity: {quoted[-1]}\n{listed}---\n\n## What happened\n\n"
        )
        # What the engineer forgot makes the wording rules quote the sentence.
        body = "".join(
            f"The engineer forgot to rotate {line.text} again.\n\n<!-- afterword-ignore AW302: {line.secret} is void -->\n"
            f"The engineer should have seen {line.secret}!\n\n```text\n{line.text}\n```\n\n[link]({line.secret})\n\n"
            for line in some
        )
        repository.write("2026-05-18-leak" if place == 0 else f"2026-05-18-leak-{place}", front + body)
    return repository


def leaks(said: str) -> Iterator[str]:
    """Each labelled secret of which more than a few characters in a row stand in `said`."""
    folded = said.lower()
    for line in labelled():
        pieces = _pieces(line)
        grams = {each[at : at + SHOWN] for each in pieces for at in range(len(each) - SHOWN + 1)}
        if line.kind == "email":
            grams = {each for each in grams if "@" in each}  # the name before the address may be a word of the text
        if any(gram in folded for gram in grams) or (not grams and any(each in folded for each in pieces)):
            yield f"{line.kind}: {line.why}"


def _pieces(line: Line) -> list[str]:
    """What of the labelled text is private: of an address with a password only that, of a key in PEM its lines."""
    secret = line.secret
    if line.kind == "database-address" and (password := re.search(r":([^/@:]+)@", secret)):
        return [password[1].lower()]
    if secret.startswith("https://hooks"):
        return [secret.partition("/services/")[2].lower()]
    if line.kind == "private-key":
        return re.split(r"\s+|\\n", re.sub(r"-----[A-Z ]+-----", " ", secret).strip().lower())
    return [secret.lower()]


@pytest.mark.parametrize("format_", ["text", "json", "github"])
def test_no_format_repeats_anything(
    afterword: Callable[..., Result], full: Any, monkeypatch: pytest.MonkeyPatch, format_: str
) -> None:
    page = full.root / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    said = afterword("check", "--pedantic", "--format", format_).stdout
    for code in ("AW520", "AW521", "AW522", "AW523", "AW302"):
        assert code in said
    assert list(leaks(said)) == []
    assert format_ != "github" or list(leaks(page.read_text(encoding="utf-8"))) == []


def test_the_log_of_the_site_repeats_nothing(full: Any) -> None:
    root: Path = full.root
    site = read_site_config(root / "mkdocs.yml", {})
    project = Project(root, root / "postmortems", root / "mkdocs.yml", site.settings, site.excludes)
    result = check_project(project, date(2026, 5, 18)).result
    assert result.at_level("error")
    assert list(leaks("\n".join(describe_line(each) for each in result.findings))) == []
