from collections.abc import Callable

import pytest
from click.testing import Result

from afterword.rules import RULES


def test_without_a_code_all_rules_are_listed(afterword: Callable[..., Result]) -> None:
    result = afterword("explain")
    lines = result.stdout.splitlines()
    assert result.exit_code == 0
    assert [line.split(" ", 1)[0] for line in lines] == sorted(rule.code for rule in RULES)


@pytest.mark.parametrize("code", ["AW112", "aw112", " Aw112 "])
def test_the_manual_is_plain_markdown_away_from_a_terminal(afterword: Callable[..., Result], code: str) -> None:
    text = afterword("explain", code).stdout
    assert text.startswith("# AW112 retyped-value\n\n")
    assert "## Why it matters" in text
    assert "- Level: error" in text
    assert "- Since: 2025-01-01" in text
    assert "- `check --fix`: puts a bare word that YAML would turn into something else in quotes" in text
    assert "- Can be left standing with a reason: yes" in text
    assert "\x1b" not in text


def test_what_cannot_be_left_standing_is_told(afterword: Callable[..., Result]) -> None:
    strict = next(rule.code for rule in RULES if not rule.suppressible)
    assert "- Can be left standing with a reason: no" in afterword("explain", strict).stdout


@pytest.mark.parametrize(("typed", "meant"), [("AW1122", "AW112"), ("retyped-valu", "AW112")])
def test_an_unknown_code_is_refused_with_the_nearest(afterword: Callable[..., Result], typed: str, meant: str) -> None:
    result = afterword("explain", typed)
    assert result.exit_code == 2
    assert f"did you mean `{meant}`?" in result.stderr


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("AW311", "- Level: warning; error in the third person\n"),
        ("AW321", "- Level: warning; error on people and their acts\n"),
        ("AW341", "- Level: info; warning in the summary, on factors and under headings about causes\n"),
    ],
)
def test_findings_of_another_level_are_told(afterword: Callable[..., Result], code: str, said: str) -> None:
    assert said in afterword("explain", code).stdout


def test_every_manual_prints(afterword: Callable[..., Result]) -> None:
    for rule in RULES:
        assert rule.name in afterword("explain", rule.code).stdout
