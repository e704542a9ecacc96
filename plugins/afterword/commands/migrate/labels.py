"""Retired factors in `_labels.csv`."""

from __future__ import annotations

from pathlib import Path

from afterword.commands.migrate.planned import Asked, Changed, Planned, plan_text, unread
from afterword.model.problem import Problem
from afterword.model.settings import Limits
from afterword.model.source import Source
from afterword.model.vocabulary import Vocabulary
from afterword.read.csv_cells import Cell, read_rows, unguard
from afterword.read.files import read_bytes
from afterword.read.text import read_source


def plan_labels(file: Path, shown: str, vocabulary: Vocabulary) -> Planned | None:
    """The file with what took the place of each retired factor; None where there is no such file."""
    if not file.exists() and not file.is_symlink():
        return None
    data = read_bytes(file)
    if isinstance(data, str):
        return unread(file, shown, 1, f"the file cannot be read: {data}")
    source = read_source(data, shown, Limits(file_bytes=50_000_000))
    if isinstance(source, Problem):
        return unread(file, shown, source.span.line, source.message)
    rows = read_rows(source.text)
    head = [cell.text.strip().lower() for cell in rows[0]] if rows else []
    if "report" not in head or "factor" not in head:
        # What is wrong with the head, `check` tells.
        return plan_text(file, source, source.text, (), ())
    return _plan(file, source, rows[1:], head.index("report"), head.index("factor"), vocabulary)


def _plan(
    file: Path, source: Source, rows: list[list[Cell]], report: int, factor: int, vocabulary: Vocabulary
) -> Planned:
    rows = [row for row in rows if len(row) > max(report, factor)]
    taken = {(_typed(row[report]), _typed(row[factor])) for row in rows}
    text, changed, asked = source.text, list[Changed](), list[Asked]()
    # From the end, so that the places of those before stay what they were.
    for row in reversed(rows):
        cell, old = row[factor], _typed(row[factor])
        term = vocabulary.retired_factors.get(old)
        if term is None:
            continue
        message, cure = term.words
        at = _place(source, cell, old)
        pair = (_typed(row[report]), term.now[0] if term.now else "")
        if len(term.now) != 1:
            asked.append(Asked(cell.line, f"`{old}` {message}: {cure}"))
        elif pair in taken:
            asked.append(Asked(cell.line, f"`{old}` {message}, which the report has already: take this line out"))
        elif at is None:
            asked.append(Asked(cell.line, f"`{old}` {message}: write it by hand"))
        else:
            taken.add(pair)
            text = text[:at] + pair[1] + text[at + len(old) :]
            changed.append(Changed(cell.line, old, pair[1]))
    return plan_text(file, source, text, changed, asked)


def _typed(cell: Cell) -> str:
    return unguard(cell.text.strip()).strip()


def _place(source: Source, cell: Cell, old: str) -> int | None:
    """Where the cell's text begins, behind nothing but blanks, a quote mark and a guard."""
    start = source.offset(cell.line, cell.column)
    at = source.text.find(old, start, start + len(old) + len(cell.text) + 2)
    return at if at >= 0 and not source.text[start:at].strip(" \t\"'") else None
