"""The lock installs by digest into an empty environment, and what it installs builds the example site."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

import pytest

from afterword.commands.scaffold import parts

ROOT = Path(__file__).parents[2]
LOCK = Path(parts.__file__).parent / "templates/requirements.lock"


@pytest.mark.heavy
@pytest.mark.engine
def test_the_example_is_built_from_the_lock_alone(tmp_path: Path) -> None:
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env/bin/python"
    for asked in (
        ["--require-hashes", "--only-binary", ":all:", "-r", str(LOCK)],
        ["--no-deps", "--no-build-isolation", str(ROOT)],
    ):
        subprocess.run([python, "-m", "pip", "install", "--quiet", *asked], check=True, timeout=900)
    subprocess.run([python, "-m", "pip", "check"], check=True, timeout=60)
    built = subprocess.run(
        [python, "-m", "mkdocs", "build", "--strict", "--site-dir", tmp_path / "site"],
        cwd=ROOT, check=False, capture_output=True, text=True, timeout=600,
    )  # fmt: skip
    assert built.returncode == 0, built.stderr
    assert (tmp_path / "site/guide/years/index.html").is_file()


@pytest.mark.heavy
def test_a_file_with_another_digest_is_refused(tmp_path: Path) -> None:
    lock = tmp_path / "requirements.lock"
    lines = [line for line in LOCK.read_text().splitlines() if line.startswith("mergedeep")]
    lock.write_text(lines[0].replace("\\", f"--hash=sha256:{'0' * 64}") + "\n")
    ran = subprocess.run(
        [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes", "-r", lock, "-d", tmp_path],
        check=False, capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    assert ran.returncode != 0
    assert "DO NOT MATCH THE HASHES" in ran.stderr
