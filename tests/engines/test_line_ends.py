"""A checkout with the line ends of another machine: the same findings, and the same site, byte for byte."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

BIN = Path(sys.executable).parent


def run(folder: Path, *command: str) -> str:
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1795392000", "NO_MKDOCS_2_WARNING": "1"}
    ran = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


@pytest.mark.heavy
@pytest.mark.engine
def test_the_example_is_the_same_with_other_line_ends(tmp_path: Path) -> None:
    told, sites = [], []
    for name, converted in (("here", "false"), ("there", "true")):
        run(tmp_path, "git", "clone", "-q", "-c", f"core.autocrlf={converted}", str(ROOT), name)
        folder = tmp_path / name
        assert (b"\r\n" in (folder / "postmortems/index.md").read_bytes()) == (converted == "true")
        told.append(run(folder, str(BIN / "afterword"), "check", "--format", "json"))
        run(folder, str(BIN / "mkdocs"), "build", "--strict", "-q")
        run(folder, str(BIN / "afterword"), "digest", "--week", "2026-W40", "--out", "site/digest")
        files = (path for path in (folder / "site").rglob("*") if path.is_file())
        sites.append({path.relative_to(folder).as_posix(): path.read_bytes() for path in files})
    assert told[0] == told[1]
    here, there = sites
    assert here.keys() == there.keys()
    # Pagefind's files are compressed by themselves and compared as they are, too.
    assert [name for name, content in here.items() if content != there[name]] == []
