"""What the trackers said when they were last asked, `_state/trackers.json`.

Neither names nor titles nor labels are kept: nothing here shows them, and they may hold what is nobody's business.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

TrackerStatus = Literal["open", "in_progress", "done", "declined"]


class TrackerItem(BaseModel):
    """One work item as its tracker knew it. Keys that are not listed here, such as assignees, are not kept."""

    model_config = ConfigDict(frozen=True, extra="ignore")
    url: str = Field(description="The work item's https address, as reports write it.")
    key: str | None = Field(None, description="How its tracker calls it.")
    state: TrackerStatus = Field(description="The state in our words.")
    raw: str | None = Field(None, description="The state in the tracker's words.")
    updated_at: datetime | None = Field(None, description="When it was changed last.")
    closed_at: datetime | None = Field(None, description="When it was closed.")
    due: date | None = Field(None, description="The day it is due, where the tracker keeps one.")
    seen_at: datetime | None = Field(
        None, description="When it was seen last, where the last pull no longer got an answer; else none."
    )

    @field_validator("url")
    @classmethod
    def _trim(cls, url: str) -> str:
        return trim(url)

    @field_validator("updated_at", "closed_at", "seen_at")
    @classmethod
    def _aware(cls, moment: datetime | None) -> datetime | None:
        return moment.replace(tzinfo=UTC) if moment is not None and moment.tzinfo is None else moment


@dataclass(frozen=True)
class TrackerState:
    """All known work items, as of `generated_at`."""

    generated_at: datetime
    items: tuple[TrackerItem, ...]

    @cached_property
    def by_url(self) -> Mapping[str, TrackerItem]:
        """Items by address, without a closing slash."""
        return {item.url: item for item in self.items}

    @cached_property
    def hosts(self) -> frozenset[str]:
        """The hosts of all known items."""
        return frozenset(host_of(item.url) for item in self.items)

    def find(self, url: str | None) -> TrackerItem | None:
        """The item at `url`, where it is known."""
        return self.by_url.get(trim(url)) if url else None

    def age(self, today: date) -> int:
        """Days since the trackers were asked, as of `today`."""
        return max(0, (today - self.generated_at.date()).days)


def host_of(url: str) -> str:
    """The part of an address between its scheme and its path, in lower case; empty for what has no such form."""
    return url.split("/", 3)[2].lower() if url.count("/") >= 2 else ""


def trim(url: str) -> str:
    """The address as it is compared: without blanks around it and without a closing slash."""
    return url.strip().rstrip("/")
