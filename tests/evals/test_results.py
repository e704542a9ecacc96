"""Result files of every tool give the same trials, and what cannot be taken is refused in words."""

from __future__ import annotations

import io
import json
import zipfile
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any
from xml.sax.saxutils import quoteattr

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.evals.results.own_form import OwnResults, write_own
from afterword.evals.results.read import read_results
from afterword.evals.results.trial import ResultError, Results

AT = "2026-11-30T08:15:00+00:00"
KNOWN = {"report": "2026-03-11-a", "case": "EC-1", "digest": "0123456789abcdef", "variant": "area-a", "trial": 1}


def promptfoo(*tests: tuple[dict[str, Any], dict[str, Any]], **changes: Any) -> bytes:
    listed = [{"testCase": {"metadata": metadata}, "provider": {"id": "acme"}, **told} for metadata, told in tests]
    results = {"version": 3, "timestamp": AT, "results": listed, "stats": {"successes": 1, "failures": 0, "errors": 0}}
    return json.dumps({"evalId": "e", "results": {**results, **changes}}).encode()


def inspect(*samples: dict[str, Any], **changes: Any) -> bytes:
    head = {"version": 2, "status": "success", "eval": {"created": AT, "model": "acme/one"}}
    return json.dumps({**head, "stats": {"completed_at": AT}, "samples": list(samples), **changes}).encode()


def sample(value: Any, metadata: dict[str, Any] = KNOWN, **changes: Any) -> dict[str, Any]:
    return {"id": "x", "epoch": 1, "metadata": metadata, "scores": {"checks": {"value": value}}, **changes}


def junit(*tests: tuple[dict[str, Any], str], at: str = AT) -> bytes:
    cases = "".join(
        "<testcase><properties>"
        + "".join(f"<property name={quoteattr(k)} value={quoteattr(str(v))}/>" for k, v in told.items())
        + f"</properties>{inner}</testcase>"
        for told, inner in tests
    )
    return f'<?xml version="1.0"?><testsuites><testsuite timestamp="{at}">{cases}</testsuite></testsuites>'.encode()


def archive(members: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members.items():
            packed.writestr(name, data)
    return file.getvalue()


def outcomes(data: bytes) -> list[str]:
    found = read_results(data)
    assert isinstance(found, Results)
    assert found.at == datetime(2026, 11, 30, 8, 15, tzinfo=UTC)
    return [each.outcome for each in found.trials]


@pytest.mark.parametrize(
    ("told", "outcome"),
    [
        ({"success": True}, "passed"),
        ({"success": False, "failureReason": 1, "gradingResult": {"pass": False}}, "failed"),
        ({"success": False, "failureReason": 2, "error": "no answer"}, "error"),
        ({"success": False, "error": "ECONNREFUSED"}, "error"),
        ({"success": "true"}, "failed"),
        ({}, "failed"),
    ],
)
def test_promptfoo(told: dict[str, Any], outcome: str) -> None:
    assert outcomes(promptfoo((KNOWN, told))) == [outcome]


@pytest.mark.parametrize(
    ("value", "outcome"),
    [
        ("C", "passed"), ("I", "failed"), ("P", "failed"), ("N", "failed"), (1, "passed"), (1.0, "passed"),
        (0, "failed"), (0.99, "failed"), (True, "passed"), (False, "failed"), (None, "failed"), ([1], "failed"),
    ],
)  # fmt: skip
def test_inspect(value: object, outcome: str) -> None:
    assert outcomes(inspect(sample(value))) == [outcome]


def test_a_sample_that_nobody_scored_or_that_broke_off_is_no_pass() -> None:
    assert outcomes(inspect(sample("C", scores={}), sample("C", error={"message": "x"}))) == ["error", "error"]


def test_the_echo_of_a_question_is_no_answer() -> None:
    for provider in ({"id": "echo"}, {"id": "echo", "label": "our bot"}, "echo"):
        with pytest.raises(ResultError, match="no system answered"):
            read_results(promptfoo((KNOWN, {"success": True, "provider": provider})))
    selfcheck = {**KNOWN, "of": "reference", "run": 1, "expect": "pass"}
    assert read_results(promptfoo((selfcheck, {"success": True, "provider": {"id": "echo"}})))


def test_what_is_of_an_unknown_sort_is_no_trial() -> None:
    found = read_results(junit(({**KNOWN, "of": "Recorded"}, "")))
    assert isinstance(found, Results)
    assert (found.trials, found.others) == ((), 1)


@pytest.mark.parametrize("at", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "yesterday", ""])
def test_a_time_at_the_end_of_the_calendar_is_none(at: str) -> None:
    found = read_results(junit((KNOWN, ""), at=at))
    assert isinstance(found, Results)
    assert found.at is None


def test_every_scorer_must_agree() -> None:
    assert outcomes(inspect(sample("C", scores={"a": {"value": "C"}, "b": {"value": "I"}}))) == ["failed"]


@pytest.mark.parametrize("status", ["error", "cancelled", "started", None])
def test_a_run_that_broke_off_counts_for_nothing(status: str | None) -> None:
    with pytest.raises(ResultError, match=r"did not come to its end|no result file"):
        read_results(inspect(sample("C"), status=status))


def test_an_archive_of_inspect() -> None:
    head = json.loads(inspect())
    del head["samples"]
    members = {"header.json": json.dumps(head).encode(), "_journal/start.json": b"{"}
    members |= {f"samples/{n}.json": json.dumps(sample(v)).encode() for n, v in enumerate("CI")}
    assert outcomes(archive(members)) == ["passed", "failed"]
    del members["header.json"]
    with pytest.raises(ResultError, match="no header"):
        read_results(archive(members))


@pytest.mark.parametrize(
    ("inner", "expected"),
    [("", ["passed"]), ("<failure/>", ["failed"]), ("<error/>", ["error"]), ("<skipped/>", [])],
)
def test_pytest(inner: str, expected: list[str]) -> None:
    assert outcomes(junit((KNOWN, inner))) == expected


def test_a_target_that_raised_gave_no_answer() -> None:
    assert outcomes(junit(({**KNOWN, "outcome": "error"}, "<failure/>"))) == ["error"]


def test_tests_of_others_are_counted_and_left_out() -> None:
    for data in (promptfoo(({}, {"success": True})), inspect(sample("C", {"report": "x"})), junit(({"a": "b"}, ""))):
        found = read_results(data)
        assert isinstance(found, Results)
        assert (found.trials, found.others) == ((), 1)


@pytest.mark.parametrize("of", ["recorded", "reference"])
def test_a_self_check_is_never_taken_for_a_system(of: str) -> None:
    told = {**KNOWN, "of": of, "run": 1, "expect": "fail"}
    for data in (promptfoo((told, {"success": True})), inspect(sample("C", told)), junit((told, ""))):
        found = read_results(data)
        assert isinstance(found, Results)
        assert [each.of for each in found.trials] == [of]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "it is empty"),
        (b"\n", "it is empty"),
        (b"{", "no valid JSON"),
        (b"\xff\xfe", "no valid JSON"),
        (b"[" * 100_000, "no valid JSON"),
        (b"[]", "no result file of promptfoo"),
        (b"null", "no result file of promptfoo"),
        (b'{"results": 1}', "no result file of promptfoo"),
        (b'{"results": {"results": [], "stats": {"successes": 3}}}', "without `--no-write`"),
        (b'{"format": "afterword-cases", "version": 1}', "not what came of running them"),
        (b'{"format": "afterword-results", "version": 2}', "another edition"),
        (b'{"format": "afterword-results", "version": 1}', "cannot be read"),
        (b"<testsuite", "no valid XML"),
        (b"<?xml version='1.0'?><testsuites><testsuite>", "no valid XML"),
        (b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><testsuite/>', "document type"),
        (b"PK\x03\x04rubbish", "cannot be unpacked"),
    ],
)
def test_what_is_no_result_file_is_told(data: bytes, message: str) -> None:
    with pytest.raises(ResultError, match=message):
        read_results(data)


def test_an_archive_that_swells_is_refused() -> None:
    with pytest.raises(ResultError, match="larger than 64 MiB"):
        read_results(archive({"header.json": inspect(), "samples/1.json": b" " * (65 * 2**20)}))


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=8),
        lambda each: (
            st.lists(each, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "results",
                        "eval",
                        "status",
                        "samples",
                        "metadata",
                        "testCase",
                        "scores",
                        "value",
                        "report",
                        "case",
                        "digest",
                        "format",
                        "stats",
                        "timestamp",
                    ]
                ),
                each,
                max_size=4,
            )
        ),
        max_leaves=12,
    )
)
def test_whatever_json_it_is_nothing_breaks(content: object) -> None:
    with suppress(ResultError):
        read_results(json.dumps(content).encode())


def test_our_own_form_comes_back_as_it_was() -> None:
    told = {
        "system": "shop", "at": AT, "tools": ["pytest"], "release": "1", "stopped": True,
        "cases": [{"report": "a", "case": "EC-1", "digest": "0", "verdict": "failed",
                   "variants": [{"name": "", "passed": 1, "failed": 2, "errors": 0}]}],
    }  # fmt: skip
    results = OwnResults.model_validate(told)
    assert read_results(write_own(results).encode()) == results
    assert (results.cases[0].passed, results.cases[0].runs) == (1, 3)
