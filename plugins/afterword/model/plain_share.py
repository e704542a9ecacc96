"""A share for readers outside of statistics: "about one in five", "between 13 and 25 in a hundred"."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

from afterword.model.intervals import wilson

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_PARTS = tuple(Fraction(k, n) for k, n in ((1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (1, 5), (2, 5), (3, 5), (4, 5)))
_TENTHS = tuple(Fraction(k, 10) for k in (1, 3, 7, 9))
_BASES = {100: "a hundred", 1000: "a thousand"}


def say_share(k: int, n: int) -> str:
    """`k` of `n` as a plain part: "none", "half", "about one in five", "all but about one in 20", "every one".

    `n` is above 0 and `k` lies within 0 and `n`.
    """
    share = Fraction(k, n)
    if share in {0, 1}:
        return "every one" if share else "none"
    if share > Fraction(19, 20):
        return f"all but {_say_small(1 - share)}"
    if share < Fraction(1, 10):
        return _say_small(share)
    nearest = min((*_PARTS, *_TENTHS), key=lambda each: (abs(each - share), each.denominator))
    said = "half" if nearest == Fraction(1, 2) else f"{_say(nearest.numerator)} in {_say(nearest.denominator)}"
    return said if nearest == share else f"about {said}"


def say_range(k: int, n: int) -> str:
    """Between how many of a hundred (or more) the share of all such cases may lie, rounded outwards; as `wilson`."""
    lower, upper = wilson(k, n)
    base = 100
    while upper * base < 5 or (lower > 0 and (1 - lower) * base < 5):
        base *= 10
    low, high = floor(lower * base), ceil(upper * base)
    of = _BASES.get(base) or f"{base:,}"
    if low == 0:
        return f"at most {high:,} in {of}"
    return f"at least {low:,} in {of}" if high == base else f"between {low:,} and {high:,} in {of}"


def _say_small(share: Fraction) -> str:
    """A share below a tenth: one in a round number."""
    exact = 1 / share
    step = 1 if exact < 20 else 5 if exact < 50 else 10 if exact < 100 else 10 ** (len(str(floor(exact))) - 1) // 2
    whole = round(exact / step) * step
    return f"one in {whole:,}" if whole == exact else f"about one in {whole:,}"


def _say(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"
