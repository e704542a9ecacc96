"""`afterword evals record`: what a result file says is kept once, and nothing is taken for what it is not."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable

import pytest
from click.testing import Result
from tests.evals.test_results import inspect, junit, promptfoo, sample

from afterword.evals.identity import case_digest
from afterword.model.settings import Settings
from afterword.read.report import read_report
from conftest import Repository

Run = Callable[..., Result]
NAME = "2026-03-11-two-answers"
FRONT = """\
---
title: Assistant gave two answers to one question
lifecycle: draft
system: {name: shop-assistant}
eval_cases:
  - title: The public voucher is named
    kind: regression
    status: committed
    input: {prompt: Is there a discount code for me?}
    checks: [{type: contains, value: WELCOME10}]
    recorded_outputs: [none]
    reference_output: WELCOME10
---

## What happened
"""
AT = "2026-05-18T08:15:00+00:00"
PASSED = "  2026-03-11-two-answers EC-1   passed  1 of 1 trial\n"


@pytest.fixture
def digest(repository: Repository) -> str:
    repository.write(NAME, FRONT)
    report = read_report(FRONT.encode(), path="a.md", place=f"reports/2026/{NAME}.md", settings=Settings())
    return case_digest(report.front.eval_cases[0], report)


def known(digest: str, **more: object) -> dict[str, object]:
    return {"report": NAME, "case": "EC-1", "digest": digest, "variant": "", "trial": 1, **more}


def state(repository: Repository) -> list[dict[str, object]]:
    content = json.loads((repository.root / "postmortems" / "_state" / "evals.json").read_text())
    assert content["format"] == "afterword-evals"
    return list(content["runs"])


@pytest.mark.parametrize("tool", ["promptfoo", "inspect", "pytest"])
def test_every_tool(tool: str, digest: str, repository: Repository, afterword: Run) -> None:
    told = known(digest)
    files = {
        "promptfoo": promptfoo((told, {"success": True}), timestamp=AT),
        "inspect": inspect(sample("C", told), stats={"completed_at": AT}),
        "pytest": junit((told, ""), at=AT),
    }
    (repository.root / "results").write_bytes(files[tool])
    result = afterword("evals", "record", "results")
    assert result.exit_code == 0, result.output
    assert result.output == (
        f"results ({tool}, 2026-05-18 08:15 UTC): 1 new run\n{PASSED}wrote postmortems/_state/evals.json\n"
    )
    (run,) = state(repository)
    release = {"promptfoo": {"release": "acme"}, "inspect": {"release": "acme/one"}, "pytest": {}}[tool]
    assert run == {
        "report": NAME, "case": "EC-1", "digest": digest, "at": "2026-05-18T08:15:00Z", "tool": tool, "of": "system",
        "verdict": "passed", "passed": 1, "runs": 1, "source": run["source"], **release,
    }  # fmt: skip


def test_twice_is_once(digest: str, repository: Repository, afterword: Run) -> None:
    (repository.root / "a.xml").write_bytes(junit((known(digest), ""), at=AT))
    afterword("evals", "record", "a.xml")
    before = (repository.root / "postmortems/_state/evals.json").read_bytes()
    again = afterword("evals", "record", "a.xml")
    assert again.exit_code == 0
    assert "All of it was recorded before; nothing changes." in again.output
    assert (repository.root / "postmortems/_state/evals.json").read_bytes() == before


def test_what_is_left_out_is_told(digest: str, repository: Repository, afterword: Run) -> None:
    tests = [
        (known(digest), ""),
        (known("0" * 16), ""),
        (known(digest, of="reference", run=1, expect="pass"), ""),
        (known(digest, of="recorded", run=1, expect="fail"), ""),
        ({**known(digest), "report": "2026-01-01-gone"}, ""),
        ({}, ""),
    ]
    (repository.root / "a.xml").write_bytes(junit(*tests, at=AT))
    output = afterword("evals", "record", "a.xml").output
    assert "note: `2026-01-01-gone` has no eval case `EC-1` here\n" in output
    assert "EC-1 has changed since it was exported, so this run says nothing of it as it stands\n" in output
    assert "EC-1: what was recorded passes in the self-check, so it shows nothing\n" in output
    assert "note: 1 more results are of tests that no export made\n" in output
    assert [(run["digest"], run["of"]) for run in state(repository)] == [("0" * 16, "system"), (digest, "system")]


def test_a_self_check_shows_that_a_case_can_fail_and_never_that_a_system_passes(
    digest: str, repository: Repository, afterword: Run
) -> None:
    tests = [
        (known(digest, of="reference", run=1, expect="pass"), ""),
        (known(digest, of="recorded", run=1, expect="fail"), "<failure/>"),
    ]
    (repository.root / "a.xml").write_bytes(junit(*tests, at=AT))
    assert "FAILED  0 of 1 trial, of what was recorded" in afterword("evals", "record", "a.xml").output
    assert [(run["of"], run["verdict"]) for run in state(repository)] == [("recorded", "failed")]


@pytest.mark.parametrize(
    ("data", "options", "message"),
    [
        (b"", (), "`a` cannot be taken: it is empty"),
        (
            b"<testsuites><testsuite/></testsuites>",
            (),
            "`a` cannot be taken: it does not tell when it ran; say so with `--at`",
        ),
        (junit(({}, ""), at=AT), (), "nothing was recorded: no result is of an eval case of this repository"),
        (
            junit(({}, ""), at=AT),
            ("--at", "noon"),
            "`--at` takes a time such as 2026-11-30T08:15:00Z, and `noon` is none",
        ),
        (junit(({}, ""), at=AT), ("--target", "x"), "nothing in it was answered by `x`, but by nothing"),
    ],
)
def test_refusals(data: bytes, options: tuple[str, ...], message: str, repository: Repository, afterword: Run) -> None:
    (repository.root / "a").write_bytes(data)
    result = afterword("evals", "record", "a", *options)
    assert result.exit_code == 2
    assert message in result.output
    assert not (repository.root / "postmortems/_state/evals.json").exists()


def test_two_targets_are_not_mixed(digest: str, repository: Repository, afterword: Run) -> None:
    told = known(digest)
    tests = [
        (told, {"success": True, "provider": {"id": "old"}}),
        (told, {"success": False, "provider": {"id": "new"}}),
    ]
    (repository.root / "a.json").write_bytes(promptfoo(*tests, timestamp=AT))
    result = afterword("evals", "record", "a.json")
    assert (result.exit_code, "2 targets answered (`new`, `old`); choose one" in result.output) == (2, True)
    assert afterword("evals", "record", "a.json", "--target", "new").exit_code == 0
    assert [(run["release"], run["verdict"]) for run in state(repository)] == [("new", "failed")]


def test_one_trial_counts_once(digest: str, repository: Repository, afterword: Run) -> None:
    told = known(digest)
    (repository.root / "a.xml").write_bytes(junit((told, ""), (told, ""), at=AT))
    result = afterword("evals", "record", "a.xml")
    assert (result.exit_code, "trial 1 of 2026-03-11-two-answers EC-1 stands in it twice" in result.output) == (2, True)
    epochs = inspect(sample("C", told, epoch=1), sample("C", told, epoch=2), stats={"completed_at": AT})
    (repository.root / "b.json").write_bytes(epochs)
    assert "passed  2 of 2 trials" in afterword("evals", "record", "b.json").output


@pytest.mark.parametrize(
    ("verdict", "counts", "kept"),
    [
        ("passed", (0, 20), "failed"),
        ("passed", (1, 0), "passed"),
        ("failed", (1, 0), "failed"),
        ("passed", None, "incomplete"),
    ],
)
def test_a_verdict_is_believed_as_far_as_its_counts_go(
    verdict: str, counts: tuple[int, int] | None, kept: str, digest: str, repository: Repository, afterword: Run
) -> None:
    variants = [{"name": "", "passed": counts[0], "failed": counts[1]}] if counts else []
    case = {"report": NAME, "case": "EC-1", "digest": digest, "verdict": verdict, "variants": variants}
    told = {"format": "afterword-results", "version": 1, "system": "shop", "at": AT, "stopped": False, "cases": [case]}
    (repository.root / "own.json").write_text(json.dumps(told))
    assert afterword("evals", "record", "own.json").exit_code == 0
    assert [run["verdict"] for run in state(repository)] == [kept]


def test_a_key_in_the_name_of_a_release_is_not_kept(digest: str, repository: Repository, afterword: Run) -> None:
    key = "sk-proj-" + "a1B2c3D4e5F6g7H8" * 3
    (repository.root / "a.xml").write_bytes(junit((known(digest), ""), at=AT))
    assert afterword("evals", "record", "a.xml", "--release", f"gateway {key}").exit_code == 0
    assert key not in (repository.root / "postmortems/_state/evals.json").read_text()


def test_several_at_once_lose_nothing(digest: str, repository: Repository) -> None:
    for number in range(6):
        (repository.root / f"{number}.xml").write_bytes(
            junit((known(digest), ""), at=f"2026-05-18T08:{number:02}:00+00:00")
        )
    command = [sys.executable, "-m", "afterword.commands.main", "evals", "record"]
    started = [subprocess.Popen([*command, f"{number}.xml"], stdout=subprocess.DEVNULL) for number in range(6)]
    assert [each.wait(60) for each in started] == [0] * 6
    # Of runs in a row with one verdict the first and the last are kept.
    assert [run["at"][14:16] for run in state(repository)] == ["00", "05"]


def test_a_run_of_tomorrow_is_refused(digest: str, repository: Repository, afterword: Run) -> None:
    (repository.root / "a.xml").write_bytes(junit((known(digest), ""), at="2026-05-21T08:00:00+00:00"))
    result = afterword("evals", "record", "a.xml")
    assert (result.exit_code, "which is still to come" in result.output) == (2, True)


@pytest.mark.parametrize(
    "broken", ["{", '{"format": "x"}', "<<<<<<< HEAD\n", '{"format": "afterword-evals", "version": 9, "runs": []}']
)
def test_what_was_recorded_is_never_written_over(
    broken: str, digest: str, repository: Repository, afterword: Run
) -> None:
    (repository.root / "a.xml").write_bytes(junit((known(digest), ""), at=AT))
    path = repository.root / "postmortems/_state/evals.json"
    path.parent.mkdir()
    path.write_text(broken)
    result = afterword("evals", "record", "a.xml")
    assert (result.exit_code, path.read_text()) == (2, broken)
    assert "postmortems/_state/evals.json" in result.output
    assert "postmortems/_state/evals.json:1:" in afterword("check").output


def test_a_folder_of_files_and_links(digest: str, repository: Repository, afterword: Run) -> None:
    folder = repository.root / "results"
    folder.mkdir()
    (folder / "a.xml").write_bytes(junit((known(digest), ""), at=AT))
    (folder / "notes.txt").write_text("no result")
    assert afterword("evals", "record", "results").exit_code == 0
    (folder / "b.json").symlink_to("/etc/hostname")
    assert "it is a link or a special file" in afterword("evals", "record", "results").output


def test_times_without_an_offset_are_those_of_the_site(digest: str, repository: Repository, afterword: Run) -> None:
    (repository.root / "a.xml").write_bytes(junit((known(digest), ""), at="2026-05-18T08:15:00"))
    afterword("evals", "record", "a.xml")
    assert state(repository)[0]["at"] == "2026-05-18T08:15:00+02:00"
