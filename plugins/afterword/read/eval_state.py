"""Recorded runs of eval cases as a machine wrote them."""

from __future__ import annotations

from pathlib import Path

from afterword.model.eval_state import EvalRun, EvalState, run_order
from afterword.model.tree import DataProblem
from afterword.read.state_file import StateForm, of_edition, one_line_each, read_state_file

NAME = "evals.json"
FORMAT, VERSION = "afterword-evals", 1
_FORM = StateForm(
    key="runs",
    noun="run",
    entry=EvalRun,
    head=of_edition(FORMAT, VERSION),
    none="the file holds no runs of eval cases of this edition of Afterword",
    cure="take it back from git, and record the result files that came since with `afterword evals record`",
)


def read_eval_state(path: Path, shown: str) -> tuple[EvalState | None, tuple[DataProblem, ...]]:
    """The runs, and the problems with single ones; an unreadable file is no state and one problem."""
    found, problems = read_state_file(path, shown, _FORM)
    return (EvalState(tuple(sorted(found[1], key=run_order))) if found else None), problems


def write_eval_state(state: EvalState) -> str:
    """The file's text."""
    inner = one_line_each(sorted(state.runs, key=run_order), "  ")
    return f'{{"format": "{FORMAT}", "version": {VERSION}, "runs": [{inner}]}}\n'
