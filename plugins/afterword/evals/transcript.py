"""Which call of a tool each message of a tool answers, in a conversation that a case puts in."""

from __future__ import annotations

from collections import OrderedDict, defaultdict, deque
from collections.abc import Iterable
from dataclasses import dataclass

from afterword.model.case_input import Message
from afterword.model.case_output import ToolCall


@dataclass(frozen=True)
class Turn:
    """One message with its place among the calls.

    Attributes:
        message: the message as it was typed.
        calls: what it calls, each with an id made from its place in the conversation: `call_1`, `call_2`, …
        answers: the id of the call that it answers; empty where it answers none.
    """

    message: Message
    calls: tuple[tuple[str, ToolCall], ...] = ()
    answers: str = ""


def turns_of(messages: Iterable[Message]) -> list[Turn]:
    """The messages in their order. Only an assistant calls; calls of other roles are left out.

    A tool's message answers the first call of its name that is not answered yet, else the first of any name.
    """
    turns: list[Turn] = []
    waiting: OrderedDict[str, None] = OrderedDict()
    of_name: defaultdict[str | None, deque[str]] = defaultdict(deque)
    count = 0
    for message in messages:
        if message.role == "tool":
            turns.append(Turn(message, answers=_answered(waiting, of_name[message.name])))
            continue
        calls = []
        for call in message.tool_calls if message.role == "assistant" else ():
            count += 1
            calls.append((f"call_{count}", call))
            waiting[f"call_{count}"] = None
            of_name[call.name].append(f"call_{count}")
        turns.append(Turn(message, tuple(calls)))
    return turns


def _answered(waiting: OrderedDict[str, None], same_name: deque[str]) -> str:
    # A call that a message of another name has answered still stands in the queue of its own.
    while same_name and same_name[0] not in waiting:
        same_name.popleft()
    if same_name:
        found = same_name.popleft()
        del waiting[found]
        return found
    return waiting.popitem(last=False)[0] if waiting else ""
