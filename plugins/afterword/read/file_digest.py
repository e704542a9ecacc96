"""One file read once: its digest whatever its size, its bytes where they are few enough."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path

_PIECE = 1 << 20
# A pipe would wait for somebody who writes into it; opened like this it is looked at and left.
_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)


@dataclass(frozen=True)
class DigestedFile:
    """A regular file as it was read.

    Attributes:
        size: in bytes.
        sha256: digest of all bytes, 64 lower-case hex digits.
        content: the bytes; None where there are more than were to be kept.
    """

    size: int
    sha256: str
    content: bytes | None


def digest_file(path: Path, keep: int) -> DigestedFile | str:
    """Read the file at `path` piece by piece, or say in words why it cannot be read.

    A link is not followed and a special file not opened. Of a file with more than `keep` bytes only the digest is made,
    so that memory does not grow with it.
    """
    try:
        if flaw := irregular(path.lstat().st_mode):
            return flaw
        descriptor = os.open(path, _FLAGS)
        with os.fdopen(descriptor, "rb") as file:
            before = os.fstat(file.fileno())
            if flaw := irregular(before.st_mode):
                return flaw
            found, pieces = hashlib.sha256(), list[bytes]()
            size = 0
            while piece := file.read(_PIECE):
                found.update(piece)
                size += len(piece)
                pieces = [*pieces, piece] if size <= keep else []
            after = os.fstat(file.fileno())
    except (OSError, ValueError) as error:
        told = getattr(error, "strerror", None) or "it cannot be opened"
        return str(told).lower()
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        return "it was written to while it was read"
    return DigestedFile(size, found.hexdigest(), b"".join(pieces) if size <= keep else None)


def irregular(mode: int) -> str:
    """What a directory entry with this mode is instead of a file of its own, in words; empty for a file."""
    if stat.S_ISREG(mode):
        return ""
    if stat.S_ISLNK(mode):
        return "it is a link, and what it leads to may be anything"
    if stat.S_ISDIR(mode):
        return "it is a folder"
    return "it is a pipe, a socket or a device, not a file of its own"
