"""The glossary: terms that reports use, each explained in a sentence or two for readers outside engineering."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from afterword.model.audience import is_shown_to
from afterword.model.choices import Audience

# Nothing that could mean something to Markdown or HTML, so that a spelling is the same text wherever it stands.
Spelling = Annotated[str, Field(pattern=r"^[^\W_]+(?:[ /.'’-][^\W_]+)*$", min_length=2, max_length=60)]


class Explained(BaseModel):
    """One term of the glossary. An organisation's own ids begin with `x-`, or are those of the entries they replace."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)
    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$", max_length=60, description="The stable id, never reused.")
    term: Spelling = Field(description="The term as it is usually written.")
    also: tuple[Spelling, ...] = Field((), max_length=20, description="Plurals and other spellings of the same.")
    meaning: str = Field(min_length=10, max_length=400, description="What it means, in a sentence or two.")
    see: tuple[str, ...] = Field((), description="Ids of entries to read beside it.")
    source: str = Field("", max_length=200, description="The standard or text that the meaning rests on.")
    in_text: bool = Field(True, description="Whether reports explain it where they use it.")
    audience: Audience | None = Field(None, description="Who may read an own entry; default from the settings.")

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every way in which it is written, the usual one first."""
        return (self.term, *self.also)


@dataclass(frozen=True, eq=False)
class Glossary:
    """All entries, sorted by id. Two glossaries are the same only where they are one, so that each is a cheap key."""

    entries: tuple[Explained, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Explained]:
        """Entries by id."""
        return {entry.id: entry for entry in self.entries}

    def narrowed(self, audience: Audience) -> Glossary:
        """The entries that `audience` may read, without a mention of the others."""
        shown = [entry for entry in self.entries if is_shown_to(entry.audience or "public", audience)]
        ids = {entry.id for entry in shown}
        kept = (each.model_copy(update={"see": tuple(other for other in each.see if other in ids)}) for each in shown)
        return Glossary(tuple(kept))
