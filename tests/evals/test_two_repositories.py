"""Both fictional incidents walked through across two repositories: the reports' and the model's, with real pytest runs."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from afterword.commands.main import cli

ROOT = Path(__file__).parents[2]
MODELS = Path(__file__).parent / "models"
SHOP = "2026-03-11-unequal-discounts"
HELP = "2026-05-18-incoherent-answers-after-provider-change"


class Walk:
    """A copy of the example's reports, and a model's repository with an export of its cases."""

    def __init__(self, folder: Path, system: str, monkeypatch: pytest.MonkeyPatch) -> None:
        self.reports, self.model, self.system = folder / "reports", folder / "model", system
        self._at = monkeypatch.chdir
        self.reports.mkdir()
        shutil.copytree(ROOT / "postmortems", self.reports / "postmortems")
        shutil.copyfile(ROOT / "mkdocs.yml", self.reports / "mkdocs.yml")
        (self.reports / "postmortems/_state/evals.json").unlink()
        self.model.mkdir()
        shutil.copyfile(MODELS / f"{system.replace('-', '_')}.py", self.model / "app.py")
        told = self.afterword(
            self.reports, "evals", "export", "--to", "pytest", "--system", system, self.model / "cases"
        )
        assert told.exit_code == 0, told.output

    def afterword(self, where: Path, *arguments: str | Path) -> Result:
        """Run one of our commands in a repository."""
        self._at(where)
        return CliRunner().invoke(cli, [str(each) for each in arguments])

    def test(self, **environment: str) -> None:
        """Run the exported tests as the model's team does, with pytest and nothing of ours."""
        command = [
            sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "cases", "--junitxml=results.xml",
            "--afterword-target=app:answer", "--afterword-predict=app:predict",
        ]  # fmt: skip
        clean = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "PYTEST_ADDOPTS"}}
        ran = subprocess.run(command, cwd=self.model, env={**clean, **environment}, capture_output=True, text=True)
        assert ran.returncode in {0, 1}, ran.stdout + ran.stderr

    def gate(self, *arguments: str) -> Result:
        """Judge it in the model's repository."""
        return self.afterword(
            self.model, "evals", "gate", "--system", self.system, "results.xml", "--out", "verdicts.json", *arguments
        )

    def record(self) -> list[tuple[str, str]]:
        """Take the verdicts home; returns what was recorded last of each case."""
        told = self.afterword(self.reports, "evals", "record", self.model / "verdicts.json")
        assert told.exit_code == 0, told.output
        runs = json.loads((self.reports / "postmortems/_state/evals.json").read_text())["runs"]
        return list({run["case"]: (run["case"], run["verdict"]) for run in runs}.values())


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


def test_the_biased_bot_is_stopped_at_its_gate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    walk = Walk(tmp_path, "shop-assistant", monkeypatch)
    walk.test(RELEASE="2026.02.3")
    stopped = walk.gate("--release", "2026.02.3", "--max-age", "24")
    assert stopped.exit_code == 1
    assert f"FAILS                 {SHOP} EC-1: Same question gets the same offer in every area" in stopped.output
    assert "by variant: `area-a` 0 of 20, `area-b` 0 of 20" in stopped.output
    assert stopped.output.count("  FAILS ") == 3
    assert "Stopped: 3 blocking cases fail." in stopped.output
    assert walk.record() == [("EC-1", "failed"), ("EC-2", "failed"), ("EC-3", "failed")]

    walk.test(RELEASE="2026.03.1")
    passed = walk.gate("--release", "2026.03.1", "--update-baseline")
    assert (passed.exit_code, "Nothing stops it." in passed.output) == (0, True)
    assert walk.record() == [("EC-1", "passed"), ("EC-2", "passed"), ("EC-3", "passed")]

    walk.test(RELEASE="2026.02.3")
    again = walk.gate("--release", "2026.04.0")
    assert (again.exit_code, again.output.count("FAILS, passed before")) == (1, 3)


def test_the_changed_provider_is_seen_by_the_expected_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    walk = Walk(tmp_path, "help-assistant", monkeypatch)
    walk.test(PROVIDER="2025-11")
    passed = walk.gate("--release", "abc123", "--update-baseline")
    assert passed.exit_code == 0, passed.output
    assert "19 of 20 trials passed, 19 of 20 must" in passed.output
    # The night after: the same commit, and another version behind it.
    walk.test(PROVIDER="2026-05")
    stopped = walk.gate("--release", "abc123")
    assert stopped.exit_code == 1
    assert f"FAILS, passed before  {HELP} EC-1: An answer is one object with a text and its source" in stopped.output
    assert "The release is the one of the baseline: what changed lies outside of it" in stopped.output
    assert "Stopped: 2 blocking cases passed before and fail now." in stopped.output
    assert walk.record() == [("EC-1", "failed"), ("EC-2", "failed"), ("EC-3", "passed")]
    # A provider that is down, or an adapter that gives nothing back, is no regression, and lets nothing through either.
    for provider in ("down", "silent"):
        walk.test(PROVIDER=provider)
        down = walk.gate("--release", "abc123")
        assert (down.exit_code, down.output.count("20 trials gave no answer")) == (1, 3)
        assert "3 blocking cases came to no verdict" in down.output
