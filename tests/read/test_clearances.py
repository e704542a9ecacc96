"""The file of clearances: read back as written, and clearing nothing where it cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from afterword.model.flag import Clearance
from afterword.read.clearances import read_clearances, write_clearances


def test_read_back_as_written(tmp_path: Path) -> None:
    clearances = {each: Clearance(each, "0" * 64, ("a", "a", "b"), "2026-11-20") for each in ("2019-b", "2019-a")}
    path = tmp_path / "import-audit.json"
    path.write_bytes(write_clearances(clearances))
    assert read_clearances(path, "x") == (clearances, ())
    assert write_clearances(dict(reversed(clearances.items()))) == path.read_bytes()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"schema": "import-audit/1"}',
        '{"schema": "other/1", "cleared": []}',
        "[" * 100_000,
        '{"schema": "import-audit/1", "cleared": {}}',
    ],
)
def test_an_unreadable_file_clears_nothing_and_is_told(tmp_path: Path, text: str) -> None:
    path = tmp_path / "import-audit.json"
    path.write_text(text)
    clearances, problems = read_clearances(path, "x")
    assert clearances == {}
    assert len(problems) == 1


@pytest.mark.parametrize(
    "entry",
    [
        "1",
        "{}",
        '{"id": "a", "digest": 1, "marks": [], "cleared_on": "x"}',
        '{"id": "a", "digest": "b", "marks": "c", "cleared_on": "x"}',
    ],
)
def test_an_odd_entry_clears_nothing_and_is_told(tmp_path: Path, entry: str) -> None:
    path = tmp_path / "import-audit.json"
    path.write_text('{"schema": "import-audit/1", "cleared": [' + entry + "]}")
    assert read_clearances(path, "x")[0] == {}
    assert [each.message for each in read_clearances(path, "x")[1]] == ["entry 1 is no clearance"]


def test_no_file_is_no_problem_and_a_link_is_one(tmp_path: Path) -> None:
    assert read_clearances(tmp_path / "none.json", "x") == ({}, ())
    (tmp_path / "link.json").symlink_to("/dev/zero")
    assert len(read_clearances(tmp_path / "link.json", "x")[1]) == 1
