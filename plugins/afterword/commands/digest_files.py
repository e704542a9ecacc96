"""The files of one digest in a folder: all four are ready before the first takes the place of an older one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from afterword.commands.refusal import Refusal
from afterword.commands.write_file import create_file, replace_file
from afterword.findings.visible import shown_path


def write_digest(place: Path, folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files into the folder at `place`, which its user typed as `folder`; others there stay as they are.

    Raises:
        Refusal: where the folder is none, or a file cannot be written.
    """
    shown = shown_path(folder.as_posix())
    if place.exists() and not place.is_dir():
        message = f"`{shown}` is a file, and the digest needs a folder; choose another place"
        raise Refusal(message)
    odd = [name for name in files if (place / name).is_symlink() or (place / name).is_dir()]
    if odd:
        message = f"`{shown}/{odd[0]}` is a link or a folder; move it away, or choose another folder"
        raise Refusal(message)
    for name, content in files.items():
        if not create_file(place / name, content):
            replace_file(place / name, content)
