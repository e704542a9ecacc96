"""Contributing factors that stand in one report, two at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from afterword.index.insights_conditions import factors_of
from afterword.model.report import Report
from afterword.model.vocabulary import Factor, Vocabulary

PAIR_FROM = 2
"""In how many reports two factors stand together before they are told as a pair."""


@dataclass(frozen=True)
class Pair:
    """Two factors: how many reports name both, how many either.

    `by_chance` is how many would name both if naming one said nothing about the other: the product of the two shares
    times all reports.
    """

    first: Factor
    second: Factor
    both: int
    either: int
    by_chance: float


@dataclass(frozen=True)
class Pairs:
    """All pairs in two reports or more, the most frequent first; `reports` is how many name two factors or more."""

    pairs: tuple[Pair, ...]
    reports: int


def count_pairs(reports: Iterable[Report], vocabulary: Vocabulary) -> Pairs:
    """Each report counts once for each pair; the two of a pair stand in the order of their titles."""
    named = [sorted(factors_of(report, vocabulary), key=_title) for report in reports]
    alone = Counter(factor.id for factors in named for factor in factors)
    found = Counter((one.id, other.id) for factors in named for one, other in combinations(factors, 2))
    known = vocabulary.factor_by_id
    pairs = [
        Pair(
            first=known[one],
            second=known[other],
            both=both,
            either=alone[one] + alone[other] - both,
            by_chance=alone[one] * alone[other] / len(named),
        )
        for (one, other), both in found.items()
        if both >= PAIR_FROM
    ]
    ordered = sorted(pairs, key=lambda each: (-each.both, each.either, _title(each.first), _title(each.second)))
    return Pairs(tuple(ordered), sum(len(factors) >= 2 for factors in named))


def _title(factor: Factor) -> tuple[str, str]:
    return factor.title, factor.id
