"""Tracker state as a machine wrote it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from pydantic import ValidationError

from afterword.model.tracker_state import TrackerItem, TrackerState
from afterword.model.tree import DataProblem
from afterword.read.files import read_bytes

NAME = "trackers.json"
SCHEMA = "tracker-state/1"
_MOST = 20_000_000
"""Bytes; a hundred thousand work items need fewer."""


def read_tracker_state(path: Path, shown: str) -> tuple[TrackerState | None, tuple[DataProblem, ...]]:
    """The state, and the problems with single items; an unreadable file is no state and one problem."""
    if not path.exists():
        return None, ()
    data = read_bytes(path)
    if isinstance(data, str):
        return None, (DataProblem(shown, 1, 1, f"the file cannot be read: {data}"),)
    if len(data) > _MOST:
        return None, (DataProblem(shown, 1, 1, "the file is too large to be tracker state"),)
    hint = "write it again with `afterword trackers pull`, or take it out"
    try:
        content = json.loads(data)
        generated_at = datetime.fromisoformat(content["generated_at"])
        generated_at = generated_at if generated_at.tzinfo else generated_at.replace(tzinfo=UTC)
        listed = content["items"]
        if not isinstance(listed, list):
            raise TypeError
    except json.JSONDecodeError as error:
        told = "git has left marks of a conflict in the file" if b"<<<<<<<" in data else "the file is no valid JSON"
        return None, (DataProblem(shown, error.lineno, error.colno, told, hint),)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None, (DataProblem(shown, 1, 1, "the file is not tracker state", hint),)
    items: list[TrackerItem] = []
    problems: list[DataProblem] = []
    for place, raw in enumerate(listed, 1):
        try:
            items.append(TrackerItem.model_validate(raw))
        except ValidationError as invalid:
            detail = invalid.errors(include_url=False, include_input=False)[0]
            field = ".".join(str(part) for part in detail["loc"]) or "item"
            problems.append(DataProblem(shown, 1, 1, f"item {place}: `{field}` cannot be read", hint))
    return TrackerState(generated_at, tuple(items)), tuple(problems)


def write_tracker_state(state: TrackerState) -> str:
    """The file's text: one item on a line, sorted by address, without what is not known."""
    items = [
        json.dumps(each.model_dump(mode="json", exclude_none=True), ensure_ascii=False)
        for each in sorted(state.items, key=lambda each: each.url)
    ]
    body = ",\n".join(f"    {item}" for item in items)
    inner = f"\n{body}\n  " if items else ""
    moment = state.generated_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return f'{{\n  "schema": "{SCHEMA}",\n  "generated_at": "{moment}",\n  "items": [{inner}]\n}}\n'
