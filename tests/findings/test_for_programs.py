"""SARIF, GitLab's Code Quality and JUnit: valid by their schemas, all findings in them, and nothing that breaks them."""

from __future__ import annotations

import json
import re
import subprocess
import tarfile
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.findings.test_formats import SOURCE, finding

from afterword.findings.finding import CheckResult, Suppressed
from afterword.findings.fingerprints import fingerprints
from afterword.findings.gitlab import render_gitlab
from afterword.findings.junit import render_junit
from afterword.findings.rule_facts import RuleFacts
from afterword.findings.sarif import render_sarif
from afterword.model.problem import Fix
from afterword.model.span import Span

TOOLS = Path(__file__).parents[2] / ".tools"
PACKAGE = "@microsoft/jest-sarif@1.0.0-beta.0"
RULES = {"AW113": RuleFacts("unknown-choice", "A word", "A word.\n\n## Why", "error", "fields", "guide/rules/AW113/")}
MIXED = CheckResult(
    findings=(
        finding(), finding("warning", span=Span(3, 1, 3, 4)), finding("info", path="b c%20ü#.md"),
        finding(fix=Fix(4, 6, "two")),
    ),
    suppressed=(Suppressed(finding("warning", message="left"), "It is quoted"),),
    reports=2,
    notes=("a note",),
)  # fmt: skip


@pytest.fixture(scope="session")
def sarif_schema() -> dict[str, Any]:
    """The schema of the standard, as Microsoft's package of matchers brings it along."""
    package = TOOLS / "microsoft-jest-sarif-1.0.0-beta.0.tgz"
    if not package.exists():
        TOOLS.mkdir(exist_ok=True)
        subprocess.run(["npm", "pack", PACKAGE, "--silent"], cwd=TOOLS, check=True, capture_output=True)
    with tarfile.open(package) as packed:
        file = packed.extractfile("package/lib/schemas/sarif-2.1.0-rtm.5.json")
        assert file is not None
        return dict(json.load(file))


def sarif(result: CheckResult, url: str = "https://learning.example.org/") -> dict[str, Any]:
    return dict(json.loads(render_sarif(result, lambda _: SOURCE, RULES, url)))


@pytest.mark.parametrize("url", ["", "https://learning.example.org/"])
@pytest.mark.parametrize("result", [MIXED, CheckResult((), (), 0)])
def test_sarif_is_valid(result: CheckResult, url: str, sarif_schema: dict[str, Any]) -> None:
    # `uri-reference` and the like are looked at too.
    jsonschema.Draft7Validator(sarif_schema, format_checker=jsonschema.FormatChecker()).validate(sarif(result, url))


def test_sarif_tells_all_of_a_finding() -> None:
    (run,) = sarif(MIXED)["runs"]
    first, second, third, mended, left = run["results"]
    assert [each["level"] for each in run["results"]] == ["error", "warning", "note", "error", "warning"]
    assert first["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 2, "startColumn": 11, "endLine": 2, "endColumn": 13,
    }  # fmt: skip
    assert first["message"]["text"] == "does not fit. write another"
    assert third["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "b%20c%2520%C3%BC%23.md"
    assert "suppressions" not in second
    assert left["suppressions"] == [{"kind": "inSource", "justification": "It is quoted"}]
    change = mended["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert change == {"deletedRegion": {"charOffset": 4, "charLength": 2}, "insertedContent": {"text": "two"}}
    assert run["tool"]["driver"]["rules"][0]["helpUri"] == "https://learning.example.org/guide/rules/AW113/"
    assert run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"] == "a note"


def test_a_finding_stays_the_same_while_it_moves_and_two_alike_differ() -> None:
    here, below = finding(), finding(span=Span(9, 1, 9, 2))
    moved = replace(here, span=Span(30, 1, 30, 2))
    assert fingerprints([here]) == fingerprints([moved])
    assert len(set(fingerprints([here, below]))) == 2
    assert fingerprints([here, below])[0] == fingerprints([here])[0]


def test_gitlab() -> None:
    told = json.loads(render_gitlab(MIXED))
    assert [each["severity"] for each in told] == ["major", "minor", "info", "major"]
    assert len({each["fingerprint"] for each in told}) == 4
    assert told[0]["location"] == {"path": "a.md", "lines": {"begin": 2, "end": 2}}
    assert told[0]["description"] == "AW113: does not fit. write another"
    assert json.loads(render_gitlab(CheckResult((), (), 3))) == []


def test_junit_fails_by_what_stops_a_check_and_keeps_the_rest() -> None:
    root = ET.fromstring(render_junit(MIXED, ["a.md", "b c%20ü#.md", "good.md"], "error"))
    assert root.attrib == {"name": "afterword", "tests": "3", "failures": "1", "errors": "0", "skipped": "0"}
    bad, noted, good = root.iter("testcase")
    assert bad.find("failure").get("message") == "AW113: does not fit (and 1 more)"
    assert "a.md:2:11 AW113 error does not fit (write another)" in bad.find("failure").text
    assert "warning" in bad.find("system-out").text
    assert (noted.find("failure"), good.find("failure"), len(good)) == (None, None, 0)
    stricter = ET.fromstring(render_junit(MIXED, ["a.md", "b c%20ü#.md", "good.md"], "info"))
    assert stricter.get("failures") == "2"


@settings(max_examples=60)
@given(
    st.text(max_size=40), st.text(max_size=40), st.text(min_size=1, max_size=20).filter(lambda each: "\0" not in each)
)
def test_whatever_stands_in_a_finding_each_format_can_be_read(message: str, hint: str, path: str) -> None:
    result = CheckResult((finding(message=message, hint=hint, path=path, match=message),), (), 1, (hint,))
    assert len(sarif(result)["runs"][0]["results"]) == 1
    assert len(json.loads(render_gitlab(result))) == 1
    root = ET.fromstring(render_junit(result, [path], "error"))
    assert root.get("failures") == "1"
    uri = sarif(result)["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert re.fullmatch(r"[A-Za-z0-9/\-_.~%]+", uri)
