"""The ledger as a file below the state folder, for hosts that keep their files from one run to the next."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from afterword.commands.delivery.store import Stopped, parse_bytes
from afterword.commands.locked import NoLocksError, lock_folder
from afterword.commands.refusal import Refusal
from afterword.digest.ledger import Ledger, Line


class LedgerFile:
    """A file of JSON Lines; it is made by the first line.

    Attributes:
        path: where it lies.
        shown: the same as people see it.
    """

    def __init__(self, path: Path, shown: str) -> None:
        self.path, self.shown = path, shown

    def read(self) -> Ledger:
        """What it says now; see `LedgerStore`."""
        return parse_bytes(self.read_bytes(), self.shown)

    def read_bytes(self) -> bytes:
        """All of it; nothing where there is no file yet.

        Raises:
            Refusal: where there is one and it cannot be read.
        """
        try:
            return self.path.read_bytes()
        except FileNotFoundError:
            return b""
        except OSError as error:
            raise Refusal(f"the ledger `{self.shown}` cannot be read: {_words(error)}; nothing is sent") from None

    @contextmanager
    def hold(self) -> Iterator[HeldFile]:
        """Hold the folder, so that no file has to be there before there is a line; see `LedgerStore`."""
        descriptor = self._lock()
        try:
            yield HeldFile(self)
        finally:
            os.close(descriptor)

    def _lock(self) -> int:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            return lock_folder(self.path.parent)
        except NoLocksError:
            message = "this system cannot lock a file, so two runs might send twice; set `digest.ledger` to a branch"
            raise Refusal(message) from None
        except BlockingIOError:
            raise Stopped(f"another run holds the ledger `{self.shown}`, so this one sends nothing") from None
        except OSError as error:
            raise Refusal(f"the ledger `{self.shown}` cannot be held: {_words(error)}; nothing is sent") from None


class HeldFile:
    """The file while it is held."""

    def __init__(self, file: LedgerFile) -> None:
        self._file = file
        self.ledger = file.read()

    def append(self, line: Line) -> None:
        """Add the whole line by one write, and wait until it is on the disk; see `Held`."""
        written = line.written().encode()
        try:
            new = not self._file.path.exists()
            descriptor = os.open(self._file.path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o666)
            try:
                _append_whole(descriptor, written)
            finally:
                os.close(descriptor)
            if new:
                _sync_folder(self._file.path.parent)
        except OSError as error:
            raise Refusal(f"the ledger `{self._file.shown}` cannot be written: {_words(error)}") from None
        self.ledger = Ledger((*self.ledger.lines, line))

    def conclude(self, line: Line) -> None:
        """The same, since nobody else writes while it is held; see `Held`."""
        self.append(line)


def _append_whole(descriptor: int, line: bytes) -> None:
    """One line at the end; on a full disk the file is as it was."""
    size = os.fstat(descriptor).st_size
    if size and os.pread(descriptor, 1, size - 1) != b"\n":
        line = b"\n" + line
    try:
        if os.write(descriptor, line) != len(line):
            raise OSError(28, "no space left on device")
        os.fsync(descriptor)
    except OSError:
        os.ftruncate(descriptor, size)
        raise


def _sync_folder(folder: Path) -> None:
    """So that the file's name outlives a cut in the power as well."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _words(error: OSError) -> str:
    return (error.strerror or "unknown error").lower()
