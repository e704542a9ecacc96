"""What is put in, as the messages of a conversation: the one form that all tools and targets take."""

from __future__ import annotations

import json

from afterword.model.case_input import EvalInput

Message = dict[str, str]


def messages_of(given: EvalInput) -> list[Message]:
    """The messages in their order, with their texts as they were typed; a prompt or typed data is one of a user.

    Where a case has both, a prompt stands after the messages and data after both.
    """
    found: list[Message] = [
        {"role": each.role or "user", **({"name": each.name} if each.name else {}), "content": each.content or ""}
        for each in given.messages
    ]
    if given.prompt is not None:
        found.append({"role": "user", "content": given.prompt})
    if given.data is not None and given.data_set is None:
        text = given.data if isinstance(given.data, str) else json.dumps(given.data, ensure_ascii=False)
        found.append({"role": "user", "content": text})
    return found
