"""Moves labels apart so that none covers another, each as near to its place as the others let it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate


def spread(wanted: Sequence[float], heights: Sequence[float], weights: Sequence[float] | None = None) -> list[float]:
    """The tops of labels that keep their order and do not overlap.

    The sum of the squared distances from `wanted`, each times its weight, is the smallest possible: with the heights
    above taken off, tops only have to rise, and neighbours that would fall are pooled (isotonic regression).

    Source: R. E. Barlow et al., "Statistical inference under order restrictions" (1972), pool adjacent violators.
    """
    above = [0.0, *accumulate(heights)][: len(heights)]
    given = weights or [1.0] * len(wanted)
    pools: list[tuple[float, float, int]] = []
    for place, weight, taken in zip(wanted, given, above, strict=True):
        pool = (place - taken, weight, 1)
        while pools and pools[-1][0] > pool[0]:
            mean, mass, count = pools.pop()
            total = mass + pool[1]
            pool = ((mean * mass + pool[0] * pool[1]) / total, total, count + pool[2])
        pools.append(pool)
    free = [mean for mean, _, count in pools for _ in range(count)]
    return [mean + taken for mean, taken in zip(free, above, strict=True)]
