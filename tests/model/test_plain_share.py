"""Shares for readers outside of statistics."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.model.intervals import wilson
from afterword.model.plain_share import say_range, say_share

SHARES = st.integers(1, 10**7).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@pytest.mark.parametrize(
    ("k", "n", "said"),
    [
        (37, 200, "about one in five"),
        (58, 150, "about two in five"),
        (1709, 2552, "about two in three"),
        (100, 200, "half"),
        (101, 200, "about half"),
        (0, 20, "none"),
        (20, 20, "every one"),
        (3, 1000, "about one in 350"),
        (1, 100_000, "one in 100,000"),
        (5, 60, "one in 12"),
        (96, 100, "all but one in 25"),
        (999, 1000, "all but one in 1,000"),
        (3, 10, "three in ten"),
    ],
)
def test_a_share_in_plain_words(k: int, n: int, said: str) -> None:
    assert say_share(k, n) == said


@pytest.mark.parametrize(
    ("k", "n", "said"),
    [
        (37, 200, "between 13 and 25 in a hundred"),
        (0, 20, "at most 17 in a hundred"),
        (20, 20, "at least 83 in a hundred"),
        (3, 1000, "between 1 and 9 in a thousand"),
        (1, 100_000, "at most 6 in 100,000"),
    ],
)
def test_a_range_in_plain_words(k: int, n: int, said: str) -> None:
    assert say_range(k, n) == said


@given(SHARES)
def test_a_range_holds_the_interval(share: tuple[int, int]) -> None:
    said = say_range(*share).replace("a hundred", "100").replace("a thousand", "1,000")
    base = int(said.rsplit(" in ", 1)[1].replace(",", ""))
    ends = [int(word.replace(",", "")) / base for word in said.rsplit(" in ", 1)[0].split() if word[0].isdigit()]
    lower, upper = wilson(*share)
    low = 0.0 if said.startswith("at most") else ends[0]
    high = 1.0 if said.startswith("at least") else ends[-1]
    assert low <= lower
    assert upper <= high


@given(SHARES)
def test_a_share_is_told_within_a_fifth_of_itself(share: tuple[int, int]) -> None:
    k, n = share
    said = say_share(k, n).removeprefix("about ")
    if said.startswith("one in "):
        words = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
        last = said.removeprefix("one in ").replace(",", "")
        whole = words.index(last) + 1 if last in words else int(last)
        assert 1 / whole == pytest.approx(k / n, rel=0.34)
