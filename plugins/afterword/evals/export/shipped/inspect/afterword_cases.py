"""The eval cases of incident reports as a task of Inspect AI. The page README.md says how to run it."""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from afterword_scorer import incident_checks  # noqa: E402
from inspect_ai import Task, task  # noqa: E402
from inspect_ai.dataset import json_dataset  # noqa: E402
from inspect_ai.solver import Generate, TaskState, solver  # noqa: E402


@task
def incidents() -> Task:
    """Ask the model of `--model`, or whatever stands behind `--solver`, every trial of every case."""
    return Task(dataset=json_dataset(str(HERE / "cases.jsonl")), solver=answer(), scorer=incident_checks())


@solver
def answer():
    """Ask the model. A sample that compares the answers of several variants asks nothing."""

    async def solve(state: TaskState, generate: Generate) -> TaskState:
        return state if state.metadata["variant"] == "*" else await generate(state)

    return solve
