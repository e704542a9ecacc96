"""The tests tested: what was recorded and the references, judged with no model and no network."""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from afterword_scorer import incident_checks  # noqa: E402
from inspect_ai import Task, task  # noqa: E402
from inspect_ai.dataset import json_dataset  # noqa: E402
from inspect_ai.model import ChatMessageAssistant, ModelOutput  # noqa: E402
from inspect_ai.solver import Generate, TaskState, solver  # noqa: E402
from inspect_ai.tool import ToolCall  # noqa: E402


@task
def selfcheck() -> Task:
    """Each output that the reports hold; a sample's `expect` says whether its checks pass or fail."""
    return Task(dataset=json_dataset(str(HERE / "selfcheck.jsonl")), solver=replay(), scorer=incident_checks())


@solver
def replay():
    """Give back the output that the sample brings along."""

    async def solve(state: TaskState, generate: Generate) -> TaskState:
        if state.metadata["variant"] != "*":
            message = _message(state.metadata["judged"]["answers"][0])
            state.messages.append(message)
            state.output = ModelOutput.from_message(message)
        return state

    return solve


def _message(given: object) -> ChatMessageAssistant:
    if isinstance(given, list):
        import json

        return ChatMessageAssistant(content=json.dumps(given), model="replay")
    if isinstance(given, str):
        return ChatMessageAssistant(content=given, model="replay")
    calls = [
        ToolCall(id=f"call-{place}", function=call["name"], arguments=call["arguments"])
        for place, call in enumerate(given["tool_calls"], 1)
    ]
    return ChatMessageAssistant(content=given["text"], tool_calls=calls, model="replay")
