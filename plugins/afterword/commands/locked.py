"""A folder held by one process at a time, so that nobody writes between the reading of a file in it and its writing."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from afterword.commands.refusal import Refusal
from afterword.findings.visible import visible

_STEP = 0.02


class NoLocksError(Exception):
    """This system has no locks of this sort."""


def lock_folder(folder: Path, *, wait: float = 0) -> int:
    """Hold a folder that is there, until the descriptor that is returned is closed or the process ends.

    A lock keeps off those alone who ask for it as well. It is the folder that is held and no file in it, since a file
    that is replaced takes its lock with it.

    Args:
        folder: the folder.
        wait: for how many seconds another holder is waited for.

    Raises:
        NoLocksError: where the system cannot lock.
        BlockingIOError: where another holds it still.
        OSError: where it cannot be opened or locked.
    """
    try:
        import fcntl
    except ImportError:
        raise NoLocksError from None
    until = time.monotonic() + wait
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        while True:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() >= until:
                    raise
                time.sleep(_STEP)
            else:
                return descriptor
    except BaseException:
        os.close(descriptor)
        raise


@contextmanager
def locked(folder: Path, *, wait: float = 10) -> Iterator[None]:
    """Hold a folder that is there while the body runs; see `lock_folder`.

    Where the system has no locks the body runs without: what it writes has to be compared before all the same.

    Raises:
        Refusal: where another run holds it for longer than `wait` seconds, or it cannot be held.
    """
    try:
        descriptor = lock_folder(folder, wait=wait)
    except NoLocksError:
        yield
        return
    except BlockingIOError:
        message = f"another run is writing into `{visible(folder.name)}`; run the command again in a moment"
        raise Refusal(message) from None
    except OSError as error:
        told = (error.strerror or "unknown error").lower()
        raise Refusal(f"`{visible(folder.name)}` cannot be held while it is written: {told}") from None
    try:
        yield
    finally:
        os.close(descriptor)
