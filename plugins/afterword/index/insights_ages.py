"""How long own remediations have been open, in classes of age, and how many of each are overdue."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from afterword.index.index import Index
from afterword.index.open import is_own_open
from afterword.index.remediations import RemediationUse

BOUNDS: tuple[int, ...] = (0, 31, 91, 181, 366)
"""The age in days with which each class begins."""


@dataclass(frozen=True)
class AgeClass:
    """Open remediations from `first` to `last` days old, both inside; None for no upper bound."""

    first: int
    last: int | None
    open: int
    overdue: int


@dataclass(frozen=True)
class Ages:
    """Open remediations of counted reports of the own organisation.

    Attributes:
        classes: by age, the youngest first, also those that are empty.
        oldest: the one that has been open longest; None where no age is known.
        undated: how many have no known age, since their report has no day of publication.
        undated_overdue: how many of these are overdue.
        elsewhere: how many own ones are open in reports that are not counted.
    """

    classes: tuple[AgeClass, ...]
    oldest: RemediationUse | None
    undated: int
    undated_overdue: int
    elsewhere: int

    @property
    def open(self) -> int:
        """All of them."""
        return sum(each.open for each in self.classes) + self.undated

    @property
    def overdue(self) -> int:
        """Those past their due date."""
        return sum(each.overdue for each in self.classes) + self.undated_overdue


def count_ages(index: Index) -> Ages:
    """Everything of our own that is neither done nor declined, exercises included: what they asked for is real work."""
    counted = frozenset(report.id for report in index.counted)
    own = [use for use in index.remediations if is_own_open(use)]
    known = [use for use in own if use.report.id in counted]
    dated = [use for use in known if use.age is not None]
    undated = [use for use in known if use.age is None]
    return Ages(
        classes=tuple(_class(first, after, dated) for first, after in pairwise((*BOUNDS, None))),
        oldest=min(dated, key=lambda use: (-(use.age or 0), use.report.id, use.remediation.id or ""), default=None),
        undated=len(undated),
        undated_overdue=_overdue(undated),
        elsewhere=len(own) - len(known),
    )


def _class(first: int | None, after: int | None, uses: Iterable[RemediationUse]) -> AgeClass:
    start = first or 0
    within = [use for use in uses if start <= (use.age or 0) and (after is None or (use.age or 0) < after)]
    return AgeClass(start, None if after is None else after - 1, len(within), _overdue(within))


def _overdue(uses: Iterable[RemediationUse]) -> int:
    return sum(use.overdue is not None for use in uses)
