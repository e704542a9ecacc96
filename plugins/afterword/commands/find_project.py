"""Which repository a command is about: its settings, its documents folder, and how paths are shown."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from afterword.commands.settings_notes import settings_notes
from afterword.model.project import Project
from afterword.read.site_config import find_config, read_site_config
from afterword.rules.settings_codes import refuse_unknown_rules

NO_SETTINGS = "no settings found, defaults hold"
FOLDER = "postmortems"
"""The documents folder where no settings name one."""


@dataclass(frozen=True)
class Found:
    """The repository that a command is about.

    Attributes:
        project: where things lie, and the settings.
        current: the folder in which the command was started.
        notes: sentences for the summary.
    """

    project: Project
    current: Path
    notes: tuple[str, ...] = ()

    def file(self, shown: str) -> Path:
        """The file that the project shows as `shown`."""
        return self.project.root / shown

    def display(self, shown: str) -> str:
        """The path as printed: relative to the current folder where it lies below it, else as the project shows it."""
        path = self.file(shown)
        return path.relative_to(self.current).as_posix() if path.is_relative_to(self.current) else shown


def find_project(
    paths: Sequence[Path], config: Path | None, environ: Mapping[str, str], *, from_root: bool = False
) -> Found:
    """The repository of the first of `paths`, else of the current folder.

    Args:
        paths: files and folders that the user named.
        config: the configuration file, where the user named one.
        environ: what `!ENV` looks names up in.
        from_root: whether paths are shown relative to the repository's root even where the current folder is above.

    Raises:
        SettingsError: where the settings cannot be read.
    """
    current = Path.cwd()
    starts = [canonical(path) for path in paths[:1]] + [current]
    chosen = canonical(config) if config else next((found for each in starts if (found := find_config(each))), None)
    if chosen is None:
        docs = _docs_without_settings(starts[0], current)
        fallback = current if docs.is_relative_to(current) else docs.parent
        root = _root(current, [docs], repository_root(fallback), from_root=from_root)
        return Found(Project(root, docs), root if from_root else current, (NO_SETTINGS,))
    site = read_site_config(chosen, environ)
    docs = canonical(site.docs)
    root = _root(current, [docs, chosen], repository_root(chosen.parent), from_root=from_root)
    home = canonical(site.home)
    project = Project(
        root, docs, chosen, site.settings, site.excludes, site.site_url, site.site_name, site.edit_url, home, site.lines
    )
    refuse_unknown_rules(site.settings, str(site.home), site.lines)
    notes = () if docs.is_dir() else (f"the documents folder `{project.shown(docs)}` is not there",)
    return Found(project, root if from_root else current, (*notes, *settings_notes(project, site)))


def canonical(path: Path) -> Path:
    """The absolute path with links in its folders followed; a file that is itself a link stays one."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - `resolve` would follow the file's own link too
    return absolute.resolve() if absolute.is_dir() else absolute.parent.resolve() / absolute.name


def repository_root(start: Path) -> Path:
    """The nearest folder at or above `start` that holds `.git`, else `start`."""
    return next((each for each in (start, *start.parents) if (each / ".git").exists()), start)


def _root(current: Path, inside: Sequence[Path], repository: Path, *, from_root: bool) -> Path:
    """The folder that paths are shown from: the current one where everything lies below it, else the repository."""
    below = all(path.is_relative_to(current) for path in inside)
    return current if below and not from_root else repository


def _docs_without_settings(start: Path, current: Path) -> Path:
    """A `postmortems` folder at, above or beside `start`, else the folder of `start`.

    The folder of a lone file is not read as a whole, since it may be anything, such as a home folder: the file is then
    outside of a documents folder that is not there.
    """
    for each in (start, *start.parents):
        if each.name == FOLDER and each.is_dir():
            return each
    folders = [start] if start.is_dir() else [start.parent]
    for each in (*folders, repository_root(start), current):
        if (each / FOLDER).is_dir():
            return each / FOLDER
    return start if start.is_dir() else start.parent / FOLDER
