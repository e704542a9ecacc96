"""What was counted when the wording rules judged sentences that people had labelled, and whole documents."""

from __future__ import annotations

from datetime import date
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

FEWEST = 5
"""The fewest sentences of which a share is told; of fewer, the counts alone."""


class Record(BaseModel):
    """A closed group of counts."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Flags(Record):
    """How many sentences were flagged, and how many of these rightly: a label says that they blame."""

    flagged: int = Field(ge=0)
    rightly: int = Field(ge=0)

    @model_validator(mode="after")
    def _no_more_than_all(self) -> Self:
        if self.rightly > self.flagged:
            message = f"{self.rightly} rightly flagged of {self.flagged}"
            raise ValueError(message)
        return self


class RuleCount(Record):
    """One rule: what it shows, and what only `--pedantic` shows of it."""

    code: str = Field(pattern=r"^AW3\d\d$")
    shown: Flags
    quiet: Flags


class LabelCount(Record):
    """One label: how many sentences carry it, and how many of these one of its rules shows."""

    label: str
    rules: tuple[str, ...]
    sentences: int = Field(ge=0)
    found: int = Field(ge=0)


class Part(Record):
    """One set of labelled sentences.

    Attributes:
        part: `kept` for sentences that stayed unread while the rules were written, `read` for those that were read.
        what: what the sentences are.
        day: the day on which they were judged.
        sentences: how many there are, ambiguous ones not counted.
        blameful: how many of them are labelled as blame.
        shown: what all rules together show, levels warning and error.
        errors: the same of the level error alone.
    """

    part: Literal["kept", "read"]
    what: str
    day: date
    sentences: int = Field(ge=1)
    blameful: int = Field(ge=0)
    shown: Flags
    errors: Flags
    rules: tuple[RuleCount, ...]
    labels: tuple[LabelCount, ...]

    def rule(self, code: str) -> RuleCount | None:
        """The counts of one rule."""
        return next((each for each in self.rules if each.code == code), None)

    def label_of(self, code: str) -> LabelCount | None:
        """The label that one rule answers for, alone or with others."""
        return next((each for each in self.labels if code in each.rules), None)


class Document(Record):
    """One whole document that the rules were run over, every flag of which was read."""

    title: str
    address: str = Field(pattern=r"^https?://")
    sentences: int = Field(ge=1)
    flagged: int = Field(ge=0)
    justified: int = Field(ge=0)

    @model_validator(mode="after")
    def _no_more_than_all(self) -> Self:
        if not self.justified <= self.flagged <= self.sentences:
            message = f"{self.justified} justified of {self.flagged} flagged of {self.sentences} sentences"
            raise ValueError(message)
        return self


class Measured(Record):
    """All counts: the sets of sentences, those that were kept aside first, and the documents."""

    parts: tuple[Part, ...] = ()
    documents: tuple[Document, ...] = ()


def share(part: int, whole: int) -> str:
    """A share in whole percent, such as `83 %`; empty where there are too few to tell one."""
    return f"{part / whole:.0%}".replace("%", " %") if whole >= FEWEST else ""
