"""Contributing factors by side and group: in how many reports each of them stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from afterword.model.choices import Side
from afterword.model.report import Report
from afterword.model.vocabulary import Factor, Vocabulary


@dataclass(frozen=True)
class GroupCount:
    """In how many reports a group of factors stands, and each of its factors, the most frequent first."""

    side: Side
    group: str
    reports: int
    factors: tuple[tuple[Factor, int], ...]


@dataclass(frozen=True)
class Conditions:
    """What the reports name.

    Attributes:
        groups: those that any report names, by side, the most frequent first.
        both: how many reports name factors of both sides.
        alone: how many reports name factors of one side and none of the other.
        none: how many reports name no factor of the vocabulary.
    """

    groups: tuple[GroupCount, ...]
    both: int
    alone: dict[Side, int]
    none: int

    @property
    def known(self) -> int:
        """How many reports name a factor of the vocabulary."""
        return self.both + sum(self.alone.values())

    @property
    def factors(self) -> list[tuple[Factor, int]]:
        """All named factors with the number of their reports, the most frequent first, then by title."""
        return _ranked(each for group in self.groups for each in group.factors)


def factors_of(report: Report, vocabulary: Vocabulary) -> list[Factor]:
    """The factors of the vocabulary that a report names, each once, in the report's order."""
    names = dict.fromkeys(each.factor for each in report.front.contributing_factors if each.factor)
    known = vocabulary.factor_by_id
    return [known[name] for name in names if name in known]


def count_conditions(reports: Iterable[Report], vocabulary: Vocabulary) -> Conditions:
    """Each report counts once for each group and each factor that it names."""
    named = [factors_of(report, vocabulary) for report in reports]
    by_factor = Counter(factor.id for factors in named for factor in factors)
    by_group = Counter(group for factors in named for group in {(each.side, each.group) for each in factors})
    sides = Counter(frozenset(factor.side for factor in factors) for factors in named)
    members: dict[tuple[Side, str], list[tuple[Factor, int]]] = {}
    for factor in vocabulary.factors:
        if by_factor[factor.id]:
            members.setdefault((factor.side, factor.group), []).append((factor, by_factor[factor.id]))
    groups = [
        GroupCount(side, group, by_group[side, group], tuple(_ranked(factors)))
        for (side, group), factors in members.items()
    ]
    order = get_args(Side)
    return Conditions(
        groups=tuple(sorted(groups, key=lambda each: (order.index(each.side), -each.reports, each.group))),
        both=sides[frozenset(order)],
        alone={side: sides[frozenset([side])] for side in order},
        none=sides[frozenset()],
    )


def _ranked(factors: Iterable[tuple[Factor, int]]) -> list[tuple[Factor, int]]:
    return sorted(factors, key=lambda each: (-each[1], each[0].title, each[0].id))
