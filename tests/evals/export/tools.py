"""The real tools, as `make tools` installs them below `.tools`, and exports written to the disk for them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from afterword.evals.export.choose import Choice
from afterword.evals.export.make import Tool, make_export
from afterword.model.collection import AudienceView
from tests.conftest import ROOT

TOOLS = ROOT / ".tools"
PROMPTFOO = TOOLS / "promptfoo/node_modules/.bin/promptfoo"
INSPECT = TOOLS / "inspect/bin/inspect"


@dataclass(frozen=True)
class Verdict:
    """What a tool said of one test, and the metadata that it kept of it."""

    passed: bool
    metadata: dict[str, Any]
    told: str = ""

    @property
    def as_expected(self) -> bool:
        return self.passed == (self.metadata["expect"] == "pass")


def write(view: AudienceView, tool: Tool, folder: Path) -> Path:
    for path, content in make_export(view, Choice(), tool).files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def run_promptfoo(folder: Path, config: str, *options: str) -> list[Verdict]:
    """The verdicts of one run in the order of the tests."""
    _need(PROMPTFOO)
    out = folder.parent / "promptfoo.json"
    quiet = ("TELEMETRY", "UPDATE", "REMOTE_GENERATION", "DEBUG_LOG", "ERROR_LOG")
    more = {
        **{f"PROMPTFOO_DISABLE_{name}": "1" for name in quiet},
        "PROMPTFOO_CONFIG_DIR": str(folder.parent / "state"),
    }
    command = ["node", PROMPTFOO, "eval", "-c", config, "--no-cache", "--no-table", "-o", out, *options]
    ran = _run(command, folder, more)
    assert ran.returncode in {0, 100}, ran.stdout + ran.stderr
    found = json.loads(out.read_text())["results"]["results"]
    return [Verdict(each["success"], each["testCase"]["metadata"], each.get("error") or "") for each in found]


def run_inspect(folder: Path, file: str, *options: str) -> list[Verdict]:
    """The verdicts of one run by the ids of the samples."""
    _need(INSPECT)
    logs = folder.parent / f"logs-{file}"
    command = [
        INSPECT,
        "eval",
        file,
        "--model",
        "none/none",
        "--display",
        "none",
        "--log-format",
        "json",
        "--log-dir",
        logs,
        *options,
    ]
    ran = _run(command, folder, {})
    (log,) = logs.glob("*.json")
    told = json.loads(log.read_text())
    assert told["status"] == "success", (told.get("error"), ran.stderr)
    return [
        Verdict(
            score["value"] == "C",
            {key: value for key, value in sample["metadata"].items() if key != "judged"},
            score["explanation"],
        )
        for sample in told["samples"]
        for score in sample["scores"].values()
    ]


def run_pytest(folder: Path, *options: str, keep: Path | None = None, **environment: str) -> tuple[int, list[Verdict]]:
    """The exit code, and the verdicts by the JUnit file, of a run that sees pytest and nothing else of ours."""
    out = folder.parent / "junit.xml"
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "--no-summary",
        "-p",
        "no:cacheprovider",
        f"--junitxml={out}",
        "-W",
        "error",
        *options,
        folder,
    ]
    ran = _run([str(each) for each in command], folder.parent, {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", **environment})
    if not out.exists():
        return ran.returncode, [Verdict(False, {}, ran.stdout + ran.stderr)]
    found = []
    for test in ET.parse(out).iter("testcase"):
        told = {each.get("name"): each.get("value") for each in test.iter("property")}
        failed = next((each for each in test if each.tag in {"failure", "error", "skipped"}), None)
        found.append(Verdict(failed is None, told, "" if failed is None else f"{failed.tag}: {failed.get('message')}"))
    if keep is not None:
        out.replace(keep)
    else:
        out.unlink()
    return ran.returncode, found


def _run(command: list[Any], folder: Path, more: dict[str, str]) -> subprocess.CompletedProcess[str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "PYTEST", "AFTERWORD"))}
    return subprocess.run(command, cwd=folder, env={**kept, **more}, capture_output=True, text=True, check=False)


def _need(program: Path) -> None:
    assert program.exists(), f"{program.name} is not there; `make tools` installs what `make test-all` needs"
