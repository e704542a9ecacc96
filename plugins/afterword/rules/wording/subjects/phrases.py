"""The noun phrase that ends at a word: where it begins, what it hangs on, and what its head means."""

from __future__ import annotations

from collections.abc import Sequence

from afterword.rules.wording.lexicon.functions import (
    ADVERBS,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    SUBORDINATORS,
    is_auxiliary,
)
from afterword.rules.wording.lexicon.people import COUNTING
from afterword.rules.wording.organisation import Organisation
from afterword.rules.wording.prose import GAP
from afterword.rules.wording.sentences import Sentence, Token
from afterword.rules.wording.subjects.kinds import NounKind, kind_of_noun, kind_of_pronoun
from afterword.rules.wording.subjects.subject import Subject, SubjectKind
from afterword.rules.wording.subjects.twofold import sense_of

FARTHEST = 40
"""Tokens that are looked at to the left of a verb."""
_HANGING = 8
"""Phrases that hang on one another, as in `the index of the engineers in the team`."""
_AFTER_A_NOUN = frozenset({"responsible", "involved", "familiar", "available", "present", "new"})
_MEASURES = frozenset({"all", "both", "each", "one", "least", "most", "more", "first", "initially"})
"""Adverbs that also belong to a noun phrase."""


class Phrases:
    """The noun phrases of one sentence."""

    def __init__(self, sentence: Sentence, organisation: Organisation) -> None:
        self.sentence = sentence
        self.tokens: Sequence[Token] = sentence.tokens
        self.organisation = organisation

    def ending_at(self, last: int) -> Subject:
        """The noun phrase that ends with the token at `last`, with what it hangs on."""
        head, first = last, self._first_of_phrase(last)
        for _ in range(_HANGING):
            if first <= 1:
                break
            before, outer = self.tokens[first - 1].text, first - 2
            if before.endswith("ing") and self._kind(outer) in ("person", "outsider"):
                head, first = outer, self._first_of_phrase(outer)
                break
            while outer > 0 and self._follows_noun(outer):
                outer -= 1
            noun = self.tokens[outer]
            if before not in PREPOSITIONS or not noun.is_word or self._is_boundary(outer):
                break
            if noun.text in COUNTING and before in ("of", "in", "on", "at", "from"):
                start = noun.start
                return self._typed(head, first, start)
            head, first = outer, self._first_of_phrase(outer)
        return self._typed(head, first, self.tokens[first].start)

    def _follows_noun(self, place: int) -> bool:
        """Whether a word describes the noun before it, as in `the team responsible for it`."""
        word = self.tokens[place].text
        return word in _AFTER_A_NOUN or (word.endswith(("ing", "ed")) and self._kind(place - 1) == "person")

    def _first_of_phrase(self, last: int) -> int:
        first = last
        if self.tokens[last].text in DETERMINERS or kind_of_pronoun(self.tokens[last].text):
            return last
        for place in range(last - 1, max(-1, last - 8), -1):
            if self._is_boundary(place) or kind_of_pronoun(self.tokens[place].text):
                if self.tokens[place].text in ("and", "or", "&") and self._joins_names(place):
                    continue
                break
            first = place
            if self.tokens[place].text in DETERMINERS:
                break
        return first

    def _joins_names(self, place: int) -> bool:
        return place > 0 and self._kind(place - 1) == "person" and self._kind(place + 1) == "person"

    def _is_boundary(self, place: int) -> bool:
        token = self.tokens[place]
        word = token.text
        if not token.is_word or word in PREPOSITIONS or word in SUBORDINATORS or word in CONJUNCTIONS:
            return True
        if word in ("who", "which", "to", "that") or is_auxiliary(word):
            return True
        return word in ADVERBS and word not in _MEASURES

    def _typed(self, head: int, first: int, start: int) -> Subject:
        token = self.tokens[head]
        kind: SubjectKind = self._kind(head)
        if kind == "system" and first < head and self._kind_within(first, head):
            kind = "person"
        if token.text[0] == GAP:
            kind = "system"
        is_in_doubt = False
        if kind == "person" and not self._is_listed(first, head):
            sense = sense_of(self.sentence, first, head)
            kind, is_in_doubt = ("system" if sense == "system" else kind), sense == "doubt"
        return Subject(kind, self.sentence.quote(start, token.end), start, token.end, is_in_doubt)

    def _is_listed(self, first: int, head: int) -> bool:
        """Whether the settings list the noun phrase or its head as people."""
        return self._kind_within(first, head) or self.organisation.ends_with_person(
            self.sentence.low[self.tokens[first].start : self.tokens[head].end]
        )

    def _kind_within(self, first: int, head: int) -> bool:
        """Whether the words before a head make it a person, as in `the on-call rotation lead Kim`."""
        return self.organisation.is_person(self.sentence.low[self.tokens[first].start : self.tokens[head].end])

    def _kind(self, place: int) -> NounKind:
        word = self.tokens[place].text
        before = self.tokens[place - 1].text if place else ""
        phrase = self.sentence.low[self.tokens[max(0, place - 2)].start : self.tokens[place].end]
        raw = self.sentence.raw[self.tokens[place].start : self.tokens[place].end]
        return kind_of_noun(word, before, phrase, raw, self.organisation)
