"""Reports whose failing input became a permanent test, by how far that has come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from afterword.model.report import Report

Standing = Literal["committed", "uncommitted", "reason", "untold"]
"""Has a committed case; has cases, none of them committed; says why there is none; says nothing."""
STANDINGS: tuple[Standing, ...] = get_args(Standing)


@dataclass(frozen=True)
class Cases:
    """How many reports there are of each standing, of incidents and of near misses."""

    incidents: dict[Standing, int]
    near_misses: dict[Standing, int]

    @property
    def total(self) -> int:
        """All reports."""
        return sum(self.of(standing) for standing in STANDINGS)

    def of(self, standing: Standing) -> int:
        """Reports of one standing, whatever their kind."""
        return self.incidents[standing] + self.near_misses[standing]


def count_cases(reports: Iterable[Report]) -> Cases:
    """Each report once, by the best that can be said of it."""
    found = Counter((report.kind, standing_of(report)) for report in reports)
    return Cases(
        incidents={each: found["incident", each] for each in STANDINGS},
        near_misses={each: found["near_miss", each] for each in STANDINGS},
    )


def standing_of(report: Report) -> Standing:
    """How far a report's input has become a permanent test."""
    cases = report.front.eval_cases
    if any(case.status == "committed" for case in cases):
        return "committed"
    if cases:
        return "uncommitted"
    return "reason" if report.front.no_eval_because else "untold"
