"""The vocabulary of contributing factors and of remediation kinds, two levels each: group and id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from pydantic import BaseModel, ConfigDict, Field

from afterword.model.choices import Side, Strength

BLOCKING_DECIDES = frozenset({"eval-case", "gold-dataset"})
"""Kinds that are stronger only where the test stops a release, and intermediate otherwise."""


class Term(BaseModel):
    """What both vocabularies say of an entry. An organisation's own ids begin with `x-`."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$", description="The stable id, never reused.")
    title: str = Field(min_length=3, description="A few words for headings.")
    definition: str = Field(min_length=10, description="What the entry means, in a sentence.")
    maps_to: Mapping[str, tuple[str, ...]] = Field(
        default_factory=dict, description="Codes of outside lists that truly describe the same thing."
    )


class Factor(Term):
    """One contributing factor of the vocabulary."""

    side: Side = Field(description="Whether the condition is technical or organisational.")
    group: str = Field(pattern=r"^[a-z][a-z-]*$", description="The group in which it is listed.")


class RemediationKind(Term):
    """One kind of remediation, with its place in the action hierarchy (RCA2, US Department of Veterans Affairs).

    The ranking is contested (Wood & Wiegmann, Int J Qual Health Care 2020;32(7):438-444): sort by it with that caveat
    beside it, and score nobody with it.
    """

    strength: Strength = Field(description="How far it works without anyone having to remember it.")
    analogue: str = Field(description="What the action hierarchy calls it.")


@dataclass(frozen=True)
class Vocabulary:
    """Both vocabularies, the shipped entries first and the organisation's own after them."""

    factors: tuple[Factor, ...]
    kinds: tuple[RemediationKind, ...]

    @cached_property
    def factor_by_id(self) -> Mapping[str, Factor]:
        """Factors by id."""
        return {factor.id: factor for factor in self.factors}

    @cached_property
    def kind_by_id(self) -> Mapping[str, RemediationKind]:
        """Remediation kinds by id."""
        return {kind.id: kind for kind in self.kinds}

    def strength(self, kind: str | None, *, blocking: bool | None) -> Strength | None:
        """The strength of a remediation of `kind`; None for a kind that the vocabulary does not hold."""
        if kind is None or (known := self.kind_by_id.get(kind)) is None:
            return None
        if kind in BLOCKING_DECIDES and not blocking:
            return "intermediate"
        return known.strength
