"""The times of a series: each is the stretch of time that a reading tells of.

A day (`2026-03-02`), a month or a year tells of all of it, and its value is known when it is over. A time of day is the
moment at which the value was known; between two of them the value counts as what it was at the first, as it does for
alerting rules. Times that all stand at midnight are days, since databases write a day so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from afterword.model.dates import DateError, Moment, parse_moment
from afterword.read.csv_cells import Cell
from afterword.read.data_rows import DataRows

NAMES = (
    frozenset({"at", "date", "datetime", "day", "time", "timestamp", "ts"}),
    frozenset({"month"}),
    frozenset({"year"}),
)
"""Names of a column that holds times, in any case of letters; the finest that there is counts."""
_MIDNIGHT = re.compile(r".*[Tt ]00:00(?::00(?:\.0+)?)?(?:[Zz]|[+-].*)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Period:
    """What a reading tells of: from `start` to `end`, in UTC; at `end` its value is known.

    For a time of day both are the same. For whole days `first` is the first of them and `after` the day after the last:
    days are counted by the calendar, also where clocks change.
    """

    start: datetime
    end: datetime
    first: date | None = None
    after: date | None = None

    def length_to(self, other: Period) -> timedelta:
        """How long it is from the beginning of this one until the value of the other is known."""
        if self.first is None or other.after is None:
            return other.end - self.start
        return other.after - self.first


class TimeTrouble(ValueError):
    """A column of times that cannot be taken as one; `cell` is where, `hint` the cure."""

    def __init__(self, cell: Cell, message: str, hint: str) -> None:
        super().__init__(message)
        self.cell, self.hint = cell, hint


def time_column(rows: DataRows, but: Iterable[str]) -> str | None:
    """The column that holds the times, None where there is none.

    The leftmost one whose name says so, of several one that can be read; without such a name the leftmost one each cell
    of which is a day or a time of day.

    Args:
        rows: the table.
        but: columns that hold something else.
    """
    taken = set(but)
    left = [name for name in rows.columns if name not in taken]
    for names in NAMES:
        named = [name for name in left if name.strip().lower() in names]
        if len(named) > 1:
            return next((name for name in named if _holds_times(rows, name)), named[0])
        if named:
            return named[0]
    return next((name for name in left if _holds_times(rows, name)), None)


def read_periods(cells: Sequence[Cell], zone: tzinfo) -> dict[str, Period]:
    """The period of each text among the cells; raises TimeTrouble where one is no time, or of another kind than others.

    Without an offset `zone` applies, as it does in reports.
    """
    first: dict[str, Cell] = {}
    for cell in cells:
        first.setdefault(cell.text, cell)
    moments = {text: _moment(cell, zone) for text, cell in first.items()}
    timed = [text for text, each in moments.items() if each.precision == "minute"]
    days = all(_MIDNIGHT.fullmatch(text) for text in timed)
    found: dict[str, Period] = {}
    kinds: set[str] = set()
    for text, moment in moments.items():
        is_day = moment.precision == "day" or (days and moment.precision == "minute")
        kinds.add("day" if is_day else moment.precision)
        if len(kinds) > 1:
            told = "some times of the series are days and some times of day, or months"
            raise TimeTrouble(first[text], told, "write all of them alike")
        found[text] = _whole_day(moment) if is_day and moment.precision == "minute" else _period(moment)
    return found


def _moment(cell: Cell, zone: tzinfo) -> Moment:
    try:
        return parse_moment(cell.text, zone)
    except DateError:
        # The message of the error repeats the cell, and evidence is shown to fewer people than a finding is.
        told = "the time cannot be read"
        raise TimeTrouble(cell, told, "write it as `2026-03-02` or `2026-03-02T14:00:00Z`") from None


def _period(moment: Moment) -> Period:
    if moment.precision == "minute":
        return Period(moment.earliest, moment.latest)
    last = (moment.latest - timedelta(seconds=1)).astimezone(moment.local.tzinfo).date()
    return Period(moment.earliest, moment.latest, moment.local.date(), last + timedelta(days=1))


def _whole_day(moment: Moment) -> Period:
    """The day that begins at a midnight, in the offset or zone in which it is written."""
    day = moment.local.date()
    after = day + timedelta(days=1)
    end = datetime.combine(after, time(tzinfo=moment.local.tzinfo)).astimezone(UTC)
    return Period(moment.earliest, end, day, after)


def _holds_times(rows: DataRows, column: str) -> bool:
    texts = {cell.text for cell in rows.cells(column) if cell is not None}
    return bool(texts) and all(_is_time(text) for text in texts)


def _is_time(text: str) -> bool:
    """Whether it is a day or a time; a count such as `1437` reads as a year, and is none here."""
    try:
        return parse_moment(text, UTC).precision in {"minute", "day"}
    except DateError:
        return False
