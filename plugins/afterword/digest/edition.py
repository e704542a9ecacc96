"""Editions: the digest of the whole site, of one team or of one system, each in full or as the brief."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass

from afterword.index.index import Group, Index
from afterword.index.slugs import slug_of


class EditionError(ValueError):
    """A team or system that the site does not know; its own text is the message for whoever typed it."""


@dataclass(frozen=True)
class Choice:
    """Which edition is made.

    Attributes:
        brief: whether it is the brief.
        team: the slug of the team that it is about; empty for all.
        system: the slug of the system that it is about; empty for all.
    """

    brief: bool = False
    team: str = ""
    system: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether it tells of all teams and systems."""
        return not (self.team or self.system)

    def key(self, audience: str) -> str:
        """Its lasting name in ASCII, for the ledger: `company`, `company/brief`, `company/team:ml-platform`."""
        parts = [audience, f"team:{self.team}" if self.team else "", f"system:{self.system}" if self.system else ""]
        return "/".join(part for part in [*parts, "brief" if self.brief else ""] if part)


def choose(index: Index, *, brief: bool, team: str = "", system: str = "") -> Choice:
    """The edition that was asked for, by names as people write them.

    Raises:
        EditionError: where the reports that this audience may read know no such team or system.
    """
    return Choice(brief, _slug("team", team, index.teams), _slug("system", system, index.systems))


def _slug(what: str, name: str, known: Mapping[str, Group]) -> str:
    slug = slug_of(name)
    if not slug or slug in known:
        return slug
    close = difflib.get_close_matches(slug, known, n=1, cutoff=0.6)
    cure = f"the nearest one is `{known[close[0]].name}`" if close else f"the page `{what}s/` of the site lists them"
    message = f"no report names the {what} `{name}`; {cure}"
    raise EditionError(message)
