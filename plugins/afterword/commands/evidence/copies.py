"""Copies in a report's evidence folder, which are there for good only if what follows them succeeds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from afterword.commands.evidence.plan import PlannedFile
from afterword.commands.refusal import Refusal
from afterword.commands.write_file import create_file
from afterword.findings.visible import visible


@contextmanager
def placed(files: Iterable[PlannedFile], docs: Path) -> Iterator[None]:
    """Copy what is to be copied, run the body, and take every copy back where the body raises, Ctrl-C included.

    Raises:
        Refusal: where a file cannot be written, a name was taken since, or a folder on the way is a link.
    """
    made: list[Path] = []
    folders: list[Path] = []
    try:
        for file in files:
            if file.uri is not None and file.content is not None:
                path = docs / file.uri
                folders += [each for each in _new_folders(path.parent, docs) if each not in folders]
                if not create_file(path, file.content):
                    message = f"`{visible(path.name)}` was taken since it was looked for; run the command again"
                    raise Refusal(message)
                made.append(path)
        yield
    except BaseException:
        for path in made:
            with suppress(OSError):
                path.unlink()
        for folder in sorted(folders, key=lambda each: len(each.parts), reverse=True):
            with suppress(OSError):
                folder.rmdir()
        raise


def _new_folders(folder: Path, docs: Path) -> list[Path]:
    """The folders up to `docs` that are not there yet."""
    missing = []
    for each in (folder, *folder.parents):
        if each == docs:
            break
        if each.is_symlink():
            message = f"`{visible(each.name)}` is a link, and nothing is written through one"
            raise Refusal(message)
        if not each.exists():
            missing.append(each)
    return missing
