"""Who was in the room, by role, and how the review was held."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from afterword.model.choices import RedactionLevel
from afterword.model.fields import Fields
from afterword.model.scalars import Count, Day, Flag, Text


class Participant(Fields):
    """One role in the room, as a count; never a name."""

    needs: ClassVar = ("role",)
    role: Text | None = Field(None, description="The role, such as `ai-engineer`.")
    count: Count | None = Field(None, description="How many people had it.")
    team: Text | None = Field(None, description="Their team.")
    technical: Flag | None = Field(None, description="Whether the role is a technical one.")
    shadowed: Text | None = Field(None, description="What work of another discipline they sat in on.")
    absent_because: Text | None = Field(None, description="Why a required discipline was not in the room.")


class Review(Fields):
    """How the review was held, and which roles approved."""

    facilitator_role: Text | None = Field(None, description="The facilitator's role.")
    facilitator_team: Text | None = Field(None, description="The facilitator's team, another than those involved.")
    held_on: Day | None = Field(None, description="The day on which the review was held.")
    ground_rule_read: Flag | None = Field(None, description="Whether the ground rule was read aloud.")
    approved_by_roles: tuple[Text, ...] = Field((), description="The roles that approved the report.")
    approved_on: Day | None = Field(None, description="The day on which it was approved.")
    surprises: tuple[Text, ...] = Field((), description="What surprised those in the room.")


class Redaction(Fields):
    """What was taken out before a wider audience reads it."""

    level: RedactionLevel | None = Field(None, description="How much was taken out.")
    removed: tuple[Text, ...] = Field((), description="What was taken out, by kind.")
    approved_by_role: Text | None = Field(None, description="The role that approved it.")
    approved_on: Day | None = Field(None, description="The day on which it was approved.")

    @property
    def is_approved(self) -> bool:
        """Whether a role has approved the redaction on a day."""
        return self.approved_by_role is not None and self.approved_on is not None
