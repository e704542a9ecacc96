"""`afterword import` opens nothing that the archive, or an earlier mapping, kept from some readers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from conftest import CONFIG, Repository

Run = Callable[..., Result]
MAP = "fields: {audience: audience, labels: tags}\ndefaults: {audience: company}\n"


@pytest.fixture
def archive(tmp_path: Path, repository: Repository) -> Path:
    settings = "audience: company\n      import: {audience: company}\n      zone:"
    (repository.root / "mkdocs.yml").write_text(CONFIG.replace("zone:", settings))
    (tmp_path / "archive").mkdir()
    return tmp_path / "archive"


def write(archive: Path, front: str, name: str = "2019-03-01-outage.md") -> None:
    (archive / name).write_text(f"---\ntitle: Search was down\n{front}\n---\n\nText.\n")


def reports(repository: Repository) -> list[str]:
    return sorted(path.name for path in repository.reports.rglob("2019-*.md"))


@pytest.mark.parametrize(
    "front",
    [
        "audience: restricted", "audience: internal", "audience: everybody", "Visibility: private", "draft: true",
        "published: false", "confidential: yes", "classification: TLP:RED", "private: 1", "access: [company, hr]",
    ],
)  # fmt: skip
def test_fewer_readers_need_a_word(archive: Path, repository: Repository, afterword: Run, front: str) -> None:
    write(archive, front)
    ran = afterword("import", archive, "--into", repository.root)
    assert reports(repository) == []
    assert "may mean fewer readers" in ran.output
    assert "1 file not imported for want of a word" in ran.output


@pytest.mark.parametrize("front", ["audience: public", "draft: false", "published: 2019-03-01", "private: no"])
def test_as_many_readers_need_none(archive: Path, repository: Repository, afterword: Run, front: str) -> None:
    write(archive, front)
    afterword("import", archive, "--into", repository.root)
    assert reports(repository) == ["2019-03-01-search-was-down.md"]


@pytest.mark.parametrize(
    "mapping",
    [
        "files: {2019-03-01-outage.md: {audience: company}}",
        'fields: {audience: audience}\nvalues: {audience: {internal: company}}',
        'values: {audience: {internal: ""}}',
    ],
)  # fmt: skip
def test_the_mapping_settles_it(
    archive: Path, repository: Repository, afterword: Run, tmp_path: Path, mapping: str
) -> None:
    write(archive, "audience: internal")
    (tmp_path / "map.yml").write_text(mapping + "\n")
    ran = afterword("import", archive, "--into", repository.root, "--map", tmp_path / "map.yml")
    assert reports(repository) == ["2019-03-01-search-was-down.md"], ran.output


def test_no_default_stands_in_for_an_audience_that_is_none(
    archive: Path, repository: Repository, afterword: Run, tmp_path: Path
) -> None:
    write(archive, "audience: internal")
    (tmp_path / "map.yml").write_text(MAP)
    ran = afterword("import", archive, "--into", repository.root, "--map", tmp_path / "map.yml")
    assert reports(repository) == []
    assert "`audience: internal` is no audience here" in ran.output


def test_a_report_whose_file_is_not_taken_any_more_is_told(
    archive: Path, repository: Repository, afterword: Run
) -> None:
    write(archive, "team: search")
    afterword("import", archive, "--into", repository.root)
    write(archive, "audience: restricted")
    ran = afterword("import", archive, "--into", repository.root)
    assert "Not imported this time, while the report of an earlier import is still here" in ran.output
    assert "2019-03-01-outage.md: 2019-03-01-search-was-down" in ran.output


def test_a_mapping_is_not_left_out_by_accident(
    archive: Path, repository: Repository, afterword: Run, tmp_path: Path
) -> None:
    write(archive, "audience: public\nlabels: [search]")
    (tmp_path / "map.yml").write_text(MAP)
    afterword("import", archive, "--into", repository.root, "--map", tmp_path / "map.yml")
    before = {path: path.read_bytes() for path in repository.reports.rglob("*.md")}
    ran = afterword("import", archive, "--into", repository.root)
    assert ran.exit_code == 2
    assert "was imported with a mapping" in ran.output
    assert {path: path.read_bytes() for path in repository.reports.rglob("*.md")} == before


def test_a_mapping_to_begin_with_names_nobody(
    archive: Path, repository: Repository, afterword: Run, tmp_path: Path
) -> None:
    write(archive, "author: Maria Gonzalez\nreason: Maria Gonzalez was careless\nteam: search")
    afterword("import", archive, "--into", repository.root, "--map", tmp_path / "map.yml")
    text = (tmp_path / "map.yml").read_text()
    assert "Gonzalez" not in text
    assert "careless" not in text
    assert '"author" names people' in text
    assert 'such as "search"' in text
