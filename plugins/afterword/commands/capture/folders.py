"""The files in a folder that was named: a bounded walk in which no link is followed."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator

from afterword.commands.capture.manifest import BEGUN, Missed
from afterword.commands.capture.names import told_name

DEEPEST = 8
MOST_SEEN = 20_000
"""Entries of one folder that are looked at; whoever names `/` by a slip does not wait for all of it."""


def expand(path: str, missed: list[Missed]) -> Iterator[tuple[str, bool]]:
    """The file itself with True, or every file in a folder with False, sorted; what is left out is told as missed."""
    try:
        is_folder = os.path.isdir(path)  # noqa: PTH112 - the name may be no text
    except ValueError:
        is_folder = False
    if not is_folder:
        yield path, True
        return
    for count, each in enumerate(_below(path, missed, 1)):
        if count >= MOST_SEEN:
            why = f"more than {MOST_SEEN:,} entries; the others were not looked at, so name a smaller folder"
            missed.append(Missed(name=told_name(path), why=why))
            return
        if each is not None:
            yield each, False


def _below(folder: str, missed: list[Missed], depth: int) -> Iterator[str | None]:
    """The files below `folder`, and None for each entry that is no file, so that all are counted."""
    yield None
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - the names may be no text
    except OSError as error:
        missed.append(Missed(name=told_name(folder), why=(error.strerror or "it cannot be opened").lower()))
        return
    if not names:
        missed.append(Missed(name=told_name(folder), why="the folder is empty"))
    for name in names:
        path = os.path.join(folder, name)  # noqa: PTH118
        try:
            is_folder = stat.S_ISDIR(os.lstat(path).st_mode)
        except OSError:
            is_folder = False
        if not is_folder:
            yield path
        elif why := _left_out(name, depth):
            missed.append(Missed(name=told_name(path), why=why))
            yield None
        else:
            yield from _below(path, missed, depth + 1)


def _left_out(name: str, depth: int) -> str:
    if name == ".git":
        return "a git folder is left out; note the commit instead"
    if name.startswith(BEGUN):
        return "a capture that is being written"
    return f"it lies more than {DEEPEST} folders deep; name it by itself" if depth >= DEEPEST else ""
