"""Findings that are left standing: each with a reason, all in the summary, and none that covers nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

NAME = "2026-05-18-two-answers"
IGNORE = "<!-- afterword-ignore AW302: quoted from the letter -->"
BLAME = "The engineer forgot the flag."


def _report(body: str, front: str = "", lifecycle: str = "published") -> str:
    return f"---\ntitle: Two answers\nlifecycle: {lifecycle}\nsystem: {{name: shop}}\n{front}---\n\n{body}"


def _check(afterword: Callable[..., Result], *arguments: str) -> tuple[list[str], list[str]]:
    """Line, code and level of what is told, and line, code and reason of what is left standing."""
    result = afterword("check", "--select", "AW3,AW9", "--format", "json", *arguments)
    said = json.loads(result.stdout)
    return (
        [f"{each['line']} {each['code']} {each['level']}" for each in said["findings"]],
        [f"{each['line']} {each['code']} {each['reason']}" for each in said["summary"]["suppressed"]],
    )


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize(
    ("body", "told", "standing"),
    [
        pytest.param(
            f"{IGNORE}\n\n| a | b |\n| --- | --- |\n| {BLAME} | x |\n| y | {BLAME} |\n\n{BLAME}\n",
            ["14 AW302 error"], ["11 AW302", "12 AW302"], id="before a table",
        ),
        pytest.param(
            f"| a |\n| --- |\n| {BLAME} {IGNORE} |\n| {BLAME} |\n", ["10 AW302 error"], ["9 AW302"], id="in a cell"
        ),
        pytest.param(
            f"- fine\n- {BLAME} {IGNORE}\n- {BLAME}\n", ["9 AW302 error"], ["8 AW302"], id="in an item"
        ),
        pytest.param(
            f"{IGNORE}\n- {BLAME}\n- {BLAME}\n\n{BLAME}\n", ["11 AW302 error"], ["8 AW302", "9 AW302"], id="before a list"
        ),
        pytest.param(
            f"- fine\n\n  {IGNORE}\n\n  {BLAME}\n- {BLAME}\n", ["12 AW302 error"], ["11 AW302"], id="within a list"
        ),
        pytest.param(
            f"{IGNORE}\n\n## The engineer forgot the flag\n\n{BLAME}\n", ["11 AW302 error"], ["9 AW302"],
            id="before a heading",
        ),
        pytest.param(f"{BLAME} {IGNORE}\n\n{BLAME}\n", ["9 AW302 error"], ["7 AW302"], id="in a paragraph"),
        pytest.param(
            f"<!-- afterword-ignore-start AW302: quoted from the letter -->\n\n{BLAME}\n\n- {BLAME}\n",
            ["7 AW902 warning", "9 AW302 error", "11 AW302 error"], [], id="a range that is never ended",
        ),
        pytest.param(
            f"<!-- afterword-ignore-start AW302: quoted from the letter -->\n\n{BLAME}\n\n"
            f"<!-- afterword-ignore-end -->\n\n<!-- afterword-ignore-start AW302: again -->\n\n{BLAME}\n",
            ["13 AW902 warning", "15 AW302 error"], ["9 AW302"], id="a second range that is never ended",
        ),
        pytest.param(
            f"<!-- afterword-ignore-start AW302: quoted from the letter -->\n\n{BLAME}\n\n"
            "<!-- afterword-ignore-start AW301: quoted from the letter -->\n\nIt was human error.\n\n"
            f"<!-- afterword-ignore-end -->\n\n{BLAME}\n\n<!-- afterword-ignore-end AW302 -->\n\n{BLAME}\n",
            ["21 AW302 error"], ["9 AW302", "13 AW301", "17 AW302"], id="a range within a range",
        ),
        pytest.param(f"`{IGNORE}`\n\n```\n{IGNORE}\n```\n\n{BLAME}\n", ["13 AW302 error"], [], id="in code it is text"),
        pytest.param(f"{BLAME}\n\n{IGNORE}", ["7 AW302 error", "9 AW902 warning"], [], id="at the end of the file"),
        pytest.param(
            f"<!-- afterword-ignore AW302:  -->\n{BLAME}\n", ["7 AW901 error", "8 AW302 error"], [], id="no reason"
        ),
        pytest.param(
            f"<!-- afterword-ignore AW302, AW301: both -->\n{BLAME}\n", ["7 AW902 warning", "8 AW302 error"], [],
            id="two codes",
        ),
        pytest.param(
            f"<!-- afterword-ignore AW399: why -->\n{BLAME}\n", ["7 AW902 warning", "8 AW302 error"], [], id="no code"
        ),
    ],
)  # fmt: skip
def test_where_a_comment_holds(
    afterword: Callable[..., Result], repository: Any, body: str, told: list[str], standing: list[str], end: str
) -> None:
    repository.write(NAME, _report(body).replace("\n", end))
    assert _check(afterword) == (told, [f"{each} quoted from the letter" for each in standing])


@pytest.mark.parametrize(
    ("comment", "message", "hint"),
    [
        (
            "<!-- afterword-ignore-end -->", "`afterword-ignore-end` ends nothing: no range has begun above it",
            "take it out, or begin the range with `afterword-ignore-start CODE: reason`",
        ),
        (
            "<!-- afterword-ignore-end AW302: why -->",
            "`afterword-ignore-end` ends nothing: no range of `AW302` has begun above it",
            "take it out, or begin the range with `afterword-ignore-start CODE: reason`",
        ),
        (
            "<!-- afterword-ignore-start AW302: why -->", "`afterword-ignore-start` is never ended, so it does not hold",
            "write `afterword-ignore-end` where the range ends",
        ),
        (
            "<!-- afterword-ignore-start AW302 -->", "the suppression of `AW302` gives no reason, so it does not hold",
            "say why the finding is left standing",
        ),
        (
            "<!-- afterword-ignore AW302 and AW301: why -->",
            "the suppression names several codes at once, `AW302 and AW301`, so it does not hold",
            "write one suppression for each code, each with its own reason",
        ),
        (
            "<!-- afterword-ignore AW302 -->", "the suppression of `AW302` gives no reason, so it does not hold",
            "say why the finding is left standing",
        ),
        (
            "<!-- afterword-ignore AW999: why -->", "the suppression names `AW999`, which is no rule's code",
            "take the suppression out",
        ),
        (
            "<!-- afterword-ignore aw302: why -->", "the suppression names `aw302`, which is no rule's code",
            "write `AW302`",
        ),
        ("<!-- afterword-ignore AW302: why -->", "the suppression of `AW302` covers no finding", "take the suppression out"),
    ],
)  # fmt: skip
def test_what_is_said_of_one_that_does_not_hold(
    afterword: Callable[..., Result], repository: Any, comment: str, message: str, hint: str
) -> None:
    repository.write(NAME, _report(f"All went well.\n\n{comment}\n\nAll went well.\n"))
    said = json.loads(afterword("check", "--select", "AW9", "--format", "json").stdout)["findings"]
    assert [(each["message"], each["hint"], each["line"]) for each in said] == [(message, hint, 9)]


@pytest.mark.parametrize(
    ("entry", "told", "standing"),
    [
        ("{rule: AW302, reason: why}", [], ["5 AW302 why", "7 AW302 why"]),
        ("{rule: AW302, field: plain_summary, reason: why}", ["7 AW302 error"], ["5 AW302 why"]),
        ("{rule: AW302, field: RM-1.title, reason: why}", ["5 AW302 error"], ["7 AW302 why"]),
        ("{rule: AW302, field: title, reason: why}", ["5 AW302 error", "7 AW302 error", "9 AW902 warning"], []),
        ("{rule: AW302, field: plain_summary}", ["5 AW302 error", "7 AW302 error", "9 AW901 error"], []),
        ('{rule: "AW302, AW301", reason: both}', ["5 AW302 error", "7 AW302 error", "9 AW902 warning"], []),
    ],
)
def test_front_matter(
    afterword: Callable[..., Result], repository: Any, entry: str, told: list[str], standing: list[str]
) -> None:
    front = (
        "plain_summary: The engineer forgot the flag.\nremediations:\n"
        f"  - {{id: RM-1, title: The engineer forgot the flag, kind: guardrail}}\nsuppress:\n  - {entry}\n"
    )
    repository.write(NAME, _report("All went well.\n", front))
    assert _check(afterword) == (told, standing)


def test_all_formats_list_them_with_their_reasons(
    afterword: Callable[..., Result], repository: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    hostile = "<!-- afterword-ignore AW341: ``` [x](y) ::error::z -->"
    repository.write(NAME, _report(f"{IGNORE}\n\n{BLAME}\n\n{hostile}\n\nThe bucket was accidentally deleted.\n"))
    page = tmp_path / "summary.md"
    page.write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    place = f"postmortems/reports/2026/{NAME}.md"
    listed = [
        "2 findings left standing:",
        f"  - {place}:9:14 AW302 `forgot` ends the account at a person (because: quoted from the letter)",
        f"  - {place}:13:12 AW341 `was accidentally deleted` tells neither a step nor a condition (because: ``` [x](y) "
        "::error::z)",
        "1 report, 0 errors, 0 warnings",
    ]
    assert afterword("check", "--select", "AW3,AW9").stdout.splitlines() == listed
    assert page.read_text(encoding="utf-8") == "before\n"
    said = afterword("check", "--select", "AW3,AW9", "--format", "github").stdout.splitlines()
    assert said[1:-1] == listed
    added = page.read_text(encoding="utf-8").splitlines()
    assert added == ["before", "### Afterword", "", "````text", *listed, "````"]
    found = json.loads(afterword("check", "--select", "AW3,AW9", "--format", "json").stdout)["summary"]["suppressed"]
    assert [each["reason"] for each in found] == ["quoted from the letter", "``` [x](y) ::error::z"]


def test_a_job_page_that_cannot_be_written_stops_nothing(
    afterword: Callable[..., Result], repository: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    repository.write(NAME, _report("All went well.\n"))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "nowhere" / "summary.md"))
    assert afterword("check", "--select", "AW3", "--format", "github").exit_code == 0


def test_a_suppression_of_what_is_off_at_this_step_is_kept_for_the_next(
    afterword: Callable[..., Result], repository: Any
) -> None:
    config = repository.root / "mkdocs.yml"
    config.write_text(config.read_text() + "      levels: {AW302: 'off'}\n")
    repository.write(NAME, _report(f"{IGNORE}\n\n{BLAME}\n"))
    assert _check(afterword) == ([], [])
