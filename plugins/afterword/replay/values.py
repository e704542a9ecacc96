"""The text of a cell to a number, exactly: what is written in decimals is reckoned with as it is written.

Reckoning in binary fractions would make `20.3 - 15.3` a little more than 5, and a limit of 5 would be passed.
"""

from __future__ import annotations

import re
from fractions import Fraction

NOTHING = frozenset({"", "nan", "null", "none", "na", "n/a"})
"""What tools write, in any case of letters, where there is no value."""
_NUMBER = re.compile(r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE]([-+]?[0-9]{1,3}))?", re.ASCII)
_LONGEST, _FURTHEST = 40, 308
_DECIMAL_COMMA = re.compile(r"[-+]?[0-9]+,[0-9]+", re.ASCII)


class ValueTrouble(ValueError):
    """A text that is no number; its own text says so, and `hint` says the cure."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def read_value(text: str) -> Fraction | None:
    """The number that a cell holds, None where it says that there is none; anything else raises ValueTrouble."""
    if text.lower() in NOTHING:
        return None
    found = _NUMBER.fullmatch(text) if len(text) <= _LONGEST else None
    if found and abs(int(found[1] or 0)) <= _FURTHEST:
        return Fraction(text)
    # The cell is not repeated: evidence is shown to fewer people than a finding is.
    if _DECIMAL_COMMA.fullmatch(text):
        raise ValueTrouble(
            "the value has a comma, which some read as a decimal point and some as thousands",
            "write `0.61` for a share and `1437` for a count",
        )
    raise ValueTrouble(
        "the value is not a number", "write it as `0.61` or `1437`, and leave the cell empty where there is none"
    )


def exact(limit: float) -> Fraction:
    """The limit of a replay as it was typed."""
    return Fraction(repr(limit))
