"""Names of files of unknown origin: as they are shown, and as they are stored."""

from __future__ import annotations

import os
import re
from pathlib import PurePath

from afterword.commands.evidence.scanned import finds_in_name
from afterword.findings.visible import visible
from afterword.model.settings import Settings

_OTHER = re.compile(r"[^A-Za-z0-9._-]+")
_STEM, _ENDING = 60, 16
_SHOWN = 200


def told_name(path: str) -> str:
    """The name as people see it, on one line: bytes that are no text by number, and control characters, too."""
    text = os.fsencode(path).decode("utf-8", "backslashreplace")
    clean = visible(text)
    return clean if len(clean) <= _SHOWN else f"{clean[:100]}…{clean[-80:]}"


def stored_name(number: int, path: str) -> str:
    """A name in plain ASCII that is unlike any other by its number, such as `03-chat-log.json`."""
    name = PurePath(path).name
    # What is private in a name would be hard to know again with a number before it.
    if _has_find(name):
        ending = PurePath(name).suffix
        name = "file" if _has_find(ending) else f"file{ending}"
    stem, dot, ending = name.rpartition(".")
    if not stem:
        stem, dot, ending = name, "", ""
    clean = _OTHER.sub("-", stem).strip("-._")[:_STEM].rstrip("-._") or "file"
    tail = _OTHER.sub("", ending)[:_ENDING].lower()
    return f"{number:02}-{clean}{dot if tail else ''}{tail}"


def _has_find(name: str) -> bool:
    return next(finds_in_name(name, Settings()), None) is not None
