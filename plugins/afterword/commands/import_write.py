"""What an import plans, written to the disk: pictures first, so that no report stands without its own."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from afterword.archive.outcome import Plan, Taken
from afterword.commands.refusal import Refusal
from afterword.commands.write_file import create_file, replace_file
from afterword.read.files import read_bytes


def write_plan(plan: Plan, docs: Path) -> None:
    """Write what is new or changed, and nothing else.

    Raises:
        Refusal: where something cannot be written; what was written before stays, and the next run goes on from there.
    """
    for taken in plan.taken:
        if taken.action == "edited":
            continue
        folder = docs / "evidence" / taken.id
        for picture in taken.pictures:
            _write(folder / picture.name, picture.content)
        if taken.action != "unchanged":
            _write(docs / taken.target, taken.data)
        _drop(taken, folder)


def _drop(taken: Taken, folder: Path) -> None:
    for name in taken.dropped:
        with suppress(FileNotFoundError):
            (folder / name).unlink()
    if taken.dropped:
        with suppress(OSError):
            folder.rmdir()


def _write(path: Path, data: bytes) -> None:
    if path.is_symlink():
        message = f"`{path.name}` is a link, and nothing is written through one"
        raise Refusal(message)
    if create_file(path, data):
        return
    if read_bytes(path) != data:
        replace_file(path, data)
