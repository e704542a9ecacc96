"""An impact as text for a terminal: every invisible character of what people typed is shown by its number."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from afterword.findings.visible import visible
from afterword.impact.forms.pieces import Code, Line, Piece, Section, Table, Title
from afterword.impact.forms.sheet import write_sheet
from afterword.impact.view import Impact


def render_text(impact: Impact) -> Iterator[Text]:
    """The lines, with styles for those terminals that show them."""
    sheet = write_sheet(impact)
    yield Text(sheet.title, style="bold")
    for line in sheet.head:
        yield _line(line, "")
    for section in sheet.sections:
        yield Text()
        yield from _section(section)


def _section(section: Section) -> Iterator[Text]:
    yield Text(section.title, style="bold")
    if section.intro is not None:
        yield _line(section.intro, "  ")
    if section.table is not None:
        yield from _table(section.table)
    for line in section.lines:
        yield _line(line, "    - " if line.depth else "  - ")


def _table(table: Table) -> Iterator[Text]:
    rows = (table.head, *table.rows)
    widths = [max(len(row[place]) for row in rows) for place in range(len(table.head))]
    for row in rows:
        cells = (
            cell.rjust(width) if place else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield Text("  " + "  ".join(cells))


def _line(line: Line, mark: str) -> Text:
    text = Text(mark)
    for piece in line.pieces:
        text.append(_plain(piece), style="cyan" if isinstance(piece, Code) else None)
    return text


def _plain(piece: Piece) -> str:
    if isinstance(piece, str):
        return piece
    shown = visible(piece.text)
    return f"“{shown}”" if isinstance(piece, Title) else shown
