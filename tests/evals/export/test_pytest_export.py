"""The export for pytest, run for real in a process that has pytest and nothing of ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from afterword.evals.export.canary import GUID
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
    view = rich.view(rich.hostile(), rich.together(), rich.tools(), rich.data(), rows=rich.ROWS)
    (place := tmp_path_factory.mktemp("pytest")).joinpath("app.py").write_text(TARGET)
    return write(view, "pytest", place / "export")


def test_what_was_recorded_and_the_references_come_out_as_the_self_check_says(folder: Path) -> None:
    code, verdicts = run_pytest(folder, "--afterword-selfcheck=all")
    assert code == 1
    assert [each for each in verdicts if not each.as_expected] == []
    assert len(verdicts) > 500
    code, references = run_pytest(folder, AFTERWORD_SELFCHECK="reference")
    assert {each.metadata["of"] for each in references} == {"reference"}
    assert len(references) + len(run_pytest(folder, AFTERWORD_SELFCHECK="recorded")[1]) == len(verdicts)


def test_without_a_system_every_test_fails_and_says_what_to_do(folder: Path) -> None:
    code, verdicts = run_pytest(folder)
    assert code == 1
    assert not any(each.passed for each in verdicts)
    assert all("Fill in `answer`" in each.told or each.told.startswith("skipped: a rubric") for each in verdicts)


def test_a_system_is_asked_each_trial_and_metadata_go_along(folder: Path) -> None:
    code, verdicts = run_pytest(folder, "-k", rich.TOGETHER, "--afterword-target=app:answer", PYTHONPATH=str(folder.parent))
    found = [(each.metadata["case"], each.metadata["variant"], each.metadata["trial"], each.passed) for each in verdicts]
    assert code == 1
    assert sorted(each for each in found if each[0] == "EC-1") == [
        ("EC-1", variant, trial, True) for variant in ("*", "area-0", "area-1") for trial in "123"
    ]
    assert {each[3] for each in found if each[0] == "EC-3" and each[1] != "*"} == {True}
    told = verdicts[0].metadata
    assert set(told) == {"report", "case", "variant", "trial", "digest", "system", "blocking", "factors", "canary"}
    assert (told["system"], told["blocking"], told["factors"], told["canary"]) == ("shop-assistant", "false", "data-poisoned", GUID)


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


def test_a_self_check_that_is_none_is_a_usage_error(folder: Path) -> None:
    code, verdicts = run_pytest(folder, "--afterword-selfcheck=both")
    assert code in {2, 4}
    assert "`recorded`, `reference` or `all`, not `both`" in verdicts[0].told
