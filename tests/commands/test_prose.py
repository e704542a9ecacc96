"""Files that are no reports: only their wording is judged, at the levels of a published report."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

BLAME = "# Notes\n\nThe engineer forgot the flag.\n"


def _codes(result: Result) -> list[str]:
    return [
        f"{each['path']}:{each['line']} {each['code']} {each['level']}"
        for each in json.loads(result.stdout)["findings"]
    ]


def test_a_named_file_is_judged_by_its_wording(afterword: Callable[..., Result], repository: Any) -> None:
    (repository.root / "NOTES.md").write_text(BLAME)
    result = afterword("check", "NOTES.md", "--format", "json")
    assert _codes(result) == ["NOTES.md:3 AW302 error"]
    assert result.exit_code == 1
    notes = json.loads(result.stdout)["summary"]["notes"]
    assert notes[-1] == "1 file that is no report was judged by the wording alone: `NOTES.md`"
    for name in "abc":
        (repository.root / f"{name}.md").write_text("It was odd.\n")
    result = afterword("check", "NOTES.md", "a.md", "b.md", "c.md", "--format", "json")
    told = json.loads(result.stdout)["summary"]["notes"][-1]
    assert told.startswith("4 files that are no reports were judged by the wording alone: ")
    assert (told.count(".md`"), told.endswith(", …")) == (3, True)


def test_pages_in_a_named_folder_are_judged_and_reports_stay_reports(
    afterword: Callable[..., Result], repository: Any
) -> None:
    repository.write(
        "2026-05-18-two-answers",
        f"---\ntitle: Two answers to one question\nlifecycle: draft\nsystem: {{name: shop}}\n---\n{BLAME}",
    )
    (repository.reports.parent / "guide.md").write_text(BLAME)
    assert _codes(afterword("check", "--select", "AW3", "--format", "json", repository.reports.parent)) == [
        "postmortems/guide.md:3 AW302 error",
        "postmortems/reports/2026/2026-05-18-two-answers.md:8 AW302 warning",
    ]
    assert _codes(afterword("check", "--select", "AW3", "--format", "json")) == [
        "postmortems/reports/2026/2026-05-18-two-answers.md:8 AW302 warning"
    ]


def test_outside_of_a_repository(
    afterword: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sentences.md").write_text(
        "It was human error.\n\n- We should have tested it.\n\n| a |\n| --- |\n| Improve monitoring |\n"
    )
    assert _codes(afterword("check", "--select", "AW3", "--format", "json", "sentences.md")) == [
        "sentences.md:1 AW301 error",
        "sentences.md:3 AW311 warning",
        "sentences.md:7 AW353 warning",
    ]


def test_a_comment_with_a_reason_leaves_a_finding_standing(afterword: Callable[..., Result], repository: Any) -> None:
    ignore = "<!-- afterword-ignore AW302: the notice is quoted as it was sent -->"
    (repository.root / "NOTES.md").write_text(f"{ignore}\n\n{BLAME.splitlines()[-1]}\n")
    result = afterword("check", "NOTES.md")
    assert result.exit_code == 0
    assert "(because: the notice is quoted as it was sent)" in result.stdout
    (repository.root / "NOTES.md").write_text(
        "<!-- afterword-ignore AW302 -->\n\nAll went well.\n\n<!-- afterword-ignore AW405: why -->\n\nIt did.\n"
    )
    assert _codes(afterword("check", "NOTES.md", "--format", "json")) == [
        "NOTES.md:1 AW901 error",
        "NOTES.md:5 AW902 warning",
    ]


def test_other_languages_are_told_and_left_alone(afterword: Callable[..., Result], repository: Any) -> None:
    (repository.root / "NOTES.md").write_text("Das war ein Fehler von uns, und wir haben es nicht gesehen.\n")
    result = afterword("check", "NOTES.md")
    assert result.exit_code == 0
    assert "note: 1 passage is not in English, so the wording there is not judged" in result.stdout


def test_what_cannot_be_read_is_told(afterword: Callable[..., Result], repository: Any) -> None:
    (repository.root / "NOTES.md").write_bytes(b"\xff\xfe\xfd plain")
    assert _codes(afterword("check", "NOTES.md", "--format", "json")) == ["NOTES.md:1 AW101 error"]


def test_settings_decide_levels_names_and_phrases(afterword: Callable[..., Result], repository: Any) -> None:
    config = repository.root / "mkdocs.yml"
    config.write_text(config.read_text() + "      levels: {AW302: info}\n      names: off\n")
    (repository.root / "NOTES.md").write_text(f"{BLAME}\nPriya restarted it.\n")
    assert _codes(afterword("check", "NOTES.md", "--format", "json")) == []
    assert _codes(afterword("check", "NOTES.md", "--format", "json", "--pedantic")) == ["NOTES.md:3 AW302 info"]


@pytest.mark.parametrize(
    ("block", "told"),
    [
        ("names: people", "`names`"),
        ("organisation: {phrases: {add: [{phrase: x y}]}}", "organisation.phrases.add.0.reason"),
        (
            "organisation: {phrases: {remove: [{phrase: x y, reason: z, rule: AW101}]}}",
            "organisation.phrases.remove.0.rule",
        ),
        ("organisation: {phrases: {ad: []}}", "organisation.phrases.ad"),
    ],
)
def test_wrong_settings_are_told(afterword: Callable[..., Result], repository: Any, block: str, told: str) -> None:
    config = repository.root / "mkdocs.yml"
    config.write_text(config.read_text() + f"      {block}\n")
    result = afterword("check")
    assert result.exit_code == 2
    assert told in result.stderr
