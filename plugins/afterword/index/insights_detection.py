"""Who or what found it: checks, people at work, or people outside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from afterword.model.choices import DetectedBy
from afterword.model.report import Report

Way = Literal["check", "inside", "outside"]
WAYS: dict[Way, tuple[DetectedBy, ...]] = {
    "check": ("monitoring", "eval", "canary"),
    "inside": ("on-call", "internal-user", "audit"),
    "outside": ("support-report", "user-report", "partner", "vendor", "media", "research", "regulator"),
}
"""Every source in one of three ways. A support team speaks for those outside who turned to it."""


@dataclass(frozen=True)
class Detection:
    """How many reports were found by each source, in the order of `WAYS`, and of how many it is not told."""

    by_source: tuple[tuple[DetectedBy, int], ...]
    unknown: int

    @property
    def known(self) -> int:
        """Of how many reports it is told."""
        return sum(count for _, count in self.by_source)

    def by(self, way: Way) -> int:
        """How many were found in one of the three ways."""
        return sum(count for source, count in self.by_source if source in WAYS[way])


def count_detection(reports: Iterable[Report]) -> Detection:
    """Each report counts once, with the first of its entries that says who or what noticed it."""
    sources = [_source(report) for report in reports]
    found = Counter(source for source in sources if source is not None)
    ordered = [source for way in WAYS.values() for source in way]
    return Detection(tuple((source, found[source]) for source in ordered), sources.count(None))


def _source(report: Report) -> DetectedBy | None:
    told = (entry.detected_by for entry in report.front.timeline if entry.kind == "detected")
    return next((source for source in told if source is not None), None)
