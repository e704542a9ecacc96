"""The vocabulary of contributing factors and of remediation kinds, two levels each: group and id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from afterword.model.choices import Side, Strength

BLOCKING_DECIDES = frozenset({"eval-case", "gold-dataset"})
"""Kinds that are stronger only where the test stops a release, and intermediate otherwise."""


def _as_list(value: Any) -> Any:  # noqa: ANN401 - typed by people
    return [value] if isinstance(value, str) else value


class Term(BaseModel):
    """What both vocabularies say of an entry. An organisation's own ids begin with `x-`."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$", description="The stable id, never reused.")
    title: str = Field(min_length=3, description="A few words for headings.")
    definition: str = Field(min_length=10, description="What the entry means, in a sentence.")
    maps_to: Mapping[str, tuple[str, ...]] = Field(
        default_factory=dict, description="Codes of outside lists that truly describe the same thing."
    )
    replaced_by: Annotated[tuple[str, ...], BeforeValidator(_as_list)] = Field(
        (), max_length=10, description="The id or ids that took its place: the entry is retired, and kept for good."
    )
    retired_because: str | None = Field(
        None, min_length=3, description="Why the entry is retired, where nothing took its place."
    )

    @property
    def is_retired(self) -> bool:
        """Whether the entry stands for its id alone, which nothing new may use."""
        return bool(self.replaced_by) or self.retired_because is not None


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
class Retired:
    """An id that is used no more.

    Attributes:
        id: the id.
        title: what it was called.
        now: the ids that are used instead, chains followed to their end: one where that is certain, several where a
            person has to choose, none where nothing took its place.
        because: why it is retired; empty where `now` says it.
    """

    id: str
    title: str
    now: tuple[str, ...] = ()
    because: str = ""

    @property
    def words(self) -> tuple[str, str]:
        """What is to be said of the id and the cure, both without the id."""
        listed = ", ".join(f"`{each}`" for each in self.now)
        if len(self.now) == 1:
            return f"is retired; {listed} took its place", f"`afterword migrate` writes {listed} wherever it stands"
        if self.now:
            return "is retired; several took its place", f"choose among {listed}"
        return f"is retired{f': {self.because}' if self.because else ''}", "choose another id of the vocabulary"


@dataclass(frozen=True)
class Vocabulary:
    """Both vocabularies, the shipped entries first and the organisation's own after them; retired ids stand apart."""

    factors: tuple[Factor, ...]
    kinds: tuple[RemediationKind, ...]
    retired_factors: Mapping[str, Retired] = field(default_factory=dict)
    retired_kinds: Mapping[str, Retired] = field(default_factory=dict)

    @cached_property
    def factor_by_id(self) -> Mapping[str, Factor]:
        """Factors by id."""
        return {factor.id: factor for factor in self.factors}

    @cached_property
    def kind_by_id(self) -> Mapping[str, RemediationKind]:
        """Remediation kinds by id."""
        return {kind.id: kind for kind in self.kinds}

    def factor_now(self, factor_id: str) -> str:
        """The id that stands for a factor now: another one where exactly one took its place, else the same."""
        return _now(factor_id, self.retired_factors)

    def kind_now(self, kind_id: str) -> str:
        """The id that stands for a kind of remediation now, as with factors."""
        return _now(kind_id, self.retired_kinds)

    def strength(self, kind: str | None, *, blocking: bool | None) -> Strength | None:
        """The strength of a remediation of `kind`; None for a kind that the vocabulary does not hold."""
        if kind is None or (known := self.kind_by_id.get(self.kind_now(kind))) is None:
            return None
        if known.id in BLOCKING_DECIDES and not blocking:
            return "intermediate"
        return known.strength


def _now(term_id: str, retired: Mapping[str, Retired]) -> str:
    known = retired.get(term_id)
    return known.now[0] if known is not None and len(known.now) == 1 else term_id
