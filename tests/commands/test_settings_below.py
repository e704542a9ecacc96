"""At the root of a larger repository, a check says which folder is meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from afterword.commands.main import cli
from afterword.commands.settings_below import settings_below

OURS = "site_name: Reports\ndocs_dir: postmortems\nexclude_docs: |\n  /reports/\nplugins:\n  - afterword\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "requirements.txt").write_text("x\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _site(root: Path, folder: str, text: str = OURS) -> Path:
    path = root / folder
    (path / "postmortems/reports").mkdir(parents=True)
    (path / "mkdocs.yml").write_text(text)
    return path


def test_the_folder_is_named(root: Path) -> None:
    _site(root, "teams/learning")
    _site(root, "docs", "site_name: Other\n# afterword\nplugins: [search]\n")
    ran = CliRunner().invoke(cli, ["check"])
    assert ran.exit_code == 2
    assert "no `mkdocs.yml` was found here or above" in ran.output
    assert "`afterword check teams/learning`" in ran.output
    assert "AW505" not in ran.output
    assert "mkdocs.yml` was found" not in CliRunner().invoke(cli, ["check", "teams/learning"]).output


def test_a_lone_file_is_judged_as_before(root: Path) -> None:
    _site(root, "teams/learning")
    (root / "README.md").write_text("# A page\n\nThe check was silent.\n")
    assert CliRunner().invoke(cli, ["check", "README.md"]).exit_code == 0


def test_only_a_few_levels_are_read(root: Path) -> None:
    near, _far = _site(root, "a/b/c"), _site(root, "a/b/x/d")
    _site(root, ".hidden"), _site(root, "node_modules/p")
    (root / "link").symlink_to(near.parent)
    (root / "odd").mkdir()
    (root / "odd/mkdocs.yml").mkdir()
    assert settings_below(root) == (near,)


def test_the_search_is_bounded(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("afterword.commands.settings_below._FOLDERS", 3)
    for name in ("a", "b", "c", "d"):
        _site(root, name)
    assert [each.name for each in settings_below(root)] == ["a", "b", "c"]
