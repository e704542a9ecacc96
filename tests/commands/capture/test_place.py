"""Where captures lie: never in git, never where somebody else could read them, and somewhere at any rate."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from pathlib import Path

import pytest

from afterword.commands.capture import place
from afterword.commands.capture.place import in_work_tree, open_place, usual_places
from afterword.commands.refusal import Refusal


@pytest.fixture(autouse=True)
def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for everybody's temporary files, in which the tests are alone."""
    folder = tmp_path / "shared"
    folder.mkdir()
    monkeypatch.setattr(place, "_SHARED", str(folder))
    monkeypatch.setattr(tempfile, "gettempdir", lambda: str(folder))
    return folder


def test_the_state_folder_comes_first(tmp_path: Path) -> None:
    state, home = {"XDG_STATE_HOME": str(tmp_path / "s")}, {"HOME": str(tmp_path / "h")}
    assert open_place({**state, **home}).folder == tmp_path / "s/afterword/captures"
    assert open_place(home).folder == tmp_path / "h/.local/state/afterword/captures"
    assert open_place({"XDG_STATE_HOME": "relative", **home}).folder == tmp_path / "h/.local/state/afterword/captures"
    assert not open_place(home).instead


def test_a_work_tree_is_left_alone(tmp_path: Path, shared: Path) -> None:
    home = tmp_path / "home"
    for mark in (home / ".git", home / "b" / ".git"):
        mark.parent.mkdir(parents=True, exist_ok=True)
    (home / ".git").write_text("gitdir: elsewhere")
    found = open_place({"HOME": str(home)})
    assert found.folder.is_relative_to(shared)
    assert "lies in a git work tree" in found.instead
    assert not (home / ".local").exists()
    link = tmp_path / "link"
    link.symlink_to(home)
    assert in_work_tree(link / "x" / "y")
    assert open_place({"XDG_STATE_HOME": str(link)}).folder.is_relative_to(shared)


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, shared: Path) -> None:
    (tmp_path / "file").write_text("x")
    found = open_place({"XDG_STATE_HOME": str(tmp_path / "file")})
    assert found.folder.is_relative_to(shared)
    assert "cannot be written (not a directory)" in found.instead


def test_a_disk_that_is_full_is_told(tmp_path: Path, shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trying = place._try_to_write

    def full(folder: Path) -> None:
        if folder.is_relative_to(tmp_path / "state"):
            raise OSError(errno.ENOSPC, "No space left on device")
        trying(folder)

    monkeypatch.setattr(place, "_try_to_write", full)
    found = open_place({"XDG_STATE_HOME": str(tmp_path / "state")})
    assert found.folder.is_relative_to(shared)
    assert "cannot be written (no space left on device)" in found.instead
    assert list(found.folder.iterdir()) == []


def test_without_a_home_there_is_a_place_all_the_same(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)
    found = open_place({})
    assert found.folder == shared / f"afterword-{os.getuid()}" / "captures"
    assert stat.S_IMODE(found.folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(found.folder.parent.stat().st_mode) == 0o700


def test_a_link_among_temporary_files_is_refused(tmp_path: Path, shared: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (shared / f"afterword-{os.getuid()}").symlink_to(elsewhere)
    (tmp_path / "file").write_text("x")
    with pytest.raises(Refusal, match="is a link or no folder"):
        open_place({"XDG_STATE_HOME": str(tmp_path / "file")})
    assert list(elsewhere.iterdir()) == []


def test_a_linked_state_folder_of_the_own_is_fine(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "state").mkdir()
    (tmp_path / "state/afterword").symlink_to(tmp_path / "disk")
    found = open_place({"XDG_STATE_HOME": str(tmp_path / "state")})
    assert not found.instead
    assert (tmp_path / "disk/captures").is_dir()


def test_no_place_at_all_is_said_with_the_cure(tmp_path: Path, shared: Path) -> None:
    shared.rmdir()
    shared.write_text("x")
    with pytest.raises(Refusal, match="XDG_STATE_HOME=/a/folder"):
        open_place({"XDG_STATE_HOME": str(shared / "x")})


def test_every_usual_place_is_absolute() -> None:
    assert all(each.is_absolute() for each in usual_places({"XDG_STATE_HOME": "a\0b", "HOME": "x"}))
