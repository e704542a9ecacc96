"""Codes in the settings that no rule has are told with their line, and the nearest code where one is near."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from click.testing import Result

from afterword.engine.mkdocs import AfterwordConfig

HEAD = "docs_dir: postmortems\nexclude_docs: |\n  /reports/\n  /evidence/\n  /_*\nplugins:\n  - afterword:\n"


@pytest.mark.parametrize(
    ("block", "told"),
    [
        (
            "      organisation:\n        phrases:\n          add:\n"
            "            - {phrase: epic fail, rule: AW399, reason: a verdict}\n",
            "mkdocs.yml:11: `organisation.phrases.add` gives `epic fail` to `AW399`, which is no rule; "
            "write a wording rule's code, such as `AW321`",
        ),
        (
            "      organisation:\n        phrases:\n          remove:\n            - phrase: 'root cause'\n"
            "              rule: AW332\n              reason: a field\n            - phrase: fat finger\n"
            "              rule: AW306\n              reason: a product\n",
            "mkdocs.yml:14: `organisation.phrases.remove` gives `fat finger` to `AW306`, which is no rule; "
            "did you mean `AW3",
        ),
    ],
)
def test_an_own_phrase_for_no_rule_is_refused(
    afterword: Callable[..., Result], repository: Any, block: str, told: str
) -> None:
    (repository.root / "mkdocs.yml").write_text(HEAD + block, encoding="utf-8")
    result = afterword("check")
    assert result.exit_code == 2
    assert told in result.stderr


def test_a_level_for_no_rule_is_told_and_stops_nothing(afterword: Callable[..., Result], repository: Any) -> None:
    levels = "      levels:\n        AW4: info\n        AW999: off\n        AW350: off\n"
    (repository.root / "mkdocs.yml").write_text(HEAD + levels, encoding="utf-8")
    result = afterword("check")
    assert result.exit_code == 0
    assert "mkdocs.yml:10: `levels` names `AW999`, which is no rule, so it sets nothing\n" in result.output
    near = "`levels` names `AW350`, which is no rule, so it sets nothing; did you mean `AW35"
    assert f"mkdocs.yml:11: {near}" in result.output
    assert "`AW4`" not in result.output


def test_mkdocs_refuses_the_one_and_warns_of_the_other() -> None:
    config = AfterwordConfig()
    phrase = {"phrase": "epic fail", "rule": "AW399", "reason": "a verdict"}
    config.load_dict({"levels": {"AW999": "off"}, "organisation": {"phrases": {"add": [phrase]}}})
    refused, told = config.validate()
    assert ["AW399" in str(error) for _, error in refused] == [True]
    assert [str(message).split(",")[0] for _, message in told] == ["`levels` names `AW999`"]
