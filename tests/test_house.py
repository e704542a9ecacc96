"""The rules of the house that no linter knows."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from afterword.model.gates import COLUMNS, CONDITIONS, STEPS
from afterword.read.gates import read_gates
from afterword.rules import RULES

PACKAGE = "plugins/afterword"


def _modules(root: Path) -> list[Path]:
    return sorted((root / PACKAGE).rglob("*.py"))


def test_only_the_adapter_imports_an_engine(root: Path) -> None:
    importing = re.compile(r"^\s*(?:from|import)\s+(mkdocs|material|properdocs|zensical)\b", re.MULTILINE)
    found = [
        path.relative_to(root / PACKAGE).as_posix() for path in _modules(root) if importing.search(path.read_text())
    ]
    assert found == ["engine/mkdocs.py"]


def test_only_the_reader_reads_yaml(root: Path) -> None:
    # Others write YAML through the library's emitter; nothing but the reader parses what is in the repository. What an
    # older archive carries is another form, of which nothing is typed.
    parsing = r"\byaml\.\w*(?:load|compose|parse|scan|Loader)\w*"
    reading = re.compile(rf"^\s*(?:from|import)\s+frontmatter\b|^\s*from\s+yaml\b|{parsing}", re.MULTILINE)
    found = {path.relative_to(root / PACKAGE) for path in _modules(root) if reading.search(path.read_text())}
    outside = {path.as_posix() for path in found if path.parts[0] != "read"}
    assert outside == {"archive/old_front.py"}


def test_no_clock_below_commands_and_adapters(root: Path) -> None:
    clock = re.compile(r"\b(?:datetime|date)\.(?:now|today|utcnow)\(|\btime\.time\(|\bos\.environ\b|\bPath\.cwd\(")
    allowed = {"commands", "engine", "clock.py"}
    found = {
        path.relative_to(root / PACKAGE).as_posix()
        for path in _modules(root)
        if path.relative_to(root / PACKAGE).parts[0] not in allowed and clock.search(path.read_text())
    }
    assert found == set()


def test_every_rule_is_listed_once_and_in_order(root: Path) -> None:
    files = sorted(path.name[:5].upper() for path in (root / PACKAGE / "rules").glob("*/aw*.py"))
    assert [rule.code for rule in RULES] == files
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_a_manual(rule) -> None:
    assert rule.doc.strip().split("\n")[0].endswith(".")
    for heading in ("## Why it matters", "## Example", "## Instead"):
        assert heading in rule.doc


def test_every_condition_of_the_gate_table_has_one_rule() -> None:
    handled = sorted(need for rule in RULES for need in rule.handles)
    assert handled == sorted(CONDITIONS)
    gates = read_gates({})
    used = {need for column in COLUMNS for step in STEPS for need in gates.cell(column, step)}
    assert set(CONDITIONS) <= used


def test_imports_point_up_the_line(root: Path) -> None:
    tool = Path(sys.executable).with_name("lint-imports")
    ran = subprocess.run([tool], cwd=root, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout
