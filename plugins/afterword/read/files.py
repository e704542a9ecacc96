"""Which files there are. Links and special files are never followed: what they lead to may be anything."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Entry:
    """One directory entry: its path, and whether it is a regular file."""

    path: Path
    regular: bool


def walk_files(folder: Path) -> Iterator[Entry]:
    """All entries below `folder` that are not folders, sorted by path; names that begin with a dot are left out.

    A folder that cannot be opened is an entry itself, so that what lies in it is not silently missed.
    """
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - sorted by name, and no Path is made for what is left out
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError:
        yield Entry(folder, False)
        return
    for name in names:
        if name.startswith("."):
            continue
        path = folder / name
        mode = path.lstat().st_mode
        if stat.S_ISDIR(mode):
            yield from walk_files(path)
        else:
            yield Entry(path, stat.S_ISREG(mode))


def read_bytes(path: Path) -> bytes | str:
    """The file's bytes, or why it cannot be read. A link is not followed, and a special file is not opened."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return "it is a link or a special file, not a file of its own"
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        with os.fdopen(descriptor, "rb") as file:
            return file.read()
    except OSError as error:
        return (error.strerror or "it cannot be opened").lower()


def printable(text: str) -> str:
    """`text` without what cannot be encoded or would move the cursor: file names may hold anything."""
    clean = text.encode("utf-8", "replace").decode("utf-8")
    return "".join(character if character.isprintable() else "�" for character in clean)
