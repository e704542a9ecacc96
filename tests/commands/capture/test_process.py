"""`declare` as a process of its own: whatever its input, its home and its folder are, it ends and has saved."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from .conftest import manifest, modes

PACKAGE = Path(__file__).parents[3] / "plugins"
START = [sys.executable, "-c", "from afterword.commands.declare import declare; declare()"]
SHORT = "import afterword.commands.capture.stdin as s; s.FIRST = .2; s.QUIET = .4; "


def started(folder: Path, *arguments: str, env: dict[str, str] | None = None, **named: Any) -> subprocess.Popen[str]:
    command = [*START, *arguments]
    command[2] = SHORT + command[2]
    known = {"PYTHONPATH": str(PACKAGE), "PATH": os.environ["PATH"], **(env or {})}
    return subprocess.Popen(
        command, cwd=folder, env=known, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **named
    )


def saved(process: subprocess.Popen[str], *, code: int = 0) -> Path:
    out, err = process.communicate(timeout=60)
    assert process.returncode == code, out + err
    found = re.match(r"saved (.+)\n", out)
    assert found, out + err
    return Path(found[1])


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


def test_a_quiet_pipe_and_a_closed_input_never_hang(tmp_path: Path, home: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    env = {"HOME": str(home)}
    reading, writing = os.pipe()
    quiet = started(tmp_path, "a.txt", env=env, stdin=reading)
    closed = started(tmp_path, "a.txt", env=env, preexec_fn=lambda: os.close(0))
    nothing = started(tmp_path, "a.txt", env=env, stdin=subprocess.DEVNULL)
    folders = [saved(each) for each in (quiet, closed, nothing)]
    os.close(writing)
    os.close(reading)
    assert len(set(folders)) == 3
    for folder in folders:
        assert [each["name"] for each in manifest(folder)["files"]] == ["a.txt"]
        assert folder.is_relative_to(home / ".local/state/afterword/captures")


def test_a_pipe_that_goes_quiet_is_kept_and_one_that_ends_is_whole(tmp_path: Path, home: Path) -> None:
    env = {"HOME": str(home)}
    quiet = started(tmp_path, env=env, stdin=subprocess.PIPE)
    ends = started(tmp_path, "-", env=env, stdin=subprocess.PIPE)
    assert quiet.stdin is not None
    quiet.stdin.write("came")
    quiet.stdin.flush()
    out, _ = ends.communicate("whole\n", timeout=60)
    assert ends.returncode == 0, out
    quiet.wait(timeout=60)
    quiet.stdin.close()
    quiet.stdin = None
    (file,) = manifest(saved(quiet))["files"]
    assert file["size"] == 4
    assert "it was still open; `-` waits for its end" in file["notes"][0]


def test_in_a_git_work_tree_with_everything_open_and_a_file_on_input(tmp_path: Path, home: Path) -> None:
    repository = tmp_path / "repository"
    repository.mkdir()
    subprocess.run(["git", "init", "-q"], cwd=repository, check=True)
    (repository / "a.txt").write_text("x")
    with (repository / "a.txt").open() as file:
        process = started(
            repository, env={"HOME": str(home)}, stdin=file, preexec_fn=lambda: os.umask(0) and None
        )  # fmt: skip
        folder = saved(process)
    assert manifest(folder)["files"][0]["size"] == 1
    assert {mode for _, mode in modes(folder)} == {0o600, 0o700}
    status = subprocess.run(
        ["git", "status", "--porcelain"], cwd=repository, capture_output=True, text=True, check=True
    )
    assert status.stdout == "?? a.txt\n"


def test_without_a_home_and_with_a_state_folder_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "tmp").mkdir()
    (tmp_path / "file").write_text("x")
    here = f"import afterword.commands.capture.place as p; p._SHARED = {str(tmp_path / 'tmp')!r}; "
    command = [*START]
    command[2] = here + command[2]
    known = {"PYTHONPATH": str(PACKAGE), "PATH": os.environ["PATH"], "XDG_STATE_HOME": str(tmp_path / "file")}
    ran = subprocess.run(
        command,
        cwd=tmp_path,
        env=known,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert f"saved {tmp_path / 'tmp'}/afterword-{os.getuid()}/captures/" in ran.stdout
    assert "cannot be written (not a directory)" in ran.stderr
    assert "move it soon" in ran.stderr
