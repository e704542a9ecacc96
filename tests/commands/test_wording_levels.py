"""The wording rules in `check`: milder in a draft, moved by the settings, chosen by code, info on request."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from click.testing import Result

NAME = "2026-05-18-two-answers"
BODY = """\
## Timeline

The engineer forgot the flag.

The engineer should have looked at the slices.

It was human error, and the bucket was accidentally deleted.

We obviously looked at the graph.

## What we change

- Be more careful.
- Improve monitoring.
"""


def _write(repository: Any, lifecycle: str, settings: str = "", body: str = BODY) -> None:
    config = repository.root / "mkdocs.yml"
    config.write_text(config.read_text() + settings)
    front = f"---\ntitle: Two answers\nlifecycle: {lifecycle}\nsystem: {{name: shop}}\n---\n\n"
    repository.write(NAME, front + body)


def _levels(afterword: Callable[..., Result], *arguments: str) -> tuple[dict[str, str], int]:
    result = afterword("check", "--format", "json", *(arguments or ("--select", "AW3")))
    return {each["code"]: each["level"] for each in json.loads(result.stdout)["findings"]}, result.exit_code


PUBLISHED = {"AW301": "error", "AW302": "error", "AW311": "error", "AW351": "error", "AW353": "warning"}


@pytest.mark.parametrize("lifecycle", ["draft", "in-review"])
def test_a_draft_is_warned(afterword: Callable[..., Result], repository: Any, lifecycle: str) -> None:
    _write(repository, lifecycle)
    assert _levels(afterword) == (dict.fromkeys(PUBLISHED, "warning"), 0)


@pytest.mark.parametrize("lifecycle", ["published", "superseded"])
def test_publishing_stops(afterword: Callable[..., Result], repository: Any, lifecycle: str) -> None:
    _write(repository, lifecycle)
    assert _levels(afterword) == (PUBLISHED, 1)


def test_an_imported_report_is_warned(afterword: Callable[..., Result], repository: Any) -> None:
    _write(repository, "imported")
    assert _levels(afterword) == (dict.fromkeys(PUBLISHED, "warning"), 0)


def test_a_withdrawn_report_is_left_alone(afterword: Callable[..., Result], repository: Any) -> None:
    _write(repository, "withdrawn")
    assert _levels(afterword) == ({}, 0)


def test_info_on_request_and_by_the_settings(afterword: Callable[..., Result], repository: Any) -> None:
    _write(repository, "published")
    everything = {**PUBLISHED, "AW323": "info", "AW341": "info"}
    assert _levels(afterword, "--select", "AW3", "--pedantic") == (everything, 1)
    assert _levels(afterword, "--select", "AW34,AW323") == ({}, 0)
    assert _levels(afterword, "--select", "AW34,AW323", "--pedantic") == ({"AW323": "info", "AW341": "info"}, 0)
    assert _levels(afterword, "--select", "AW3", "--ignore", "AW30,AW31,AW35", "--pedantic") == (
        {"AW323": "info", "AW341": "info"}, 0,
    )  # fmt: skip


def test_levels_by_family_and_by_code(afterword: Callable[..., Result], repository: Any) -> None:
    _write(repository, "published", "      levels: {AW3: info, AW302: error, AW351: 'off', AW323: warning}\n")
    assert _levels(afterword) == ({"AW302": "error", "AW323": "warning"}, 1)
    assert _levels(afterword, "--select", "AW3", "--pedantic") == (
        {"AW301": "info", "AW302": "error", "AW311": "info", "AW323": "warning", "AW341": "info", "AW353": "info"}, 1,
    )  # fmt: skip


def test_settings_hold_in_a_draft_too(afterword: Callable[..., Result], repository: Any) -> None:
    _write(repository, "draft", "      levels: {AW302: error}\n")
    levels, code = _levels(afterword)
    assert (levels["AW302"], levels["AW301"], code) == ("error", "warning", 1)


def test_the_level_at_which_a_check_fails(afterword: Callable[..., Result], repository: Any) -> None:
    _write(repository, "draft", "      fail_on: warning\n")
    assert _levels(afterword)[1] == 1
    assert _levels(afterword, "--select", "AW341") == ({}, 0)


PHRASES = """\
      organisation:
        phrases:
          add:
            - {phrase: muppetry, rule: AW321, reason: our review of May found it hurtful}
            - {phrase: heads will roll, rule: AW303, reason: said in anger once too often}
          remove:
            - {phrase: be more careful, reason: the name of our safety programme}
            - {phrase: forgot the flag, rule: AW302, reason: the title of a talk}
"""


def test_the_own_phrases_of_an_organisation(afterword: Callable[..., Result], repository: Any) -> None:
    body = (
        "It was sheer muppetry.\n\nHeads  will\nroll.\n\nThe engineer forgot the flag.\n\nThe engineer forgot the lock.\n\n"
        "- Be more careful.\n- Be more cautious.\n"
    )
    _write(repository, "published", PHRASES, body)
    said = json.loads(afterword("check", "--select", "AW3", "--format", "json").stdout)["findings"]
    assert [(each["line"], each["code"]) for each in said] == [
        (7, "AW321"), (9, "AW303"), (14, "AW302"), (17, "AW351"),
    ]  # fmt: skip
    assert said[0]["message"] == ("`muppetry` is on the organisation's own list (`our review of May found it hurtful`)")


@pytest.mark.parametrize("list_", ["add", "remove"])
def test_an_own_phrase_without_a_reason_is_refused(
    afterword: Callable[..., Result], repository: Any, list_: str
) -> None:
    own = f"      organisation: {{phrases: {{{list_}: [{{phrase: muppetry, rule: AW321}}]}}}}\n"
    _write(repository, "published", own)
    result = afterword("check")
    assert result.exit_code == 2
    assert "reason" in result.stderr


def test_a_code_of_no_wording_rule_is_refused_in_words_about_codes(
    afterword: Callable[..., Result], repository: Any
) -> None:
    own = "      organisation: {phrases: {add: [{phrase: muppetry, rule: AW999, reason: it hurts}]}}\n"
    _write(repository, "published", own)
    assert "takes the code of a wording rule, such as `AW321`" in afterword("check").stderr


def test_passages_in_other_languages_are_told_in_every_format(
    afterword: Callable[..., Result], repository: Any
) -> None:
    body = "Das war ein Fehler von uns, und wir haben es nicht gesehen.\n\nThe engineer forgot the flag.\n"
    _write(repository, "published", "", body)
    note = "1 passage is not in English, so the wording there is not judged"
    assert f"note: {note}" in afterword("check", "--select", "AW3").stdout
    assert f"note: {note}" in afterword("check", "--select", "AW3", "--format", "github").stdout
    said = json.loads(afterword("check", "--select", "AW3", "--format", "json").stdout)
    assert note in said["summary"]["notes"]
    assert [each["line"] for each in said["findings"]] == [9]
