"""Places in a row, in words."""

from __future__ import annotations

_FIRST = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def say_ordinal(number: int) -> str:
    """The place in words up to the tenth: 3 gives "third", 11 gives "11th", 22 gives "22nd"."""
    if 1 <= number <= len(_FIRST):
        return _FIRST[number - 1]
    teen = 10 < number % 100 < 14
    ending = "th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number:,}{ending}"
