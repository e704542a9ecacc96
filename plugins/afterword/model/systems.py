"""The organisation's list of systems, `_systems.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from pydantic import BaseModel, ConfigDict, Field

from afterword.model.choices import Autonomy, SystemType


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
    """All listed systems; `listed` says whether the organisation keeps a list at all."""

    entries: tuple[KnownSystem, ...] = ()
    listed: bool = False

    @cached_property
    def by_name(self) -> Mapping[str, KnownSystem]:
        """Systems by name."""
        return {entry.name: entry for entry in self.entries}
