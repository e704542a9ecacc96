"""What was preserved: inputs, outputs, data and settings, each with a digest and who may read it."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from afterword.model.choices import Audience, EvidenceKind, PersonalData
from afterword.model.fields import Fields
from afterword.model.scalars import Day, Instant, Text, clip, error, read_text


def _read_digest(value: object) -> str:
    digest = read_text(value).lower()
    if len(digest) != 64 or not set(digest) <= set("0123456789abcdef"):
        raise error("digest", f"takes a SHA-256 digest of 64 hex digits, and `{clip(digest, 20)}` is none")
    return digest


Digest = Annotated[str, BeforeValidator(_read_digest), Field(json_schema_extra={"pattern": "^[0-9a-fA-F]{64}$"})]


class Removed(Fields):
    """That the file is gone: its digest stays, and says later whether a copy that turns up is the same."""

    needs: ClassVar = ("at", "because")
    at: Day | None = Field(None, description="The day on which it was removed; `evidence prune` writes it.")
    because: Text | None = Field(None, description="Why it was removed.")


class Evidence(Fields):
    """One preserved piece of evidence, or the pointer that stands for it."""

    needs: ClassVar = ("kind", "title")
    id: Text | None = Field(None, description="`EV-` and a number, by which the report's other entries refer to it.")
    kind: EvidenceKind | None = Field(None, description="What sort of evidence it is.")
    title: Text | None = Field(None, description="What it shows, in a few words.")
    captured_at: Instant | None = Field(None, description="When it was captured.")
    uri: Text | None = Field(
        None, description="Where it lies: a path below the documents folder (`evidence/<id>/<file>`), or https."
    )
    sha256: Digest | None = Field(
        None, description="The SHA-256 digest of its bytes, recomputed where the file lies in the repository."
    )
    access: Audience | None = Field(None, description="Who may read it; without it the report's audience.")
    personal_data: PersonalData | None = Field(None, description="Whether it holds personal data.")
    retention_until: Day | None = Field(None, description="The day after which it is no longer kept.")
    legal_hold: Text | None = Field(None, description="Why it is kept beyond its retention, where it is.")
    removed: Removed | None = Field(None, description="That the file was removed, when and why; its digest remains.")

    def is_over(self, today: date) -> bool:
        """Whether the last day lies before `today`, and the file has not been removed yet."""
        return self.retention_until is not None and self.retention_until < today and self.removed is None
