"""The exports run by the real tools, offline: the same verdicts as the self-check, and every text as it was typed."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from afterword.evals import schemas
from afterword.evals.export.choose import Choice
from afterword.evals.export.suite import build_suite
from afterword.evals.export.trials import live_trials, selfcheck_trials
from afterword.evals.manifest import NAME, Manifest
from afterword.evals.results.case_result import judge_case
from afterword.evals.results.read import read_results
from afterword.evals.results.trial import Results
from afterword.model.collection import AudienceView
from afterword.model.project import Project
from afterword.read.collection import read_collection
from tests.evals.export import rich
from tests.evals.export.test_judge import values, whole
from tests.evals.export.tools import run_inspect, run_promptfoo, run_pytest, write

pytestmark = pytest.mark.heavy


@pytest.fixture(scope="module")
def views(root: Path) -> dict[str, AudienceView]:
    project = Project(root, root / "postmortems", root / "mkdocs.yml")
    return {"example": read_collection(project).for_audience("company"), "rich": rich.rich_view(step=5)}


def ids(view: AudienceView) -> list[str]:
    return [trial.id for case in build_suite(view, Choice()).cases for trial in selfcheck_trials(case)]


@pytest.mark.parametrize("name", ["example", "rich"])
@pytest.mark.parametrize("tool", ["promptfoo", "inspect", "pytest"])
def test_every_verdict_is_that_of_the_self_check(
    name: str, tool: Any, views: dict[str, AudienceView], tmp_path: Path
) -> None:
    folder = write(views[name], tool, tmp_path / "export")
    if tool == "promptfoo":
        verdicts = run_promptfoo(folder, "selfcheck.yaml")
    elif tool == "inspect":
        verdicts = run_inspect(folder, "selfcheck.py")
    else:
        _, verdicts = run_pytest(folder, "--afterword-selfcheck=all")
    assert len(verdicts) == len(ids(views[name]))
    assert [each for each in verdicts if not each.as_expected] == []
    assert {each.passed for each in verdicts} == {True, False}
    print(f"{tool}, {name}: {len(verdicts)} verdicts")  # noqa: T201


# What each provider is handed is written down, and an answer is given that depends on the variant.
PROVIDER = """\
const fs = require("node:fs");
module.exports = class {
  id() { return "recorder"; }
  async callApi(prompt, { test }) {
    fs.appendFileSync(process.env.RECORDER_SEEN, JSON.stringify({ metadata: test.metadata, given: JSON.parse(prompt) }) + "\\n");
    return { output: "answer " + (test.metadata.case === "EC-1" ? "for all" : test.metadata.variant) };
  }
};
"""
SOLVER = """\
import json, os
from inspect_ai.model import ModelOutput
from inspect_ai.solver import solver

@solver
def recorder():
    async def solve(state, generate):
        given = [
            {
                "role": each.role,
                "content": each.content,
                "name": getattr(each, "function", None),
                "tool_call_id": getattr(each, "tool_call_id", None),
                "tool_calls": [
                    {"id": call.id, "function": {"name": call.function, "arguments": json.dumps(call.arguments)}}
                    for call in getattr(each, "tool_calls", None) or []
                ],
            }
            for each in state.messages
        ]
        told = {key: value for key, value in state.metadata.items() if key != "judged"}
        if told["variant"] != "*":
            with open(os.environ["RECORDER_SEEN"], "a") as file:
                file.write(json.dumps({"metadata": told, "given": given}) + "\\n")
        text = "answer " + ("for all" if told["case"] == "EC-1" else told["variant"])
        state.output = ModelOutput.from_content("recorder", text)
        return state
    return solve
"""
TARGET = """\
import json, os

def answer(messages):
    with open(os.environ["RECORDER_SEEN"], "a") as file:
        file.write(json.dumps({"given": messages}) + "\\n")
    return "answer for all"

predict = answer
"""


def seen(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_bytes().decode().split("\n") if line]


@pytest.mark.parametrize("tool", ["promptfoo", "inspect", "pytest"])
def test_the_system_gets_every_text_as_the_report_has_it(
    tool: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = rich.view(rich.without_rubrics(rich.hostile()))
    folder = write(view, tool, tmp_path / "export")
    file = tmp_path / "seen.jsonl"
    monkeypatch.setenv("RECORDER_SEEN", str(file))
    # A template that got through would show these.
    monkeypatch.setenv("input", "FILLED")
    more = {"RECORDER_SEEN": str(file), "PYTHONPATH": str(tmp_path), "AFTERWORD_TARGET": "recorder:answer"}
    if tool == "promptfoo":
        (tmp_path / "recorder.cjs").write_text(PROVIDER)
        verdicts = run_promptfoo(folder, "promptfooconfig.yaml", "-r", f"file://{tmp_path}/recorder.cjs")
    elif tool == "inspect":
        (tmp_path / "recorder.py").write_text(SOLVER)
        verdicts = run_inspect(folder, "afterword_cases.py", "--solver", f"{tmp_path}/recorder.py@recorder")
    else:
        (tmp_path / "recorder.py").write_text(TARGET)
        _, verdicts = run_pytest(folder, **more)
    trials = [trial for case in build_suite(view, Choice()).cases for trial in live_trials(case)]
    if tool == "promptfoo":
        trials = [
            trial for trial in trials if not any(name.startswith("file://") for name in trial.case.listed.variants)
        ]
    assert len(verdicts) == len(trials)
    wanted = sorted(json.dumps(_as_seen(trial.messages, tool)) for trial in trials)
    assert sorted(json.dumps(_as_seen(each["given"], tool)) for each in seen(file)) == wanted


def _as_seen(messages: list[dict[str, Any]], tool: str) -> list[list[Any]]:
    role = {"developer": "system"} if tool == "inspect" else {}
    return [
        [
            role.get(each["role"], each["role"]),
            each.get("name") if each["role"] == "tool" else None,
            each["content"],
            each.get("tool_call_id"),
            [
                [call["id"], call["function"]["name"], json.loads(call["function"]["arguments"])]
                for call in each.get("tool_calls") or []
            ],
        ]
        for each in messages
    ]


@pytest.mark.parametrize("tool", ["promptfoo", "inspect"])
def test_variants_are_compared_in_the_same_trial(tool: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(rich.view(rich.together()), tool, tmp_path / "export")
    monkeypatch.setenv("RECORDER_SEEN", str(tmp_path / "seen.jsonl"))
    if tool == "promptfoo":
        (tmp_path / "recorder.cjs").write_text(PROVIDER)
        verdicts = run_promptfoo(folder, "promptfooconfig.yaml", "-r", f"file://{tmp_path}/recorder.cjs", "-j", "1")
    else:
        (tmp_path / "recorder.py").write_text(SOLVER)
        verdicts = run_inspect(folder, "afterword_cases.py", "--solver", f"{tmp_path}/recorder.py@recorder")
    compared = [
        (each.metadata["case"], each.metadata["trial"], each.passed)
        for each in verdicts
        if each.metadata["variant"] == "*"
    ]
    assert sorted(compared) == [
        ("EC-1", 1, True), ("EC-1", 2, True), ("EC-1", 3, True), ("EC-2", 1, False), ("EC-3", 1, False), ("EC-3", 2, False),
        ("EC-4", 1, False), ("EC-5", 1, False),
    ]  # fmt: skip


GRADER = """\
const fs = require("node:fs");
module.exports = class {
  id() { return "grader"; }
  async callApi(prompt) {
    fs.appendFileSync(process.env.RECORDER_SEEN, JSON.stringify(JSON.parse(prompt)) + "\\n");
    return { output: JSON.stringify({ pass: true, score: 1, reason: "fine" }) };
  }
};
"""


def test_a_rubric_reaches_the_grader_as_it_was_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cases = [rich.prompt_case("Hello", [{"type": "rubric", "value": text}], ["bad"], "GOOD") for text in rich.TEXTS]
    folder = write(rich.view(rich.report(rich.HOSTILE, cases)), "promptfoo", tmp_path / "export")
    monkeypatch.setenv("RECORDER_SEEN", str(tmp_path / "seen.jsonl"))
    (tmp_path / "grader.cjs").write_text(GRADER)
    verdicts = run_promptfoo(folder, "promptfooconfig.yaml", "--grader", f"file://{tmp_path}/grader.cjs")
    assert [each.passed for each in verdicts] == [True] * len(rich.TEXTS)
    given = [each[-1]["content"] for each in seen(tmp_path / "seen.jsonl")]
    for text in rich.TEXTS:
        assert any(f"<Rubric>\n{text}\n</Rubric>" in each for each in given), text


@pytest.mark.parametrize("tool", ["promptfoo", "inspect"])
def test_results_are_read_back_case_by_case(tool: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(rich.view(rich.together()), tool, tmp_path / "export")
    monkeypatch.setenv("RECORDER_SEEN", str(tmp_path / "seen.jsonl"))
    if tool == "promptfoo":
        (tmp_path / "recorder.cjs").write_text(PROVIDER)
        verdicts = run_promptfoo(folder, "promptfooconfig.yaml", "-r", f"file://{tmp_path}/recorder.cjs")
        out = tmp_path / "promptfoo.json"
    else:
        (tmp_path / "recorder.py").write_text(SOLVER)
        verdicts = run_inspect(folder, "afterword_cases.py", "--solver", f"{tmp_path}/recorder.py@recorder")
        (out,) = (tmp_path / "logs-afterword_cases.py").glob("*.json")
    read = read_results(out.read_bytes())
    assert isinstance(read, Results)
    assert (len(read.trials), read.others) == (len(verdicts), 0)
    listed = Manifest.model_validate_json((folder / NAME).read_bytes()).cases
    told = {
        case.case: judge_case(case, [each for each in read.trials if each.case == case.case]).verdict for case in listed
    }
    assert told == {"EC-1": "passed", "EC-2": "failed", "EC-3": "failed", "EC-4": "failed", "EC-5": "failed"}


JUDGE = """\
const fs = require("node:fs");
const folder = process.argv[2];
const { judgeText, judgeTogether } = require(folder + "/checks-texts.cjs");
const { judgeRows } = require(folder + "/checks-rows.cjs");
const { fits } = require(folder + "/checks-schemas.cjs");
const { readAnswer, readPredictions } = require(folder + "/checks-answers.cjs");
const passes = ({ checks, answers, columns, together, schema, value }) => {
  if (schema !== undefined) {
    try { return fits(schema, JSON.parse(value)); } catch { return null; }
  }
  if (together) return checks.every((each) => judgeTogether(each, answers.map(readAnswer))[0]);
  if (columns) return checks.every((each) => judgeRows(each, readPredictions(answers[0], columns.rows), columns)[0]);
  return checks.every((each) => judgeText(each, readAnswer(answers[0]))[0]);
};
const asked = JSON.parse(fs.readFileSync(folder + "/asked.json", "utf8"));
fs.writeFileSync(folder + "/told.json", JSON.stringify(asked.map(passes)));
"""


def judged_by_node(folder: Path, asked: list[Any]) -> list[bool | None]:
    """Verdicts; None for a schema that goes round in circles."""
    (folder / "judge.cjs").write_text(JUDGE)
    (folder / "asked.json").write_text(json.dumps(asked))
    subprocess.run(["node", folder / "judge.cjs", folder], check=True)
    return json.loads((folder / "told.json").read_text())


def test_javascript_judges_every_output_as_the_self_check(tmp_path: Path) -> None:
    view = rich.rich_view()
    folder = write(view, "promptfoo", tmp_path / "export")
    trials = [trial for case in build_suite(view, Choice()).cases for trial in selfcheck_trials(case)]
    asked = [
        {"checks": each.checks, "answers": each.answers, "columns": each.case.columns, "together": each.is_together}
        for each in trials
    ]
    told = judged_by_node(folder, asked)
    assert len(told) == len(trials) > 7_000
    wrong = [each.id for each, good in zip(trials, told, strict=True) if good != (each.metadata["expect"] == "pass")]
    assert wrong == []


def test_javascript_takes_the_schemas_that_the_library_takes(tmp_path: Path) -> None:
    pairs: list[tuple[Any, Any]] = []

    @settings(max_examples=1_000, database=None, phases=[Phase.generate])
    @given(whole, st.lists(values, min_size=1, max_size=3))
    def draw(schema: Any, drawn: list[Any]) -> None:
        # A number too large for any is `Infinity` in Python alone.
        if "Infinity" not in json.dumps(schema) and not schemas.flaw_of(schema):
            pairs.extend((schema, each) for each in drawn)

    draw()
    patterns = [{"type": "regex", "value": each} for each in ("^a", "SAVE(15|20|25)")]
    case = rich.prompt_case("Hello", patterns, ["bad"], "GOOD")
    folder = write(rich.view(rich.report(rich.CHECKS, [case])), "promptfoo", tmp_path / "export")
    # Python writes what is too large for a number as `Infinity`, which a text of JSON spells `1e999`.
    asked = [{"schema": schema, "value": json.dumps(value).replace("Infinity", "1e999")} for schema, value in pairs]
    told = judged_by_node(folder, asked)
    # Whether a circle is entered depends on which part is looked at first.
    both = [(pair, good, _takes(*pair)) for pair, good in zip(pairs, told, strict=True)]
    wrong = [pair for pair, good, wanted in both if None not in {good, wanted} and good != wanted]
    assert wrong == []
    assert len(pairs) > 1_000


def _takes(schema: Any, value: Any) -> bool | None:
    try:
        return schemas.breaks(schema, value) is None
    except schemas.SchemaError:
        return None
