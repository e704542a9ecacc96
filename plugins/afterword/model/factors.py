"""Contributing factors: conditions from the vocabulary, each with its *how*."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from afterword.model.choices import Confidence
from afterword.model.fields import Fields
from afterword.model.scalars import Day, Text


class AcceptedRisk(Fields):
    """That a condition stays as it is, decided by a role, until a date."""

    needs: ClassVar = ("rationale", "decided_by_role", "review_on")
    rationale: Text | None = Field(None, description="Why the condition is left as it is.")
    decided_by_role: Text | None = Field(None, description="The role that decided so.")
    review_on: Day | None = Field(None, description="The day on which the decision is looked at again.")


class ContributingFactor(Fields):
    """One condition that fed into what happened."""

    needs: ClassVar = ("factor",)
    id: Text | None = Field(None, description="`CF-` and a number, by which the report's other entries refer to it.")
    factor: Text | None = Field(None, description="The condition's id in the vocabulary of contributing factors.")
    confidence: Confidence = Field("potential", description="Whether the condition is known to have fed in.")
    how: Text | None = Field(
        None, description="How the condition fed in, in the report's own words (at least 40 characters)."
    )
    led_to: tuple[Text, ...] = Field((), description="Ids of the factors that this one fed: the map.")
    evidence: tuple[Text, ...] = Field((), description="Ids of the evidence that shows it.")
    accepted_risk: AcceptedRisk | None = Field(
        None, description="Stands in for a remediation where the condition stays as it is."
    )
