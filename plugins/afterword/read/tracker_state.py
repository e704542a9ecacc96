"""Tracker state as a machine wrote it."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

from pydantic import ValidationError

from afterword.model.tracker_state import TrackerItem, TrackerState
from afterword.model.tree import DataProblem
from afterword.read.files import read_bytes


def read_tracker_state(path: Path, shown: str) -> tuple[TrackerState | None, tuple[DataProblem, ...]]:
    """The state, and the problems with single items; an unreadable file is no state and one problem."""
    if not path.exists():
        return None, ()
    data = read_bytes(path)
    if isinstance(data, str):
        return None, (DataProblem(shown, 1, 1, f"the file cannot be read: {data}"),)
    hint = "write it again with `afterword trackers pull`, or take it out"
    try:
        content = json.loads(data)
        generated_at = datetime.fromisoformat(content["generated_at"])
        listed = content["items"]
        if not isinstance(listed, list):
            raise TypeError
    except json.JSONDecodeError as error:
        return None, (DataProblem(shown, error.lineno, error.colno, "the file is no valid JSON", hint),)
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
