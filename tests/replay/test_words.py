"""Outcomes in plain words, as exact as they are known."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

import pytest

from afterword.model.measures import DurationRange
from afterword.replay.trouble import TroubleKind
from afterword.replay.words import WHY, nearest_words, number_words, sooner_words

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [
        (8.896 * DAY, 8.896 * DAY, "8.9 days sooner"),
        (8.96 * DAY, 8.96 * DAY, "9 days sooner"),
        (DAY, DAY, "1 day sooner"),
        (7.4 * DAY, 8.4 * DAY, "between 7.4 and 8.4 days sooner"),
        (3 * HOUR, 3 * HOUR, "3 h sooner"),
        (timedelta(minutes=12), timedelta(minutes=12), "12 min sooner"),
        (200 * DAY, 200 * DAY, "about 7 months sooner"),
        (-2 * HOUR, -2 * HOUR, "2 h later than it was noticed"),
        (-3 * DAY, -2 * DAY, "between 2 and 3 days later than it was noticed"),
        (0 * DAY, 0 * DAY, "at the moment at which it was noticed"),
        (0 * DAY, DAY, "up to 1 day sooner"),
        (-DAY, 0 * DAY, "at most 1 day later than it was noticed"),
        (-2 * HOUR, 3 * HOUR, "between 3 h sooner and 2 h later"),
    ],
)
def test_how_much_sooner(low: timedelta, high: timedelta, told: str) -> None:
    assert sooner_words(DurationRange(low, high)) == told


def test_what_is_not_known_is_not_told() -> None:
    assert sooner_words(None) == ""
    assert nearest_words("above", None) == ""


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (Fraction(2469), "2,469"),
        (Fraction("0.611"), "0.611"),
        (Fraction(1, 3), "0.333333"),
        (Fraction(-5, 2), "-2.5"),
        (Fraction(10**12), "1e+12"),
        (Fraction(2) ** 2000, "more than can be told"),
        (-(Fraction(2) ** 2000), "less than can be told"),
        (Fraction(0), "0"),
    ],
)
def test_numbers(value: Fraction, told: str) -> None:
    assert number_words(value) == told


def test_a_change_is_told_as_percent() -> None:
    assert nearest_words("rate", Fraction(1, 8)) == "the largest change is 12.5%"


def test_every_reason_has_words_for_readers() -> None:
    assert set(WHY) == set(TroubleKind.__args__)
