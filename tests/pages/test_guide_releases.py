"""Each release has its upgrade note, and each rule that came later is told with its day."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from afterword.pages.guide_chapters import render_chapters
from afterword.pages.guide_releases import PLACE, rules_by_day
from afterword.pages.page import SiteFacts
from afterword.rules import RULES
from afterword.rules.rule import FIRST_EDITION, Rule

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "plugins/afterword/pages/guide_texts/upgrading.md").read_text()
RELEASES = re.findall(r"^## (\d+\.\d+\.\d+)", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)


def test_each_release_of_the_changelog_has_its_section_in_the_same_order() -> None:
    assert RELEASES
    assert re.findall(r"^## (\d+\.\d+\.\d+)", TEXT, re.MULTILINE) == RELEASES


def test_each_section_says_what_an_organisation_asks() -> None:
    for section in re.split(r"^## \d", TEXT, flags=re.MULTILINE)[1:]:
        for part in ("**To do.**", "**Rules.**", "**Migration.**", "**Lock.**"):
            assert part in section


def test_the_chapter_names_each_later_rule() -> None:
    page = next(
        each for each in render_chapters(SiteFacts("Reports", "", "", "UTC")) if each.path == "guide/upgrading.md"
    )
    assert PLACE not in page.markdown
    for rule in RULES:
        line = f"- [{rule.code}](rules/{rule.code}.md) {rule.name}\n"
        assert (line in page.markdown) is (rule.since > FIRST_EDITION)


def test_rules_stand_under_their_day_the_newest_first() -> None:
    rules = [Rule(f"AW10{n}", f"name-{n}", "Doc.", since=date(2027, 1, n)) for n in (1, 2)]
    rules.append(Rule("AW100", "name-0", "Doc.", since=date(2027, 1, 1)))
    assert rules_by_day([*rules, Rule("AW109", "old", "Doc.")]) == (
        "**2027-01-02**\n\n- [AW102](rules/AW102.md) name-2\n\n"
        "**2027-01-01**\n\n- [AW100](rules/AW100.md) name-0\n- [AW101](rules/AW101.md) name-1\n"
    )
