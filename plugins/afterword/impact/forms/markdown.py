"""An impact as Markdown for the page of a job: at most 1 MiB, and nothing that a report says becomes markup."""

from __future__ import annotations

from collections.abc import Iterator

from afterword.impact.forms.escape import code, escape
from afterword.impact.forms.pieces import Code, Line, Piece, Section, Table, Title
from afterword.impact.forms.sheet import write_sheet
from afterword.impact.view import Impact

CAP = 1024 * 1024
"""Bytes that GitHub takes from one step."""
_ROOM = 4096
"""Bytes for what the step writes beside it."""
_NOTICE = "\n*The page of a job holds no more than this; `afterword impact --base REF` shows the rest.*\n"


def render_markdown(impact: Impact, cap: int = CAP) -> str:
    """The whole, cut at the end of a line where it is too large, with a notice."""
    left = cap - _ROOM - len(_NOTICE)
    kept: list[str] = []
    for line in _lines(impact):
        left -= len(line.encode("utf-8", "replace")) + 1
        if left < 0:
            kept.append(_NOTICE)
            break
        kept.append(line)
    return "\n".join(kept).rstrip("\n").encode("utf-8", "replace").decode() + "\n"


def _lines(impact: Impact) -> Iterator[str]:
    sheet = write_sheet(impact)
    yield f"## {sheet.title}"
    for line in sheet.head:
        yield ""
        yield _text(line)
    for section in sheet.sections:
        yield ""
        yield from _section(section)


def _section(section: Section) -> Iterator[str]:
    yield f"### {section.title}"
    yield ""
    if section.intro is not None:
        yield _text(section.intro)
        yield ""
    if section.table is not None:
        yield from _table(section.table)
        yield ""
    for line in section.lines:
        yield f"{'  ' * line.depth}- {_text(line)}"


def _table(table: Table) -> Iterator[str]:
    yield f"| {' | '.join(table.head)} |"
    yield f"| --- |{' ---: |' * (len(table.head) - 1)}"
    for row in table.rows:
        yield f"| {' | '.join(row)} |"


def _text(line: Line) -> str:
    return "".join(_piece(piece) for piece in line.pieces)


def _piece(piece: Piece) -> str:
    if isinstance(piece, str):
        return piece
    if isinstance(piece, Code):
        return code(piece.text)
    return f"<em>{escape(piece.text)}</em>" if isinstance(piece, Title) else escape(piece.text)
