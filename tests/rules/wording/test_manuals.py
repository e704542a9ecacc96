"""What a wording rule's manual shows: its example fires, and no wording rule finds anything in what stands instead."""

from __future__ import annotations

import re

import pytest
from tests.rules.wording.conftest import WORDING

from afterword.rules.rule import Rule

RULES = [rule for rule in WORDING if "```yaml" not in rule.doc]


def _shown(rule: Rule, heading: str) -> str:
    section = rule.doc.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    return "\n\n".join(re.findall(r"```\w*\n(.*?)```", section, re.DOTALL))


def test_only_rules_on_fields_are_left_out() -> None:
    assert {rule.code for rule in WORDING} - {rule.code for rule in RULES} <= {"AW332"}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
@pytest.mark.parametrize("heading", ["", "## What we change\n\n"])
def test_the_example_fires_and_what_stands_instead_is_silent(rule: Rule, heading: str, find_in) -> None:
    assert rule.code in {each.code for each in find_in(heading + _shown(rule, "Example"))}
    assert [(each.code, each.match) for each in find_in(heading + _shown(rule, "Instead"))] == []
