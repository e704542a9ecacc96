"""Whether a table is a series of measurements: a time that stands once in each row, and nothing but numbers beside."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC

from afterword.model.dates import DateError, parse_moment
from afterword.read.csv_cells import Cell, read_rows
from afterword.replay.periods import NAMES
from afterword.replay.values import ValueTrouble, read_value

_MOST = 65_536
_TIMES = frozenset().union(*NAMES)


def is_series(content: bytes) -> bool:
    """Whether the beginning of a CSV file has a column of times by its name, and numbers in every other one.

    Rows that share a time, and a column called `id` or `…_id`, tell of single cases or people, and are no series.
    """
    # What is longer is cut off with its line.
    beginning = content if len(content) < _MOST else content[:_MOST].rpartition(b"\n")[0]
    try:
        rows = read_rows(beginning.decode("utf-8-sig"))
    except ValueError:
        return False
    if len(rows) < 2:
        return False
    names = [cell.text.strip().lower() for cell in rows[0]]
    times = [place for place, name in enumerate(names) if name in _TIMES]
    if len(times) != 1 or len(names) < 2 or any(name == "id" or name.endswith("_id") for name in names):
        return False
    return _is_measured(rows[1:], times[0], len(names))


def _is_measured(rows: Sequence[Sequence[Cell]], time: int, width: int) -> bool:
    seen = set()
    found = False
    for row in rows:
        if len(row) > width or len(row) <= time or row[time].text in seen:
            return False
        seen.add(row[time].text)
        try:
            parse_moment(row[time].text, UTC)
            values = [read_value(cell.text) for place, cell in enumerate(row) if place != time]
        except (DateError, ValueTrouble):
            return False
        found = found or any(value is not None for value in values)
    return found
