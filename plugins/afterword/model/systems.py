"""The organisation's list of systems, `_systems.yml`."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import cached_property

from pydantic import BaseModel, ConfigDict, Field

from afterword.model.audience import is_shown_to
from afterword.model.choices import Audience, Autonomy, SystemType
from afterword.model.slugs import slug_of


class KnownSystem(BaseModel):
    """One system of the organisation's list; a report that names it need not repeat what stands here."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    name: str = Field(min_length=1, description="The short name that reports use.")
    title: str | None = Field(None, description="The name that people use.")
    type: SystemType | None = Field(None, description="What sort of AI system it is.")
    owner_team: str | None = Field(None, description="The team that owns it.")
    provider: str | None = Field(None, description="Who provides the model or service it rests on.")
    autonomy: Autonomy | None = Field(None, description="How far it acts without a person's decision.")
    factors_guarded: tuple[str, ...] = Field((), description="Factors that a permanent test guards on this system.")


@dataclass(frozen=True)
class Systems:
    """All listed systems.

    Attributes:
        entries: the systems, in the list's own order.
        listed: whether the organisation keeps a list at all.
        audience: whom the list was written for, since its entries name nobody: the audience of what names none.
    """

    entries: tuple[KnownSystem, ...] = ()
    listed: bool = False
    audience: Audience = "public"

    @cached_property
    def by_name(self) -> Mapping[str, KnownSystem]:
        """Systems by name."""
        return {entry.name: entry for entry in self.entries}

    @cached_property
    def by_slug(self) -> Mapping[str, KnownSystem]:
        """Systems by their name in addresses; of two with the same one the first."""
        return {slug_of(entry.name): entry for entry in reversed(self.entries)}

    def narrowed(
        self, audience: Audience, shown: Container[str], hidden: Container[str], factors: Container[str]
    ) -> Systems:
        """The list as `audience` may read it, since an entry can tell that there is a report about the system.

        Args:
            audience: whom the site is built for.
            shown: names in addresses of the systems that the site's reports name; these stay.
            hidden: those that reports name which `audience` may not read. They go, and so do all others where the list
                was written for a narrower audience.
            factors: the factors that `audience` knows; no other is said to be guarded.
        """
        whole = is_shown_to(self.audience, audience)
        kept = (
            each for each in self.entries if (slug := slug_of(each.name)) in shown or (whole and slug not in hidden)
        )
        entries = (
            each.model_copy(update={"factors_guarded": tuple(one for one in each.factors_guarded if one in factors)})
            for each in kept
        )
        return Systems(tuple(entries), self.listed, self.audience)
