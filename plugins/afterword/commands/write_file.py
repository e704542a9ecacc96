"""Writing a file whole or not at all: a temporary file in the same folder takes the place of the old one."""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from afterword.commands.refusal import Refusal


def replace_file(path: Path, data: bytes) -> None:
    """Put `data` in the place of the file at `path`, which keeps its mode.

    Raises:
        Refusal: where it cannot be written.
    """
    try:
        mode = stat.S_IMODE(path.lstat().st_mode)
        temporary = _write_beside(path, data, mode)
        try:
            temporary.replace(path)
        except OSError:
            temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise Refusal(f"`{path.name}` cannot be written: {_words(error)}") from None


def create_file(path: Path, data: bytes) -> bool:
    """Write a new file; False where there is one already, which is never overwritten.

    Raises:
        Refusal: where it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = _write_beside(path, data, 0o666 & ~_umask())
        try:
            # A link fails where the name is taken, which a rename would not.
            os.link(temporary, path)
        except FileExistsError:
            return False
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise Refusal(f"`{path.name}` cannot be written: {_words(error)}") from None
    return True


def _write_beside(path: Path, data: bytes, mode: int) -> Path:
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".afterword-", suffix=".tmp")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(mode)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
    return Path(name)


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _words(error: OSError) -> str:
    return (error.strerror or "unknown error").lower()
