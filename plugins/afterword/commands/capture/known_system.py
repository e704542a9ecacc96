"""What the organisation's list of systems says, where there is one at hand. Whatever is wrong with it stops nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from afterword.commands.find_project import find_project
from afterword.findings.visible import visible
from afterword.model.choices import SystemType
from afterword.model.slugs import slug_of
from afterword.read.systems import read_systems
from afterword.read.vocabulary import shipped_vocabulary


@dataclass(frozen=True)
class KnownHere:
    """Name and type of the system, as far as they are known here."""

    name: str | None = None
    type: SystemType | None = None


def known_here(typed: str | None, environ: Mapping[str, str], notes: list[str]) -> KnownHere:
    """The listed system of that name; where none was typed, the only one. A list that cannot be read adds a note."""
    try:
        project = find_project((), None, environ).project
        path = project.docs / project.settings.systems
        systems, _ = read_systems(path, project.shown(path), shipped_vocabulary())
    except Exception:
        notes.append("the settings of this folder cannot be read, so the list of systems was left aside")
        return KnownHere()
    if typed is None:
        only = systems.entries[0] if len(systems.entries) == 1 else None
        return KnownHere(only.name, only.type) if only else KnownHere()
    listed = systems.by_slug.get(slug_of(typed))
    if listed is None and systems.listed:
        notes.append(f"`{visible(' '.join(typed.split())[:80])}` stands in no list of systems here")
    return KnownHere(listed.name, listed.type) if listed else KnownHere()
