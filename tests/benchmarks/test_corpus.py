"""The large collection that others measure: sound reports, and the same bytes twice."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from benchmarks.corpus import write_corpus

from afterword.build import check_project
from afterword.model.project import Project
from afterword.model.settings import Settings

SETTINGS = Settings(default_audience="company", repository_audience="company")


@pytest.mark.parametrize(
    "number", [1, 2, 50, pytest.param(1000, marks=pytest.mark.heavy), pytest.param(5000, marks=pytest.mark.heavy)]
)
def test_every_number_of_reports_passes(tmp_path: Path, number: int) -> None:
    write_corpus(tmp_path / "postmortems", number)
    project = Project(root=tmp_path, docs=tmp_path / "postmortems", settings=SETTINGS)
    checked = check_project(project, date(2026, 11, 23))
    assert len(checked.collection.reports) == number
    assert [each for each in checked.result.findings if each.level == "error" or each.code == "AW117"] == []


def test_the_same_number_gives_the_same_files(tmp_path: Path) -> None:
    found = []
    for name in ("a", "b"):
        write_corpus(tmp_path / name, 20)
        files = sorted(path for path in (tmp_path / name).rglob("*") if path.is_file())
        found.append({path.relative_to(tmp_path / name): path.read_bytes() for path in files})
    assert found[0] == found[1]
    assert len(found[0]) == 21
