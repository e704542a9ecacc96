"""The linter passes its own rules: on its messages, manuals, help texts, pages, guide, data and the example reports."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from tests.pages.lists_sample import index_of
from tests.pages.report_sample import FACTS
from tests.rules.wording.own_prose import PACKAGE, TEMPLATES, own_prose

from afterword.build import check_project
from afterword.model.project import Project
from afterword.model.settings import Settings
from afterword.pages.guide import render_guide
from afterword.pages.guide_chapters import read_chapter
from afterword.read.gates import read_gates
from afterword.read.report import read_report
from afterword.read.site_config import read_site_config
from afterword.rules import RULES
from afterword.rules.wording.prose import passages_of

ROOT = Path(__file__).parents[3]
WIDE = Settings.model_validate({"limits": {"file_bytes": 10**7, "body_bytes": 10**7, "line_characters": 10**6}})
BLAME = "The engineer forgot to run the test set."
GUIDE = "plugins/afterword/pages/guide_texts/near-misses.md"
PLACES = {
    "README.md": ("\n## ", f"\n{BLAME}\n\n## "),
    "CONTRIBUTING.md": ("\n## ", f"\n{BLAME}\n\n## "),
    GUIDE: ("\n## ", f"\n{BLAME}\n\n## "),
    f"{TEMPLATES}/README.md": ("\n## ", f"\n{BLAME}\n\n## "),
    f"{TEMPLATES}/mkdocs.yml": ("# ", f"# {BLAME}\n# "),
    f"{PACKAGE}/model/data/glossary.yml": ("  meaning: ", f"  meaning: {BLAME} "),
    f"{PACKAGE}/model/data/contributing-factors.yml": ("  definition: ", f"  definition: {BLAME} "),
    f"{PACKAGE}/pages/templates/guide_gates.md.jinja": ("# {{ title }}\n", f"# {{{{ title }}}}\n\n{BLAME}\n"),
    f"{PACKAGE}/rules/factors/aw403_factor_unaddressed.py": ("## Why it matters\n", f"## Why it matters\n\n{BLAME}\n"),
    f"{PACKAGE}/rules/wording/aw331_single_cause.py": ("## Why it matters\n", f"## Why it matters\n\n{BLAME}\n"),
    f"{PACKAGE}/commands/check.py": ("Check reports and list", f"{BLAME} Check reports and list"),
    f"{PACKAGE}/commands/promote.py": ("The step to take;", f"{BLAME} The step to take;"),
    f"{PACKAGE}/model/settings.py": ("Whom the site is built for", f"{BLAME} Whom the site is built for"),
}
"""Files of every kind of text, each with where a sentence of blame can be put into it."""


def _found(root: Path, find_in) -> list[str]:
    """What `check` shows in the texts of our own."""
    return [
        f"{path}: {each.code} {each.match}"
        for _, path, text in own_prose(root)
        for each in find_in(text, settings=WIDE)
        if each.level != "info"
    ]


def test_no_text_of_our_own_blames(find_in) -> None:
    assert _found(ROOT, find_in) == []


def test_texts_of_every_kind_are_read() -> None:
    kinds, words = Counter[str](), Counter[str]()
    for kind, _, text in own_prose(ROOT):
        kinds[kind] += 1
        words[kind] += len(text.split())
    assert set(kinds) == {"page", "comment", "data", "template", "code"}
    assert words["page"] > 15_000
    assert words["data"] > 4_000
    assert words["code"] > 15_000
    assert kinds["code"] > 200
    paths = {path for _, path, _ in own_prose(ROOT)}
    assert paths >= {path.relative_to(ROOT).as_posix() for path in ROOT.glob("*.md")}
    assert paths >= {path.relative_to(ROOT).as_posix() for path in (ROOT / TEMPLATES).iterdir()}
    assert paths >= set(PLACES)


@pytest.mark.parametrize("place", PLACES)
def test_a_sentence_of_blame_in_any_of_them_is_found(place: str, tmp_path: Path, find_in) -> None:
    (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(ROOT / place, tmp_path / place)
    for each in (TEMPLATES, PACKAGE / "model/data"):
        (tmp_path / each).mkdir(parents=True, exist_ok=True)
    (tmp_path / "mkdocs.yml").touch()
    (tmp_path / "Makefile").touch()
    assert _found(tmp_path, find_in) == []
    before, after = PLACES[place]
    text = (tmp_path / place).read_text(encoding="utf-8")
    assert before in text
    (tmp_path / place).write_text(text.replace(before, after, 1), encoding="utf-8")
    assert _found(tmp_path, find_in) == [f"{place}: AW302 forgot"]


def test_the_pages_of_the_guide_pass_as_they_are_rendered(find_in) -> None:
    pages = list(render_guide(index_of([]), read_gates({}), FACTS))
    assert len(pages) > len(RULES)
    found = [(page.path, each) for page in pages for each in find_in(page.markdown, settings=WIDE)]
    assert [(path, each.code, each.match) for path, each in found if each.level != "info"] == []


def test_the_guide_shows_a_finding_as_it_is_printed(find_in) -> None:
    shown = read_chapter("wording-findings").split("```text\n")[1].split("```")[0].splitlines()
    found = find_in(shown[2].strip("| ") + "\n")
    assert [f"{each.code} {each.level} {each.message}" for each in found] == [shown[1].split(" ", 1)[1]]
    assert shown[4].strip() == f"= {found[0].hint}"
    assert shown[3].index("^") - shown[2].index("The") == found[0].span.column - 1


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
