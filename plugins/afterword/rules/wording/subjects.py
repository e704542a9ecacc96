"""Who acts in a clause: the grammatical subject of a verb, and what sort of thing it is.

The subject decides whether words are blame. `The engineer failed to …` is about a person, `the request failed to …`
is not. A subject is found by walking to the left from the verb: over adverbs and auxiliaries, out of brackets, over
an `and` to the verb before it, from `who` to the noun that it belongs to, from `one of our engineers` to the
engineers, and past `of`, `in` or `at` to the noun that the phrase hangs on. What then stands there is looked up in
closed lists of persons; everything that is not on them is a system. Nothing at all is a bare clause, as in a list
item without a subject.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from afterword.rules.wording.lexicon.functions import (
    ADVERBS,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    SUBORDINATORS,
    is_adverb,
    is_auxiliary,
)
from afterword.rules.wording.lexicon.people import COUNTING
from afterword.rules.wording.lexicon.verbs import is_finite
from afterword.rules.wording.nouns import NounKind, kind_of_noun, kind_of_pronoun
from afterword.rules.wording.organisation import Organisation
from afterword.rules.wording.prose import GAP
from afterword.rules.wording.sentences import Sentence, Token

SubjectKind = Literal["we", "you", "they", "person", "outsider", "system", "bare", "unknown"]
_AFTER_A_NOUN = frozenset({"responsible", "involved", "familiar", "available", "present", "new"})
FARTHEST = 40
"""Tokens that are looked at to the left of a verb."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of a clause.

    Attributes:
        kind: `we` (I too), `you`, `they`, `person` (a role, a team, a name, he, someone), `outsider` (users,
        attackers), `system` (everything else), `bare` (none, at the beginning), `unknown` (none that can be found).
        text: the noun phrase as people read it; empty where there is none.
        start: where it begins in the sentence.
        end: where it ends.
    """

    kind: SubjectKind
    text: str = ""
    start: int = 0
    end: int = 0

    @property
    def is_person(self) -> bool:
        """Whether it is certainly one or more people of the organisation, or its suppliers."""
        return self.kind in ("we", "you", "person")

    @property
    def is_mild(self) -> bool:
        """Whether the writer speaks of themselves, or nobody is named."""
        return self.kind in ("we", "bare")


def subject_of(sentence: Sentence, offset: int, organisation: Organisation) -> Subject:
    """The subject of the verb (or of the words around it) that begins at `offset` in the sentence."""
    return _Finder(sentence, organisation).before(sentence.index_at(offset) - 1, 0)


def doer_of(sentence: Sentence, offset: int, organisation: Organisation) -> Subject:
    """The person who does what the words before `offset` tell, as in `the operator shipped it anyway`, else `unknown`.

    The verbs before `offset` are asked from right to left for a subject that is a person.
    """
    finder = _Finder(sentence, organisation)
    last = sentence.index_at(offset) - 1
    is_nearest = True
    for place in range(last, max(-1, last - FARTHEST), -1):
        if sentence.tokens[place].text in (";", "?"):
            break
        if finder.is_verb(place):
            subject = finder.before(place - 1, 1)
            if subject.is_person or subject.kind == "they":
                return subject
            before = sentence.tokens[place - 1].text if place else ","
            is_act = is_nearest and not is_auxiliary(sentence.tokens[place].text)
            is_nearest = False
            if (
                subject.kind == "system"
                and is_act
                and not (before in CONJUNCTIONS or before == "," or is_auxiliary(before))
            ):
                break
    return Subject("unknown")


class _Finder:
    """One walk through one sentence."""

    def __init__(self, sentence: Sentence, organisation: Organisation) -> None:
        self.sentence = sentence
        self.tokens: Sequence[Token] = sentence.tokens
        self.organisation = organisation
        self.left = FARTHEST

    def before(self, at: int, depth: int) -> Subject:
        """The subject of what begins after the token at `at`."""
        at = self._over_auxiliaries(at)
        if at < 0:
            return Subject("bare")
        word = self.tokens[at].text
        if word in ("who", "whoever"):
            return self._of_who(at)
        if word in ("that", "which"):
            return self._of_which(at)
        if word == ")":
            return self.before(self._out_of_brackets(at), depth)
        if word in CONJUNCTIONS or word == ",":
            return self._of_earlier_clause(at, depth)
        if word in SUBORDINATORS or word in PREPOSITIONS or word == "to":
            return Subject("unknown")
        if not self.tokens[at].is_word:
            return Subject("bare")
        return self._noun_phrase(at)

    def _over_auxiliaries(self, at: int) -> int:
        while at >= 0:
            word = self.tokens[at].text
            if word in ("one", "all", "both", "each", "either") or kind_of_pronoun(word):
                break
            if (
                is_auxiliary(word)
                or is_adverb(word)
                or word in ("n't", "*", "_")
                or (word == "," and at and is_adverb(self.tokens[at - 1].text) and at > 1)
            ):
                at -= 1
            else:
                break
        return at

    def _out_of_brackets(self, at: int) -> int:
        """The token before the bracket that closes at `at`."""
        for place in range(at - 1, max(-1, at - FARTHEST), -1):
            if self.tokens[place].text == "(":
                return place - 1
        return at - 1

    def _of_who(self, at: int) -> Subject:
        noun = at - 1
        if noun >= 0 and self.tokens[noun].text == ",":
            noun -= 1
        token = self.tokens[at]
        if noun >= 0 and self.tokens[noun].is_word:
            found = self._noun_phrase(noun)
            if found.kind in ("outsider", "person", "we", "you", "they"):
                return found
        return Subject("person", token.text, token.start, token.end)

    def _of_which(self, at: int) -> Subject:
        noun = at - 1
        if noun >= 0 and self.tokens[noun].text == ",":
            noun -= 1
        if noun < 0 or not self.tokens[noun].is_word:
            return Subject("system", "that")
        word = self.tokens[noun].text
        if is_finite(word) or is_auxiliary(word) or is_adverb(word):
            return Subject("system", "that")
        found = self._noun_phrase(noun)
        return found if found.kind != "unknown" else Subject("system", "that")

    def _of_earlier_clause(self, at: int, depth: int) -> Subject:
        """The subject of the verb before an `and`, a `but` or a comma."""
        while at >= 0 and (self.tokens[at].text in CONJUNCTIONS or self.tokens[at].text == ","):
            at -= 1
        if depth > 3:
            return Subject("unknown")
        stop = max(-1, at - FARTHEST)
        for place in range(at, stop, -1):
            word = self.tokens[place].text
            if word in (";", ":", "(", "–", "—", "?"):
                break
            if self.is_verb(place):
                return self.before(place - 1, depth + 1)
        # No verb before it: what stands there is a phrase before the clause, or a listed subject.
        return self._first_person(stop, at)

    def is_verb(self, place: int) -> bool:
        """Whether the token at `place` looks like a finite verb."""
        word = self.tokens[place].text
        before = self.tokens[place - 1].text if place else ""
        if before in DETERMINERS or before in PREPOSITIONS or before == "to":
            return False
        if is_auxiliary(word) and word not in ("to", "need", "needs"):
            return True
        return is_finite(word)

    def _first_person(self, stop: int, at: int) -> Subject:
        for place in range(max(stop + 1, 0), at + 1):
            kind = kind_of_pronoun(self.tokens[place].text)
            if kind:
                token = self.tokens[place]
                return Subject(kind, self.sentence.quote(token.start, token.end), token.start, token.end)
        return Subject("bare") if stop < 0 else Subject("unknown")

    def _noun_phrase(self, last: int) -> Subject:
        """The noun phrase that ends with the token at `last`, with what it hangs on."""
        head, first = last, self._first_of_phrase(last)
        while first > 1 and self.left > 0:
            self.left -= 1
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
        return word in ADVERBS and word not in (
            "all",
            "both",
            "each",
            "one",
            "least",
            "most",
            "more",
            "first",
            "initially",
        )

    def _typed(self, head: int, first: int, start: int) -> Subject:
        token = self.tokens[head]
        kind: SubjectKind = self._kind(head)
        if kind == "system" and first < head and self._kind_within(first, head):
            kind = "person"
        if token.text[0] == GAP:
            kind = "system"
        return Subject(kind, self.sentence.quote(start, token.end), start, token.end)

    def _kind_within(self, first: int, head: int) -> bool:
        """Whether the words before a head make it a person, as in `the on-call rotation lead Kim`."""
        return self.organisation.is_person(self.sentence.low[self.tokens[first].start : self.tokens[head].end])

    def _kind(self, place: int) -> NounKind:
        word = self.tokens[place].text
        before = self.tokens[place - 1].text if place else ""
        phrase = self.sentence.low[self.tokens[max(0, place - 2)].start : self.tokens[place].end]
        raw = self.sentence.raw[self.tokens[place].start : self.tokens[place].end]
        return kind_of_noun(word, before, phrase, raw, self.organisation)
