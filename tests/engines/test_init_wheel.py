"""From the built wheel on a clean machine: install it, set a repository up, check it, build its site."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.engines.site import QUIET, ROOT, all_bytes

TEMPLATES = "afterword/commands/scaffold/templates/"


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command that knows nothing of this checkout or of the environment that the tests run in."""
    hidden = ("GITHUB_", "AFTERWORD_", "PYTHON", "VIRTUAL_ENV")
    environ = {key: value for key, value in os.environ.items() if not key.startswith(hidden)}
    ran = subprocess.run(
        [str(each) for each in command], cwd=cwd, env={**environ, **QUIET}, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout + ran.stderr


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and an environment in which nothing else is installed."""
    folder = tmp_path_factory.mktemp("clean")
    run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", folder, ROOT, cwd=folder)
    wheel = next(folder.glob("afterword-*.whl"))
    run(sys.executable, "-m", "venv", folder / "venv", cwd=folder)
    run(folder / "venv/bin/python", "-m", "pip", "install", "-q", f"{wheel}[mkdocs]", cwd=folder)
    return folder


@pytest.mark.engine
def test_the_wheel_holds_every_template(clean: Path) -> None:
    names = zipfile.ZipFile(next(clean.glob("*.whl"))).namelist()
    shipped = {name.removeprefix(TEMPLATES) for name in names if name.startswith(TEMPLATES)}
    assert shipped == {path.name for path in (ROOT / "plugins" / TEMPLATES).iterdir()}


@pytest.mark.engine
def test_install_init_check_build(clean: Path) -> None:
    tools, repository = clean / "venv/bin", clean / "learning"
    run(tools / "afterword", "init", "learning", "--name", "Example Shop", "--zone", "Europe/Berlin", cwd=clean)
    assert run(tools / "afterword", "check", "--pedantic", cwd=repository) == "1 report, 0 errors, 0 warnings\n"
    told = run(tools / "mkdocs", "build", "--strict", cwd=repository)
    assert [line for line in told.splitlines() if "WARNING" in line or "ERROR" in line] == []
    published = all_bytes(repository / "site")
    assert b"No report is on this site yet" in published["index.html"]
    assert b"Do not publish this copy" not in published["index.html"]
    # The draft and what machines write are in no byte of the site.
    record = json.loads((repository / "postmortems/_state/init.json").read_text())
    digests = (written["sha256"].encode() for written in record["parts"].values())
    hidden = (b"our-first-near-miss", b"Our first near miss", *digests)
    assert [name for name, content in published.items() if any(each in content for each in hidden)] == []
    assert [name for name in published if name.startswith(("_", "evidence/")) or "/." in name] == []
    assert run(tools / "afterword", "init", ".", cwd=repository) == "27 files as init writes them\n"


@pytest.mark.engine
def test_the_core_alone_sets_a_repository_up(clean: Path) -> None:
    """Where no site engine is installed, `init` works and says what to install."""
    blocked = clean / "blocked"
    blocked.mkdir()
    code = (
        "import sys\nsys.modules.update(mkdocs=None, material=None)\nfrom afterword.commands.main import run\nrun()\n"
    )
    (blocked / "core.py").write_text(code)
    told = run(clean / "venv/bin/python", "core.py", "init", "learning", cwd=blocked)
    assert "wrote learning/mkdocs.yml" in told
    assert "  python -m pip install -r requirements.txt\n  afterword check\n" in told
