"""Where `init` works: the folder, what lies around it, and the site's configuration where there is one already."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from afterword.commands.find_project import FOLDER, canonical, repository_root
from afterword.commands.refusal import Refusal
from afterword.commands.scaffold.parts import OVERRIDES, Place
from afterword.findings.visible import shown_path
from afterword.model.settings import Settings
from afterword.read.site_config import NAMES, read_site_config

_PLAIN = re.compile(r"[\w.-]+(?:/[\w.-]+)*\Z")


@dataclass(frozen=True)
class Ground:
    """Where `init` works.

    Attributes:
        root: the repository's folder, which may not be there yet.
        place: where it and its documents folder lie.
        content: what the site's configuration says, where there is one.
        settings: the settings in it, else the defaults.
    """

    root: Path
    place: Place
    content: Mapping[str, Any] | None = None
    settings: Settings = field(default_factory=Settings)

    @property
    def docs(self) -> Path:
        """The documents folder."""
        return self.root / self.place.docs


def find_ground(folder: Path, environ: Mapping[str, str]) -> Ground:
    """Look at `folder` and above it; nothing is written.

    Raises:
        Refusal: where no repository can stand there.
        SettingsError: where the configuration that is there cannot be read.
    """
    shown = shown_path(str(folder))
    if os.path.lexists(folder) and not folder.is_dir():
        what = "a link that leads to no folder" if folder.is_symlink() else "a file"
        message = f"`{shown}` is {what}; name a folder"
        raise Refusal(message)
    root = canonical(folder)
    above = repository_root(root)
    below = "" if above == root else f"{_plain(root.relative_to(above).as_posix())}/"
    config = next((root / name for name in NAMES if (root / name).is_file()), None)
    if config is None:
        return Ground(root, Place(below))
    site = read_site_config(config, environ)
    docs = canonical(site.docs)
    if docs == root or not docs.is_relative_to(root):
        message = f"`docs_dir` in `{config.name}` names no folder below it; `{FOLDER}` is the usual one"
        raise Refusal(message)
    place = Place(below, _plain(docs.relative_to(root).as_posix()), _overrides(site.content))
    return Ground(root, place, site.content, site.settings)


def _overrides(content: Mapping[str, Any]) -> str:
    """The folder of the theme's blocks as the configuration names it, where that lies below the configuration."""
    theme = content.get("theme")
    named = theme.get("custom_dir") if isinstance(theme, Mapping) else None
    inside = isinstance(named, str) and _PLAIN.match(named) and ".." not in named.split("/")
    return str(named).removeprefix("./") if inside else OVERRIDES


def _plain(path: str) -> str:
    """`path`, which goes into workflows where blanks and braces have a meaning."""
    if not _PLAIN.match(path):
        message = f"`{shown_path(path)}` goes into the workflows; rename it to letters, digits, `.`, `_` and `-`"
        raise Refusal(message)
    return path
