"""What a tracker's answer says of one work item, and the careful reading of its fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from afterword.audit.hiding import hide_secrets
from afterword.model.tracker_state import TrackerItem, TrackerStatus

_LONGEST = 80


class AnswerError(ValueError):
    """An answer that is not of the documented form."""


@dataclass(frozen=True, order=True)
class Place:
    """Where a work item lies on its host.

    Attributes:
        project: `owner/repo`, the path of a project, or the key of one.
        number: its number there.
        key: how its tracker calls it, such as `owner/repo#12`.
    """

    project: str
    number: int
    key: str = field(compare=False)


@dataclass(frozen=True)
class Seen:
    """A work item as its tracker has it; names, titles and labels are left behind here."""

    state: TrackerStatus
    raw: str
    updated_at: datetime | None = None
    closed_at: datetime | None = None
    due: date | None = None

    def as_item(self, url: str, key: str) -> TrackerItem:
        """The same as the state file keeps it."""
        closed = self.closed_at if self.state in {"done", "declined"} else None
        return TrackerItem(
            url=url, key=key, state=self.state, raw=plain_word(self.raw), updated_at=self.updated_at,
            closed_at=closed, due=self.due,
        )  # fmt: skip


def plain_word(text: str) -> str:
    """A status as a tracker calls it: one line, short, without secrets."""
    return hide_secrets(" ".join("".join(c if c.isprintable() else " " for c in text).split()))[:_LONGEST]


def mapping(value: object) -> Mapping[str, Any]:
    """The value where it is an object; an empty one otherwise."""
    return value if isinstance(value, Mapping) else {}


def listing(value: object) -> list[Any]:
    """The value where it is a list; an empty one otherwise."""
    return value if isinstance(value, list) else []


def word(value: object) -> str:
    """The value where it is text; nothing otherwise."""
    return value if isinstance(value, str) else ""


def moment(value: object) -> datetime | None:
    """A moment such as `2026-03-12T11:15:00Z` or `2026-03-12T11:15:00.000+0100`, to the second and in UTC."""
    text = word(value).strip()
    if len(text) > 5 and text[-5] in "+-" and text[-4:].isdigit():
        text = f"{text[:-2]}:{text[-2:]}"  # as Jira writes offsets
    try:
        found = datetime.fromisoformat(text)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC).replace(microsecond=0)
    except (ValueError, OverflowError):
        return None


def day(value: object) -> date | None:
    """A day such as `2026-03-12`, or the day of a moment."""
    try:
        return date.fromisoformat(word(value).strip()[:10])
    except ValueError:
        return None


def names(value: object) -> frozenset[str]:
    """Names of labels, in lower case: of a list of words, or of objects with a `name`."""
    found = (each if isinstance(each, str) else word(mapping(each).get("name")) for each in listing(value))
    return frozenset(each.strip().lower() for each in found if each.strip())
