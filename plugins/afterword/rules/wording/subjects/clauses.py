"""A walk to the left from a verb to its subject, or to whoever did what the words before tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from afterword.rules.wording.lexicon.functions import (
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    SUBORDINATORS,
    is_adverb,
    is_auxiliary,
)
from afterword.rules.wording.lexicon.verbs import is_finite
from afterword.rules.wording.organisation import Organisation
from afterword.rules.wording.sentences import Sentence, Token
from afterword.rules.wording.subjects.kinds import kind_of_pronoun
from afterword.rules.wording.subjects.phrases import FARTHEST, Phrases
from afterword.rules.wording.subjects.subject import Subject
from afterword.rules.wording.subjects.they import means_systems

_LONGEST_GROUP = 12
"""Auxiliaries and adverbs between a subject and its verb at most."""
_LONGEST_ASIDE = 24
"""Words of an aside between commas at most."""


def subject_of(sentence: Sentence, offset: int, organisation: Organisation) -> Subject:
    """The subject of the verb (or of the words around it) that begins at `offset` in the sentence."""
    place = sentence.index_at(offset) - 1
    if place not in sentence.subjects:
        found = _Finder(sentence, organisation).before(place, 0)
        if found.kind == "they" and found.start <= sentence.lead and means_systems(sentence):
            found = replace(found, kind="system")
        sentence.subjects[place] = found
    return sentence.subjects[place]


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
        self.phrases = Phrases(sentence, organisation)

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
        return self._past_relative(self.phrases.ending_at(at))

    def _past_relative(self, found: Subject) -> Subject:
        """`the engineer who built the importer` for `the importer`, where that ends a clause about a person."""
        first = self.sentence.index_at(found.start)
        for verb in (first - 1, first):
            after_who = verb > 0 and self.tokens[verb - 1].text in ("who", "whoever")
            if found.kind == "system" and after_who and self.is_verb(verb):
                return self._of_who(verb - 1)
        return found

    def _over_auxiliaries(self, at: int) -> int:
        farthest = max(-1, at - _LONGEST_GROUP)
        while at > farthest:
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
            found = self.phrases.ending_at(noun)
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
        found = self.phrases.ending_at(noun)
        return found if found.kind != "unknown" else Subject("system", "that")

    def _of_earlier_clause(self, at: int, depth: int) -> Subject:
        """The subject of the verb before an `and`, a `but` or a comma."""
        is_comma = self.tokens[at].text == ","
        while at >= 0 and (self.tokens[at].text in CONJUNCTIONS or self.tokens[at].text == ","):
            at -= 1
        if depth > 3:
            return Subject("unknown")
        if is_comma and (around := self._around_aside(at, depth)):
            return around
        stop = max(-1, at - FARTHEST)
        for place in range(at, stop, -1):
            word = self.tokens[place].text
            if word in (";", ":", "(", "–", "—", "?"):
                break
            if word == "which" and place and self.tokens[place - 1].text == ",":
                return self._of_which(place)
            if self.is_verb(place):
                return self.before(place - 1, depth + 1)
        # No verb before it: what stands there is a phrase before the clause, or a listed subject.
        return self._first_person(stop, at)

    def _around_aside(self, at: int, depth: int) -> Subject | None:
        """The person before an aside between commas: `the engineer, while testing a module, …`."""
        for place in range(at, max(0, at - _LONGEST_ASIDE), -1):
            if self.tokens[place].text == ",":
                first, then = self.tokens[place + 1].text, self.tokens[min(place + 2, at)].text
                is_named_so = first in ("a", "an", "one", "the", "our", "both") and not self._tells(place + 1, at)
                if (
                    first not in PREPOSITIONS
                    and not (first in SUBORDINATORS and then.endswith("ing"))
                    and not is_named_so
                ):
                    return None
                found = self.before(place - 1, depth + 1)
                kinds = ("person", "system") if is_named_so else ("person",)
                return found if found.kind in kinds and found.start < self.tokens[place].start else None
        return None

    def _tells(self, first: int, last: int) -> bool:
        """Whether a verb stands between two places, and not within a relative clause."""
        for place in range(first, last + 1):
            if self.tokens[place].text in ("who", "which", "that", "whose"):
                return False
            if self.is_verb(place):
                return True
        return False

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
            if self.tokens[place].text in ("who", "whoever"):
                return self._of_who(place)
            kind = kind_of_pronoun(self.tokens[place].text)
            if kind:
                token = self.tokens[place]
                return Subject(kind, self.sentence.quote(token.start, token.end), token.start, token.end)
        return Subject("bare") if stop < 0 else Subject("unknown")
