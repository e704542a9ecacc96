"""Typed text for a digest: on one line, without what no form can carry, and short only at the end of a sentence."""

from __future__ import annotations

import re

from afterword.feeds.plain import plain
from afterword.pages.escape import one_line

_SENTENCE_END = re.compile(r"[.!?…][\"”’»)]*(?=\s)|[。！？](?=.)")


def line(text: str | None) -> str:
    """The text on one line, empty for none."""
    return one_line(plain(text or ""))


def sentences(text: str | None, most: int) -> str:
    """As many whole sentences of the text as have no more than `most` words, and always the first one.

    An ellipsis tells that there is more. Where words are not set apart by spaces, four letters count as a word.
    """
    whole = line(text)
    ends = [found.end() for found in _SENTENCE_END.finditer(whole)]
    kept = ""
    for end in [*ends, len(whole)]:
        if kept and _words(whole[:end]) > most:
            return f"{kept} …"
        kept = whole[:end]
    return kept


def _words(text: str) -> int:
    return max(len(text.split()), len(text) // 12 if text.isascii() else len(text) // 4 if " " not in text else 0)
