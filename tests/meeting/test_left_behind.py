"""What the agenda prints for the end of the review is pasted into a report and passes its check."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from afterword.commands.main import cli

CONFIG = """\
site_name: Reports
docs_dir: postmortems
exclude_docs: |
  /reports/
  /evidence/
  /_*
plugins:
  - afterword: {zone: Europe/Berlin}
"""
BARE = "---\nschema: 1\ntitle: A forecast ordered too much for one shop\nlifecycle: draft\n{}---\n\n## What happened\n"
KEYS = ["facilitator_role", "facilitator_team", "held_on", "ground_rule_read", "surprises", "approved_by_roles"]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1779105600")
    (tmp_path / "mkdocs.yml").write_text(CONFIG)
    (tmp_path / "postmortems/reports/2026").mkdir(parents=True)
    return tmp_path


def _run(*arguments: str) -> str:
    result = CliRunner().invoke(cli, list(arguments))
    assert result.exit_code in {0, 1}, result.output
    return result.output


def _paste(path: Path) -> list[str]:
    """Paste what the agenda prints, where it says, and return the lines."""
    told = _run("agenda", path.stem).partition("## What the review leaves behind")[2]
    (lines,) = (found.splitlines() for found in re.findall(r"```yaml\n(.*?)```", told, re.DOTALL))
    text = path.read_text()
    where = r"(?m)^review:.*\n" if "below the line `review:`" in told else r"(?m)^(?=---$)(?<!\A)"
    place = next(re.finditer(where, text)).end()
    path.write_text(text[:place] + "".join(f"{line}\n" for line in lines) + text[place:])
    return lines


@pytest.mark.parametrize("kind", ["incident", "near_miss", "exercise"])
def test_a_draft_takes_it(root: Path, kind: str) -> None:
    _run("new", "A forecast ordered too much for one shop", "--kind", kind)
    (path,) = root.glob("postmortems/reports/*/*.md")
    had_review = "review:\n" in path.read_text()
    before = _run("check")
    lines = _paste(path)
    assert ("review:" in lines) is not had_review
    assert not any("true" in line.partition("#")[0] for line in lines)
    after = _run("check")
    assert set(re.findall(r"AW\d+", after)) <= set(re.findall(r"AW\d+", before)), after


@pytest.mark.parametrize(
    ("review", "printed"),
    [
        ("", ["review", *KEYS]),
        ("review:\n", KEYS),
        ("review:\n    held_on: 2026-05-11\n    surprises:\n", [KEYS[0], KEYS[1], KEYS[3], KEYS[5]]),
    ],
)
def test_it_lacks_what_is_there(root: Path, review: str, printed: list[str]) -> None:
    path = root / "postmortems/reports/2026/2026-05-08-order.md"
    path.write_text(BARE.format(review))
    before = _run("check")
    assert [line.strip().partition(":")[0] for line in _paste(path)] == printed
    after = _run("check")
    assert re.findall(r"AW\d+", after) == re.findall(r"AW\d+", before), after


def test_with_every_key_nothing_is_printed(root: Path) -> None:
    path = root / "postmortems/reports/2026/2026-05-08-order.md"
    path.write_text(BARE.format("review:\n" + "".join(f"  {key}:\n" for key in KEYS)))
    assert "Each key of `review` stands in the report" in _run("agenda", path.stem)
