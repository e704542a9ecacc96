from pathlib import Path
from typing import Any

import pytest

from afterword.commands.find_project import NO_SETTINGS, find_project


def test_settings_are_found_above_the_first_path(repository: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    path = repository.write("2026-05-18-two-answers", "")
    monkeypatch.chdir("/")
    found = find_project([path], None, {})
    assert found.project.config == repository.root / "mkdocs.yml"
    assert found.project.settings.zone == "Europe/Berlin"
    assert found.display(found.project.shown(path)) == path.relative_to("/").as_posix()
    assert found.notes == ()


def test_the_current_folder_is_looked_at_next(repository: Any, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    assert find_project([elsewhere], None, {}).project.config == repository.root / "mkdocs.yml"


def test_the_search_ends_at_the_root_of_the_repository(repository: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = repository.root / "inner"
    (inner / ".git").mkdir(parents=True)
    monkeypatch.chdir(inner)
    found = find_project([], None, {})
    assert found.project.config is None
    assert found.notes == (NO_SETTINGS,)


def test_a_named_configuration_wins(repository: Any, tmp_path: Path) -> None:
    other = tmp_path / "other.yml"
    other.write_text("docs_dir: texts\nplugins: [afterword]\n")
    project = find_project([], other, {}).project
    assert project.docs == tmp_path / "texts"
    assert project.settings.zone == "UTC"


def test_a_missing_documents_folder_is_noted(repository: Any) -> None:
    (repository.root / "postmortems").rmdir()
    assert find_project([], None, {}).notes == ("the documents folder `postmortems` is not there",)


def test_without_settings_a_folder_of_the_usual_name_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    docs = tmp_path / "postmortems"
    report = docs / "reports" / "2026" / "2026-05-18-x.md"
    report.parent.mkdir(parents=True)
    report.write_text("---\n---\n")
    monkeypatch.chdir(tmp_path)
    assert find_project([], None, {}).project.docs == docs
    assert find_project([report], None, {}).project.docs == docs
    assert find_project([tmp_path / "postmortems" / "reports"], None, {}).project.docs == docs


def test_the_folder_of_a_lone_file_is_never_read_as_a_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    lone = tmp_path / "note.md"
    lone.write_text("---\n---\n")
    assert not find_project([lone], None, {}).project.docs.exists()


def test_paths_are_shown_from_the_current_folder_or_else_from_the_root(
    repository: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = repository.write("2026-05-18-here", "")
    there = repository.write("2025-05-18-there", "")
    monkeypatch.chdir(here.parent)
    found = find_project([], None, {})
    assert found.display(found.project.shown(here)) == "2026-05-18-here.md"
    assert found.display(found.project.shown(there)) == "postmortems/reports/2025/2025-05-18-there.md"
    rooted = find_project([], None, {}, from_root=True)
    assert rooted.display(rooted.project.shown(here)) == "postmortems/reports/2026/2026-05-18-here.md"


def test_a_link_to_the_repository_leads_to_the_same_files(repository: Any, tmp_path: Path) -> None:
    report = repository.write("2026-05-18-here", "")
    (tmp_path / "link").symlink_to(repository.root)
    through = tmp_path / "link" / report.relative_to(repository.root)
    found = find_project([through], None, {})
    assert found.project.docs == repository.root / "postmortems"
