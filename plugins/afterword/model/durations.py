"""Lengths of time in plain words, as exact as they are known and no more."""

from __future__ import annotations

from datetime import timedelta
from math import ceil, floor

from afterword.model.measures import DurationRange

_NOTHING, _MINUTE, _HOUR, _DAY = timedelta(0), timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
_MONTH, _YEAR = timedelta(days=30, hours=10, minutes=30), timedelta(days=365, hours=6)
_WORDS = {
    _YEAR: ("year", "years", "a year"),
    _MONTH: ("month", "months", "a month"),
    _DAY: ("day", "days", "a day"),
    _HOUR: ("h", "h", "an hour"),
    _MINUTE: ("min", "min", "a minute"),
}
_SLACK = {_YEAR: 0.01, _MONTH: 0.09, _DAY: 0.05, _HOUR: 0.0, _MINUTE: 0.0}
"""By how much of a unit the lower end may fall short of a whole number, and the upper end pass it, and still count as
it: calendar years and months differ in length, and so do days on which clocks change."""
_PLAIN_BELOW = {_HOUR: _DAY, _MINUTE: _HOUR}
_HOURS_UP_TO = 7 * _DAY
_DAYS_UP_TO = 90 * _DAY
_MONTHS_UP_TO = 36 * _MONTH


def describe(range: DurationRange) -> str:
    """The range in words: "9 days", "3 h 40 min", "between 8 and 9 days", "about 15 months", "less than a day".

    A range below zero is told as "earlier". Both ends are told where they differ in the words chosen for them, and
    are then rounded outwards, so that the words hold the whole range (give or take the length of a month).
    """
    low, high = (_NOTHING if abs(end) < _MINUTE else end for end in (range.low, range.high))
    if low < _NOTHING:
        if high > _NOTHING:
            return f"between {_length(-low)} earlier and {_length(high)} later"
        return f"{describe(DurationRange(-high, -low))} earlier"
    if _length(low) == _length(high):
        return _length(low)
    for unit in (_YEAR, _MONTH, _DAY):
        if _suits(unit, low, high):
            return _in_units(unit, low, high)
    middle = _length(low + (high - low) / 2)
    if low >= _DAY and high - low <= high / 20:
        return middle if middle.startswith("about") else f"about {middle}"
    return _in_units(_HOUR if _suits(_HOUR, low, high) else _MINUTE, low, high)


def _length(length: timedelta) -> str:
    """One length, rounded to what matters at its size."""
    if length < _MINUTE:
        return "less than a minute"
    if length < _DAY - _MINUTE / 2:
        return _compound(_nearest(length, _MINUTE) * _MINUTE)
    if length < _HOURS_UP_TO - _HOUR / 2:
        return _compound(_nearest(length, _HOUR) * _HOUR)
    if length < _DAYS_UP_TO - _DAY / 2:
        return _count(_nearest(length, _DAY), _DAY)
    unit = _MONTH if length < _MONTHS_UP_TO else _YEAR
    return f"about {_count(_nearest(length, unit), unit)}"


def _nearest(length: timedelta, unit: timedelta) -> int:
    return floor(length / unit + 0.5)


def _compound(length: timedelta) -> str:
    """A whole number of minutes as days, hours and minutes, without the parts that are zero."""
    days, hours, minutes = length // _DAY, length % _DAY // _HOUR, length % _HOUR // _MINUTE
    parts = ((days, _DAY), (hours, _HOUR), (minutes, _MINUTE))
    return " ".join(_count(number, unit) for number, unit in parts if number)


def _count(number: int, unit: timedelta) -> str:
    return f"{number} {_WORDS[unit][number != 1]}"


def _outwards(unit: timedelta, low: timedelta, high: timedelta) -> tuple[int, int]:
    """The whole numbers of `unit` below `low` and above `high`, but for the slack of that unit."""
    slack = _SLACK[unit]
    # Above a single unit a quarter of it: 31 days are less than a month, 25 hours are not less than a day.
    return floor(low / unit + slack), ceil(high / unit - (slack / 4 if high < 1.5 * unit else slack))


def _suits(unit: timedelta, low: timedelta, high: timedelta) -> bool:
    """Whether rounding outwards to `unit` neither doubles the range nor moves an end by a fifth of the whole."""
    first, last = _outwards(unit, low, high)
    moved = max(abs(low - first * unit), abs(last * unit - high))
    return last >= 1 and moved <= high / 5 and (last - first) * unit <= 2 * (high - low)


def _in_units(unit: timedelta, low: timedelta, high: timedelta) -> str:
    first, last = _outwards(unit, low, high)
    if first == 0:
        return f"less than {_WORDS[unit][2] if last == 1 else _bound(last, unit)}"
    if first == last:
        return f"about {_WORDS[unit][2] if last == 1 else _count(last, unit)}"
    if unit >= _DAY or last * unit < _PLAIN_BELOW[unit]:
        return f"between {first} and {_count(last, unit)}"
    return f"between {_bound(first, unit)} and {_bound(last, unit)}"


def _bound(number: int, unit: timedelta) -> str:
    """A number of units; many minutes or hours are told as hours or days and the rest."""
    return _compound(number * unit) if unit <= _HOUR else _count(number, unit)
