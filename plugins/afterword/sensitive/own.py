"""Secrets by the patterns of the settings, which run on RE2: in linear time, whatever somebody wrote there."""

from __future__ import annotations

from collections.abc import Iterator

from afterword.model.own_secret import OwnSecret, compile_pattern
from afterword.sensitive.match import Kind, Match

_CONTINUING = bytes(range(0x80, 0xC0))
_MOST = 10_000
"""Finds of one pattern in one text; a pattern that finds more finds everything."""


def find_own(text: str, own: tuple[OwnSecret, ...]) -> Iterator[Match]:
    """Each match of each pattern, in the order of the settings."""
    if not own:
        return
    data = text.encode("utf-8", "surrogatepass")
    is_plain = len(data) == len(text)
    for each in own:
        kind = Kind("own-pattern", f"“{each.name}” of the settings", guessable=True)
        bytes_seen = characters = 0
        for number, found in enumerate(compile_pattern(each.pattern).finditer(data)):
            start, end = found.span()
            if number >= _MOST:
                break
            if end <= start:
                continue
            if is_plain:
                yield Match(kind, start, end)
                continue
            # Offsets of bytes to offsets of characters, each stretch of the text counted once.
            characters += _length(data[bytes_seen:start])
            first, bytes_seen = characters, end
            characters += _length(data[start:end])
            yield Match(kind, first, characters)


def _length(data: bytes) -> int:
    """How many characters the UTF-8 holds: all bytes but those that continue one."""
    return len(data.translate(None, _CONTINUING))
