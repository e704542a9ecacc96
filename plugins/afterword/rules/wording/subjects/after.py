"""Who stands after a preposition: `by one of our engineers`, `due to someone running …`, `on the part of the crew`."""

from __future__ import annotations

from afterword.rules.wording.lexicon.functions import (
    CONJUNCTIONS,
    PREPOSITIONS,
    SUBORDINATORS,
    is_adverb,
    is_auxiliary,
)
from afterword.rules.wording.lexicon.people import COUNTING
from afterword.rules.wording.organisation import Organisation
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.subjects.kinds import NounKind, kind_of_noun
from afterword.rules.wording.subjects.subject import Subject
from afterword.rules.wording.subjects.twofold import sense_of

_LONGEST = 9
"""Words of a noun phrase that are looked at."""
_PERSONS = frozenset({"person", "we", "you", "they"})


def agent_after(sentence: Sentence, offset: int, organisation: Organisation) -> Subject:
    """The noun phrase that begins at `offset`, typed by its head.

    The head is the last noun before a preposition, a clause or a participle; after a word that counts (`one of`,
    `a member of`) it is the noun that is counted. A genitive belongs to what follows it.
    """
    tokens = sentence.tokens
    first = sentence.index_at(offset)
    head = -1
    for place in range(first, min(len(tokens), first + _LONGEST)):
        word = tokens[place].text
        if word == "of" and head >= 0 and tokens[head].text in COUNTING:
            continue
        if not tokens[place].is_word or _is_end(word):
            break
        if head >= 0 and _is_person(sentence, head, organisation) and _begins_clause(word):
            break
        head = place
    if head < 0:
        return Subject("unknown")
    kind = _kind(sentence, head, organisation)
    sense = "person"
    if kind == "person" and not organisation.ends_with_person(sentence.low[tokens[first].start : tokens[head].end]):
        sense = sense_of(sentence, first, head)
        kind = "system" if sense == "system" else kind
    if kind == "system" and tokens[head].text.endswith(("'s", "s'")):
        return Subject("unknown")
    start, end = tokens[first].start, tokens[head].end
    return Subject(kind, sentence.quote(start, end), start, end, sense == "doubt")


def _is_end(word: str) -> bool:
    """Whether a word ends a noun phrase."""
    return (
        word in PREPOSITIONS
        or word in CONJUNCTIONS
        or word in SUBORDINATORS
        or word in ("who", "which", "to")
        or is_auxiliary(word)
    )


def _begins_clause(word: str) -> bool:
    """Whether a word after a person says what they do: `someone running`, `an engineer connected`, `a user not`."""
    return word.endswith(("ing", "ed")) or is_adverb(word) or word in ("not", "made", "led", "took", "broke", "let")


def _is_person(sentence: Sentence, place: int, organisation: Organisation) -> bool:
    return not sentence.tokens[place].text.endswith(("'s", "s'")) and _kind(sentence, place, organisation) in _PERSONS


def _kind(sentence: Sentence, place: int, organisation: Organisation) -> NounKind:
    tokens = sentence.tokens
    before = tokens[place - 1].text if place else ""
    phrase = sentence.low[tokens[max(0, place - 2)].start : tokens[place].end]
    raw = sentence.raw[tokens[place].start : tokens[place].end]
    return kind_of_noun(tokens[place].text, before, phrase, raw, organisation)
