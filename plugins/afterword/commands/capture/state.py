"""What captures tell of the state of a system, as the `snapshot` of a report, and what is left in the files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from afterword.commands.capture.manifest import Attribute
from afterword.commands.evidence.entry import scalar
from afterword.model.gen_ai import NEWER, OLDER, GenAiNames

_NAME = re.compile(r"gen_ai\.[A-Za-z0-9_.-]{1,110}\Z")
_VERSION = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3}){1,2}\Z")
_LONGEST = 200
_LONGEST_UNKNOWN = 60
_FEW_WORDS = 3
"""Of a name that nobody knows, a longer text may be anything, also what somebody wrote."""
_MOST = 10
_MOST_UNKNOWN = 30
"""Names that nobody knows which a draft takes over; a trace of another library can hold hundreds."""
_PARTS = ("model", "prompt", "retrieval")


@dataclass
class State:
    """The snapshot's parts as YAML values by name, and what was left out, each with its reason."""

    parts: dict[str, dict[str, str]] = field(default_factory=dict)
    tools: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def state_of(attributes: Sequence[Attribute], names: GenAiNames, is_clean: Callable[[str], bool]) -> State:
    """Sort the attributes into the parts of a snapshot.

    Args:
        attributes: those of all captures, each name once.
        names: the names that are known.
        is_clean: whether a text holds neither secrets nor personal data.
    """
    state = State()
    unknown = 0
    for each in attributes:
        known = names.find(each.name)
        unknown += known is None
        part = known.part if known else "model"
        count = len(each.values) + each.others
        # The values of a call are a fact of the report where there was one call alone.
        values = each.values[:_MOST] if part != "call" or count == 1 else []
        kept = [text for value in values if (text := _written(value, is_clean, is_known=known is not None))]
        is_free = known is not None or unknown <= _MOST_UNKNOWN
        if part in {"content", "metric", "event"} or each.content or not is_free or not _NAME.match(each.name):
            kept = []
        if part == "tools":
            kept = kept if each.name == "gen_ai.tool.name" else []
            state.tools += [f"{{name: {text}}}" for text in kept]
        elif kept:
            several = f"[{', '.join(kept)}]  # different values" if len(kept) > 1 else kept[0]
            state.parts.setdefault(part if part in _PARTS else "model", {})[each.name] = several
        if len(kept) < count:
            state.left.append(_left(each.name, count - len(kept), is_content=each.content))
    return state


def _left(name: str, count: int, *, is_content: bool) -> str:
    shown = name if _NAME.match(name) else "a name with other characters"
    told = f"{count:,} {'value' if count == 1 else 'values'}"
    return f"`{shown}` ({told}{', what people or models wrote' if is_content else ''})"


def _written(value: Any, is_clean: Callable[[str], bool], *, is_known: bool) -> str:  # noqa: ANN401 - any JSON value
    """The value as YAML within a list, or nothing where it is not to be repeated."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        text = repr(value)
        return text if re.fullmatch(r"-?[0-9]+\.[0-9]+", text) else f'"{text}"'
    if isinstance(value, list):
        if not value or len(value) > _MOST or any(isinstance(each, list | dict) for each in value):
            return ""
        parts = [_written(each, is_clean, is_known=is_known) for each in value]
        return f"[{', '.join(parts)}]" if all(parts) else ""
    if not isinstance(value, str):
        return ""
    limit = _LONGEST if is_known else _LONGEST_UNKNOWN
    is_short = len(value) <= limit and (is_known or len(value.split()) <= _FEW_WORDS)
    is_shown = value.strip() and is_short and value.isprintable() and is_clean(value)
    return scalar("", value) if is_shown else ""


def snapshot_lines(
    state: State,
    taken_at: str,
    schemas: Sequence[str],
    places: tuple[Mapping[str, Sequence[str]], Mapping[str, Sequence[str]]],
) -> Iterator[str]:
    """The keys of `snapshot`, indented by two; `places` are environment and flags, with texts that are clean."""
    yield f'  taken_at: "{taken_at}"'
    if state.parts or state.tools:
        yield f"  semconv: {semconv(state, schemas)}"
    for part in _PARTS:
        if values := state.parts.get(part):
            yield f"  {part}:"
            yield from (f"    {name}: {value}" for name, value in values.items())
    if state.tools:
        yield "  tools:"
        yield from (f"    - {each}" for each in state.tools)
    environment, flags = places
    if environment or flags:
        yield "  environment:"
        yield from (f"    {name}: {_one_text(values)}" for name, values in environment.items())
    if flags:
        yield "    flags:"
        yield from (f"      {scalar('', name)}: {_one_or_list(values)}" for name, values in flags.items())


def semconv(state: State, schemas: Sequence[str]) -> str:
    """The set of names: the version that the traces give, else the newest, unless a name stands there that it lost."""
    versions = [each for each in schemas if _VERSION.match(each)]
    if versions:
        return f"semantic-conventions {versions[0]}"
    older = {"gen_ai.workflow.name", "gen_ai.usage.cache_creation.input_tokens"}
    used = {name for values in state.parts.values() for name in values}
    return OLDER if used & older else NEWER


def _one_text(values: Sequence[str]) -> str:
    """One text for a field that takes one; of different values all are said."""
    return scalar("", " and ".join(values))


def _one_or_list(values: Sequence[str]) -> str:
    return f"[{', '.join(scalar('', each) for each in values)}]" if len(values) > 1 else scalar("", values[0])
