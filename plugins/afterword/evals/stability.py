"""The population stability index: how far a column's values have moved from those of a baseline.

The usual form: the sum over bins of (now - before) * ln(now / before), where both are shares. Below 0.1 counts as
stable, above 0.25 as moved. Numbers are put into ten bins that hold a tenth of the baseline each; the outer bins are
open, and equal edges fall together, so that a baseline of few different numbers has fewer bins. Where a value is no
number, each different value is a bin of its own. A share of an empty bin counts as 0.0001, as is usual, so that one new
value says much and not everything.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

BINS = 10
EMPTY = 0.0001


def stability_index(before: Sequence[str], now: Sequence[str]) -> float:
    """The index of `now` against `before`; 0 where both are spread alike, never below.

    Args:
        before: the values of the baseline; at least one.
        now: the values that are judged; at least one.
    """
    numbers = _numbers(before), _numbers(now)
    if numbers[0] is None or numbers[1] is None:
        counted = Counter(before), Counter(now)
        bins = sorted(counted[0].keys() | counted[1].keys())
        shares = [[counts[each] for each in bins] for counts in counted]
    else:
        edges = _edges(numbers[0])
        shares = [_histogram(values, edges) for values in numbers if values is not None]
    old, new = (_shares(counts) for counts in shares)
    return math.fsum((after - earlier) * math.log(after / earlier) for earlier, after in zip(old, new, strict=True))


def _numbers(texts: Sequence[str]) -> list[float] | None:
    """The texts as numbers; None where one of them is none."""
    try:
        values = [float(text) for text in texts]
    except ValueError:
        return None
    return values if all(map(math.isfinite, values)) else None


def _edges(values: Sequence[float]) -> list[float]:
    """The inner edges of the bins: values of the baseline at each tenth of its rows."""
    ordered = sorted(values)
    return sorted({ordered[len(ordered) * place // BINS] for place in range(1, BINS)})


def _histogram(values: Sequence[float], edges: Sequence[float]) -> list[int]:
    counts = [0] * (len(edges) + 1)
    for value in values:
        counts[bisect_right(edges, value)] += 1
    return counts


def _shares(counts: Sequence[int]) -> list[float]:
    whole = sum(counts)
    return [count / whole if count else EMPTY for count in counts]
