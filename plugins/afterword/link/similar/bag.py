"""What a text says, counted: its words, its characters, and the matters that it touches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from afterword.link.similar.concepts import find_matters
from afterword.link.similar.words import is_telling, normalise, split_grams, split_words


@dataclass(frozen=True)
class Bag:
    """One text, counted.

    Attributes:
        words: as they are written; words that tell nothing are left out.
        grams: neighbouring characters of scripts without spaces.
        matters: what the words are about, by lines of the list of concepts.
    """

    words: Counter[str]
    grams: Counter[str]
    matters: Counter[str]


def count_words(parts: Iterable[tuple[str, int]]) -> Bag:
    """The words of some texts, each counted as often as the number beside it says."""
    bag = Bag(Counter(), Counter(), Counter())
    for text, times in parts:
        plain = normalise(text)
        words = [word for word in split_words(plain) if is_telling(word)]
        for counted, found in (
            (bag.words, words),
            (bag.grams, split_grams(plain)),
            (bag.matters, find_matters(words, plain)),
        ):
            for each in found:
                counted[each] += times
    return bag
