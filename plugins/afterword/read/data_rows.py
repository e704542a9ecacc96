"""A data file of the evidence, CSV or JSONL, to rows with places: so many rows, columns and bytes and no more."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from afterword.model.problem import Problem
from afterword.model.settings import Limits
from afterword.model.tree import DataProblem
from afterword.read.csv_cells import Cell, read_rows, unguard
from afterword.read.text import read_source

BYTES, ROWS, COLUMNS = 2_000_000, 50_000, 200
"""The most that a data file holds; a sample that shows the gap is far smaller."""
CSV, JSONL = (".csv", ".tsv"), (".jsonl", ".ndjson")


@dataclass(frozen=True)
class DataRows:
    """The rows of a table.

    Attributes:
        path: the file, as people see it.
        columns: their names, in the file's order.
        rows: by the name of a column the text of its cell; an empty or missing cell is not there.
    """

    path: str
    columns: tuple[str, ...]
    rows: tuple[Mapping[str, Cell], ...]

    def cells(self, column: str) -> Iterator[Cell | None]:
        """The cells of one column from top to bottom; None where a row has none."""
        return (row.get(column) for row in self.rows)


def read_data_rows(data: bytes, path: str) -> DataRows | DataProblem:
    """The table in a file's bytes, or the one problem that keeps it from being read."""
    if not path.lower().endswith((*CSV, *JSONL)):
        return DataProblem(path, 1, 1, "the file is neither CSV nor JSONL by its name", "name it `….csv` or `….jsonl`")
    source = read_source(data, path, Limits(file_bytes=BYTES))
    if isinstance(source, Problem):
        return DataProblem(path, source.span.line, source.span.column, source.message, _cure(source))
    is_csv = path.lower().endswith(CSV)
    found = _from_csv(source.text, path) if is_csv else _from_lines(source.text, path)
    if isinstance(found, DataRows) and len(found.columns) > COLUMNS:
        return _too_many(path, 1, f"{len(found.columns):,} columns", COLUMNS)
    return found


def text_of(value: object) -> str:
    """A value of JSON as the text of a cell: `true`, `0.5`, `3` for a whole number however it is written."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _cure(problem: Problem) -> str:
    return "save it in UTF-8" if problem.kind == "encoding" else "keep a sample of it that shows the gap"


def _too_many(path: str, line: int, what: str, most: int) -> DataProblem:
    return DataProblem(path, line, 1, f"the file holds {what}, more than the {most:,} allowed", "keep a sample of it")


def _from_csv(text: str, path: str) -> DataRows | DataProblem:
    rows = read_rows(text)
    if len(rows) < 2:
        return DataProblem(path, 1, 1, "the file holds no rows below a line of names", "add them")
    if len(rows) - 1 > ROWS:
        return _too_many(path, rows[ROWS + 1][0].line, f"{len(rows) - 1:,} rows", ROWS)
    head = [unguard(cell.text.strip()) for cell in rows[0]]
    for place, cell in enumerate(rows[0]):
        if head[place] and head[place] in head[:place]:
            return DataProblem(path, cell.line, cell.column, f"the column `{head[place]}` stands twice", "rename one")
    for row in rows[1:]:
        if len(row) > len(head):
            told = f"the row has {len(row)} cells, and the first line names {len(head)} columns"
            return DataProblem(
                path, row[len(head)].line, row[len(head)].column, told, "put a text with commas in quotes"
            )
    found = tuple(
        {
            name: Cell(unguard(cell.text.strip()), cell.line, cell.column)
            for name, cell in zip(head, row, strict=False)
            if name and cell.text.strip()
        }
        for row in rows[1:]
    )
    return DataRows(path, tuple(name for name in head if name), found)


def _from_lines(text: str, path: str) -> DataRows | DataProblem:
    columns: dict[str, None] = {}
    rows: list[Mapping[str, Cell]] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        if len(rows) == ROWS:
            return _too_many(path, number, f"more than {ROWS:,} rows", ROWS)
        try:
            entry = json.loads(line)
        except (ValueError, RecursionError) as error:
            column = error.colno if isinstance(error, json.JSONDecodeError) else 1
            return DataProblem(path, number, column, "the line is not JSON", "write one object in each line")
        if not isinstance(entry, dict):
            return DataProblem(path, number, 1, "the line is not an object", 'write it as `{"column": value, …}`')
        columns.update(dict.fromkeys(entry))
        if len(columns) > COLUMNS:
            return _too_many(path, number, f"more than {COLUMNS:,} columns", COLUMNS)
        values = {name: text_of(value) for name, value in entry.items() if value is not None}
        rows.append({name: Cell(value, number, 1) for name, value in values.items() if value})
    if not rows:
        return DataProblem(path, 1, 1, "the file holds no rows", "add them, one object in each line")
    return DataRows(path, tuple(columns), tuple(rows))
