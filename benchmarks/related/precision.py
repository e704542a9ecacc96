"""Precision at five, and how sure the ratio of two of them is."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from benchmarks.related.labelled import Labelled

DRAWS = 2_000


def precisions(ranked: Sequence[Sequence[int]], texts: Sequence[Labelled], top: int = 5) -> np.ndarray:
    """For each text that has a relevant other, the share of its `top` nearest that share a label with it."""
    found = []
    for place, each in enumerate(texts):
        if any(each.labels & other.labels for number, other in enumerate(texts) if number != place):
            hits = sum(bool(each.labels & texts[other].labels) for other in ranked[place][:top])
            found.append(hits / top)
    return np.array(found)


def ratio_range(ours: np.ndarray, theirs: np.ndarray) -> tuple[float, float]:
    """The 95 % range of the ratio of the two means, by drawing texts with replacement; the seed is fixed."""
    draws = np.random.default_rng(0).integers(0, len(ours), (DRAWS, len(ours)))
    ratios = ours[draws].mean(axis=1) / np.maximum(theirs[draws].mean(axis=1), 1e-9)
    low, high = np.percentile(ratios, [2.5, 97.5])
    return float(low), float(high)
