"""Lines of 72 columns. A word that is longer is broken, but no address ever is; a wide letter takes two columns."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

WIDTH = 72


def wrap(text: str, first: str = "", rest: str = "") -> str:
    """`text`, which is on one line, in lines; the first begins with `first`, every other with `rest`."""
    lines: list[str] = []
    line, begin = first, first
    for word in _words(text, WIDTH - max(len(first), len(rest))):
        if line == begin:
            line += word
        elif columns(line) + 1 + columns(word) <= WIDTH:
            line += f" {word}"
        else:
            lines.append(line)
            line, begin = rest + word, rest
    return "\n".join([*lines, line]).rstrip()


def columns(text: str) -> int:
    """How many columns the text takes."""
    return sum(_columns(letter) for letter in text)


def _columns(letter: str) -> int:
    if unicodedata.combining(letter) or letter in "\u200c\u200d\u200e\u200f\ufe0e\ufe0f":
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def _words(text: str, width: int) -> Iterator[str]:
    """The words, each no wider than `width` but for addresses."""
    for word in text.split():
        if columns(word) <= width or "://" in word:
            yield word
            continue
        part, taken = "", 0
        for letter in word:
            wide = _columns(letter)
            if taken + wide > width:
                yield part
                part, taken = "", 0
            part, taken = part + letter, taken + wide
        yield part
