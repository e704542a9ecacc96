"""What is known of a system: from the organisation's list, else from the newest report that tells it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from afterword.index.index import Group, Index
from afterword.index.slugs import slug_of
from afterword.model.system import System
from afterword.model.systems import KnownSystem

Told = Literal["type", "owner_team", "provider", "autonomy"]
"""The fields of a system that the list and the reports both can tell."""


def listed_system(group: Group, index: Index) -> KnownSystem | None:
    """The system's entry in the organisation's list, where it has one."""
    return index.view.systems.by_slug.get(group.slug)


def system_title(group: Group, index: Index) -> str:
    """The name that people use: the title from the list, else the name as reports write it."""
    known = listed_system(group, index)
    return known.title if known is not None and known.title else group.name


def told_of(group: Group, index: Index, field: Told) -> str:
    """A field of the system, from the list, else from the newest report about this very system; empty where unknown."""
    known = listed_system(group, index)
    if known is not None and (value := getattr(known, field)):
        return str(value)
    told = (getattr(system, field) for system in _told(group))
    return next((str(value) for value in told if value), "")


def _told(group: Group) -> Iterator[System]:
    """The system as its reports tell it; a report that names it as also affected tells nothing of it."""
    for report in group.reports:
        system = report.front.system
        if system is not None and slug_of(system.name or "") == group.slug:
            yield system
