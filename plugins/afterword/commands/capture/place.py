"""Where captures are kept: a folder of the person's own, never inside a git work tree."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from afterword.commands.refusal import Refusal
from afterword.findings.visible import shown_path

PRIVATE = 0o700
_TRIAL = 64 << 10
_BELOW = ("afterword", "captures")
_SHARED = "/var/tmp"
"""Temporary files there outlive a restart."""


@dataclass(frozen=True)
class Place:
    """A folder for captures.

    Attributes:
        folder: where it is.
        instead: why it is not the usual one, in words; empty where it is.
    """

    folder: Path
    instead: str = ""


def open_place(environ: Mapping[str, str]) -> Place:
    """The first place that can be written to, made where it is missing, readable by its owner alone.

    Raises:
        Refusal: where there is none.
    """
    refused: list[str] = []
    for folder, is_shared in _places(environ):
        if why := _make(folder, is_shared=is_shared):
            refused.append(f"`{shown_path(str(folder))}` {why}")
        else:
            return Place(folder, "; ".join(refused))
    message = f"there is no place to save to: {'; '.join(refused)}. Name one as `XDG_STATE_HOME=/a/folder afterword …`"
    raise Refusal(message)


def usual_places(environ: Mapping[str, str]) -> Iterator[Path]:
    """The state folder of the environment or of the home folder, then folders for temporary files."""
    yield from (folder for folder, _ in _places(environ))


def _places(environ: Mapping[str, str]) -> Iterator[tuple[Path, bool]]:
    """The same, each with whether everybody can write beside it."""
    state = environ.get("XDG_STATE_HOME", "")
    # A relative path there is to be ignored, says the specification.
    if state.startswith("/") and "\0" not in state:
        yield Path(state).joinpath(*_BELOW), False
    else:
        home = environ.get("HOME") or os.path.expanduser("~")  # noqa: PTH111 - `Path.home` raises where there is none
        if home.startswith("/"):
            yield Path(home, ".local", "state").joinpath(*_BELOW), False
    for temporary in dict.fromkeys((_SHARED, tempfile.gettempdir())):
        yield Path(temporary, f"afterword-{_user()}", "captures"), True


def _user() -> str:
    return str(os.getuid()) if hasattr(os, "getuid") else "state"


def _make(folder: Path, *, is_shared: bool) -> str:
    """Why the folder cannot serve; empty where it is there and private now."""
    try:
        if in_work_tree(folder):
            return "lies in a git work tree"
        _make_below(folder, is_shared=is_shared)
        folder.chmod(PRIVATE)
        _try_to_write(folder)
    except OSError as error:
        return f"cannot be written ({(error.strerror or 'unknown error').lower()})"
    except ValueError as error:
        return str(error)
    return ""


def _try_to_write(folder: Path) -> None:
    """Write as much as a manifest may take, which is the one sure way to know; raises OSError."""
    descriptor, name = tempfile.mkstemp(dir=folder, prefix=".trial-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(bytes(_TRIAL))
    finally:
        Path(name).unlink()


def _make_below(folder: Path, *, is_shared: bool) -> None:
    """Make the folder, and those above it that are missing, private."""
    for each in (*reversed(folder.parents), folder):
        if not each.exists():
            each.mkdir(exist_ok=True)
            each.chmod(PRIVATE)
        if is_shared and each in {folder.parent, folder}:
            _refuse_foreign(each)


def _refuse_foreign(folder: Path) -> None:
    """Among temporary files anybody can have made the last two folders, or links in their place."""
    status = folder.lstat()
    if not stat.S_ISDIR(status.st_mode):
        message = "is a link or no folder"
        raise ValueError(message)
    if hasattr(os, "getuid") and status.st_uid != os.getuid():
        message = "belongs to somebody else"
        raise ValueError(message)


def in_work_tree(folder: Path) -> bool:
    """Whether `folder`, with links followed, lies in a git repository."""
    resolved = Path(os.path.realpath(folder))
    return any((each / ".git").exists() for each in (resolved, *resolved.parents))
