"""The words that two texts share and few others use, as people write them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from afterword.link.similar.bag import Bag
from afterword.link.similar.texts import Likeness
from afterword.link.similar.words import UNSPACED, is_hiragana, is_telling, normalise, split_words, stem

_SHOWN, _TRIED = 3, 12
_SHORT, _LONG = 2, 12
"""How many characters a phrase of a script without spaces may have."""
_UNSPACED = re.compile(f"[{UNSPACED}]")
_EDGES = "".join(map(chr, range(0x3040, 0x30A0))) + "的了是在和与及或被把对为也都就而等并将其这那有不"
"""What no phrase begins or ends with: Hiragana, and Chinese words of grammar."""
_COMMON = 0.25
"""The share of reports from which on a word is too common to be a reason."""
_PROSE = 120
"""How many terms a text must have for a word that it uses once, outside of its title, to tell little of it."""
_WEIGHTY = 0.4
"""How much a word must weigh in each text, as a share of its heaviest."""


@dataclass(frozen=True)
class Text:
    """One text, made ready for finding what it shares with others."""

    plain: str
    """In its normal form."""

    @cached_property
    def stems(self) -> str:
        """Its words as stems between spaces; words that tell nothing are a dot."""
        return f" {' '.join(stem(word) if is_telling(word) else '·' for word in split_words(self.plain))} "


class Phrases:
    """Finds the phrases that two of some reports share."""

    def __init__(self, bags: Sequence[Bag], texts: Sequence[Sequence[tuple[str, int]]], likeness: Likeness) -> None:
        self._likeness = likeness
        self._texts = [Text("\n".join(normalise(part) for part, _ in parts)) for parts in texts]
        self._written = _spellings(bags)
        self._counts = [_count(bag) for bag in bags]
        self._heaviest = [max(weights.values(), default=0.0) for weights in likeness.weights]
        self._limit = max(2, int(_COMMON * len(bags)))

    def shared(self, one: int, other: int) -> tuple[str, ...]:
        """At most three phrases that the reports at both places use and few others do, the most telling first."""
        found: list[str] = []
        terms = self._terms(one, other)
        for term in terms:
            unspaced = _UNSPACED.match(term) is not None
            phrase = self._stretch(term, one, other) if unspaced else self._pair(term, terms, one, other)
            if phrase and not any(_overlap(phrase.lower(), kept.lower()) for kept in found):
                found.append(phrase)
            if len(found) == _SHOWN:
                break
        return tuple(found)

    def _terms(self, one: int, other: int) -> list[str]:
        """The terms that weigh most in both, but for those that many reports use."""
        left, right = self._likeness.weights[one], self._likeness.weights[other]
        shared = [
            (-left[term] * right[term], term)
            for term in left.keys() & right.keys()
            if self._likeness.spread[term] <= self._limit and len(term) > 1
            if self._matters(term, one) and self._matters(term, other)
        ]
        return [term for _, term in sorted(shared)[:_TRIED]]

    def _matters(self, term: str, place: int) -> bool:
        """Whether a text says the term more than once or in its title, or is short, and has few that weigh more."""
        counts, weights = self._counts[place], self._likeness.weights[place]
        return (counts[term] > 1 or len(counts) < _PROSE) and weights[term] >= _WEIGHTY * self._heaviest[place]

    def _pair(self, term: str, terms: Sequence[str], one: int, other: int) -> str:
        """The word as it is written, with the one that stands beside it in both texts."""
        for first, second in [(term, each) for each in terms] + [(each, term) for each in terms]:
            beside = f" {first} {second} "
            if first != second and all(beside in self._texts[place].stems for place in (one, other)):
                return f"{self._written[first]} {self._written[second]}"
        word = self._written.get(term, "")
        return word if len(word) > 3 or (len(word) == 3 and word.isupper()) else ""

    def _stretch(self, gram: str, one: int, other: int) -> str:
        """The longest piece around two characters that stands in both texts, without grammar at its ends."""
        text, within = self._texts[one].plain, self._texts[other].plain
        start = text.find(gram)
        end = start + len(gram)
        while (
            end < len(text) and end - start < _LONG and _UNSPACED.match(text[end]) and text[start : end + 1] in within
        ):
            end += 1
        while (
            start > 0 and end - start < _LONG and _UNSPACED.match(text[start - 1]) and text[start - 1 : end] in within
        ):
            start -= 1
        phrase = text[start:end].strip(_EDGES)
        return phrase if len(phrase) >= _SHORT and not is_hiragana(phrase) else ""


def _count(bag: Bag) -> Counter[str]:
    """How often a text has each stem and each two characters."""
    counts = Counter(bag.grams)
    for word, count in bag.words.items():
        counts[stem(word)] += count
    return counts


def _overlap(phrase: str, kept: str) -> bool:
    """Whether two phrases say partly the same."""
    return phrase in kept or kept in phrase or bool(set(phrase.split()) & set(kept.split()))


def _spellings(bags: Sequence[Bag]) -> Mapping[str, str]:
    """How each stem is written most often; in small letters where it ever is."""
    counts: dict[str, Counter[str]] = {}
    for bag in bags:
        for word, count in bag.words.items():
            counts.setdefault(stem(word), Counter())[word] += count
    return {found: _usual(spelt) for found, spelt in counts.items()}


def _usual(spelt: Counter[str]) -> str:
    small = {word: count for word, count in spelt.items() if word.islower()}
    return min(small or spelt, key=lambda word: (-spelt[word], word))
