"""`afterword evals gate`: a release is stopped by what fails and by what nobody saw, and by nothing else."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import Result
from tests.evals.test_results import junit, promptfoo

from conftest import Repository

Run = Callable[..., Result]
ROOT = Path(__file__).parents[2]
AT = "2026-05-18T08:15:00+00:00"
CASES = [
    {"report": "2026-03-11-a", "case": "EC-1", "digest": "d1", "title": "The same offer", "systems": ["shop-assistant"],
     "blocking": True, "trials": 2, "variants": ["a", "b"]},
    {"report": "2026-03-11-a", "case": "EC-2", "digest": "d2", "title": "The tone", "systems": ["shop-assistant"]},
    {"report": "2026-05-11-b", "case": "EC-1", "digest": "d3", "title": "Other", "systems": ["help"], "blocking": True},
]  # fmt: skip
GOOD = [("EC-1", "d1", each, "") for each in "abab"] + [("EC-2", "d2", "", "")]
BAD = [(case, digest, variant, "<failure/>" if variant == "b" else "") for case, digest, variant, _ in GOOD]
SOFT = [*GOOD[:-1], ("EC-2", "d2", "", "<failure/>")]


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The repository of a model: an export, and no reports."""
    folder = tmp_path / "model"
    (folder / "evals" / "incidents").mkdir(parents=True)
    manifest = {"format": "afterword-cases", "version": 1, "cases": CASES}
    (folder / "evals/incidents/afterword-cases.json").write_text(json.dumps(manifest))
    monkeypatch.chdir(folder)
    return folder


def ran(folder: Path, tests: list[tuple[str, str, str, str]], name: str = "results.xml", at: str = AT) -> str:
    told = [
        ({"report": "2026-03-11-a", "case": case, "digest": digest, "variant": variant, "trial": number}, inner)
        for number, (case, digest, variant, inner) in enumerate(tests)
    ]
    (folder / name).write_bytes(junit(*told, at=at))
    return name


def gate(afterword: Run, *arguments: str) -> Result:
    return afterword("evals", "gate", "--system", "Shop assistant", *arguments)


def test_what_passes_is_let_through_and_stored(model: Path, afterword: Run) -> None:
    result = gate(afterword, ran(model, GOOD), "--update-baseline", "--release", "r1", "--out", "verdicts.json")
    assert result.exit_code == 0
    assert result.output == (
        "shop-assistant: 2 eval cases, no baseline is stored yet\n"
        "  passes                2026-03-11-a EC-1: The same offer\n"
        "                        4 of 4 trials passed\n"
        "  passes                2026-03-11-a EC-2: The tone\n"
        "                        1 of 1 trial passed\n"
        "Nothing stops it.\n"
        "Store what passed as the baseline with `--update-baseline` (afterword-baseline.json).\n"
        "wrote verdicts.json\n"
        "wrote afterword-baseline.json\n"
    )
    baseline = json.loads((model / "afterword-baseline.json").read_text())
    assert [(each["case"], each["verdict"]) for each in baseline["cases"]] == [("EC-1", "passed"), ("EC-2", "passed")]
    verdicts = json.loads((model / "verdicts.json").read_text())
    assert (verdicts["stopped"], verdicts["at"], verdicts["release"]) == (False, "2026-05-18T08:15:00Z", "r1")


def test_a_case_that_never_passed_stops_without_any_baseline(model: Path, afterword: Run) -> None:
    result = gate(afterword, ran(model, BAD))
    assert result.exit_code == 1
    assert "  FAILS                 2026-03-11-a EC-1: The same offer\n" in result.output
    assert "by variant: `a` 2 of 2, `b` 0 of 2" in result.output
    assert result.output.endswith("Stopped: 1 blocking case fails.\n")


def test_a_regression_stops_and_the_same_release_points_outside(model: Path, afterword: Run) -> None:
    gate(afterword, ran(model, GOOD), "--update-baseline", "--release", "r1")
    result = gate(afterword, ran(model, BAD), "--release", "r1")
    assert result.exit_code == 1
    assert "  FAILS, passed before  2026-03-11-a EC-1: The same offer\n" in result.output
    assert "2 of 4 trials passed; 4 of 4 in the baseline" in result.output
    assert "The release is the one of the baseline: what changed lies outside of it" in result.output
    assert "Stopped: 1 blocking case passed before and fails now." in result.output
    assert "outside of it" not in gate(afterword, "results.xml", "--release", "r2").output


@pytest.mark.parametrize(
    ("tests", "told"),
    [
        (GOOD[:2], "2 trials ran, fewer than it asks for"),
        (GOOD[-1:], "it did not run"),
        ([(c, "d0", v, i) for c, _, v, i in GOOD], "the results are of an earlier form of the case"),
        ([(c, d, v, "<error/>" if c == "EC-1" else i) for c, d, v, i in GOOD], "4 trials gave no answer"),
        ([(c, d, v, "<skipped/>" if c == "EC-1" else i) for c, d, v, i in GOOD], "it did not run"),
    ],
)
def test_what_nobody_saw_pass_stops(tests: list[Any], told: str, model: Path, afterword: Run) -> None:
    result = gate(afterword, ran(model, tests))
    assert (result.exit_code, told in result.output) == (1, True)
    assert "1 blocking case came to no verdict" in result.output
    assert gate(afterword, "results.xml", "--update-baseline", "--accept-failing", "We know").exit_code == 1
    assert not (model / "afterword-baseline.json").exists()


def test_what_is_not_blocking_stops_nothing(model: Path, afterword: Run) -> None:
    result = gate(afterword, ran(model, SOFT))
    assert result.exit_code == 0
    assert "it is not blocking, so it stops nothing" in result.output
    assert "Nothing stops it. 1 case that stops nothing did not pass." in result.output


def test_a_failing_case_is_let_through_with_a_reason_alone(model: Path, afterword: Run) -> None:
    refused = gate(afterword, ran(model, BAD), "--update-baseline")
    assert (refused.exit_code, (model / "afterword-baseline.json").exists()) == (1, False)
    accepted = gate(afterword, "results.xml", "--update-baseline", "--accept-failing", "Until the fix of 1 June")
    assert accepted.exit_code == 0
    assert "Let through all the same: Until the fix of 1 June\n" in accepted.output
    later = gate(afterword, "results.xml")
    assert later.exit_code == 0
    assert "  fails, accepted       2026-03-11-a EC-1" in later.output
    assert "accepted in the baseline: Until the fix of 1 June" in later.output
    assert gate(afterword, "results.xml", "--accept-failing", "x").exit_code == 2
    mended = gate(afterword, ran(model, GOOD))
    assert "  passes again          2026-03-11-a EC-1" in mended.output


def test_old_results_say_nothing_of_what_deploys_now(model: Path, afterword: Run) -> None:
    name = ran(model, GOOD, at="2026-05-17T08:00:00+00:00")
    assert gate(afterword, name).exit_code == 0
    result = gate(afterword, name, "--max-age", "24", "--out", "v.json", "--update-baseline")
    assert result.exit_code == 1
    assert "Stopped: the results are of 2026-05-17 08:00 UTC, more than 24 hours ago." in result.output
    assert json.loads((model / "v.json").read_text())["stopped"] is True
    assert not (model / "afterword-baseline.json").exists()


def test_one_trial_counts_once_however_often_it_is_given(model: Path, afterword: Run) -> None:
    ran(model, GOOD[:2] + GOOD[-1:], "one.xml")
    (model / "same.xml").write_bytes((model / "one.xml").read_bytes())
    assert "1 blocking case came to no verdict" in gate(afterword, "one.xml", "same.xml", "one.xml").output
    ran(model, GOOD, "now.xml")
    result = gate(afterword, "one.xml", "now.xml")
    assert (result.exit_code, "stands in it twice" in result.output) == (2, True)


def test_the_verdicts_of_an_earlier_gate_are_no_results(model: Path, afterword: Run) -> None:
    gate(afterword, ran(model, GOOD), "--out", "verdicts.json")
    result = gate(afterword, "verdicts.json")
    assert (result.exit_code, "a gate wrote it, some time ago" in result.output) == (2, True)


def test_what_was_let_through_lets_nothing_worse_through(model: Path, afterword: Run) -> None:
    part = [
        (case, digest, variant, "<failure/>" if number == 1 else "")
        for number, (case, digest, variant, _) in enumerate(GOOD)
    ]
    gate(afterword, ran(model, part), "--update-baseline", "--accept-failing", "Known")
    assert gate(afterword, "results.xml").exit_code == 0
    worse = gate(afterword, ran(model, BAD))
    assert worse.exit_code == 1
    assert "the baseline lets a smaller failure through, and not this one" in worse.output
    mended = gate(afterword, ran(model, GOOD))
    assert "store it with `--update-baseline`, or the next failure is let through" in mended.output


def test_a_case_of_the_baseline_that_is_exported_no_more_is_missed(model: Path, afterword: Run) -> None:
    gate(afterword, ran(model, GOOD), "--update-baseline")
    (model / "evals/incidents/afterword-cases.json").write_text(
        json.dumps({"format": "afterword-cases", "version": 1, "cases": CASES[1:]})
    )
    result = gate(afterword, "results.xml")
    assert result.exit_code == 1
    assert "  NOT EXPORTED          2026-03-11-a EC-1: The same offer\n" in result.output
    assert "Stopped: 1 blocking case is exported no more." in result.output
    assert gate(afterword, "results.xml", "--update-baseline").exit_code == 0
    assert gate(afterword, "results.xml").exit_code == 0


def test_without_a_time_and_from_tomorrow(model: Path, afterword: Run) -> None:
    undated = ran(model, GOOD, "undated.xml", at="")
    assert gate(afterword, undated).exit_code == 0
    assert "do not tell when they ran" in gate(afterword, undated, "--max-age", "24").output
    assert gate(afterword, undated, "--max-age", "24", "--at", "2026-05-18T08:00:00Z").exit_code == 0
    assert "which is still to come" in gate(afterword, ran(model, GOOD, at="2099-01-01T00:00:00Z")).output


def test_the_page_of_the_job_says_what_stops_it(model: Path, afterword: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(model / "summary.md"))
    result = gate(afterword, ran(model, GOOD, at="2026-05-17T08:00:00+00:00"), "--max-age", "24")
    assert result.exit_code == 1
    assert "Nothing stops it" not in result.output + (model / "summary.md").read_text()
    assert "::error title=Eval gate::the results are of 2026-05-17 08:00 UTC, more than 24 hours ago" in result.output


def test_two_places_for_the_cases_are_one_too_many(model: Path, afterword: Run) -> None:
    (model / "mkdocs.yml").write_text("site_name: x\n")
    result = gate(afterword, ran(model, GOOD), "--cases", "evals/incidents", "--config", "mkdocs.yml")
    assert (result.exit_code, "give one of them" in result.output) == (2, True)


def test_a_self_check_is_no_release(model: Path, afterword: Run) -> None:
    told = {"report": "2026-03-11-a", "case": "EC-1", "digest": "d1", "variant": "a", "of": "reference"}
    (model / "a.json").write_bytes(promptfoo((told, {"success": True})))
    result = gate(afterword, "a.json")
    assert (result.exit_code, "in which no system answered" in result.output) == (2, True)


@pytest.mark.parametrize(
    ("system", "message"),
    [("shop-asistant", "did you mean `shop-assistant`?"), ("zzz", "there are cases about `help`, `shop-assistant`")],
)
def test_a_gate_that_judges_nothing_lets_nothing_through(
    system: str, message: str, model: Path, afterword: Run
) -> None:
    result = afterword("evals", "gate", "--system", system, ran(model, GOOD))
    assert (result.exit_code, message in result.output) == (2, True)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "is no valid JSON"),
        ("[]", "is no list of exported cases"),
        ('{"format": "afterword-cases", "version": 1, "cases": [{}]}', "`cases.0.report` cannot be read"),
        ("[" * 100_000, "is no valid JSON"),
    ],
)
def test_a_broken_list_of_cases(content: str, message: str, model: Path, afterword: Run) -> None:
    (model / "evals/incidents/afterword-cases.json").write_text(content)
    result = gate(afterword, ran(model, GOOD))
    assert (result.exit_code, message in result.output) == (2, True)


def test_two_exports_that_differ_are_not_of_one_day(model: Path, afterword: Run) -> None:
    (model / "other").mkdir()
    manifest = {"format": "afterword-cases", "version": 1, "cases": [{**CASES[0], "digest": "d9"}]}
    (model / "other/afterword-cases.json").write_text(json.dumps(manifest))
    result = gate(afterword, ran(model, GOOD))
    assert (result.exit_code, "differ in `2026-03-11-a` EC-1; export both again" in result.output) == (2, True)
    assert gate(afterword, "results.xml", "--cases", "evals/incidents").exit_code == 0


@pytest.mark.parametrize(
    "content",
    ["{", "{}", '{"format": "afterword-baseline", "version": 1, "system": "help", "at": "2026-05-18T08:15:00Z"}'],
)
def test_a_baseline_that_is_none_stops_everything(content: str, model: Path, afterword: Run) -> None:
    (model / "afterword-baseline.json").write_text(content)
    assert gate(afterword, ran(model, GOOD)).exit_code == 2


def test_a_whole_walk_without_arguments(model: Path, afterword: Run) -> None:
    assert gate(afterword).exit_code == 2
    (model / "afterword-results").mkdir()
    assert "holds no result file" in gate(afterword).output
    ran(model / "afterword-results", GOOD)
    assert gate(afterword).exit_code == 0


def test_in_a_repository_of_reports_the_reports_are_the_cases(repository: Repository, afterword: Run) -> None:
    result = afterword("evals", "gate", "--system", "x", ran(repository.root, GOOD))
    assert (result.exit_code, "nor about any other" in result.output) == (2, True)


def test_a_forge_is_told(model: Path, afterword: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(model / "summary.md"))
    result = gate(afterword, ran(model, BAD))
    assert "::error title=Eval gate::2026-03-11-a EC-1: The same offer: FAILS (2 of 4 trials passed)\n" in result.output
    assert (model / "summary.md").read_text().startswith("### Eval gate\n\n```text\nshop-assistant: 2 eval cases")


def test_the_verdicts_are_taken_by_the_repository_of_reports(
    model: Path, repository: Repository, afterword: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(model)
    gate(afterword, ran(model, BAD), "--release", "r1", "--out", "verdicts.json")
    monkeypatch.chdir(repository.root)
    case = "  - {title: The same offer, kind: regression, status: committed}\n"
    repository.write("2026-03-11-a", f"---\ntitle: The same question gave two offers\neval_cases:\n{case}---\n")
    result = afterword("evals", "record", model / "verdicts.json")
    assert result.exit_code == 0, result.output
    assert "2026-03-11-a EC-1   FAILED  2 of 4 trials" in result.output
    assert "`2026-03-11-a` has no eval case `EC-2` here" in result.output


ACTION = ROOT / ".github/actions/evals-gate/action.yml"


def test_the_action_installs_this_repository_and_hands_on_what_it_is_given(model: Path, tmp_path: Path) -> None:
    action = yaml.safe_load(ACTION.read_text())
    install, judge = action["runs"]["steps"]
    assert "${{" not in install["run"] + judge["run"]
    source = install["env"]["SOURCE"].replace("${{ github.action_path }}", str(ACTION.parent))
    assert (Path(source) / "pyproject.toml").resolve() == ROOT / "pyproject.toml"
    program = tmp_path / "afterword/bin/afterword"
    program.parent.mkdir(parents=True)
    program.write_text('#!/bin/sh\nprintf "%s\\n" "$@" > "$RUNNER_TEMP/arguments"\n')
    program.chmod(0o755)
    given = {"system": "shop; rm -rf *", "results": "a b.xml\n$(touch x).json\n", "cases": "evals"}
    inputs = {name: given.get(name, told.get("default", "")) for name, told in action["inputs"].items()}
    environment = {
        name: inputs[value.removeprefix("${{ inputs.").removesuffix(" }}")] for name, value in judge["env"].items()
    }
    environment |= {"RUNNER_TEMP": str(tmp_path), "GITHUB_OUTPUT": str(tmp_path / "output"), "PATH": "/usr/bin:/bin"}
    subprocess.run(["bash", "-eo", "pipefail", "-c", judge["run"]], env=environment, cwd=model, check=True)
    assert (tmp_path / "arguments").read_text().splitlines() == [
        "evals", "gate", "--system", "shop; rm -rf *", "--baseline", "afterword-baseline.json", "--out",
        "afterword-results.json", "--cases", "evals", "--max-age", "24", "--", "a b.xml", "$(touch x).json",
    ]  # fmt: skip
    assert (tmp_path / "output").read_text() == "verdicts=afterword-results.json\n"
