"""A table of comma-separated values with a head: its rows by column, and what is wrong with it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from afterword.model.problem import Problem
from afterword.model.settings import Limits
from afterword.model.tree import DataProblem
from afterword.read.csv_cells import Cell, read_rows, unguard
from afterword.read.text import read_source

_SAVE = "save it as CSV in UTF-8, which spreadsheets offer by that name"


@dataclass(frozen=True)
class Row:
    """One row: where it begins, and its cells by the name of their column; an empty cell has no text."""

    line: int
    cells: Mapping[str, Cell]

    def text(self, column: str) -> str:
        """The cell's text without blanks around it and without a guard; empty where there is none."""
        cell = self.cells.get(column)
        return unguard(cell.text.strip()).strip() if cell else ""

    def problem(self, shown: str, column: str, message: str, hint: str = "") -> DataProblem:
        """A problem with one cell, or with the row where it lacks that cell."""
        cell = self.cells.get(column)
        place = (cell.line, cell.column) if cell else (self.line, 1)
        return DataProblem(shown, *place, message, hint)


@dataclass(frozen=True)
class Table:
    """The rows below the head, the columns that the head names, and what is wrong."""

    rows: tuple[Row, ...] = ()
    columns: frozenset[str] = frozenset()
    problems: tuple[DataProblem, ...] = ()


def read_table(data: bytes, shown: str, needed: Sequence[str], known: Iterable[str] = ()) -> Table:
    """The table in a file's bytes.

    Args:
        data: the file's bytes.
        shown: the file's path as people see it.
        needed: the columns without which nothing can be read.
        known: further columns that mean something, so that a misspelt one is told.
    """
    source = read_source(data, shown, Limits(file_bytes=50_000_000))
    if isinstance(source, Problem):
        hint = _SAVE if source.kind == "encoding" else source.hint
        return Table(problems=(DataProblem(shown, source.span.line, source.span.column, source.message, hint),))
    rows = read_rows(source.text)
    if not rows:
        return Table(columns=frozenset(needed))
    head = [cell.text.strip().lower() for cell in rows[0]]
    problems = [*_missing(head, rows[0], shown, needed, known), *_repeated(head, rows[0], shown, [*needed, *known])]
    if problems:
        return Table(problems=tuple(problems))
    found = tuple(
        Row(row[0].line, {name: cell for name, cell in zip(head, row, strict=False) if cell.text.strip()})
        for row in rows[1:]
    )
    return Table(found, frozenset(head))


def _missing(
    head: Sequence[str], cells: Sequence[Cell], shown: str, needed: Sequence[str], known: Iterable[str]
) -> Iterable[DataProblem]:
    """Columns that are needed, or meant under another spelling."""
    for name in [*needed, *known]:
        if name in head:
            continue
        close = difflib.get_close_matches(name, head, n=1, cutoff=0.75)
        if close:
            cell = cells[head.index(close[0])]
            yield DataProblem(shown, cell.line, cell.column, f"no column is called `{close[0]}`", f"write `{name}`")
        elif name in needed:
            told = ", ".join(f"`{each}`" for each in needed)
            yield DataProblem(
                shown, cells[0].line, 1, f"the column `{name}` is missing", f"the first line names {told}"
            )


def _repeated(head: Sequence[str], cells: Sequence[Cell], shown: str, known: Sequence[str]) -> Iterable[DataProblem]:
    for place, name in enumerate(head):
        if name in known and name in head[:place]:
            cell = cells[place]
            yield DataProblem(shown, cell.line, cell.column, f"the column `{name}` stands twice", "keep one of them")
