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
from afterword.rules.wording.needs import MOST_NEEDS, needed_words, needs_of

if TYPE_CHECKING:
    from afterword.rules.wording.sentences import Sentence

_NOTHING: Iterator[re.Match[str]] = iter(())
_ALL: list[Gated] = []
_TRIGGERS: dict[str, int] = {}
"""The rules that look at sentences with a word, a bit for each."""
Seconds = tuple[frozenset[str], dict[str, int]]
"""The words that meet a need beside one and the same first word, and which needs each of them meets."""


class Gated:
    """A pattern in small letters with the words that it needs.

    Attributes:
        pattern: the words in their shapes.
        reading: the pattern from which the words that it needs are read.
        needs: sets of words, of each of which one stands in every sentence that the pattern matches in; empty where
            they are to be read off the pattern.
        required: a further set of that kind, where those who use the pattern ask for one of its words anyway.
        bit: stands for it in `possible_in`.
    """

    __slots__ = ("bit", "needs", "pattern", "reading", "required")

    def __init__(self, pattern: str, needs: tuple[frozenset[str], ...] = (), reading: str = "") -> None:
        self.pattern = re.compile(pattern)
        self.reading = reading or pattern
        self.needs = needs
        self.required: tuple[frozenset[str], ...] = ()
        self.bit = 1 << len(_ALL)
        _ALL.append(self)

    def require(self, words: frozenset[str]) -> None:
        """Have it tried on sentences with one of `words` alone."""
        self.required = (words,)

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
    return look_up(vocabulary)[0]


def look_up(vocabulary: Set[str]) -> tuple[int, int]:
    """The patterns that may match in a sentence with these words, and the rules that look for one of them."""
    count, whole = len(_ALL), MOST_NEEDS * len(_ALL)
    found, by_word, by_pair = _index(count, len(_TRIGGERS))
    for bits in filter(None, map(by_word.get, vocabulary)):
        found |= bits
    asking = found >> whole
    for seconds, bits_of in filter(None, map(by_pair.get, vocabulary)):
        if not seconds.isdisjoint(vocabulary):
            for bits in map(bits_of.__getitem__, seconds & vocabulary):
                found |= bits
    return found & found >> count & found >> 2 * count & found >> 3 * count & (1 << count) - 1, asking


def listen(rule: int, triggers: Set[str]) -> None:
    """Have the rule with the bit `rule` asked about sentences with one of these words."""
    _TRIGGERS.update({word: _TRIGGERS.get(word, 0) | rule for word in triggers})


@lru_cache(maxsize=1)
def _index(count: int, _triggers: int) -> tuple[int, dict[str, int], dict[str, Seconds]]:
    """The patterns without needs, and those with needs by a word that meets one, or by the first and second of two.

    All needs are in one number, those of one pattern `count` bits apart, and the rules above them, so that a word is
    looked up once for all.
    """
    always, by_pair = 0, dict[str, dict[str, int]]()
    by_word = {word: rules << MOST_NEEDS * count for word, rules in _TRIGGERS.items()}
    for place, each in enumerate(_ALL[:count]):
        by_hand = [frozenset((word,) for word in words) for words in (*each.needs[:2], *each.required)]
        # What is listed by hand in whole tells as much as what takes long to read off the pattern.
        read_off = needs_of(each.reading) if len(each.needs) < 2 else ()
        needs = (*by_hand, *read_off)[:MOST_NEEDS]
        for side in range(MOST_NEEDS):
            bit = 1 << place + side * count
            if side >= len(needs):
                always |= bit
                continue
            for first, *second in needs[side]:
                held = by_pair.setdefault(first, {}) if second else by_word
                last = second[0] if second else first
                held[last] = held.get(last, 0) | bit
    return always, by_word, {first: (frozenset(seconds), seconds) for first, seconds in by_pair.items()}
