"""How sure a share of a sample is: the Wilson score interval, and the words for it."""

from __future__ import annotations

from math import ceil, log10, sqrt

_Z_95 = 1.959963984540054
"""The 97.5th percentile of the standard normal distribution, which gives a two-sided interval of 95 %."""


def wilson(k: int, n: int, z: float = _Z_95) -> tuple[float, float]:
    """The lower and upper bound, from 0 to 1, of the share of which a sample shows `k` out of `n`.

    Unlike the interval of the normal approximation it stays within 0 and 1 and keeps a width at `k` = 0 and `k` = `n`.
    Raises ValueError where `n` is not above 0, `k` not within 0 and `n`, or `z` below 0.

    Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the
    American Statistical Association 22 (1927), 209-212.
    """
    if n <= 0:
        raise ValueError(f"n must be above 0, not {n}")
    if not 0 <= k <= n:
        raise ValueError(f"k must lie from 0 to {n}, not at {k}")
    if not z >= 0:
        raise ValueError(f"z must not lie below 0: {z}")
    share = k / n
    scale = 1 + z * z / n
    centre = (share + z * z / (2 * n)) / scale
    reach = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / scale
    # At the ends the bound is the share itself; the sums above miss it by the last bit.
    lower = 0.0 if k == 0 else min(max(centre - reach, 0.0), share)
    upper = 1.0 if k == n else max(min(centre + reach, 1.0), share)
    return lower, upper


def describe_share(k: int, n: int) -> str:
    """`k` of `n` in words, as in "37 of 200 (18.5 %; 95 % interval 13.7–24.5 %)"; raises ValueError as `wilson` does.

    The wider the interval, the fewer decimals: none from a width of 20 percentage points, one down to a width of 1.
    """
    share, low, high = percentages(k, n)
    return f"{k} of {n} ({share} %; 95 % interval {low}–{high} %)"


def percentages(k: int, n: int) -> tuple[str, str, str]:
    """The share and the ends of its interval as figures, with as many decimals as `describe_share` says."""
    lower, upper = wilson(k, n)
    width = 100 * (upper - lower)
    decimals = 0 if width >= 20 else 1 if width >= 1 else 1 + ceil(-log10(width))
    share, low, high = (_percent(value, decimals) for value in (k / n, lower, upper))
    return share, low, high


def _percent(share: float, decimals: int) -> str:
    # None and all are exact, so they show no decimals.
    return f"{100 * share:.0f}" if share in {0.0, 1.0} else f"{100 * share:.{decimals}f}"
