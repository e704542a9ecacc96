"""Comma-separated values as spreadsheets save them, each cell with its place.

The standard library's reader tells no column, and a finding needs one. What is read is RFC 4180 and what spreadsheets
make of it: a byte order mark, `sep=;`, semicolons or tabs, any line end, and a quote mark in the middle of a cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

SEPARATORS = ",;\t"
_HINT = re.compile(r"\Asep=([,;\t])(?:\r\n|\r|\n|\Z)", re.IGNORECASE)
_LINE_END = re.compile(r"\r\n|\r|\n")
_FIRST_LINE = re.compile(r"[^\r\n]*")
GUARDED = "=+-@\t\r＝＋－＠"
"""What a spreadsheet takes for the beginning of a formula; some take the full-width signs too."""
GUARD = "'"


@dataclass(frozen=True)
class Cell:
    """One cell: its text, and the line and column in which it begins, counted from 1."""

    text: str
    line: int
    column: int


def read_rows(text: str) -> list[list[Cell]]:
    """The rows of a text without its byte order mark; empty lines are none."""
    told = _HINT.match(text)
    separator = told[1] if told else _separator(text)
    rows = _rows(text, told.end() if told else 0, separator)
    return [row for row in rows if any(cell.text.strip() for cell in row)]


def write_rows(rows: Sequence[Sequence[str]]) -> str:
    """The rows with commas, quoted where they must be, each ended by a line feed; no cell is taken for a formula."""
    return "".join(",".join(map(_quoted, map(guard, row))) + "\n" for row in rows)


def guard(text: str) -> str:
    """`text` so that no spreadsheet takes it for a formula: with a quote mark before it, where it begins like one."""
    return GUARD + text if text.lstrip(f" {GUARD}").startswith(tuple(GUARDED)) else text


def unguard(text: str) -> str:
    """The text of a cell without the mark that keeps it from being a formula."""
    return text[1:] if text.startswith(GUARD) and guard(text[1:]) == text else text


def _quoted(text: str) -> str:
    if any(character in text for character in '",;\t\r\n') or text != text.strip():
        return '"' + text.replace('"', '""') + '"'
    return text


def _separator(text: str) -> str:
    """The separator that stands most often in the first line."""
    first = _FIRST_LINE.match(text)
    line = first[0] if first else ""
    return max(SEPARATORS, key=lambda each: (line.count(each), -SEPARATORS.index(each)))


def _rows(text: str, start: int, separator: str) -> Iterator[list[Cell]]:
    plain = re.compile(f"[^{separator}\r\n]*")
    at, line, line_start = start, 1 + (1 if start else 0), start
    row: list[Cell] = []
    while at < len(text) or row:
        begin, first_line, column = at, line, at - line_start + 1
        if text.startswith('"', at):
            value, at = _quoted_value(text, at)
            for end in _LINE_END.finditer(text, begin, at):
                line, line_start = line + 1, end.end()
            rest = plain.match(text, at)
            value, at = (value + rest[0], rest.end()) if rest else (value, at)
        else:
            found = plain.match(text, at)
            value, at = (found[0], found.end()) if found else ("", at)
        row.append(Cell(value, first_line, column))
        if text.startswith(separator, at):
            at += 1
            continue
        yield row
        row = []
        if ended := _LINE_END.match(text, at):
            at, line, line_start = ended.end(), line + 1, ended.end()


def _quoted_value(text: str, at: int) -> tuple[str, int]:
    """The text within quote marks, and the place after them; what is never closed reaches to the end."""
    parts: list[str] = []
    at += 1
    while True:
        end = text.find('"', at)
        if end < 0:
            return "".join([*parts, text[at:]]), len(text)
        parts.append(text[at:end])
        if not text.startswith('"', end + 1):
            return "".join(parts), end + 1
        parts.append('"')
        at = end + 2
