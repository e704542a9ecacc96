"""What the audit of an imported report finds, and what a person has cleared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FlagKind = Literal["secret", "person", "accusing"]


@dataclass(frozen=True, slots=True, order=True)
class Flag:
    """One reason to hold an imported report back.

    Attributes:
        line: the line it stands on, 1-based.
        kind: a secret, a person, or wording that accuses somebody.
        what: what it is, in words; never the text itself.
        mark: the first eight hex digits of the SHA-256 of kind and text, by which a clearance knows it again.
    """

    line: int
    kind: FlagKind
    what: str
    mark: str


@dataclass(frozen=True)
class Clearance:
    """That a person has read one report and found that it may be shown.

    Attributes:
        id: the report's id.
        digest: SHA-256 of the text that was read: nothing in this very text holds the report back any more.
        marks: marks of the flags that the text had, each as often as it stood there, so that an edit elsewhere does not
            ask again, and the same words said once more do.
        cleared_on: the day, `2026-03-11`.
    """

    id: str
    digest: str
    marks: tuple[str, ...]
    cleared_on: str
