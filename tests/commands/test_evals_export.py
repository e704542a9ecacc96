"""`afterword evals export`: what it writes and says, what it refuses, and when a committed export is stale."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from tests.engines.site import NEAR_MISS

from afterword.commands.export_folder import LIST
from conftest import DRAFT, Repository

Run = Callable[..., Result]
CASES = """\
eval_cases:
  - title: The public voucher is named
    kind: regression
    status: committed
    blocking: true
    input: {prompt: Is there a discount code for me?}
    checks: [{type: contains, value: WELCOME10}]
    recorded_outputs: [SAVE25]
    reference_output: WELCOME10
  - title: No price is named
    kind: regression
    status: committed
    input: {prompt: What does it cost?}
    checks: [{type: not_regex, value: "[0-9]+ euros"}]
    recorded_outputs: [12 euros]
    reference_output: I do not know.
"""


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


REPORT = NEAR_MISS.format(title="Assistant named a price nobody had agreed").replace("review:", f"{CASES}review:")
NAME = "2026-05-01-price"


@pytest.fixture
def written(repository: Repository, afterword: Run) -> Path:
    repository.write(NAME, REPORT)
    result = afterword("evals", "export", "--to", "pytest", "evals/incidents")
    assert result.exit_code == 0, result.output
    told = "wrote 2 eval cases, 1 of them blocking, to evals/incidents for pytest; evals/incidents/README.md says how to run them\n"
    assert result.stdout == told
    return repository.root / "evals/incidents"


def test_a_second_export_writes_the_same_and_keeps_what_is_yours(written: Path, afterword: Run) -> None:
    (written / "target.py").write_text("def answer(messages): return 'WELCOME10'\n")
    (written / "notes.txt").write_text("ours\n")
    before = tree(written)
    assert afterword("evals", "export", "--to", "pytest", written).exit_code == 0
    assert tree(written) == before
    assert [path.name for path in written.rglob(".afterword*")] == []


def test_a_stale_export_is_told_case_by_case(written: Path, repository: Repository, afterword: Run) -> None:
    check = ("evals", "export", "--check", "--to", "pytest", "evals/incidents")
    result = afterword(*check)
    assert (result.exit_code, result.stdout) == (0, "evals/incidents is what the reports say now\n")
    changed = REPORT.replace("value: WELCOME10", "value: WELCOME").replace(
        "title: No price is named", "title: No price at all is named"
    )
    repository.write(NAME, changed)
    before = tree(written)
    result = afterword(*check)
    assert result.exit_code == 1
    assert "  EC-1 of 2026-05-01-price puts in or checks something else\n" in result.stdout
    assert "  EC-2 of 2026-05-01-price is run or told otherwise\n" in result.stdout
    assert "  cases.jsonl differs\n" in result.stdout
    assert "`afterword evals export --to pytest evals/incidents` and the options it was made with" in result.stdout
    assert tree(written) == before
    repository.write(NAME, REPORT.replace("    status: committed\n    blocking: true\n", ""))
    assert "  EC-1 of 2026-05-01-price is not exported any more\n" in afterword(*check).stdout


def test_a_file_edited_by_hand_is_stale_and_is_not_lost(written: Path, afterword: Run) -> None:
    (written / "cases.jsonl").write_text("{}\n")
    (written / "README.md").unlink()
    result = afterword("evals", "export", "--check", "--to", "pytest", written)
    assert result.exit_code == 1
    assert "  README.md is not there\n  cases.jsonl differs\n" in result.stdout
    result = afterword("evals", "export", "--to", "pytest", written)
    assert result.exit_code == 2
    assert "cases.jsonl (changed by hand)" in result.stderr


def test_only_an_export_for_the_same_tool_is_replaced(written: Path, repository: Repository, afterword: Run) -> None:
    before = tree(written)
    for options in ((), ("--check",)):
        result = afterword("evals", "export", "--to", "promptfoo", written, *options)
        assert result.exit_code == 2
        assert "holds no" in result.stderr
    assert afterword("export", written).exit_code == 2
    assert tree(written) == before
    (repository.root / "other").mkdir()
    (repository.root / "other/file").touch()
    assert afterword("evals", "export", "--to", "pytest", "other").exit_code == 2
    assert afterword("evals", "export", "--to", "pytest", "postmortems/evals").exit_code == 2
    assert afterword("evals", "export", "--to", "pytest", ".").exit_code == 2


def test_check_needs_an_export_to_look_at(repository: Repository, afterword: Run) -> None:
    repository.write(NAME, REPORT)
    result = afterword("evals", "export", "--check", "--to", "inspect", "nowhere")
    assert (result.exit_code, "nowhere is not there" in result.stdout) == (1, True)
    assert not (repository.root / "nowhere").exists()


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--factor", "eval-no-regresion-suite"), "no contributing factor is called `eval-no-regresion-suite`; did you mean `eval-no-regression-suite`?"),
        (("--system", "chatt"), "no report names the system `chatt`; did you mean `chat`?"),
        (("--system", "x\x1b[31m"), "no report names the system"),
    ],
)  # fmt: skip
def test_a_name_that_nothing_has_is_a_usage_error(
    options: tuple[str, ...], told: str, repository: Repository, afterword: Run
) -> None:
    repository.write(NAME, REPORT)
    result = afterword("evals", "export", "--to", "pytest", "out", *options)
    assert result.exit_code == 2
    assert told in result.stderr
    assert "\x1b" not in result.stderr
    assert not (repository.root / "out").exists()


def test_an_empty_choice_is_told_and_writes_nothing(repository: Repository, afterword: Run) -> None:
    repository.write(NAME, REPORT.replace("status: committed", "status: proposed"))
    result = afterword("evals", "export", "--to", "promptfoo", "out")
    assert result.exit_code == 2
    assert "no committed eval case fits" in result.stderr
    assert not (repository.root / "out").exists()


def test_what_is_not_exported_is_told(repository: Repository, afterword: Run) -> None:
    repository.write(NAME, REPORT.replace('value: "[0-9]+ euros"', 'value: "\\\\C euros"'))
    result = afterword("evals", "export", "--to", "promptfoo", "out", "--blocking")
    assert (result.exit_code, result.stderr) == (0, "")
    result = afterword("evals", "export", "--to", "promptfoo", "out2")
    assert result.exit_code == 0
    assert "note: EC-2 of 2026-05-01-price is not exported: the pattern takes single bytes" in result.stderr


def test_errors_stop_it(repository: Repository, afterword: Run) -> None:
    repository.write(NAME, REPORT)
    repository.write("2026-05-18-two-answers", DRAFT.replace("title:", "titel:"))
    result = afterword("evals", "export", "--to", "pytest", "out")
    assert (result.exit_code, "nothing was written" in result.stdout) == (1, True)
    assert not (repository.root / "out").exists()


@pytest.mark.parametrize("tool", ["promptfoo", "inspect", "pytest"])
def test_the_same_bytes_wherever_and_whenever(tool: str, repository: Repository, tmp_path: Path) -> None:
    repository.write(NAME, REPORT)
    found = []
    for number, more in enumerate(
        ({"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "UTC", "SOURCE_DATE_EPOCH": "1779105600"},
         {"PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8", "TZ": "Asia/Tokyo", "SOURCE_DATE_EPOCH": "1800000000"})
    ):  # fmt: skip
        folder = tmp_path / (f"{number}" * (number + 1))
        command = [sys.executable, "-m", "afterword", "evals", "export", "--to", tool, folder]
        subprocess.run(command, cwd=repository.root, env={**os.environ, **more}, check=True, capture_output=True)
        found.append(tree(folder))
    assert found[0] == found[1]
    assert LIST in found[0]


def test_a_report_or_evidence_of_fewer_readers_is_in_no_byte(repository: Repository, afterword: Run) -> None:
    word = "zqcanary"
    evidence = f'evidence: [{{kind: transcript, title: {word}, access: restricted, uri: "https://e.example.com/{word}", sha256: {"a" * 64}}}]\n'
    case = (
        CASES.replace("SAVE25", word)
        .replace("WELCOME10", f"{word}s")
        .replace("    blocking: true\n", "    from_evidence: [EV-1]\n")
    )
    narrower = NEAR_MISS.format(title="A near miss from restricted chats").replace(
        "review:", f"{evidence}{case}review:"
    )
    repository.write(NAME, REPORT)
    repository.write("2026-05-02-narrower", narrower)
    for tool in ("promptfoo", "inspect", "pytest"):
        result = afterword("evals", "export", "--to", tool, tool)
        assert result.exit_code == 0, result.output
        assert "EC-1 of 2026-05-02-narrower is not exported" in result.stderr
        assert word not in result.output
        assert word.encode() not in b"".join(tree(repository.root / tool).values())
