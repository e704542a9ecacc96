"""Standard input, read where something comes from it, and never waited for where nothing does."""

from __future__ import annotations

import os
import select
import stat
import sys
from collections.abc import Callable
from io import UnsupportedOperation

FIRST = 2.0
"""Seconds in which the first byte has to come from a pipe that nobody asked to be read."""
QUIET = 20.0
"""Seconds without a byte after which such a pipe is taken to have ended."""
_PIECE = 1 << 16


class QuietPipeError(OSError):
    """A pipe that is still open and says nothing."""

    def __init__(self) -> None:
        super().__init__(0, f"nothing came for {QUIET:.0f} seconds, and it was still open; `-` waits for its end")


def unasked_input() -> tuple[bytes, Callable[[], bytes]] | None:
    """What comes from standard input where it is no terminal, as its first bytes and a reader for the rest.

    None where nothing comes: a terminal, a closed or an empty input, a pipe that stays quiet.
    """
    read = _reader(quiet=True)
    if read is None:
        return None
    descriptor = _descriptor()
    if descriptor is not None:
        mode = os.fstat(descriptor).st_mode
        is_slow = stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode) or stat.S_ISCHR(mode)
        if os.isatty(descriptor) or (is_slow and not _is_ready(descriptor, FIRST)):
            return None
    try:
        first = read()
    except OSError:
        return None
    return (first, read) if first else None


def asked_input() -> Callable[[], bytes] | None:
    """A reader of standard input up to its end; None where it is closed."""
    return _reader(quiet=False)


def _descriptor() -> int | None:
    try:
        return sys.stdin.fileno()
    except (AttributeError, OSError, ValueError, UnsupportedOperation):
        return None


def _reader(*, quiet: bool) -> Callable[[], bytes] | None:
    """A function that gives the next bytes, and none at the end."""
    if sys.stdin is None or sys.stdin.closed:
        return None
    descriptor = _descriptor()
    if descriptor is None:
        buffer = getattr(sys.stdin, "buffer", None)
        return (lambda: bytes(buffer.read(_PIECE))) if buffer is not None else None
    try:
        mode = os.fstat(descriptor).st_mode
    except OSError:
        return None
    waits = quiet and not stat.S_ISREG(mode)

    def read() -> bytes:
        if waits and not _is_ready(descriptor, QUIET):
            raise QuietPipeError
        return os.read(descriptor, _PIECE)

    return read


def _is_ready(descriptor: int, seconds: float) -> bool:
    try:
        return bool(select.select([descriptor], [], [], seconds)[0])
    except (OSError, ValueError):
        # Not every system can tell this of every input; there it is read as it is.
        return True
