"""Whether the bearer of a name acts, is told to act, or is behind an act."""

from __future__ import annotations

import re

from afterword.rules.wording.lexicon import words
from afterword.rules.wording.lexicon.functions import PREPOSITIONS, is_adverb, is_auxiliary
from afterword.rules.wording.lexicon.names import ASKED, CREDITED, DEEDS, HANDED, TALKED, THANKED
from afterword.rules.wording.lexicon.verbs import is_participle
from afterword.rules.wording.named.names import Name, is_timed
from afterword.rules.wording.named.silent import is_change_credit, is_credit_after, is_outside
from afterword.rules.wording.named.spelling import is_owning
from afterword.rules.wording.named.verb import has_verb
from afterword.rules.wording.organisation import Organisation
from afterword.rules.wording.prose import GAP
from afterword.rules.wording.sentences import Sentence

_NOT_ELSE = frozenset({"word", "form"})
"""Marks of names that inside of a sentence, with a capital, are still a person's."""
_CALLERS = words(
    """i we they he she you who and then also somebody someone engineer on-call oncall sre lead manager support"""
)
_CITED = words("writes argues holds describes defines explains shows points distinguishes calls proposes")
_NO_SUBJECTS = words("from for with of cc via like than to over")
_TOLD = re.compile(r" (?:in|on) \x00")


def acts(sentence: Sentence, name: Name, organisation: Organisation) -> bool:
    """Whether the bearer of `name` acts in `sentence`."""
    tokens = sentence.tokens
    start, end = tokens[name.first].start, tokens[name.after - 1].end
    if is_outside(sentence, start) or is_credit_after(sentence, end) or _is_cited(sentence, name):
        return False
    if is_owning(sentence, name.after - 1):
        return _owns_deed(sentence, name)
    before = tokens[name.first - 1].text if name.first else ""
    earlier = tokens[name.first - 2].text if name.first > 1 else ""
    if before == "by":
        return not is_change_credit(sentence, start, end) and _is_doer(sentence, name)
    if before in ("called", "named") and _is_noun(earlier):
        return False
    if before in ASKED:
        return _may_be_told(name)
    if name.is_sure and before in ("to", "over", "with", "from"):
        return _is_party(sentence, name, organisation, before, earlier)
    return before not in _NO_SUBJECTS and has_verb(sentence, name, organisation)


def _is_party(sentence: Sentence, name: Name, organisation: Organisation, before: str, earlier: str) -> bool:
    """Whether the bearer takes part: is handed the work, is talked with, or is where a change comes from."""
    if before == "with":
        return earlier in TALKED or _ends_in_ing(sentence, name.after)
    if before == "from":
        return earlier in DEEDS or earlier in ("came", "comes")
    return earlier in HANDED or _has_relative(sentence, name, organisation)


def _is_noun(word: str) -> bool:
    """Whether `called` after `word` gives a name, as in `a user called Bob`, and calls nobody."""
    return word.isalpha() and word not in _CALLERS


def _ends_in_ing(sentence: Sentence, place: int) -> bool:
    return place < len(sentence.tokens) and sentence.tokens[place].text.endswith("ing")


def _is_cited(sentence: Sentence, name: Name) -> bool:
    """Whether the name is an author's whose text says something, as in `Sidney Dekker writes that …`."""
    following = sentence.tokens[name.after].text if name.after < len(sentence.tokens) else ""
    return following in _CITED and name.kind == "given" and not is_timed(sentence)


def _owns_deed(sentence: Sentence, name: Name) -> bool:
    """Whether one of the next words is something that people do, as in `Anna's first change`."""
    if not name.marks <= _NOT_ELSE:
        return False
    after = name.after
    tokens = sentence.tokens
    if after < len(tokens) and tokens[after].text == "'":
        after += 1
    for place in range(after, min(after + 4, len(tokens))):
        word = tokens[place].text
        if word in DEEDS:
            return True
        if not (word[0].isalnum() or word[0] == GAP) or word in PREPOSITIONS or is_auxiliary(word):
            return False
    return False


def _may_be_told(name: Name) -> bool:
    """Whether who is asked is a person: a model can be asked too, and a region can be called."""
    return name.is_sure or not name.marks & {"product", "place", "month"}


def _is_doer(sentence: Sentence, name: Name) -> bool:
    """Whether `by` and the name tell who did it: after a participle with an auxiliary, or after a deed."""
    tokens = sentence.tokens
    if not name.marks <= _NOT_ELSE:
        return False
    if name.first < 2 or _TOLD.match(sentence.low, tokens[name.after - 1].end):
        return False
    last = tokens[name.first - 2].text
    if last in DEEDS:
        return True
    earlier = [each.text for each in tokens[max(0, name.first - 14) : name.first - 1]]
    place = len(earlier) - 1
    while place >= 0 and not (_is_done(earlier[place]) and (place == len(earlier) - 1 or _is_passive(earlier, place))):
        place -= 1
    if place < 0 or earlier[place] in THANKED:
        return False
    return earlier[place] not in CREDITED or not DEEDS.isdisjoint(earlier[:place]) or "it" in earlier[:place]


def _is_done(word: str) -> bool:
    """Whether `word` can be a participle, with a prefix too, as in `rewritten` and `misread`."""
    return (
        is_participle(word)
        or (word[:2] in ("re", "un") and is_participle(word[2:]))
        or (word.startswith(("mis", "over")) and is_participle(word.removeprefix("mis").removeprefix("over")))
    )


def _is_passive(earlier: list[str], place: int) -> bool:
    """Whether an auxiliary stands before the participle at `place`."""
    while place and (is_adverb(earlier[place - 1]) or earlier[place - 1] in ("being", "been")):
        place -= 1
    return place > 0 and earlier[place - 1] in ("was", "were", "got", "be", "been", "is", "being")


def _has_relative(sentence: Sentence, name: Name, organisation: Organisation) -> bool:
    """Whether `who` and a verb follow the name."""
    tokens = sentence.tokens
    place = name.after + (name.after < len(tokens) and tokens[name.after].text == ",")
    return place < len(tokens) and tokens[place].text == "who" and has_verb(sentence, name, organisation)
