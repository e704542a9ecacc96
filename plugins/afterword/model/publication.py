"""How a report is published, updated, withdrawn, and tied to others."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from afterword.model.choices import ReferenceType
from afterword.model.fields import Fields
from afterword.model.scalars import Flag, Instant, Text


class Update(Fields):
    """One later change that readers are told of."""

    needs: ClassVar = ("at", "what")
    at: Instant | None = Field(None, description="When the page was changed.")
    what: Text | None = Field(None, description="What was changed.")
    correction: Flag = Field(False, description="Whether something published earlier was wrong.")


class DigestWords(Fields):
    """Other words for the digest than the computed ones."""

    headline: Text | None = Field(None, description="The headline; without it the title.")
    takeaway: Text | None = Field(None, description="The takeaway; without it the plain summary's first sentence.")
    pick: Flag | None = Field(None, description="Whether it is the editor's choice of the week.")


class Withdrawn(Fields):
    """That the report was withdrawn, and why."""

    needs: ClassVar = ("because",)
    at: Instant | None = Field(None, description="When it was withdrawn.")
    because: Text | None = Field(None, description="Why it was withdrawn.")
    hide_title: Flag | None = Field(None, description="Whether the page that stays hides the title too.")


class Reference(Fields):
    """One source outside the collection."""

    needs: ClassVar = ("title", "url")
    type: ReferenceType | None = Field(None, description="What sort of source it is, in OSV's words.")
    title: Text | None = Field(None, description="The source's title.")
    url: Text | None = Field(None, description="The source's https address.")


class FieldSuppression(Fields):
    """One finding on one field that is left standing, with its reason."""

    needs: ClassVar = ("rule", "reason")
    rule: Text | None = Field(None, description="The rule's code.")
    field: Text | None = Field(None, description="The field, such as `remediations` or `CF-2`; without it the report.")
    reason: Text | None = Field(None, description="Why the finding is left standing.")
