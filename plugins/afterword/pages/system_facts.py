"""What is known of a system: from the organisation's list, else from the newest report that tells it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from afterword.index.index import Group, Index
from afterword.index.slugs import slug_of
from afterword.model.system import System
from afterword.model.systems import KnownSystem
from afterword.pages.escape import escape_text
from afterword.pages.marks import dotted, factor_chip
from afterword.pages.words import label, provider_link, team_link


@dataclass(frozen=True)
class Fact:
    """One pair of a list of facts; `said` is finished Markdown."""

    name: str
    said: Markup


def group_name(folder: str, group: Group, index: Index) -> str:
    """The name that people use: a system's title from the list, a provider or team as reports write it."""
    known = listed_system(group, index) if folder == "systems" else None
    if known is not None and known.title:
        return known.title
    return label(group.name) if group.name == "self_hosted" else group.name


def describe_system(group: Group, index: Index, path: str) -> list[Fact]:
    """Name in reports, type, autonomy, owner, provider, and the factors that a permanent test guards."""
    return list(_facts(group, index, path))


def line_facts(group: Group, index: Index) -> Markup:
    """Type and owner team on one line."""
    told = (label(told_of(group, index, "type")), told_of(group, index, "owner_team"))
    return dotted(escape_text(each) for each in told if each)


def told_of(group: Group, index: Index, field: str) -> str:
    """A field of the system, from the list, else from the newest report about this very system."""
    known = listed_system(group, index)
    if known is not None and (value := getattr(known, field)):
        return str(value)
    told = (getattr(system, field) for system in _systems(group))
    return next((str(value) for value in told if value), "")


def listed_system(group: Group, index: Index) -> KnownSystem | None:
    """The system's entry in the organisation's list, where it has one."""
    found = [known for known in index.view.systems.entries if slug_of(known.name) == group.slug]
    return found[0] if found else None


def _facts(group: Group, index: Index, path: str) -> Iterator[Fact]:
    yield Fact("Name in reports", escape_text(group.name))
    if told := told_of(group, index, "type"):
        yield Fact("Type", escape_text(label(told)))
    if told := told_of(group, index, "autonomy"):
        yield Fact("Autonomy", escape_text(label(told)))
    if told := told_of(group, index, "owner_team"):
        yield Fact("Owner", team_link(told, index, path))
    if told := told_of(group, index, "provider"):
        yield Fact("Provider", provider_link(told, index, path))
    known = listed_system(group, index)
    if known is not None and known.factors_guarded:
        chips = Markup(" ").join(factor_chip(each, index, path) for each in known.factors_guarded)
        yield Fact("Guarded by tests", chips)


def _systems(group: Group) -> Iterator[System]:
    """The system as its reports tell it; a report that names it as also affected tells nothing of it."""
    for report in group.reports:
        system = report.front.system
        if system is not None and slug_of(system.name or "") == group.slug:
            yield system
