"""Copying what was named into the capture, byte by byte with its digest. What is no file is never opened for long."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import stat
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

LARGEST = 2 << 30
"""Bytes of a file that is copied; of one stream, bytes after which it is cut."""
SMALL = 16 << 20
"""Bytes of a file that is saved whatever room there is."""
SPARE = 256 << 20
"""Bytes that stay free on the disk beside a larger one."""
HEAD = 64 << 10
_PIECE = 1 << 20
_MARK = b"gen_ai"
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class NotSavedError(Exception):
    """Why a thing cannot be saved, in words that say the cure where there is one."""


@dataclass(frozen=True)
class Copy:
    """One file as it was copied.

    Attributes:
        size: bytes that were copied.
        sha256: digest of them.
        head: the first of them.
        mentions: whether the text `gen_ai` stands anywhere in them.
        modified_at: when the original was last changed, in UTC.
        notes: what is to be said, such as that it was cut.
    """

    size: int
    sha256: str
    head: bytes
    mentions: bool
    modified_at: str | None = None
    notes: tuple[str, ...] = ()


def copy_file(source: str, target: Path, *, follow: bool) -> Copy:
    """Copy a regular file; a link only where `follow` allows it, since the link itself was named.

    Raises:
        NotSavedError: where nothing of it was saved; `target` is gone then.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
    try:
        before = os.stat(source, follow_symlinks=follow)  # noqa: PTH116 - any name, also one that is no text
        if why := _why_not(before):
            raise NotSavedError(why)
        descriptor = os.open(source, flags if follow else flags | getattr(os, "O_NOFOLLOW", 0))
    except (OSError, ValueError) as error:
        raise NotSavedError(_words(error)) from None
    try:
        opened = os.fstat(descriptor)
        if why := _why_not(opened) or _no_room(opened.st_size, target):
            raise NotSavedError(why)
        copied = copy_stream(lambda: os.read(descriptor, _PIECE), target, keep_on_interrupt=False)
        after = os.fstat(descriptor)
    finally:
        os.close(descriptor)
    changed = (opened.st_mtime_ns, opened.st_size) != (after.st_mtime_ns, after.st_size)
    notes = (*copied.notes, "it was being written while it was copied") if changed else copied.notes
    return Copy(copied.size, copied.sha256, copied.head, copied.mentions, _moment(opened.st_mtime), notes)


def copy_stream(read: Callable[[], bytes], target: Path, *, keep_on_interrupt: bool) -> Copy:
    """Copy what `read` gives until it gives nothing. What came before a mistake is kept, and told.

    Args:
        read: gives the next bytes, and none at the end.
        target: a file that is not there yet.
        keep_on_interrupt: whether Ctrl-C is the end of the stream; otherwise it is raised, and `target` is gone.

    Raises:
        NotSavedError: where it cannot be written; `target` is gone then.
    """
    digest, size, head, tail, mentions = hashlib.sha256(), 0, b"", b"", False
    notes: list[str] = []
    try:
        descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        os.fchmod(descriptor, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            while True:
                try:
                    piece = read()
                except KeyboardInterrupt:
                    if not keep_on_interrupt:
                        raise
                    notes.append(f"it was cut after {size:,} bytes, with Ctrl-C")
                    break
                except OSError as error:
                    notes.append(f"it could not be read beyond {size:,} bytes: {_words(error)}")
                    break
                if not piece:
                    break
                file.write(piece)
                digest.update(piece)
                size += len(piece)
                head = (head + piece)[:HEAD] if len(head) < HEAD else head
                mentions = mentions or _MARK in tail + piece
                tail = piece[-len(_MARK) :]
                if why := _enough(size, len(piece), target):
                    notes.append(f"it was cut after {size:,} bytes{why}")
                    break
            file.flush()
            os.fsync(file.fileno())
    except KeyboardInterrupt:
        _remove(target)
        raise
    except OSError as error:
        _remove(target)
        full = "the disk is full; make room and declare it once more"
        raise NotSavedError(full if error.errno in _FULL else f"it could not be written: {_words(error)}") from None
    return Copy(size, digest.hexdigest(), head, mentions, None, tuple(notes))


def _no_room(size: int, target: Path) -> str:
    """Why a large file is not copied: the machine that is in trouble already must not run out of space."""
    if size <= SMALL:
        return ""
    with suppress(OSError):
        free = shutil.disk_usage(target.parent).free
        if size + SPARE > free:
            return f"it holds {size:,} bytes, and {free:,} are free on that disk; make room, or keep it elsewhere"
    return ""


def _enough(size: int, last: int, target: Path) -> str:
    """Why a stream ends here, of which `size` bytes came, `last` of them just now; empty where it goes on."""
    if size >= LARGEST:
        return ", the most that is copied"
    is_time = size > SMALL and size // SMALL > (size - last) // SMALL
    return ", as the disk is nearly full" if is_time and _no_room(SMALL + 1, target) else ""


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)


def _why_not(status: os.stat_result) -> str:
    mode = status.st_mode
    if stat.S_ISLNK(mode):
        return "it is a link in a folder, and those are not followed; name it by itself"
    if stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode) or stat.S_ISCHR(mode) or stat.S_ISBLK(mode):
        return "it is a pipe, a socket or a device and no file; send what it gives: `… | afterword declare -`"
    if not stat.S_ISREG(mode):
        return "it is no file"
    if status.st_size > LARGEST:
        return f"it holds {status.st_size:,} bytes, more than the {LARGEST:,} that are copied; keep a copy of your own"
    return ""


def _words(error: OSError | ValueError) -> str:
    if isinstance(error, ValueError):
        return "its name holds a character that no file can have"
    return (error.strerror or "unknown error").lower()


def _moment(seconds: float) -> str | None:
    try:
        return datetime.fromtimestamp(int(seconds), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError, OSError):
        return None
