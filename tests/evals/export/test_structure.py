"""What every export holds: its cases and nothing else, joined by metadata, marked in each file, the same every time."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest
import yaml

from afterword.evals.export.canary import GUID, LINE
from afterword.evals.export.choose import Choice, ChoiceError
from afterword.evals.export.make import TOOLS, Tool, make_export
from afterword.evals.manifest import NAME, Manifest
from tests.evals.export import rich

CHECK = [{"type": "contains", "value": "GOOD"}]


def lines(data: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in data.decode().split("\n") if line]


def listed_tests(files: Mapping[str, bytes], tool: Tool, live: bool = True) -> list[dict[str, Any]]:
    if tool == "promptfoo":
        return yaml.load(files["cases.yaml" if live else "selfcheck_cases.yaml"], Loader=yaml.CSafeLoader)
    return [each for each in lines(files["cases.jsonl" if live else "selfcheck.jsonl"]) if "metadata" in each]


def simple(**fields: Any) -> dict[str, Any]:
    return {**rich.prompt_case("Hello", CHECK, ["bad"], "GOOD"), **fields}


@pytest.mark.parametrize("tool", TOOLS)
def test_each_test_joins_a_listed_case(tool: Tool) -> None:
    view = rich.view(rich.together(), rich.tools(), rich.data(), rows=rich.ROWS)
    files = make_export(view, Choice(), tool).files
    listed = Manifest.model_validate_json(files[NAME])
    known = {(each.report, each.case, each.digest): each for each in listed.cases}
    assert len(known) == len(listed.cases) == sum(len(each.front.eval_cases) for each in view.reports)
    counted: dict[tuple[str, str, str], set[tuple[str, int]]] = {}
    for test in listed_tests(files, tool):
        told = test["metadata"]
        case = known[told["report"], told["case"], told["digest"]]
        assert told["variant"] in case.variants
        trials = range(1, test.get("trials", 1) + 1) if tool == "pytest" else [told["trial"]]
        counted.setdefault((told["report"], told["case"], told["digest"]), set()).update(
            (told["variant"], each) for each in trials
        )
        assert (told["blocking"], told["factors"], told["canary"]) == (case.blocking, list(case.factors), GUID)
        assert "of" not in told
    for key, case in known.items():
        assert counted[key] == {(name, n) for name in case.variants for n in range(1, case.trials + 1)}
    for test in listed_tests(files, tool, live=False):
        told = test["metadata"]
        assert (told["of"] in {"recorded", "reference"}, told["run"] >= 1, told["expect"] in {"pass", "fail"}) == (
            True,
            True,
            True,
        )


@pytest.mark.parametrize("tool", TOOLS)
def test_the_canary_stands_in_every_file(tool: Tool) -> None:
    files = make_export(rich.view(rich.data(), rich.together(), rows=rich.ROWS), Choice(), tool).files
    assert [path for path, content in files.items() if GUID.encode() not in content] == []
    assert LINE in files["README.md"].decode()
    assert b"\r" not in b"".join(files.values())


@pytest.mark.parametrize("tool", TOOLS)
def test_what_was_right_is_in_nothing_that_a_system_is_given(tool: Tool) -> None:
    files = make_export(rich.view(rich.data(), rows=rich.ROWS), Choice(), tool).files
    given = json.dumps(
        [each.get("vars") or each.get("input") or each.get("rows") for each in listed_tests(files, tool)]
    )
    assert "group" in given
    for name in ("was", "again", "is", "truth", "before"):
        assert f'"{name}"' not in given.replace("\\", "")
    judged = json.loads(next(content for path, content in files.items() if path.startswith("judge/2026")))
    assert len(judged["truth"]) == judged["rows"] == 120


@pytest.mark.parametrize("tool", TOOLS)
def test_only_committed_cases_of_reviewed_reports_are_exported(tool: Tool) -> None:
    cases = [simple(), *({**simple(), "status": status} for status in ("proposed", "quarantined", "retired"))]
    steps = ("published", "superseded", "draft", "in-review", "withdrawn", "imported")
    reports = [rich.report(f"2026-02-0{n}-a-{step}", cases, lifecycle=step) for n, step in enumerate(steps, 1)]
    made = make_export(rich.view(*reports), Choice(), tool)
    found = [(each.listed.report, each.listed.case) for each in made.cases]
    assert found == [("2026-02-01-a-published", "EC-1"), ("2026-02-02-a-superseded", "EC-1")]
    assert [(each.report, each.case) for each in made.left_out] == [("2026-02-06-a-imported", "EC-1")]


def test_the_order_of_reports_makes_no_difference() -> None:
    reports = [rich.together(), rich.tools()]
    for tool in TOOLS:
        one, two = (make_export(rich.view(*each), Choice(), tool).files for each in (reports, reversed(reports)))
        assert list(one.items()) == list(two.items())


def test_a_part_is_chosen() -> None:
    other = rich.report(
        "2026-03-01-other", [simple(blocking=True), simple()], system={"name": "Route Planner"}, contributing_factors=[]
    )
    view = rich.view(rich.tools(), other)

    def chosen(**fields: Any) -> set[tuple[str, str]]:
        return {(each.listed.report, each.listed.case) for each in make_export(view, Choice(**fields), "pytest").cases}

    assert chosen(system="route planner") == {("2026-03-01-other", "EC-1"), ("2026-03-01-other", "EC-2")}
    assert chosen(blocking=True) == {("2026-03-01-other", "EC-1")}
    assert {report for report, _ in chosen(factor="data-poisoned")} == {rich.TOOLS}
    assert chosen(factor="data-poisoned", blocking=True) == set()
    with pytest.raises(ChoiceError, match="did you mean `data-poisoned`"):
        chosen(factor="data-poison")
    with pytest.raises(ChoiceError, match="did you mean `route-planner`"):
        chosen(system="route planer")


@pytest.mark.parametrize(
    ("case", "told"),
    [
        (simple(input={"data": {"evidence": "EV-9", "recorded": ["a"], "reference": "b"}}), "not published for the audience"),
        ({**simple(), "checks": []}, "it has no check"),
        ({**simple(), "checks": [{"type": "contains"}]}, "it cannot be judged"),
        ({**simple(), "checks": [{"type": "regex", "value": "("}]}, "it cannot be judged"),
        ({**simple(), "checks": [{"type": "regex", "value": "\\C"}]}, "takes single bytes"),
        ({**simple(), "checks": [{"type": "json_schema", "value": {"$id": "x"}}]}, "names a part of itself with `$id`"),
        ({**simple(), "checks": [{"type": "rate", "label": 1, "at_least": 1}]}, "it cannot be judged"),
        ({**simple(), "recorded_outputs": [], "variants": [{"name": "a"}, {"name": "a"}]}, "two of its variants have one name"),
    ],
)  # fmt: skip
def test_what_cannot_be_exported_is_told(case: dict[str, Any], told: str) -> None:
    made = make_export(rich.view(rich.report("2026-03-01-odd", [case, simple()])), Choice(), "pytest")
    assert [each.listed.case for each in made.cases] == ["EC-2"]
    assert [(each.case, told in each.reason) for each in made.left_out] == [("EC-1", True)], made.left_out


def test_a_name_that_promptfoo_would_open_is_left_out_there_alone() -> None:
    case = {**simple(), "recorded_outputs": [], "variants": [{"name": "file:///etc/hostname"}]}
    view = rich.view(rich.report("2026-03-01-odd", [case, simple()]))
    assert [each.listed.case for each in make_export(view, Choice(), "promptfoo").cases] == ["EC-2"]
    assert [each.listed.case for each in make_export(view, Choice(), "inspect").cases] == ["EC-1", "EC-2"]


WORD = "zqcanary"


def narrower(**fields: Any) -> Any:
    checks = [
        {"type": "contains", "value": f"{WORD} looked for"},
        {"type": "tool_called", "value": WORD, "arguments": {WORD: WORD}},
    ]
    case = rich.prompt_case(f"{WORD} input", checks, [f"{WORD} recorded"], f"{WORD} reference", from_evidence=["EV-1"])
    rows = rich.case(
        "Rows",
        input={"data": {"evidence": "EV-1", "recorded": [WORD], "reference": WORD}},
        checks=[{"type": "rate", "label": WORD, "at_least": 1}],
    )
    evidence = [
        {
            "kind": "transcript",
            "title": WORD,
            "access": "restricted",
            "uri": f"https://example.com/{WORD}",
            "sha256": "0" * 64,
        }
    ]
    return rich.report("2026-03-01-narrower", [case, rows, simple()], evidence=evidence, **fields)


@pytest.mark.parametrize("tool", TOOLS)
def test_nothing_narrower_is_in_any_byte(tool: Tool) -> None:
    hidden = rich.report("2026-03-02-hidden", [simple(title=WORD)], audience="restricted", system={"name": WORD})
    made = make_export(rich.view(narrower(), hidden), Choice(), tool)
    assert [each.listed.case for each in made.cases] == ["EC-3"]
    assert WORD.encode() not in b"".join(made.files.values())
    assert WORD not in str(made.left_out)
    assert {each.case for each in made.left_out} == {"EC-1", "EC-2"}


@pytest.mark.parametrize("tool", TOOLS)
def test_an_approved_redaction_lets_the_text_through(tool: Tool) -> None:
    redaction = {
        "level": "partial",
        "removed": ["names"],
        "approved_by_role": "privacy-officer",
        "approved_on": "2026-03-02",
    }
    made = make_export(rich.view(narrower(redaction=redaction)), Choice(), tool)
    assert [each.listed.case for each in made.cases] == ["EC-1", "EC-3"]


@pytest.mark.parametrize("tool", TOOLS)
def test_many_trials_do_not_take_long(tool: Tool) -> None:
    import time

    report = rich.report("2026-03-01-many", [simple(trials=100) for _ in range(20)])
    start = time.monotonic()
    made = make_export(rich.view(report), Choice(), tool)
    assert time.monotonic() - start < 10
    assert len(listed_tests(made.files, tool)) == (20 if tool == "pytest" else 2_000)


CALLED: tuple[dict[str, Any], ...] = (
    {"role": "user", "content": "Where is it?"},
    {"role": "assistant", "content": "", "tool_calls": [{"name": "look_up", "arguments": {"order": "{{4711}}"}}]},
    {"role": "tool", "name": "look_up", "content": "delayed"},
)


def test_calls_of_tools_go_with_their_answers_in_the_shape_of_each_tool() -> None:
    view = rich.view(rich.report("2026-03-01-called", [simple(input={"messages": list(CALLED)})]))

    def given(tool: Tool) -> list[dict[str, Any]]:
        (test,) = listed_tests(make_export(view, Choice(), tool).files, tool)
        return json.loads(test["vars"]["input"]) if tool == "promptfoo" else test.get("messages") or test["input"]

    function = {"name": "look_up", "arguments": '{"order": "{{4711}}"}'}
    asked = {
        "role": "assistant",
        "content": "",
        "tool_calls": [{"id": "call_1", "type": "function", "function": function}],
    }
    answer = {"role": "tool", "name": "look_up", "tool_call_id": "call_1", "content": "delayed"}
    assert given("promptfoo") == given("pytest") == [CALLED[0], asked, answer]
    call = {"id": "call_1", "function": "look_up", "arguments": {"order": "{{4711}}"}}
    assert given("inspect") == [
        CALLED[0],
        {"role": "assistant", "content": "", "tool_calls": [call]},
        {"role": "tool", "function": "look_up", "tool_call_id": "call_1", "content": "delayed"},
    ]
