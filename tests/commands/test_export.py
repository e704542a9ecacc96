"""What `afterword export` says, and that it never loses what somebody wrote."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from afterword.commands.export_folder import LIST, write_export
from conftest import DRAFT, Repository

Run = Callable[..., Result]


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def exported(repository: Repository, afterword: Run) -> Path:
    (repository.root / "postmortems/index.md").write_text("# Learning\n\n<!-- afterword:newest -->\n")
    result = afterword("export", "out")
    assert result.exit_code == 0, result.output
    return repository.root / "out"


def test_it_says_what_it_wrote(exported: Path, afterword: Run) -> None:
    result = afterword("export", "out2")
    assert result.exit_code == 0
    first, second = result.stdout.splitlines()
    assert first.startswith("wrote ")
    assert first.endswith(" pages, 0 reports")
    assert "to out2 for the audience company" in first
    assert "out2/README.md" in second
    assert [path.name for path in exported.parent.iterdir() if path.name.startswith(".afterword")] == []


def test_the_list_holds_the_digest_of_every_file(exported: Path) -> None:
    ran = subprocess.run(
        ["sha256sum", "-c", "--quiet", LIST], cwd=exported, capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    listed = {line.partition("  ")[2] for line in (exported / LIST).read_text().splitlines()[1:]}
    assert listed == set(tree(exported)) - {LIST}


def test_errors_are_told_and_nothing_is_written(repository: Repository, afterword: Run) -> None:
    repository.write("2026-05-18-two-answers", DRAFT.replace("title:", "titel:"))
    result = afterword("export", "out")
    assert result.exit_code == 1
    assert "2026-05-18-two-answers.md:3:1 AW110 error" in result.stdout
    assert "nothing was written" in result.stdout
    assert not (repository.root / "out").exists()


def test_errors_leave_an_earlier_export_as_it_was(exported: Path, repository: Repository, afterword: Run) -> None:
    before = tree(exported)
    repository.write("2026-05-18-two-answers", DRAFT.replace("title:", "titel:"))
    assert afterword("export", "out").exit_code == 1
    assert tree(exported) == before


def test_a_narrower_audience_is_refused(repository: Repository, afterword: Run) -> None:
    result = afterword("export", "out", "--audience", "restricted")
    assert result.exit_code == 2
    assert "`--audience restricted` is narrower than the `audience: company` of the settings" in result.output
    assert not (repository.root / "out").exists()


@pytest.mark.parametrize("place", ["postmortems", "postmortems/out", "."])
def test_no_place_overlaps_the_documents(place: str, repository: Repository, afterword: Run) -> None:
    before = tree(repository.root)
    result = afterword("export", place)
    assert result.exit_code == 2
    assert "overlaps the documents folder `postmortems`" in result.output
    assert tree(repository.root) == before


def test_a_folder_of_somebody_else_is_refused(repository: Repository, afterword: Run) -> None:
    other = repository.root / "out"
    other.mkdir()
    (other / "notes.txt").write_text("mine\n")
    result = afterword("export", "out")
    assert result.exit_code == 2
    assert "`out` is not empty and holds no earlier export" in result.output
    assert tree(other) == {"notes.txt": b"mine\n"}


@pytest.mark.parametrize("kind", ["file", "link"])
def test_a_file_or_link_is_refused(kind: str, repository: Repository, afterword: Run) -> None:
    place = repository.root / "out"
    if kind == "file":
        place.write_text("mine\n")
    else:
        place.symlink_to(repository.root / "nowhere")
    result = afterword("export", "out")
    assert result.exit_code == 2
    assert "`out` is a file or a link, not a folder" in result.output


def test_an_empty_folder_will_do(repository: Repository, afterword: Run) -> None:
    (repository.root / "out").mkdir()
    assert afterword("export", "out").exit_code == 0
    assert (repository.root / "out/mkdocs.yml").is_file()


def test_what_was_changed_or_added_by_hand_is_kept_and_told(exported: Path, afterword: Run) -> None:
    (exported / "docs/index.md").write_text("# Edited\n")
    (exported / "docs/mine.md").write_text("# Mine\n")
    before = tree(exported)
    result = afterword("export", "out")
    assert result.exit_code == 2
    assert "docs/index.md (changed by hand)" in result.output
    assert "docs/mine.md (added by hand)" in result.output
    assert tree(exported) == before


def test_a_link_put_in_the_place_of_a_file_is_kept_and_told(exported: Path, afterword: Run, tmp_path: Path) -> None:
    target = tmp_path / "target.md"
    target.write_bytes((exported / "docs/index.md").read_bytes())
    (exported / "docs/index.md").unlink()
    (exported / "docs/index.md").symlink_to(target)
    result = afterword("export", "out")
    assert result.exit_code == 2
    assert "docs/index.md (changed by hand)" in result.output
    assert target.exists()


def test_what_stands_beside_the_export_stays(exported: Path, afterword: Run) -> None:
    (exported / ".git").mkdir()
    (exported / ".git/config").write_text("[core]\n")
    (exported / "site").mkdir()
    (exported / "site/index.html").write_text("built\n")
    before = tree(exported)
    (exported / "docs/index.md").unlink()
    result = afterword("export", "out")
    assert result.exit_code == 0, result.output
    assert tree(exported) == before


def test_what_is_no_longer_of_the_site_goes(exported: Path, repository: Repository, afterword: Run) -> None:
    (repository.root / "postmortems/guide").mkdir()
    page = repository.root / "postmortems/guide/ours.md"
    page.write_text("# Ours\n")
    assert afterword("export", "out").exit_code == 0
    assert (exported / "docs/guide/ours.md").is_file()
    page.unlink()
    assert afterword("export", "out").exit_code == 0
    assert not (exported / "docs/guide/ours.md").exists()


def test_an_entry_of_somebody_else_in_the_way_puts_everything_back(exported: Path) -> None:
    (exported / "extra").write_text("mine\n")
    before = tree(exported)
    files = {"docs/index.md": b"new\n", "extra": b"ours\n", "mkdocs.yml": b"new\n"}
    with pytest.raises(Exception, match="it was left as it was"):
        write_export(exported, Path("out"), files)
    assert tree(exported) == before


def test_a_failure_in_the_middle_puts_everything_back(exported: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, moves, real = tree(exported), [], os.rename

    def fail(source: Path, target: Path) -> None:
        moves.append(target)
        if len(moves) == 4:
            raise OSError(28, "No space left on device")
        real(source, target)

    monkeypatch.setattr("afterword.commands.export_folder.os.rename", fail)
    with pytest.raises(Exception, match="no space left on device; it was left as it was"):
        write_export(exported, Path("out"), {"docs/index.md": b"new\n", "mkdocs.yml": b"new\n"})
    assert tree(exported) == before
    assert len(moves) == 7  # three moves, the one that fails, and three back


def test_what_is_not_taken_along_is_told(repository: Repository, afterword: Run) -> None:
    config = repository.root / "mkdocs.yml"
    config.write_text(
        config.read_text().replace("plugins:\n", "plugins:\n  - tags\n")
        + "theme: {name: material, custom_dir: overrides}\nhooks: [hook.py]\n"
        + "markdown_extensions:\n  - footnotes\n  - pymdownx.snippets\n  - pymdownx.emoji:\n      emoji_index: !!python/name:a.b\n"
    )
    result = afterword("export", "out")
    assert result.exit_code == 0
    assert "plugins are not taken along: `tags`" in result.stderr
    assert "templates of the site's own in `overrides` are not taken along" in result.stderr
    assert "`hooks` are not taken along" in result.stderr
    assert "the Markdown extension `pymdownx.emoji` is not taken along, since its options are code" in result.stderr
    assert "`pymdownx.snippets` is not taken along, since it reads files where it runs" in result.stderr
    written = (repository.root / "out/mkdocs.yml").read_text()
    assert "snippets" not in written
    assert "- footnotes\n" in written
    assert "emoji" not in written


@pytest.mark.parametrize("url", ["example.org", "javascript:alert(1)", "ftp://example.org"])
def test_an_address_begins_with_https(url: str, repository: Repository, afterword: Run) -> None:
    result = afterword("export", "out", "--site-url", url)
    assert result.exit_code == 2
    assert "`--site-url` takes an address that begins with https://" in result.output


def test_without_settings_defaults_hold(repository: Repository, afterword: Run) -> None:
    (repository.root / "mkdocs.yml").unlink()
    result = afterword("export", "out")
    assert result.exit_code == 0, result.output
    assert "site_name: Afterword" in (repository.root / "out/mkdocs.yml").read_text()
    assert (repository.root / "out/docs/index.md").read_text().startswith("# Afterword\n")
