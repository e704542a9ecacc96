"""The export for Inspect AI: a task with its samples, a replay of what was recorded, and a scorer in Python."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from afterword.evals.export.common import common_files
from afterword.evals.export.messages import Message
from afterword.evals.export.one_line import one_line
from afterword.evals.export.shipped_files import readme, shipped
from afterword.evals.export.suite import SuiteCase
from afterword.evals.export.trials import Trial, live_trials, selfcheck_trials

_COMPARED = "The answers of all variants are compared here; nothing is asked."


def write(cases: Sequence[SuiteCase]) -> dict[str, bytes]:
    """The files of the export by path."""
    # What compares the variants of a trial stands last: by then all of them have been asked.
    live = sorted((trial for case in cases for trial in live_trials(case)), key=lambda trial: trial.is_together)
    return {
        "cases.jsonl": _lines(live),
        "selfcheck.jsonl": _lines(trial for case in cases for trial in selfcheck_trials(case)),
        "README.md": readme("inspect"),
        **shipped("inspect"),
        **shipped("python"),
        **common_files(cases),
    }


def _lines(trials: Iterable[Trial]) -> bytes:
    return "".join(f"{one_line(_sample(trial))}\n" for trial in trials).encode()


def _sample(trial: Trial) -> dict[str, Any]:
    """A sample as Inspect reads it; `judged` is for the scorer, the rest of its metadata for whoever reads a log."""
    judged: dict[str, Any] = {"checks": list(trial.checks), "variants": len(trial.case.variants)}
    if trial.case.judge_file:
        judged["file"] = trial.case.judge_file
    if trial.answers:
        judged["answers"] = list(trial.answers)
    return {
        "id": trial.id,
        "input": _input(trial),
        "target": "",
        "metadata": {**trial.metadata, "judged": judged},
    }


def _input(trial: Trial) -> str | list[Message]:
    if trial.is_together:
        return _COMPARED
    if trial.case.rows is not None:
        return one_line({"rows": trial.case.rows})
    return [_message(message) for message in trial.messages]


def _message(message: Message) -> Message:
    """The message in Inspect's roles: it knows no developer beside the system, and calls a tool's name `function`."""
    role = "system" if message["role"] == "developer" else message["role"]
    told: Message = {"role": role, "content": message["content"]}
    if "name" in message:
        told["function"] = message["name"]
    if "tool_call_id" in message:
        told["tool_call_id"] = message["tool_call_id"]
    if "tool_calls" in message:
        told["tool_calls"] = [_call(each) for each in message["tool_calls"]]
    return told


def _call(call: dict[str, Any]) -> dict[str, Any]:
    """The call in Inspect's shape, whose arguments are a map instead of a text."""
    function = call["function"]
    return {"id": call["id"], "function": function["name"], "arguments": json.loads(function["arguments"])}
