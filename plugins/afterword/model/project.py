"""Where things lie: the repository, its documents folder, and what the site's configuration says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from afterword.model.settings import Settings


@dataclass(frozen=True)
class Project:
    """One repository of reports.

    Attributes:
        root: the folder that paths in findings are relative to.
        docs: the documents folder.
        config: the site's configuration file; None where none was found, so that defaults hold.
        settings: the plugin's block of it.
        excludes: the lines of `exclude_docs`; None without a configuration file.
        site_url: the site's address with a closing slash, or empty.
        site_name: the site's name.
        home: the file in which the settings stand, which the configuration may inherit from.
        lines: the line of each key, phrase, pattern and digest in it.
        edit_url: where a file below the documents folder is edited, to which its path is added; empty for nowhere.
    """

    root: Path
    docs: Path
    config: Path | None = None
    settings: Settings = field(default_factory=Settings)
    excludes: tuple[str, ...] | None = None
    site_url: str = ""
    site_name: str = "Afterword"
    edit_url: str = ""
    home: Path | None = None
    lines: Mapping[str, int] = field(default_factory=dict)

    def shown(self, path: Path) -> str:
        """`path` as people see it: relative to the root, with forward slashes."""
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return path.as_posix()
