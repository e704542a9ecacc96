"""Bytes to text: strict UTF-8, a BOM taken off, line ends left as they are."""

from __future__ import annotations

from afterword.model.problem import Problem
from afterword.model.settings import Limits
from afterword.model.source import Source
from afterword.model.span import START, Span

_BOM = b"\xef\xbb\xbf"


def read_source(data: bytes, path: str, limits: Limits) -> Source | Problem:
    """The file's text, or the one problem that keeps it from being read."""
    if len(data) > limits.file_bytes:
        return Problem(
            "over-limit",
            START,
            f"the file holds {len(data):,} bytes, more than the {limits.file_bytes:,} allowed",
            "move long texts and data into evidence files",
        )
    if len(data) >= 4 and data[:4].count(0) == 2:
        return _utf16()  # without a mark, every other byte of ASCII letters is zero
    bom = data.startswith(_BOM)
    content = data[len(_BOM) :] if bom else data
    try:
        return Source(path, content.decode("utf-8"), bom)
    except UnicodeDecodeError as error:
        return _not_utf8(content, error.start)


def _utf16() -> Problem:
    return Problem("encoding", START, "the file is UTF-16, not UTF-8", "save it as UTF-8")


def _not_utf8(content: bytes, at: int) -> Problem:
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return _utf16()
    before = content[:at].decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    span = Span(line, column, line, column + 1)
    return Problem("encoding", span, f"byte 0x{content[at]:02X} is not UTF-8", "save the file as UTF-8", "")
