"""The shipped gate table, and the settings' changes to it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from afterword.model.choices import Kind
from afterword.model.gates import COLUMNS, CONDITIONS, STEPS, Gates, Step
from afterword.model.report import GateColumn
from afterword.model.source import Source
from afterword.read.data_file import plain_value
from afterword.read.field_names import field_names
from afterword.read.nodes import read_nodes


class GateError(ValueError):
    """The settings change the gate table in a way that means nothing; the text says what and the cure."""


@cache
def _shipped() -> Mapping[str, Mapping[str, Any]]:
    text = resources.files("afterword.model").joinpath("data", "gates.yml").read_text(encoding="utf-8")
    root = read_nodes(Source("gates.yml", text), 0, len(text), max_depth=6)
    table: Mapping[str, Mapping[str, Any]] = plain_value(root) if root else {}
    return table


def read_gates(changes: Mapping[str, Mapping[str, Any]]) -> Gates:
    """The gate table with the settings' changes.

    Raises:
        GateError: where a column, a step or a requirement is not known.
    """
    cells: dict[tuple[GateColumn, Step], tuple[str, ...]] = {}
    headings: dict[tuple[GateColumn, Kind | None], tuple[str, ...]] = {}
    for name in changes:
        if name not in COLUMNS:
            raise GateError(f"`gates.{name}` is no column; the columns are {', '.join(COLUMNS)}")
    for column in COLUMNS:
        shipped, changed = _shipped()[column], changes.get(column, {})
        for row in changed:
            if row not in (*STEPS, "headings"):
                raise GateError(f"`gates.{column}.{row}` is no row; the rows are {', '.join(STEPS)} and headings")
        for step in STEPS:
            cells[column, step] = _changed(shipped[step], changed.get(step), f"gates.{column}.{step}")
            for need in cells[column, step]:
                _refuse_unknown(need, f"gates.{column}.{step}")
        headings[column, None] = _changed(shipped["headings"], changed.get("headings"), f"gates.{column}.headings")
        if "headings-near-miss" in shipped and "headings" not in changed:
            headings[column, "near_miss"] = tuple(shipped["headings-near-miss"])
    return Gates(cells, headings)


def _changed(shipped: Any, change: Any, name: str) -> tuple[str, ...]:  # noqa: ANN401 - typed by people
    if change is None:
        return tuple(shipped)
    if isinstance(change, list | tuple):
        return tuple(str(each) for each in change)
    if not isinstance(change, Mapping) or not set(change) <= {"add", "remove"}:
        raise GateError(f"`{name}` takes a list, or a map of `add` and `remove`")
    for key, listed in change.items():
        if not isinstance(listed, list | tuple | None):
            raise GateError(f"`{name}.{key}` takes a list")
    removed = [str(each) for each in change.get("remove") or ()]
    for each in removed:
        if each not in shipped:
            raise GateError(f"`{name}.remove` names `{each}`, which that cell does not hold")
    added = [str(each) for each in change.get("add") or () if str(each) not in shipped]
    return (*(each for each in shipped if each not in removed), *added)


def _refuse_unknown(need: str, name: str) -> None:
    *above, last = need.split(".")
    if need not in CONDITIONS and last not in field_names(tuple(above)):
        raise GateError(f"`{name}` names `{need}`, which is neither a field nor a condition of the gate table")
