"""In a larger repository: the folders below, in which settings for Afterword lie."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

from afterword.commands.find_project import NO_SETTINGS, Found, canonical
from afterword.commands.refusal import Refusal
from afterword.findings.visible import shown_path
from afterword.read.site_config import NAMES

_PLUGIN = re.compile(rb"(?m)^[^#\n]*\bafterword\b")
_DEPTH = 3
_FOLDERS = 2_000
_BYTES = 200_000
_SHOWN = 5


def refuse_above_settings(found: Found, paths: Sequence[Path]) -> None:
    """Refuse a check of a folder without settings of its own above folders that have some: those are meant.

    Raises:
        Refusal: with the folder to name.
    """
    start = canonical(paths[0]) if paths else found.current
    if NO_SETTINGS not in found.notes or found.project.docs != start:
        return
    below = settings_below(start)
    if below:
        told = [f"`afterword check {shown_path(os.path.relpath(each, Path.cwd()))}`" for each in below[:_SHOWN]]
        more = f", and {len(below) - _SHOWN} more lie below" if len(below) > _SHOWN else ""
        message = f"no `mkdocs.yml` was found here or above; name the folder that holds one: {' or '.join(told)}{more}"
        raise Refusal(message)


def settings_below(start: Path) -> tuple[Path, ...]:
    """Folders a few levels below `start` with a configuration that names the plugin, hidden ones and links left out.

    After a bounded number of folders the search ends with what it has.
    """
    found, level, seen = [], [start], 0
    for _ in range(_DEPTH):
        inner = [each for folder in level for each in _folders(folder)][: _FOLDERS - seen]
        seen += len(inner)
        found += [each for each in inner if any(_names_plugin(each / name) for name in NAMES)]
        level = inner
    return tuple(sorted(found))


def _folders(folder: Path) -> list[Path]:
    try:
        with os.scandir(folder) as entries:
            return [
                Path(each.path)
                for each in sorted(entries, key=lambda each: each.name)
                if each.name[0] != "." and each.name != "node_modules" and each.is_dir(follow_symlinks=False)
            ]
    except OSError:
        return []


def _names_plugin(path: Path) -> bool:
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return _PLUGIN.search(file.read(_BYTES)) is not None
    except OSError:
        return False
