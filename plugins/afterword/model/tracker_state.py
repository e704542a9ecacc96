"""What the trackers said when they were last asked, `_state/trackers.json`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

TrackerStatus = Literal["open", "in_progress", "done", "declined"]


class TrackerItem(BaseModel):
    """One work item as its tracker knew it. Keys that are not listed here, such as assignees, are not kept."""

    model_config = ConfigDict(frozen=True, extra="ignore")
    url: str = Field(description="The work item's https address, as reports write it.")
    key: str | None = None
    title: str | None = None
    state: TrackerStatus = Field(description="The state in our words.")
    raw: str | None = None
    updated_at: datetime | None = None
    closed_at: datetime | None = None
    due: date | None = None
    labels: tuple[str, ...] = ()

    @field_validator("url")
    @classmethod
    def _trim(cls, url: str) -> str:
        return url.rstrip("/")


@dataclass(frozen=True)
class TrackerState:
    """All known work items, as of `generated_at`."""

    generated_at: datetime
    items: tuple[TrackerItem, ...]

    @cached_property
    def by_url(self) -> Mapping[str, TrackerItem]:
        """Items by address, without a closing slash."""
        return {item.url: item for item in self.items}

    def find(self, url: str | None) -> TrackerItem | None:
        """The item at `url`, where it is known."""
        return self.by_url.get(url.rstrip("/")) if url else None
