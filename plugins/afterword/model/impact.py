"""What it meant for people, in numbers with their basis, and what was nearly hurt."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from afterword.model.choices import Harm
from afterword.model.fields import Fields
from afterword.model.scalars import Count, Flag, Instant, Number, Text


class PeopleAffected(Fields):
    """How many people were affected, as a range with its basis."""

    needs: ClassVar = (("min", "max"),)
    min: Count | None = Field(None, description="At least so many people.")
    max: Count | None = Field(None, description="At most so many people.")
    basis: Text | None = Field(None, description="What was counted, and how.")


class Money(Fields):
    """What it cost, with its basis."""

    needs: ClassVar = ("amount", "currency")
    amount: Number | None = Field(None, description="The amount in whole or decimal units of the currency.")
    currency: Text | None = Field(None, description="The currency's three-letter ISO 4217 code.")
    basis: Text | None = Field(None, description="What was counted, and how.")


class Reporting(Fields):
    """One duty to report to an authority, and the clock that runs with it."""

    needs: ClassVar = ("regime", "applicable")
    regime: Text | None = Field(None, description="The law or contract, such as `gdpr_art33`.")
    applicable: Flag | None = Field(None, description="Whether it applies here.")
    rationale: Text | None = Field(None, description="Why it applies, or does not.")
    decided_by_role: Text | None = Field(None, description="The role that decided so.")
    aware_at: Instant | None = Field(None, description="When the clock began to run.")
    due: Instant | None = Field(None, description="When the notice is due.")
    submitted: Instant | None = Field(None, description="When the notice was handed in.")


class Impact(Fields):
    """What it meant for people."""

    harm: Harm | None = Field(None, description="Whether harm occurred, was averted, or is not known.")
    harm_types: tuple[Text, ...] = Field((), description="The kinds of harm, in words.")
    people_affected: PeopleAffected | None = Field(None, description="How many people were affected.")
    requests: Count | None = Field(None, description="How many requests were affected.")
    money: Money | None = Field(None, description="What it cost.")
    groups: Text | None = Field(None, description="Which groups of people were affected more than others.")
    unknowns: tuple[Text, ...] = Field((), description="What is not known about the impact.")
    reporting: tuple[Reporting, ...] = Field((), description="Duties to report, whether or not they apply.")


class NearMiss(Fields):
    """What stopped it, and what could have come of it."""

    caught_by: Text | None = Field(
        None, description="The independent factor that stopped it; not the interlock made for that."
    )
    potential: Text | None = Field(None, description="What could have come of it.")
    margin: Text | None = Field(None, description="How close it was.")
