"""What has to be saved before anything is rolled back, by type of system."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from afterword.model.choices import EvidenceKind, SystemType

Lost = Literal["hours", "rollback", "retention"]
_WIDEST: frozenset[SystemType] = frozenset({"chatbot", "other"})


class ToSave(BaseModel):
    """One thing to save."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)
    id: str = Field(pattern=r"^[a-z][a-z-]*$", description="The stable id.")
    what: str = Field(max_length=60, description="What it is, in a few words.")
    detail: str = Field(max_length=200, description="What makes it whole.")
    types: tuple[SystemType, ...] = Field((), description="The types of system it applies to; without them every one.")
    lost: Lost = Field(description="What takes it away.")
    kind: EvidenceKind = Field(description="As what sort of evidence it stands in a report.")


@dataclass(frozen=True)
class SaveList:
    """All of it, the soonest lost first."""

    entries: tuple[ToSave, ...]

    def of(self, type_: SystemType | None) -> tuple[ToSave, ...]:
        """What applies to one type of system; where the type is not known, what applies to the widest ones."""
        wanted = {type_} if type_ else _WIDEST
        return tuple(each for each in self.entries if not each.types or not wanted.isdisjoint(each.types))
