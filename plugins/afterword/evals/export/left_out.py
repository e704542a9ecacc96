"""A committed case that an export does not hold, and why."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class LeftOut:
    """One case by its report and id, with the reason as a sentence without its full stop."""

    report: str
    case: str
    reason: str
    blocking: bool = False
