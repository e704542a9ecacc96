"""What is known of a system, in words, and the names under which groups stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from afterword.index.index import Group, Index
from afterword.index.systems import listed_system, system_title, told_of
from afterword.pages.escape import escape_text
from afterword.pages.marks import dotted, factor_chip
from afterword.pages.names import provider_name
from afterword.pages.words import join, label, provider_link, team_link


@dataclass(frozen=True)
class Fact:
    """One pair of a list of facts; `said` is finished Markdown."""

    name: str
    said: Markup


def group_name(folder: str, group: Group, index: Index) -> str:
    """The name that people use: a system's title from the list, a provider in words, a team as reports write it.

    Where reports write the name of a team or a provider in several ways, all of them stand there: one page for both is
    a guess that readers can see through.
    """
    if folder == "systems":
        return system_title(group, index)
    names = (provider_name(each) if folder == "providers" else each for each in group.spellings)
    first, *others = dict.fromkeys(names)
    return f"{first}, also written {', '.join(others)}" if others else first


def describe_system(group: Group, index: Index, path: str) -> list[Fact]:
    """Name in reports, type, autonomy, owner, provider, and the factors that a permanent test guards."""
    return list(_facts(group, index, path))


def line_facts(group: Group, index: Index) -> Markup:
    """Type and owner team on one line."""
    told = (label(told_of(group, index, "type")), told_of(group, index, "owner_team"))
    return dotted(escape_text(each) for each in told if each)


def _facts(group: Group, index: Index, path: str) -> Iterator[Fact]:
    yield Fact("Name in reports", join(group.spellings))
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
