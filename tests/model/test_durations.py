import re
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.model.durations import describe
from afterword.model.measures import DurationRange

UNITS = {
    "min": timedelta(minutes=1), "h": timedelta(hours=1), "day": timedelta(days=1), "month": timedelta(days=30.4375),
    "year": timedelta(days=365.25),
}  # fmt: skip
UNITS |= {f"{unit}s": length for unit, length in UNITS.items()}
CENTURY = timedelta(days=36_525)
lengths = st.timedeltas(timedelta(0), timedelta(hours=3)) | st.timedeltas(timedelta(0), CENTURY)
ranges = st.tuples(lengths, lengths).map(lambda pair: DurationRange(min(pair), max(pair)))


def span(text):
    """A length of time from "3 d 4 h 5 min"."""
    units = {"d": "days", "h": "hours", "min": "minutes", "s": "seconds"}
    return timedelta(**{units[unit]: int(number) for number, unit in re.findall(r"(\d+) (\w+)", text)})


def measured(words):
    """The length of "8 days 11 h" or "an hour"."""
    words = re.sub(r"\ban? (minute|hour|day|month|year)\b", lambda match: f"1 {match[1]}", words)
    words = words.replace("minute", "min").replace("hour", "h")
    parts = re.findall(r"(\d+) ([a-z]+)", words)
    assert parts, words
    return sum((int(number) * UNITS[unit] for number, unit in parts), timedelta(0))


@pytest.mark.parametrize(
    ("length", "words"),
    [
        ("0 s", "less than a minute"),
        ("59 s", "less than a minute"),
        ("60 s", "1 min"),
        ("90 s", "2 min"),
        ("25 min", "25 min"),
        ("1 h", "1 h"),
        ("59 min 40 s", "1 h"),
        ("3 h 40 min", "3 h 40 min"),
        ("23 h 59 min 40 s", "1 day"),
        ("1 d", "1 day"),
        ("1 d 6 h 20 min", "1 day 6 h"),
        ("2 d", "2 days"),
        ("6 d 23 h 40 min", "7 days"),
        ("8 d 21 h 30 min", "9 days"),
        ("9 d", "9 days"),
        ("30 d", "30 days"),
        ("89 d 11 h", "89 days"),
        ("89 d 12 h", "about 3 months"),
        ("456 d", "about 15 months"),
        ("1000 d", "about 33 months"),
        ("1200 d", "about 3 years"),
        ("36525 d", "about 100 years"),
    ],
)
def test_one_length(length, words):
    assert describe(DurationRange(span(length), span(length))) == words
    if words != "less than a minute":
        assert describe(DurationRange(-span(length), -span(length))) == f"{words} earlier"


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        ("0 s", "30 s", "less than a minute"),
        ("0 s", "60 s", "less than a minute"),
        ("30 s", "5 min", "less than 5 min"),
        ("0 s", "1 h", "less than an hour"),
        ("0 s", "62 min", "less than 1 h 2 min"),
        ("0 s", "14 h", "less than 14 h"),
        ("0 s", "1 d", "less than a day"),
        ("0 s", "25 h", "less than 1 day 1 h"),
        ("0 s", "2 d", "less than 2 days"),
        ("0 s", "31 d", "less than a month"),
        ("0 s", "32 d", "less than 32 days"),
        ("0 s", "366 d", "less than a year"),
        ("0 s", "731 d", "less than 2 years"),
        ("20 h", "40 d", "less than 40 days"),
        ("1 h", "2 h", "between 1 and 2 h"),
        ("3 h 40 min", "4 h 40 min", "between 3 and 5 h"),
        ("3 h 40 min", "3 h 45 min", "between 3 h 40 min and 3 h 45 min"),
        ("20 min 10 s", "24 min 10 s", "between 20 and 25 min"),
        ("30 min", "90 min", "between 30 min and 1 h 30 min"),
        ("3 h 40 min", "3 h 40 min 20 s", "3 h 40 min"),
        ("1 d 2 h", "1 d 8 h", "between 1 day 2 h and 1 day 8 h"),
        ("8 d 20 h 50 min", "8 d 21 h 50 min", "9 days"),
        ("8 d 11 h", "8 d 14 h", "about 9 days"),
        ("8 d", "9 d", "between 8 and 9 days"),
        ("8 d", "10 d", "between 8 and 10 days"),
        ("8 d 16 h", "9 d 16 h", "between 8 and 10 days"),
        ("7 d 23 h", "9 d 1 h", "between 8 and 9 days"),
        ("29 d", "31 d", "about a month"),
        ("27 d", "35 d", "between 27 and 35 days"),
        ("28 d", "90 d", "between 1 and 3 months"),
        ("61 d", "123 d", "between 2 and 4 months"),
        ("440 d", "472 d", "between 14 and 16 months"),
        ("450 d", "460 d", "about 15 months"),
        ("365 d", "1096 d", "between 1 and 3 years"),
    ],
)
def test_ranges(low, high, words):
    assert describe(DurationRange(span(low), span(high))) == words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (timedelta(hours=-2), timedelta(0), "less than 2 h earlier"),
        (timedelta(days=-2), timedelta(days=-1), "between 1 and 2 days earlier"),
        (timedelta(days=-1), timedelta(hours=3), "between 1 day earlier and 3 h later"),
        (timedelta(seconds=-5), timedelta(seconds=5), "less than a minute"),
        (timedelta(seconds=-5), timedelta(hours=1), "less than an hour"),
    ],
)
def test_ranges_below_zero(low, high, words):
    assert describe(DurationRange(low, high)) == words


@given(lengths)
def test_one_length_is_rounded_by_a_fifth_at_most(length):
    words = describe(DurationRange(length, length))
    if words == "less than a minute":
        assert length < timedelta(minutes=1)
    else:
        assert abs(measured(words) - length) <= max(length / 5, timedelta(seconds=30))


@given(ranges)
def test_words_hold_the_range_and_claim_no_more(drawn):
    low, high = drawn.low, drawn.high
    words = describe(drawn)
    slack = max(high / 20, timedelta(minutes=1))
    if words.startswith("less than"):
        assert high <= measured(words.removeprefix("less than ")) + slack
    elif words.startswith("between"):
        first, last = words.removeprefix("between ").split(" and ")
        unit = "" if " " in first else last.split(" ")[1]
        lower, upper = measured(f"{first} {unit}"), measured(last)
        assert lower < upper
        assert lower - slack <= low
        assert high <= upper + slack
    else:
        # One length stands for both ends, so they lie close together.
        middle = measured(words.removeprefix("about "))
        assert max(high - middle, middle - low) <= max(middle / 5, timedelta(seconds=30))


@given(ranges)
def test_words_read_well(drawn):
    words = describe(drawn)
    assert not re.search(r"(?<!\d)0 |  |(?<!\d)1 (days|months|years)|\b([2-9]|\d\d+) (day|month|year)\b", words), words
    assert not re.search(r"(?<!\d)(60|[6-9]\d|\d{3,}) min|(?<!\d)(2[4-9]|[3-9]\d|\d{3,}) h\b", words), words
    assert words == describe(drawn)
