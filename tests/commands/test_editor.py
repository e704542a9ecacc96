"""What VS Code is given: the matcher reads exactly what `check --watch` prints through edits, and snippets are reports."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from tests.commands.test_watch import PATIENCE, SOUND, WRONG, Watch, watching

from afterword.commands.main import cli
from afterword.commands.scaffold.editor import LAST, write_snippets, write_tasks
from afterword.model.settings import Settings
from afterword.read.report import read_report
from afterword.read.vocabulary import read_vocabulary

VOCABULARY, _ = read_vocabulary(Path("/nowhere"), "nowhere", Settings().vocabulary)
MATCHER: dict[str, Any] = json.loads(write_tasks(""))["tasks"][0]["problemMatcher"]


def problems(watch: Watch) -> list[tuple[str, ...]]:
    """What VS Code lists once the check that runs has ended, by the patterns of the task alone."""
    begins, ends = (re.compile(MATCHER["background"][name]) for name in ("beginsPattern", "endsPattern"))
    pattern, found = MATCHER["pattern"], []
    line = watch.lines.get(timeout=PATIENCE)
    while not begins.search(line):
        line = watch.lines.get(timeout=PATIENCE)
    while not ends.search(line):
        if match := re.match(pattern["regexp"], line):
            found.append(tuple(match[pattern[name]] for name in ("file", "line", "column", "code", "severity")))
        line = watch.lines.get(timeout=PATIENCE)
    return found


def checked() -> list[tuple[str, ...]]:
    told = json.loads(CliRunner().invoke(cli, ["check", "--format", "json", "--select", "AW1"]).output)["findings"]
    return [tuple(str(each[key]) for key in ("path", "line", "column", "code", "level")) for each in told]


def test_problems_follow_the_edits(repository: Any) -> None:
    path = repository.write("2026-05-18-two-answers", SOUND)
    with watching() as watch:
        assert problems(watch) == []
        for text in (WRONG, WRONG.replace("schema: 1", "schema: 2\nseverity: sev9"), SOUND):
            path.write_text(text)
            expected = checked()
            # One save can be seen as two changes.
            assert any(problems(watch) == expected for _ in range(3))
    assert path.read_text() == SOUND


@pytest.mark.parametrize(
    "line",
    ["1 report, 0 errors, 0 warnings", "12 reports, 1 error, 1 warning", "Error: `x` cannot be read",
     "the settings cannot be read; waiting for a change"],
)  # fmt: skip
def test_each_way_in_which_a_check_ends_is_seen(line: str) -> None:
    assert re.search(LAST, line)


def test_below_the_root_paths_are_found() -> None:
    task = json.loads(write_tasks("teams/learning/"))["tasks"][0]
    assert task["options"]["cwd"] == "${workspaceFolder}/teams/learning"
    assert task["problemMatcher"]["fileLocation"] == ["relative", "${workspaceFolder}/teams/learning"]


def test_every_term_has_a_snippet_that_reads_as_a_report() -> None:
    snippets = json.loads(write_snippets(VOCABULARY))
    prefixes = {each["prefix"] for each in snippets.values()}
    assert len(prefixes) == len(snippets)
    assert {f"aw-factor-{each.id}" for each in VOCABULARY.factors} <= prefixes
    assert {f"aw-fix-{each.id}" for each in VOCABULARY.kinds} <= prefixes
    lists = {"aw-factor": "contributing_factors", "aw-fix": "remediations", "aw-case": "eval_cases"}
    for each in snippets.values():
        # A field that nobody fills in stands as its own words, a choice as its first one.
        body = re.sub(r"\$\{\d+\|([^,|]+)[^}]*\}", r"\1", "\n".join(each["body"]))
        body = re.sub(r"\$\{\d+:([^}]*)\}", r"\1", body)
        assert "$" not in body
        name = next((value for key, value in lists.items() if each["prefix"].startswith(key)), "timeline")
        (entry,) = yaml.safe_load(body)
        assert entry
        indented = "".join(f"  {line}\n" for line in body.splitlines())
        text = f"---\ntitle: A title that is long enough\n{name}:\n{indented}---\n"
        report = read_report(text.encode(), path="a.md", place="reports/2026/2026-01-01-a.md", settings=Settings())
        assert [problem.message for problem in report.problems] == [], each["prefix"]


def test_terms_of_the_organisation_are_among_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    own = tmp_path / "a/postmortems/_vocabulary/contributing-factors.yml"
    own.parent.mkdir(parents=True)
    own.write_text("- {id: x-late, title: Late, side: technical, group: data, definition: It was late.}\n")
    assert CliRunner().invoke(cli, ["init", "a"]).exit_code == 0
    assert "aw-factor-x-late" in (tmp_path / "a/.vscode/afterword.code-snippets").read_text()
