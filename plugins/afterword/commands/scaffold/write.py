"""Writing many files whole or none of them: what was done is undone where one of them cannot be written."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from afterword.commands.refusal import Refusal
from afterword.commands.write_file import create_file, replace_file


def write_all(files: Iterable[tuple[Path, bytes, bytes | None]]) -> None:
    """Write each file: its path, its new bytes, and the bytes that lie there now, or None where nothing does.

    Raises:
        Refusal: where one of them cannot be written; then all is as it was.
    """
    made: list[Path] = []
    changed: list[tuple[Path, bytes | None]] = []
    try:
        for path, new, old in files:
            made.extend(_missing_folders(path))
            if old is not None:
                replace_file(path, new)
            elif not create_file(path, new):
                message = f"`{path.name}` appeared while it was to be written; run the command again"
                raise Refusal(message)
            changed.append((path, old))
    except BaseException:
        _undo(changed, made)
        raise


def _missing_folders(path: Path) -> list[Path]:
    """The folders above `path` that are not there yet, the outermost first."""
    return [folder for folder in reversed(path.parents) if not folder.exists()]


def _undo(changed: list[tuple[Path, bytes | None]], made: list[Path]) -> None:
    # Whatever cannot be undone stays; the first fault is the one to tell.
    for path, old in reversed(changed):
        with suppress(OSError, Refusal):
            if old is None:
                path.unlink()
            else:
                replace_file(path, old)
    for folder in reversed(made):
        with suppress(OSError):
            folder.rmdir()
