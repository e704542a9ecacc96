"""The export for promptfoo: two configurations, their tests, and a judge in JavaScript."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from afterword.evals.export.canary import LINE
from afterword.evals.export.common import common_files
from afterword.evals.export.one_line import literal, one_line
from afterword.evals.export.shipped_files import readme, shipped
from afterword.evals.export.suite import SuiteCase
from afterword.evals.export.trials import ACROSS, Trial, live_trials, selfcheck_trials
from afterword.evals.export.yaml_text import to_yaml

_HINT = "# yaml-language-server: $schema=https://promptfoo.dev/config-schema.json\n"
_COMPARED = "compared with the answers of the other variants"


def refuses(case: SuiteCase) -> str:
    """Why promptfoo cannot run the case, in words; empty where it can. It reads any text that begins so as a path."""
    names = (case.listed.case, *case.listed.variants, *case.listed.factors)
    odd = next((name for name in names if name.startswith("file://")), None)
    return f"promptfoo would read the name `{odd}` as a file" if odd is not None else ""


def write(cases: Sequence[SuiteCase]) -> dict[str, bytes]:
    """The files of the export by path."""
    # What compares the variants of a trial stands last: by then all of them have been asked.
    live = sorted((trial for case in cases for trial in live_trials(case)), key=lambda trial: trial.is_together)
    replayed = [trial for case in cases for trial in selfcheck_trials(case)]
    return {
        "promptfooconfig.yaml": _config("Eval cases of incident reports", "cases.yaml", _SWAP),
        "selfcheck.yaml": _config("What was recorded, and the references", "selfcheck_cases.yaml", _NEVER),
        "cases.yaml": _tests(map(_test, live)),
        "selfcheck_cases.yaml": _tests(map(_test, replayed)),
        "README.md": readme("promptfoo"),
        **shipped("promptfoo"),
        **common_files(cases),
    }


_SWAP = "# `echo` answers with the question. Name the system to be tested: `promptfoo eval -r PROVIDER`.\n"
_NEVER = "# No provider is called: every test brings the answer that it judges.\n"


def _config(description: str, tests: str, note: str) -> bytes:
    told = {
        "description": description,
        "prompts": ["{{input}}"],
        "providers": ["echo"],
        "tests": f"file://{tests}",
        "evaluateOptions": {"cache": False},
    }
    return f"{_HINT}# {LINE}\n{note}{to_yaml(told)}".encode()


def _tests(tests: Iterable[dict[str, Any]]) -> bytes:
    return f"# {LINE}\n{to_yaml(list(tests))}".encode()


def _test(trial: Trial) -> dict[str, Any]:
    replays = bool(trial.answers)
    told: dict[str, Any] = {"description": trial.id, "vars": {"input": _input(trial)}}
    if replays:
        told["providerOutput"] = one_line(trial.answers if trial.is_together else trial.answers[0])
    elif trial.is_together:
        told["providerOutput"] = _COMPARED
    told["assert"] = [_assert(check, trial) for check in trial.checks]
    told["metadata"] = trial.metadata
    return told


def _input(trial: Trial) -> str:
    return one_line({"rows": trial.case.rows} if trial.case.rows is not None else trial.messages)


def _assert(check: dict[str, Any], trial: Trial) -> dict[str, Any]:
    told: dict[str, Any] = {"type": "javascript", "value": "file://checks.cjs", "metric": trial.metadata["report"]}
    if check["type"] == "rubric":
        return told | {"type": "llm-rubric", "value": literal(str(check["value"]))}
    config: dict[str, Any] = {"check": one_line(check)}
    if trial.answers:
        config["replayed"] = True
    if trial.case.judge_file:
        config["judge"] = trial.case.judge_file
    if check["type"] == ACROSS:
        config["together"] = trial.is_together
        config["variants"] = len(trial.case.variants)
    return told | {"config": config}
