"""What is put in, as the messages of a conversation: the one form that all tools and targets take."""

from __future__ import annotations

import json
from typing import Any

from afterword.evals.transcript import Turn, turns_of
from afterword.model.case_input import EvalInput

Message = dict[str, Any]
"""A message as OpenAI's chat completions take it; all but `tool_calls` are texts."""


def messages_of(given: EvalInput) -> list[Message]:
    """The messages in their order, with their texts as they were typed; a prompt or typed data is one of a user.

    Where a case has both, a prompt stands after the messages and data after both.
    """
    found = [_message(turn) for turn in turns_of(given.messages)]
    if given.prompt is not None:
        found.append({"role": "user", "content": given.prompt})
    if given.data is not None and given.data_set is None:
        text = given.data if isinstance(given.data, str) else json.dumps(given.data, ensure_ascii=False)
        found.append({"role": "user", "content": text})
    return found


def _message(turn: Turn) -> Message:
    typed = turn.message
    told: Message = {"role": typed.role or "user"}
    if typed.name:
        told["name"] = typed.name
    if turn.answers:
        told["tool_call_id"] = turn.answers
    told["content"] = typed.content or ""
    if turn.calls:
        told["tool_calls"] = [
            {
                "id": made,
                "type": "function",
                "function": {"name": call.name or "", "arguments": json.dumps(call.arguments, ensure_ascii=False)},
            }
            for made, call in turn.calls
        ]
    return told
