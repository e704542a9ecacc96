"""The folder in which a command begins a first report, and where another one is meant."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from afterword.commands.find_project import FOLDER, Found
from afterword.commands.refusal import Refusal
from afterword.findings.visible import shown_path
from afterword.read.files import read_bytes
from afterword.read.site_config import NAMES

_DEPTH = 3
_MOST = 2_000
"""Folders that are looked into at most, so that a home folder is none to wait for."""
_PASSED_OVER = frozenset({"node_modules", "site", "site-packages", "venv"})
_NAMES_PLUGIN = re.compile(rb"^[ \t]*(?:-[ \t]*)?[\"']?afterword\b", re.MULTILINE)


def documents_folder(found: Found) -> Path:
    """The documents folder; where nothing says where it is, the one of the usual name.

    Raises:
        Refusal: where nothing says it here, and a folder further down holds a site of its own.
    """
    project = found.project
    if project.config is not None or project.docs.name == FOLDER:
        return project.docs
    sites = [shown_path(each.relative_to(project.docs).as_posix()) for each in _sites(project.docs)]
    if sites:
        *others, last = (f"`{each}`" for each in sites[:5])
        where = f"{', '.join(others)} or {last}" if others else last
        message = f"no `mkdocs.yml` stands here or above, and one with `afterword` further down: go to {where} first"
        raise Refusal(message)
    return project.docs / FOLDER


def _sites(start: Path) -> Iterator[Path]:
    """Folders below `start` with a configuration that names the plugin, the nearest first."""
    folders, looked = [start], 0
    for _ in range(_DEPTH):
        folders = [below for each in folders for below in _folders(each)][: _MOST - looked]
        looked += len(folders)
        yield from (each for each in folders if _is_site(each))


def _folders(folder: Path) -> list[Path]:
    try:
        with os.scandir(folder) as entries:
            names = sorted(each.name for each in entries if each.is_dir(follow_symlinks=False))
    except OSError:
        return []
    return [folder / name for name in names if not name.startswith(".") and name not in _PASSED_OVER]


def _is_site(folder: Path) -> bool:
    contents = (read_bytes(folder / name) for name in NAMES)
    return any(isinstance(each, bytes) and _NAMES_PLUGIN.search(each) for each in contents)
