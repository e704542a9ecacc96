"""Tracker state as a machine wrote it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from afterword.model.tracker_state import TrackerItem, TrackerState
from afterword.model.tree import DataProblem
from afterword.read.state_file import StateForm, one_line_each, read_state_file

NAME = "trackers.json"
SCHEMA = "tracker-state/1"


def read_tracker_state(path: Path, shown: str) -> tuple[TrackerState | None, tuple[DataProblem, ...]]:
    """The state, and the problems with single items; an unreadable file is no state and one problem."""
    found, problems = read_state_file(path, shown, _FORM)
    return (TrackerState(*found) if found else None), problems


def write_tracker_state(state: TrackerState) -> str:
    """The file's text: one item on a line, sorted by address, without what is not known."""
    inner = one_line_each(sorted(state.items, key=lambda each: each.url), "    ")
    listed = f"{inner}  " if inner else ""
    moment = state.generated_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return f'{{\n  "schema": "{SCHEMA}",\n  "generated_at": "{moment}",\n  "items": [{listed}]\n}}\n'


def _generated_at(content: Any) -> datetime:  # noqa: ANN401 - any JSON
    at = datetime.fromisoformat(content["generated_at"])
    return at if at.tzinfo else at.replace(tzinfo=UTC)


_FORM = StateForm(
    key="items",
    noun="item",
    entry=TrackerItem,
    head=_generated_at,
    none="the file is not tracker state",
    cure="write it again with `afterword trackers pull`, or take it out",
)
