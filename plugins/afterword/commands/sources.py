"""The text of files that findings name, for the lines that are shown with them, without what nobody is to read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from afterword.audit.hiding import hide_private
from afterword.commands.find_project import Found
from afterword.findings.text import SourceOf
from afterword.model.report import Report
from afterword.model.source import Source
from afterword.read.files import read_bytes
from afterword.read.text import read_source


def sources_of(reports: Iterable[Report], found: Found) -> SourceOf:
    """A look-up by printed path: reports as they were read, other files such as the settings from the disk."""
    read: dict[str, Source] = {found.display(report.path): report.source for report in reports}
    known: dict[str, Source | None] = {}

    def source_of(path: str) -> Source | None:
        if path not in known:
            source = read.get(path) or _read(path, found)
            # A line is shown for what is wrong in it, and may hold a key beside that.
            known[path] = replace(source, text=hide_private(source.text, found.project.settings)) if source else None
        return known[path]

    return source_of


def _read(path: str, found: Found) -> Source | None:
    for folder in (found.current, found.project.root):
        data = read_bytes(folder / path)
        if isinstance(data, bytes):
            source = read_source(data, path, found.project.settings.limits)
            return source if isinstance(source, Source) else None
    return None
