"""What happened when, with the signals that stayed quiet."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from afterword.model.choices import DetectedBy, MissedBecause, Precision, TimelineKind
from afterword.model.dates import Moment
from afterword.model.fields import Fields
from afterword.model.replay import Replay
from afterword.model.scalars import Instant, Text


class TimelineEntry(Fields):
    """One event, with the system as its subject."""

    needs: ClassVar = ("kind", ("at", "unknown_because"))
    at: Instant | None = Field(None, description="When it happened: a day, a month, a year, or an instant.")
    unknown_because: Text | None = Field(None, description="Why the time is not known; stands in for `at`.")
    kind: TimelineKind | None = Field(None, description="What sort of event it is.")
    what: Text | None = Field(None, description="What happened, with the system as the subject.")
    precision: Precision | None = Field(None, description="How exactly `at` is known, where less than it is written.")
    evidence: tuple[Text, ...] = Field((), description="Ids of the evidence that shows it.")
    detected_by: DetectedBy | None = Field(None, description="Who or what noticed it; on `detected`.")
    signal: Text | None = Field(None, description="The signal that stayed quiet; on `alert_missed`.")
    missed_because: MissedBecause | None = Field(None, description="Why the signal stayed quiet; on `alert_missed`.")
    would_have_seen: Text | None = Field(None, description="What would have shown it; on `alert_missed`.")
    replay: Replay | None = Field(None, description="How the silent check is replayed on a kept series.")

    @property
    def moment(self) -> Moment | None:
        """`at`, widened to `precision` where the entry says that it is known less exactly."""
        if self.at is None or self.precision is None:
            return self.at
        return self.at.at_precision(self.precision)
