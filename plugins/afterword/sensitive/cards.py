"""Numbers of payment cards: by their beginning, their length, how they are grouped, and their check digit (Luhn)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.sensitive.match import Kind, Match

CARD = Kind("card", "a card number", "personal", guessable=True)

_DIGITS = re.compile(
    r"(?<![\w.+/-])(?:[2-6]\d{12,18}|[2-6]\d{3}(?P<g>[ -])\d{4}(?P=g)\d{4}(?P=g)\d{1,7}|"
    r"3\d{3}(?P<a>[ -])\d{6}(?P=a)\d{4,5})(?!\w)(?![.-]\d)"
)
_PLANS = re.compile(
    r"4\d{12}(?:\d{3}){0,2}"  # Visa
    r"|(?:5[1-5]\d{2}|222[1-9]|22[3-9]\d|2[3-6]\d{2}|27[01]\d|2720)\d{12}"  # Mastercard
    r"|3[47]\d{13}"  # American Express
    r"|(?:6011|65\d{2}|64[4-9]\d)\d{12}"  # Discover
    r"|35(?:2[89]|[3-8]\d)\d{12}"  # JCB
    r"|3(?:0[0-5]|[68]\d)\d{11}"  # Diners Club
    r"|62\d{14}(?:\d{3})?"  # UnionPay
)
# What the large payment services publish for trying out; each is a card of nobody.
_TRIED = frozenset(
    {
        "4242424242424242", "4000056655665556", "5555555555554444", "2223003122003222", "5200828282828210",
        "5105105105105100", "378282246310005", "371449635398431", "6011111111111117", "6011000990139424",
        "3056930009020004", "36227206271667", "30569309025904", "38520000023237", "3566002020360505",
        "6200000000000005", "4111111111111111", "4012888888881881", "4222222222222", "5431111111111111",
        "4000000000000002", "4000000000009995", "4000002500003155", "4000000000003220", "378734493671000",
    }
)  # fmt: skip


def find_cards(text: str) -> Iterator[Match]:
    """Each number of a card; those that are published for tests are not sure."""
    for found in _DIGITS.finditer(text):
        digits = found[0].replace(" ", "").replace("-", "")
        if _PLANS.fullmatch(digits) and passes_luhn(digits):
            yield Match(CARD, found.start(), found.end(), sure=digits not in _TRIED and len(set(digits)) > 3)


def passes_luhn(digits: str) -> bool:
    """Whether the last digit is the check digit of those before it."""
    total = 0
    for place, each in enumerate(reversed(digits)):
        value = int(each) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
