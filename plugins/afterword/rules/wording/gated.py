"""Patterns that are tried only on sentences with the words that they need.

Most sentences hold nothing that any pattern could match, and trying them all would take most of the time. So the words
that each pattern needs are listed once, a sentence's words are looked up in that list, and what comes out says for
every pattern at once whether it is worth a try. Nothing is lost by that: a pattern that could match is always tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import lru_cache
from typing import TYPE_CHECKING

from afterword.rules.wording.lexicon import words
from afterword.rules.wording.needs import needed_words

if TYPE_CHECKING:
    from afterword.rules.wording.sentences import Sentence

_NOTHING: Iterator[re.Match[str]] = iter(())
_ALL: list[Gated] = []


class Gated:
    """A pattern in small letters with the words that it needs.

    Attributes:
        pattern: the words in their shapes.
        reading: the pattern from which the words that it needs are read.
        needs: sets of words, of each of which one stands in every sentence that the pattern matches in; empty where
            they are to be read off the pattern.
        bit: stands for it in `possible_in`.
    """

    __slots__ = ("bit", "needs", "pattern", "reading")

    def __init__(self, pattern: str, needs: tuple[frozenset[str], ...] = (), reading: str = "") -> None:
        self.pattern = re.compile(pattern)
        self.reading = reading or pattern
        self.needs = needs
        self.bit = 1 << len(_ALL)
        _ALL.append(self)

    def finditer(self, sentence: Sentence, start: int | None = None) -> Iterator[re.Match[str]]:
        """Every match from `start` on; from the sentence's lead on where no start is given."""
        if sentence.possible & self.bit:
            return self.pattern.finditer(sentence.low, sentence.lead if start is None else start)
        return _NOTHING

    def search(self, sentence: Sentence) -> re.Match[str] | None:
        """The first match after the sentence's lead."""
        return self.pattern.search(sentence.low, sentence.lead) if sentence.possible & self.bit else None

    def match(self, sentence: Sentence, start: int) -> re.Match[str] | None:
        """The match that begins at `start`."""
        return self.pattern.match(sentence.low, start) if sentence.possible & self.bit else None


def gated(pattern: str, *needs: str | frozenset[str]) -> Gated:
    """The pattern, and its sets of words where they are not to be read off it: sets, or words with blanks between."""
    return Gated(pattern, tuple(words(each) if isinstance(each, str) else each for each in needs))


def gated_start(pattern: str) -> Gated:
    """A pattern that is only looked for where a word begins."""
    return Gated(pattern, reading=rf"\b(?:{pattern})")


def triggers_of(*patterns: Gated) -> frozenset[str]:
    """Words by which the sentences of these patterns are found: the first set of each."""
    return frozenset(word for each in patterns for word in (each.needs or needed_words(each.reading))[0])


def mask_of(*patterns: Gated) -> int:
    """All of these patterns, to ask `Sentence.possible` whether any may match."""
    return sum(each.bit for each in set(patterns))


def possible_in(vocabulary: Set[str]) -> int:
    """The patterns that may match in a sentence with these words, a bit for each."""
    count = len(_ALL)
    found, by_word = _index(count)
    for bits in filter(None, map(by_word.get, vocabulary)):
        found |= bits
    return found & (found >> count)


@lru_cache(maxsize=1)
def _index(count: int) -> tuple[int, dict[str, int]]:
    """The patterns without needs, and those with needs by word, in one number for both sets of needed words.

    The bits above the patterns' own stand for the first set, so that a word is looked up once for both.
    """
    always, by_word = 0, dict[str, int]()
    for place, each in enumerate(_ALL[:count]):
        needs = each.needs or needed_words(each.reading)
        for side in (0, 1):
            bit = 1 << place + (0 if side else count)
            needed = needs[side] if len(needs) > side else frozenset[str]()
            if not needed:
                always |= bit
            for word in needed:
                by_word[word] = by_word.get(word, 0) | bit
    return always, by_word
