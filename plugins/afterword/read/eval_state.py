"""Recorded runs of eval cases as a machine wrote them."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import ValidationError

from afterword.model.eval_state import EvalRun, EvalState, run_order
from afterword.model.tree import DataProblem
from afterword.read.files import read_bytes

NAME = "evals.json"
FORMAT, VERSION = "afterword-evals", 1
_CURE = "take it back from git, and record the result files that came since with `afterword evals record`"


def read_eval_state(path: Path, shown: str) -> tuple[EvalState | None, tuple[DataProblem, ...]]:
    """The runs, and the problems with single ones; an unreadable file is no state and one problem."""
    if not path.exists():
        return None, ()
    data = read_bytes(path)
    if isinstance(data, str):
        return None, (DataProblem(shown, 1, 1, f"the file cannot be read: {data}"),)
    try:
        content = json.loads(data)
        known = content["format"] == FORMAT
        listed = content["runs"]
        if not known or not isinstance(listed, list):
            raise TypeError
    except json.JSONDecodeError as error:
        told = "git has left marks of a conflict in the file" if b"<<<<<<<" in data else "the file is no valid JSON"
        return None, (DataProblem(shown, error.lineno, error.colno, told, _CURE),)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None, (DataProblem(shown, 1, 1, "the file holds no recorded runs of eval cases", _CURE),)
    if content.get("version") != VERSION:
        told = "the file was written by another edition of Afterword"
        return None, (DataProblem(shown, 1, 1, told, "use the edition that wrote it, or a newer one"),)
    runs: list[EvalRun] = []
    problems: list[DataProblem] = []
    for place, raw in enumerate(listed, 1):
        try:
            runs.append(EvalRun.model_validate(raw))
        except ValidationError as invalid:
            detail = invalid.errors(include_url=False, include_input=False)[0]
            field = ".".join(str(part) for part in detail["loc"]) or "run"
            problems.append(DataProblem(shown, 1, 1, f"run {place}: `{field}` cannot be read", _CURE))
    return EvalState(tuple(sorted(runs, key=run_order))), tuple(problems)


def write_eval_state(state: EvalState) -> str:
    """The file's text: one run on a line, so that git joins what two branches recorded."""
    runs = [
        json.dumps(each.model_dump(mode="json", exclude_none=True), ensure_ascii=False)
        for each in sorted(state.runs, key=run_order)
    ]
    body = ",\n".join(f"  {run}" for run in runs)
    inner = f"\n{body}\n" if runs else ""
    return f'{{"format": "{FORMAT}", "version": {VERSION}, "runs": [{inner}]}}\n'
