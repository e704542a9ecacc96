"""Ideas of reports that are not remediations yet, put together where their words are the same.

Two ideas of different reports are alike where they share three telling words, or two that are at least half of the
shorter one's. Words are compared by their stems; those in very many ideas tell nothing. In a group each idea is like
every one of another report, so that no chain of likenesses joins what has nothing in common.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from afterword.index.index import Index
from afterword.link.similar.words import is_telling, normalise, split_grams, split_words, stem
from afterword.model.report import Report

_ENOUGH, _FEW = 3, 2
_COMMON, _ALWAYS, _MOST = 20, 6, 120
"""A word counts in up to one idea of twenty, at least in six and at most in 120 of them."""
_SHOWN = 4


@dataclass(frozen=True)
class Idea:
    """One idea of one report."""

    report: Report
    text: str


@dataclass(frozen=True)
class IdeaGroup:
    """Ideas of several reports that are alike, and the words by which they are, as one of them writes them."""

    ideas: tuple[Idea, ...]
    words: tuple[str, ...]

    @property
    def reports(self) -> int:
        """How many reports they stand in."""
        return len({idea.report.id for idea in self.ideas})


@dataclass(frozen=True)
class Ideas:
    """Ideas that recur, those of most reports first, and the others, newest report first."""

    recurring: tuple[IdeaGroup, ...]
    single: tuple[Idea, ...]


def group_ideas(index: Index) -> Ideas:
    """The ideas of counted reports."""
    ideas = [Idea(report, text) for report in index.counted for text in report.front.ideas if text.strip()]
    terms = _telling([_terms(idea.text) for idea in ideas])
    alike = _alike(ideas, terms)
    left, grouped, groups = {place for place, found in enumerate(alike) if found}, set[int](), []
    while (seed := _seed(left, alike, ideas)) is not None:
        members = _members(seed, alike[seed] & left, alike, ideas)
        left.difference_update(members)
        grouped.update(members)
        groups.append(IdeaGroup(tuple(ideas[each] for each in sorted(members)), _shared(members, terms)))
    ordered = sorted(groups, key=lambda group: (-group.reports, group.words))
    return Ideas(tuple(ordered), tuple(idea for place, idea in enumerate(ideas) if place not in grouped))


def _terms(text: str) -> dict[str, str]:
    """What an idea says: each stem, or two characters of a script without spaces, with how it is written."""
    plain = normalise(text)
    found: dict[str, str] = {}
    for word in filter(is_telling, split_words(plain)):
        found.setdefault(stem(word), word.lower())
    return {**found, **{gram: gram for gram in split_grams(plain)}}


def _telling(terms: Sequence[dict[str, str]]) -> list[dict[str, str]]:
    spread = Counter(term for each in terms for term in each)
    limit = min(_MOST, max(_ALWAYS, len(terms) // _COMMON))
    return [{term: word for term, word in each.items() if spread[term] <= limit} for each in terms]


def _alike(ideas: Sequence[Idea], terms: Sequence[Mapping[str, str]]) -> list[set[int]]:
    """For each idea the places of those of other reports that are like it."""
    places: dict[str, list[int]] = {}
    for place, each in enumerate(terms):
        for term in each:
            places.setdefault(term, []).append(place)
    found: list[set[int]] = []
    for place, each in enumerate(terms):
        shared = Counter(other for term in each for other in places[term] if other != place)
        found.append({
            other
            for other, count in shared.items()
            if ideas[other].report.id != ideas[place].report.id and _enough(count, each, terms[other])
        })  # fmt: skip
    return found


def _enough(count: int, one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    return count >= _ENOUGH or (count >= _FEW and 2 * count >= min(len(one), len(other)))


def _seed(left: set[int], alike: Sequence[set[int]], ideas: Sequence[Idea]) -> int | None:
    """The idea that is like ideas of most reports; of several the one of the newest report. None where none is left."""
    reach = {place: len({ideas[each].report.id for each in alike[place] & left}) for place in sorted(left)}
    best = max(reach, key=lambda place: (reach[place], -place), default=None)
    return best if best is not None and reach[best] else None


def _members(seed: int, near: set[int], alike: Sequence[set[int]], ideas: Sequence[Idea]) -> list[int]:
    """The seed, and in order those near it that are like everything from other reports that was taken before."""
    found = [seed]
    for place in sorted(near):
        others = (each for each in found if ideas[each].report.id != ideas[place].report.id)
        if all(each in alike[place] for each in others):
            found.append(place)
    return found


def _shared(members: Sequence[int], terms: Sequence[Mapping[str, str]]) -> tuple[str, ...]:
    """The words of the first that most of the others have too, in the order in which it writes them."""
    first, *others = members
    counts = {term: sum(term in terms[each] for each in others) for term in terms[first]}
    order = sorted((-count, place, term) for place, (term, count) in enumerate(counts.items()) if count)
    kept = {term for _, _, term in order[:_SHOWN]}
    return tuple(word for term, word in terms[first].items() if term in kept)
