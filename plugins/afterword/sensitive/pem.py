"""Private keys in PEM: from `-----BEGIN` to `-----END`, or as far as one was cut off."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.sensitive.match import Kind, Match

PRIVATE_KEY = Kind("private-key", "a private key")

_FIRST = re.compile(r"-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----")
# Inside JSON the line ends are written as a backslash and an `n`.
_LINES = re.compile(r"(?:(?:\s|\\[nr]|[>|])+[A-Za-z0-9+/=]{20,200})*")
_BODY = re.compile(r"[A-Za-z0-9+/=]{20}")
_LONGEST = 20_000


def find_private_keys(text: str) -> Iterator[Match]:
    """Each block; a first line without anything of a key after it is only told of."""
    for found in _FIRST.finditer(text) if "-----BEGIN " in text else ():
        end = _end(text, found.end())
        yield Match(PRIVATE_KEY, found.start(), end, sure=bool(_BODY.search(text, found.end(), end)))


def _end(text: str, begin: int) -> int:
    last = text.find("-----END ", begin, begin + _LONGEST)
    another = text.find("-----BEGIN ", begin, last if last >= 0 else begin + _LONGEST)
    if last >= 0 and another < 0:
        return last
    lines = _LINES.match(text, begin, begin + _LONGEST)
    return lines.end() if lines else begin
