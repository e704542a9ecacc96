"""Words of one matter: what goes wrong with AI systems and online services, in English, Japanese and Chinese.

Two short texts can tell of one thing without a word in common, and a small collection cannot teach that "expired" and
"certificate" go together. A line of `concepts.txt` holds the words for one matter; a word may stand in several.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from afterword.link.similar.words import UNSPACED, stem

_UNSPACED = re.compile(f"[{UNSPACED}]")


def find_matters(words: Iterable[str], plain: str) -> Iterator[str]:
    """The matters that a text touches, each as often as it does.

    Args:
        words: its words of scripts with spaces.
        plain: the whole text in its normal form, in which words of scripts without spaces are looked for.
    """
    spaced, _, _ = _lexicon()
    for word in words:
        yield from spaced.get(stem(word), ())
    for _, matters in find_unspaced(plain):
        yield from matters


def find_unspaced(plain: str) -> Iterator[tuple[str, list[str]]]:
    """The words of scripts without spaces that touch a matter, in order, each with the matters that it touches."""
    _, unspaced, pattern = _lexicon()
    for match in pattern.finditer(plain):
        yield match[0], unspaced[match[0]]


@cache
def _lexicon() -> tuple[dict[str, list[str]], dict[str, list[str]], re.Pattern[str]]:
    spaced: dict[str, list[str]] = {}
    unspaced: dict[str, list[str]] = {}
    for number, line in enumerate(files(__package__).joinpath("concepts.txt").read_text(encoding="utf-8").splitlines()):
        for word in dict.fromkeys(line.split()):
            kind, form = (unspaced, word) if _UNSPACED.match(word) else (spaced, stem(word))
            matters = kind.setdefault(form, [])
            if (matter := f"{number:03}") not in matters:
                matters.append(matter)
    longest_first = sorted(unspaced, key=lambda word: (-len(word), word))
    return spaced, unspaced, re.compile("|".join(map(re.escape, longest_first)))
