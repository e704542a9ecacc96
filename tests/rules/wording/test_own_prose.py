"""The linter passes its own rules: on its messages, its manuals, the guide, the README, and the example reports."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from afterword.build import check_project
from afterword.model.project import Project
from afterword.model.settings import Settings
from afterword.read.report import read_report
from afterword.read.site_config import read_site_config
from afterword.rules import RULES
from afterword.rules.wording.prose import passages_of

ROOT = Path(__file__).parents[3]
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "CHANGELOG.md",
    *sorted((ROOT / "postmortems").glob("*.md")),
    *sorted((ROOT / "postmortems" / "guide").rglob("*.md")),
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_pages_pass(page: Path, find_in) -> None:
    assert [each for each in find_in(page.read_text(encoding="utf-8")) if each.level != "info"] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_manuals_pass(rule, find_in) -> None:
    assert find_in(rule.doc) == []


def test_messages_pass(find_in) -> None:
    """What every case of every rule prints: messages and hints, each a paragraph of its own."""
    messages = set()
    for path in sorted((ROOT / "tests" / "cases").rglob("*expected")):
        for line in path.read_text(encoding="utf-8").splitlines():
            message, _, hint = line.partition(" | ")
            messages |= {re.sub(r"^\S+ (?:error|warning|info) ", "", message), hint}
    assert len(messages) > 100
    assert [each.match for each in find_in("\n\n".join(sorted(messages)))] == []


def test_wording_messages_never_speak_to_anybody() -> None:
    for path in sorted((ROOT / "tests" / "cases").glob("AW3*/**/*expected")):
        own_words = re.sub(r"`[^`]*`", "", path.read_text(encoding="utf-8"))
        assert not re.search(r"\b(?:you|your|yours)\b", own_words, re.IGNORECASE), path


def test_the_example_reports_pass() -> None:
    site = read_site_config(ROOT / "mkdocs.yml", {})
    project = Project(ROOT, site.docs, site.path, site.settings, site.excludes)
    found = check_project(project, date(2026, 11, 23)).result
    assert [each for each in found.findings if each.code.startswith("AW3") and each.level != "info"] == []
    assert found.notes == ()


def test_few_sentences_of_the_example_reports_could_ever_be_flagged() -> None:
    """Enough prose that silence says something: some hundred passages of reports were read."""
    read = sum(
        1
        for path in sorted((ROOT / "postmortems" / "reports").rglob("*.md"))
        for _ in passages_of(read_report(path.read_bytes(), path=path.name, place="", settings=Settings()))
    )
    assert read > 500
