"""The export for pytest, run for real in a process that has pytest and nothing of ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from afterword.evals.export.canary import GUID
from afterword.evals.manifest import NAME, Manifest
from afterword.evals.results.case_result import judge_case
from afterword.evals.results.read import read_results
from afterword.evals.results.trial import Results
from tests.evals.export import rich
from tests.evals.export.tools import run_pytest, write

TARGET = """\
asked = []

def answer(messages):
    asked.append(messages)
    area = messages[0]["content"].split()[-1]
    messages.clear()
    return {"text": "r", "tool_calls": [{"type": "function", "function": {"name": "f", "arguments": "{\\"x\\": 1, \\"y\\": 2}"}}]}

def by_area(messages):
    return "answer in " + messages[0]["content"]

def broken(messages):
    raise ValueError("the service is down")

def odd(messages):
    return 7

def predict(rows):
    assert not {"was", "again", "is", "truth", "before", "age"} & set().union(*rows)
    return ["yes" for row in rows]

def short(rows):
    return {"predictions": ["yes"]}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    view = rich.view(rich.together(), rich.tools(), rich.data(), rows=rich.ROWS)
    (place := tmp_path_factory.mktemp("pytest")).joinpath("app.py").write_text(TARGET)
    return write(view, "pytest", place / "export")


def test_what_was_recorded_and_the_references_come_out_as_the_self_check_says(folder: Path) -> None:
    code, verdicts = run_pytest(folder, "--afterword-selfcheck=all")
    assert code == 1
    assert [each for each in verdicts if not each.as_expected] == []
    code, references = run_pytest(folder, AFTERWORD_SELFCHECK="reference")
    assert {each.metadata["of"] for each in references} == {"reference"}
    assert len(references) == len([each for each in verdicts if each.metadata["of"] == "reference"])


def test_hostile_texts_and_names_change_no_verdict(tmp_path: Path) -> None:
    _, verdicts = run_pytest(
        write(rich.view(rich.hostile()), "pytest", tmp_path / "export"), "--afterword-selfcheck=all"
    )
    assert [each for each in verdicts if not each.as_expected] == []
    assert len(verdicts) > 300


def test_without_a_system_every_test_fails_and_says_what_to_do(folder: Path) -> None:
    code, verdicts = run_pytest(folder)
    assert code == 1
    assert not any(each.passed for each in verdicts)
    assert all("Fill in `answer`" in each.told for each in verdicts)


def test_a_system_is_asked_each_trial_and_metadata_go_along(folder: Path) -> None:
    code, verdicts = run_pytest(
        folder, "-k", rich.TOGETHER, "--afterword-target=app:answer", PYTHONPATH=str(folder.parent)
    )
    found = [
        (each.metadata["case"], each.metadata["variant"], each.metadata["trial"], each.passed) for each in verdicts
    ]
    assert code == 1
    assert sorted(each for each in found if each[0] == "EC-1") == [
        ("EC-1", variant, trial, True) for variant in ("*", "area-0", "area-1") for trial in "123"
    ]
    assert {each[3] for each in found if each[0] == "EC-3" and each[1] != "*"} == {True}
    told = verdicts[0].metadata
    assert set(told) == {"report", "case", "variant", "trial", "digest", "system", "blocking", "factors", "canary"}
    assert (told["system"], told["blocking"], told["factors"], told["canary"]) == (
        "shop-assistant",
        "false",
        "data-poisoned",
        GUID,
    )


def test_variants_that_differ_fail_together(folder: Path) -> None:
    _, verdicts = run_pytest(folder, "-k", rich.TOGETHER, AFTERWORD_TARGET="app:by_area", PYTHONPATH=str(folder.parent))
    assert {each.passed for each in verdicts if each.metadata["variant"] == "*"} == {False}
    assert all("not the same in every variant" in each.told for each in verdicts if each.metadata["variant"] == "*")


def test_rows_are_given_without_their_answers(folder: Path) -> None:
    options = ("-k", rich.DATA, "--afterword-predict=app:predict")
    _, verdicts = run_pytest(folder, *options, PYTHONPATH=str(folder.parent))
    assert len(verdicts) == len(rich.ROW_CHECKS)
    assert {each.passed for each in verdicts} == {True, False}
    _, verdicts = run_pytest(folder, "-k", rich.DATA, "--afterword-predict=app:short", PYTHONPATH=str(folder.parent))
    assert all("1 predictions for 120 rows" in each.told for each in verdicts)


def test_what_is_no_answer_fails_in_words(folder: Path) -> None:
    _, verdicts = run_pytest(folder, "-k", rich.TOOLS, "--afterword-target=app:odd", PYTHONPATH=str(folder.parent))
    assert not any(each.passed for each in verdicts)
    assert all("a text, or a map of `text` and `tool_calls`" in each.told for each in verdicts)


def test_a_system_that_raises_gave_no_answer(folder: Path) -> None:
    for name in ("broken", "answer"):
        path = folder.parent / f"{name}.xml"
        _, verdicts = run_pytest(
            folder, "-k", rich.TOGETHER, f"--afterword-target=app:{name}", PYTHONPATH=str(folder.parent), keep=path
        )
        read = read_results(path.read_bytes())
        assert isinstance(read, Results)
        assert (len(read.trials), read.others) == (len(verdicts), 0)
        assert {each.outcome for each in read.trials} == ({"error"} if name == "broken" else {"passed", "failed"})
        listed = Manifest.model_validate_json((folder / NAME).read_bytes())
        case = next(each for each in listed.cases if (each.report, each.case) == (rich.TOGETHER, "EC-1"))
        mine = [each for each in read.trials if each.case == "EC-1"]
        assert judge_case(case, mine).verdict == ("error" if name == "broken" else "passed")


def test_a_self_check_that_is_none_is_a_usage_error(folder: Path) -> None:
    code, verdicts = run_pytest(folder, "--afterword-selfcheck=both")
    assert code in {2, 4}
    assert "`recorded`, `reference` or `all`, not `both`" in verdicts[0].told
