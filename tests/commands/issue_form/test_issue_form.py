"""The form that `init` writes, for both forges: sound, kind, and read back by the words that it asks with."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from afterword.commands.issue_form.answers import find_answers
from afterword.commands.issue_form.questions import ASIDE, GATE_LABEL, QUESTIONS, READERS, STOPPED
from afterword.commands.main import cli
from afterword.model.settings import TrackerSettings


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("written") / "learning"
    ran = CliRunner().invoke(cli, ["init", str(folder)])
    assert ran.exit_code == 0, ran.output
    return folder


@pytest.fixture(scope="module")
def form(written: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((written / ".github/ISSUE_TEMPLATE/learning-report.yml").read_text())
    return found


def test_the_form_is_sound(written: Path) -> None:
    tool = Path(sys.executable).parent / "check-jsonschema"
    path = written / ".github/ISSUE_TEMPLATE/learning-report.yml"
    command = [tool, "--builtin-schema", "vendor.github-issue-forms", path]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_the_form_asks_what_is_read(form: dict[str, Any]) -> None:
    asked = [each for each in form["body"] if each["type"] != "markdown"]
    assert [(each["id"], each["attributes"]["label"], each["type"]) for each in asked] == [
        (each.name, each.label, each.control) for each in QUESTIONS
    ]
    assert [each["id"] for each in asked if each.get("validations", {}).get("required")] == ["happened"]
    options = {each["id"]: each["attributes"].get("options") for each in asked}
    assert (options["stopped"], options["readers"]) == (list(STOPPED), list(READERS))
    labels = [each.label.casefold() for each in QUESTIONS]
    assert len(set(labels)) == len(labels)
    assert ASIDE.casefold() not in labels


def test_no_form_sets_the_label_that_makes_a_draft(written: Path, form: dict[str, Any]) -> None:
    assert not {"labels", "assignees", "projects"} & set(form)
    assert "/label" not in (written / ".gitlab/issue_templates/learning-report.md").read_text()
    workflow = yaml.safe_load((written / ".github/workflows/draft.yml").read_text())
    assert workflow["jobs"]["draft"]["if"] == f"github.event.label.name == '{GATE_LABEL}'"
    # A ticket of a remediation is no report.
    assert TrackerSettings().label != GATE_LABEL
    assert GATE_LABEL != "learning-report"


def test_what_is_said_of_the_name_is_said_before_anything_is_typed(form: dict[str, Any]) -> None:
    first = form["body"][0]
    assert first["type"] == "markdown"
    assert "shows your name" in first["attributes"]["value"]


def test_the_template_of_gitlab_is_read_as_the_same_form(written: Path, afterword: Callable[..., Any]) -> None:
    text = (written / ".gitlab/issue_templates/learning-report.md").read_text()
    nothing = find_answers(text)
    assert (dict(nothing.by_name), nothing.aside, nothing.repeated) == ({}, "", ())
    for each in QUESTIONS:
        if not each.options:
            text = text.replace(f"<!-- {each.about} -->", f"Answer to {each.name}")
    filled = find_answers(text.replace("- [ ] Yes, it", "- [x] Yes, it"))
    assert filled.by_name["stopped"].startswith("- [x] Yes, it was stopped\n- [ ] No")
    assert {name: told for name, told in filled.by_name.items() if name != "stopped"} == {
        each.name: f"Answer to {each.name}" for each in QUESTIONS if not each.options
    }
