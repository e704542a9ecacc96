"""The rows of a file to readings: by group, in the order of time, one for each time."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import tzinfo
from fractions import Fraction

from afterword.model.replay import Replay
from afterword.model.tree import DataProblem
from afterword.read.csv_cells import Cell
from afterword.read.data_rows import DataRows
from afterword.replay.periods import Period, TimeTrouble, read_periods, time_column
from afterword.replay.trouble import Trouble
from afterword.replay.values import ValueTrouble, read_value

_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Reading:
    """One value and the time that it tells of; without a value a row that says that there was none."""

    period: Period
    value: Fraction | None


@dataclass(frozen=True)
class Series:
    """The readings by group, sorted by name and time; without a column to split by, one group without a name."""

    groups: Mapping[str, tuple[Reading, ...]]

    @property
    def periods(self) -> list[Period]:
        """All times at which some group has a value, in order."""
        found = {each.period for group in self.groups.values() for each in group if each.value is not None}
        return sorted(found, key=lambda each: each.end)


def read_series(replay: Replay, rows: DataRows, zone: tzinfo) -> Series | Trouble:
    """The series that a replay names, or why there is none. The order of the rows does not matter.

    Args:
        replay: which has its `column`.
        rows: the table.
        zone: the zone of times without an offset.
    """
    for key, name in (("column", replay.column), ("by", replay.by)):
        if name is not None and name not in rows.columns:
            return Trouble("column", f"the file has no column `{name}`", _listed(name, rows), key)
    taken = [name for name in (replay.column, replay.by) if name is not None]
    times = time_column(rows, taken)
    if times is None:
        told = "the file has no column of times"
        return Trouble("column", told, "call the column of days or times `date`, `time` or `timestamp`", "evidence")
    lines = [
        (row.get(times), row.get(replay.column or ""), row.get(replay.by) if replay.by else None)
        for row in rows.rows
        if replay.by is None or replay.by in row
    ]
    try:
        periods = read_periods([when for when, _, _ in lines if when is not None], zone)
    except TimeTrouble as error:
        return _in_file(rows, error.cell, str(error), error.hint)
    found: dict[tuple[str, Period], Fraction | None] = {}
    values: dict[str, Fraction | None] = {}
    for when, cell, group in lines:
        if cell is not None and cell.text not in values:
            try:
                values[cell.text] = read_value(cell.text)
            except ValueTrouble as error:
                return _in_file(rows, cell, str(error), error.hint)
        value = values[cell.text] if cell is not None else None
        if when is None:
            if cell is not None and value is not None:
                return _in_file(rows, cell, "the row has a value and no time", "write the time, or take the row out")
            continue
        place = (group.text if group else "", periods[when.text])
        known = found.get(place)
        if known is not None and value is not None and known != value:
            return _twice(rows, when, replay)
        found[place] = known if value is None else value
    return _in_order(found)


def _in_order(found: Mapping[tuple[str, Period], Fraction | None]) -> Series | Trouble:
    groups: dict[str, list[Reading]] = {}
    for (group, period), value in sorted(found.items(), key=lambda each: (each[0][0], each[0][1].end)):
        groups.setdefault(group, []).append(Reading(period, value))
    if all(value is None for value in found.values()):
        return Trouble("series", "the column holds no value", "name the column that does", "column")
    return Series({name: tuple(readings) for name, readings in groups.items()})


def _twice(rows: DataRows, when: Cell, replay: Replay) -> Trouble:
    if replay.by is None:
        hint = "name in `by` the column that tells the rows apart"
        return _in_file(rows, when, "the time stands twice, with values that differ", hint)
    hint = "keep one row for each time and group, or name in `by` the column that tells them apart"
    return _in_file(rows, when, f"the time stands twice for one `{replay.by}`, with values that differ", hint)


def _in_file(rows: DataRows, cell: Cell, message: str, hint: str) -> Trouble:
    problem = DataProblem(rows.path, cell.line, cell.column, message, hint)
    return Trouble("file", f"in line {cell.line} of the file {message}", hint, problem=problem)


def _listed(name: str, rows: DataRows) -> str:
    known = [each for each in rows.columns if len(each) <= _LONGEST_NAME]
    if close := difflib.get_close_matches(name[:_LONGEST_NAME], known, n=1, cutoff=0.6):
        return f"did you mean `{close[0]}`?"
    return (
        f"write one of {', '.join(f'`{each}`' for each in known[:8])}"
        if known
        else "name the columns in the first line"
    )
