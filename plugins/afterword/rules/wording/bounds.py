"""Where the sentences of a passage begin and end."""

from __future__ import annotations

import re

from afterword.rules.wording.lexicon import words

Stretch = tuple[int, int]
"""Where something begins and ends, as offsets in a passage."""
LONGEST = 1_200
"""Characters of one sentence; what is longer is cut, so that no sentence takes long."""
# One class at the very beginning, which is looked for many times as fast as one alternative after the other.
_END = re.compile(r"[.!?;\n](?:(?<=\n)|(?<=;)(?= )|(?<=[.!?])[.!?]*[\"'”’)\]*_]*(?= +\S))")
_ABBREVIATIONS = words("e.g i.e etc vs cf approx mr mrs ms dr prof st no fig incl ca al resp eg ie a.m p.m")


def bounds_of(low: str, text: str) -> list[Stretch]:
    """Start and end of each sentence, without the blanks around it.

    Args:
        low: the passage in small letters, exempt parts masked.
        text: the same as people read it, as long.
    """
    start, bounds = 0, list[Stretch]()
    for found in _END.finditer(text):
        if found[0] != "\n" and _goes_on(low, text, found.start(), found.end()):
            continue
        bounds += _cut(low, start, found.end())
        start = found.end()
    return bounds + _cut(low, start, len(low))


def _goes_on(low: str, text: str, at: int, end: int) -> bool:
    """Whether a full stop belongs to an abbreviation or an initial, or a small letter follows it."""
    if text[at] != ".":
        return False
    before = low[max(0, at - 12) : at].rsplit(None, 1)
    word = (before[-1] if before else "").strip("()[]*_\"'“”")
    rest = text[end : end + 3].lstrip(" *_\"'“”([")
    if word in _ABBREVIATIONS:
        return not (word in ("etc", "a.m", "p.m") and rest[:1].isupper())
    if len(word) == 1 and word.isalpha() and word != "i":
        return True
    return rest[:1].islower() and text[at : at + 3] != "..."


def _cut(low: str, start: int, end: int) -> list[Stretch]:
    """The stretch without blanks around it, in parts of a bounded length."""
    if end - start <= LONGEST:
        return _bare(low, start, end)
    parts = []
    while start < end:
        stop = end
        if end - start > LONGEST:
            blank = low.rfind(" ", start + 1, start + LONGEST)
            stop = blank if blank > 0 else start + LONGEST
        parts += _bare(low, start, stop)
        start = stop
    return parts


def _bare(low: str, start: int, end: int) -> list[Stretch]:
    piece = low[start:end].rstrip()
    first = start + len(piece) - len(piece.lstrip())
    return [(first, start + len(piece))] if piece else []
