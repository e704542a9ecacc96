"""A text with its secrets covered, as findings show it: every place in it stays where it was."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from afterword.model.settings import Settings
from afterword.sensitive.form import fold, places
from afterword.sensitive.people import PERSON
from afterword.sensitive.personal import find_personal
from afterword.sensitive.secrets import find_secrets

COVER = "•"
"""Stands for each character that is not to be repeated."""
PIECE = 8
"""Characters of a secret that stand nowhere in a row; shorter stretches are words of any text."""
_MOST = 200
"""Different secrets of one text that are looked for once more."""
_SEEN = re.compile(r"\S")


def hide_secrets(text: str) -> str:
    """`text`, exactly as long, with every key, token and password covered; a private key line by line."""
    return _cover(text, [(found.start, found.end) for found in find_secrets(text)])


def hide_private(text: str, settings: Settings) -> str:
    """The same, with what the settings' patterns find, and with addresses and numbers of people covered too.

    Names stay: the settings list them for all to read, and a finding about a name has to say which.
    """
    secrets = [(found.start, found.end) for found in find_secrets(text, settings.organisation.secrets)]
    personal = (found for found in find_personal(text, settings) if found.sure and found.kind is not PERSON)
    known = [*secrets, *((found.start, found.end) for found in personal)]
    return _cover(text, [*known, *_again(text, known)])


def _again(text: str, known: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where the same texts stand once more, without what they were known by: a key without the name before it."""
    for each in islice(dict.fromkeys(text[start:end] for start, end in known if end - start >= PIECE), _MOST):
        yield from ((at, at + len(each)) for at in places(text, (each,)))


def pieces_of(texts: Iterable[str], size: int = PIECE) -> frozenset[str]:
    """Every stretch of `size` characters of the texts, in lower case, by which a part of one is known again."""
    folded = map(fold, texts)
    return frozenset(each[at : at + size] for each in folded for at in range(len(each) - size + 1))


def hide_pieces(text: str, pieces: frozenset[str]) -> str:
    """`text` with every stretch covered that is one of `pieces`, which have all the same length.

    What a message quotes may be cut off, and half a secret no longer has the form by which it is known.
    """
    size = len(next(iter(pieces), ""))
    folded = fold(text)
    places = range(len(folded) - size + 1) if size else ()
    return _cover(text, [(at, at + size) for at in places if folded[at : at + size] in pieces])


def _cover(text: str, covered: list[tuple[int, int]]) -> str:
    if not covered:
        return text
    parts, done = [], 0
    for start, end in sorted(covered):
        begin = max(start, done)
        parts += [text[done:begin], _SEEN.sub(COVER, text[begin:end])]
        done = max(done, end)
    return "".join([*parts, text[done:]])
