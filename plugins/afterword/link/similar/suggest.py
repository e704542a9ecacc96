"""Which factors of the vocabulary a report without any may be about, with the words that speak for each.

Two things speak for a factor: that the text is like what the factor means (its title, its definition, and how labelled
reports say that it fed in), and that labelled reports which are like the text name it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy import sparse

from afterword.link.similar.aspects import is_told, text_of
from afterword.link.similar.bag import Bag, count_words
from afterword.link.similar.concepts import find_matters, find_unspaced
from afterword.link.similar.vectors import Floats, Matrix, count_matters, count_terms, fold_directions, weigh
from afterword.link.similar.words import normalise, stem
from afterword.model.report import Report
from afterword.model.vocabulary import Factor, Vocabulary

SUGGESTED = 3
_TITLE, _DEFINITION = 3, 2
"""How often the words of a factor count beside those of one *how*."""
_MATTERS = 0.3
"""How much the matters count beside the words and the directions, which count 1 each."""
_ASKED = 8
"""How many of the nearest labelled reports are asked for their factors."""
_VOTES = 0.5
"""How much their word counts beside the factor's own. Counting more, they suggest what is frequent."""
_WORDS = 4
_ROWS = 256


@dataclass(frozen=True)
class Suggestion:
    """One factor that a report may be about.

    Attributes:
        factor: the factor in the vocabulary.
        score: how much speaks for it, to be compared with others of the same report alone.
        words: words of the report that speak for it, as they are written there, the most telling first.
        like: ids of the nearest labelled reports that name it, the nearest first.
    """

    factor: Factor
    score: float
    words: tuple[str, ...]
    like: tuple[str, ...]


def suggest_factors(
    reports: Sequence[Report], labelled: Sequence[Report], vocabulary: Vocabulary, number: int = SUGGESTED
) -> Mapping[str, tuple[Suggestion, ...]]:
    """For each of the reports the factors for which most speaks, the best first.

    None where not one of its words speaks for any of them, and no labelled report is like it: what is left then is
    chance, as for a text in a language of which no word is known here.

    Args:
        reports: those to be labelled; what they name themselves is not looked at.
        labelled: reports with factors, from which it is learned.
        vocabulary: the factors that can be suggested.
        number: how many for each report.
    """
    if not reports or not vocabulary.factors:
        return {report.id: () for report in reports}
    known = _Known(labelled, vocabulary.factors)
    texts = [*known.texts, *(text_of(report) for report in labelled), *(_without_hows(report) for report in reports)]
    bags = [count_words(parts) for parts in texts]
    likeness = _Likeness(bags)
    found: dict[str, tuple[Suggestion, ...]] = {}
    first = len(bags) - len(reports)
    for start in range(0, len(reports), _ROWS):
        block = likeness.rows(first + start, min(first + start + _ROWS, len(bags)), first)
        for row, report in enumerate(reports[start : start + _ROWS]):
            place = first + start + row
            plain = normalise("\n".join(text for text, _ in texts[place]))
            suggested = known.suggest(block[row], number, likeness.because(bags, place, plain))
            found[report.id] = suggested if any(each.words or each.like for each in suggested) else ()
    return found


class _Known:
    """The factors, and the reports that name them."""

    def __init__(self, labelled: Sequence[Report], factors: Sequence[Factor]) -> None:
        self.factors, self._labelled = factors, labelled
        place = {factor.id: number for number, factor in enumerate(factors)}
        named = [dict.fromkeys(each.factor for each in report.front.contributing_factors) for report in labelled]
        self._named = [[place[each] for each in those if each in place] for those in named]
        hows: dict[str, list[tuple[str, int]]] = {factor.id: [] for factor in factors}
        for report in labelled:
            for each in report.front.contributing_factors:
                if each.factor in hows and each.how:
                    hows[each.factor].append((each.how, 1))
        self.texts = [_text_of_factor(factor, hows[factor.id]) for factor in factors]

    def suggest(self, alike: Floats, number: int, because: _Because) -> tuple[Suggestion, ...]:
        """The best factors, by how alike the text is to each factor and then to each labelled report."""
        total = len(self.factors)
        direct, near = alike[:total], alike[total:]
        asked = [int(each) for each in np.argsort(-near, kind="stable")[:_ASKED] if near[each] > 0]
        votes = np.zeros(total)
        for each in asked:
            votes[self._named[each]] += near[each] ** 2
        # The mean of how alike those are that name it, weighed by how alike they are: one twin outweighs many cousins.
        score = direct + _VOTES * votes / max(float(near[asked].sum()), 1e-9)
        # Rounded before anything is compared: the last digits differ between machines and numbers of threads.
        score = np.round(score, 6)
        best = [int(each) for each in np.argsort(-score, kind="stable")[:number] if score[each] > 0]
        return tuple(
            Suggestion(
                self.factors[each],
                float(score[each]),
                because.words(each),
                tuple(self._labelled[other].id for other in asked if each in self._named[other])[:2],
            )
            for each in best
        )


class _Likeness:
    """How alike some texts are."""

    def __init__(self, bags: Sequence[Bag]) -> None:
        stems, pieces = count_terms(bags)
        self.terms, self.weights = stems.terms, weigh(stems.matrix)
        matters = weigh(count_matters(bags).matrix, common=1) * np.sqrt(_MATTERS)
        self._both = sparse.hstack([self.weights, matters]).tocsr()
        self._directions = fold_directions(stems.matrix, pieces.matrix)

    def rows(self, start: int, end: int, width: int) -> Floats:
        """How alike the texts from `start` to `end` are to the first `width` texts, 0 to 1."""
        alike = (self._both[start:end] @ self._both[:width].T).toarray()
        alike = alike + self._directions[start:end] @ self._directions[:width].T
        found: Floats = np.round(np.maximum(alike, 0) / (2 + _MATTERS), 6)
        return found

    def because(self, bags: Sequence[Bag], place: int, plain: str) -> _Because:
        """What to ask for the words of one text, `plain` in its normal form, that speak for another."""
        return _Because(self.terms, self.weights, bags, place, plain)


@dataclass(frozen=True)
class _Because:
    """The words of one text."""

    terms: Sequence[str]
    weights: Matrix
    bags: Sequence[Bag]
    place: int
    plain: str

    def words(self, other: int) -> tuple[str, ...]:
        """Those that weigh most in both texts; then those that are about a matter of the other one."""
        shared = self.weights[[self.place]].multiply(self.weights[[other]]).tocoo()
        by_weight = sorted(zip(-np.round(shared.data, 6), (self.terms[each] for each in shared.col), strict=True))
        written = _spellings(self.bags[self.place])
        found = dict.fromkeys(written[term] for _, term in by_weight if term in written)
        matters = self.bags[other].matters
        for word, _ in sorted(self.bags[self.place].words.items(), key=lambda each: (-each[1], each[0])):
            if len(found) >= _WORDS:
                break
            if any(each in matters for each in find_matters([word], "")):
                found.setdefault(written[stem(word)])
        for word, touched in find_unspaced(self.plain):
            if any(each in matters for each in touched):
                found.setdefault(word)
        return tuple(found)[:_WORDS]


def _spellings(bag: Bag) -> Mapping[str, str]:
    """Each term of a text in the form in which it stands there most often, lower case before capitals."""
    forms: dict[str, Counter[str]] = {}
    for word, count in bag.words.items():
        forms.setdefault(stem(word), Counter())[word] += count
    written = {
        term: min(those, key=lambda word: (-those[word], word.lower() != word, word)) for term, those in forms.items()
    }
    return {**{gram: gram for gram in bag.grams}, **written}


def _text_of_factor(factor: Factor, hows: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    own = [(factor.title, _TITLE), (factor.definition, _DEFINITION), (factor.id.replace("-", " "), 1)]
    return [*own, *hows]


def _without_hows(report: Report) -> list[tuple[str, int]]:
    """The texts of a report but for its factors and bare lines of data, with which older texts often begin."""
    told = replace(report.body, blocks=tuple(block for block in report.body.blocks if is_told(block)))
    return text_of(replace(report.with_fields(contributing_factors=()), body=told))
