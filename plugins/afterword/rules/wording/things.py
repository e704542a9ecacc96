"""A noun phrase of the sentence that can stand in a question as it is: `a missing timeout`, `the new guideline`.

There is no parser here, so only shapes are taken that can hardly be anything else: they begin with a determiner, no
verb but a participle stands in them, and they end where their clause ends or where another clause hangs on them. What
rates people or names somebody is no thing, since a question that repeats it would say it again.
"""

from __future__ import annotations

import re

from afterword.rules.wording.frames import clause_before
from afterword.rules.wording.lexicon import words
from afterword.rules.wording.lexicon.functions import AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, is_adverb
from afterword.rules.wording.lexicon.judgements import SURE
from afterword.rules.wording.lexicon.people import is_role
from afterword.rules.wording.lexicon.verbs import IRREGULAR_PARTICIPLES, IRREGULAR_PASTS, is_participle
from afterword.rules.wording.quoting import LONGEST, clean, shown
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.slots import clause_end, clause_from, names_somebody

_STARTS = words(
    "a an the our its their his her this that these those all both each every two three four five more another several"
)
_PRONOUNS = words("i we he she they you it us me them him your my who whom there that this which what how why whether")
_EMPTY = words(
    """thing things cause causes reason reasons problem problems issue issues one ones following lot number kind way
    fact question answer matter point case same other others first second last latter former mistake mistakes error
    errors blunder oversight oversights slip slips negligence carelessness complacency fault fail failing"""
)
"""Heads that say nothing, or only that somebody erred."""
_HANGS_ON = re.compile(
    r",? (?P<how>that|which|who|whose|whom|where|when|because|after|before|until|till|while|since|although|though|if|"
    r"unless|as|so|once|despite|among|amongst|prior to|due to|to ensure|to make|to avoid|to prevent|to reduce|for all|"
    r"for every(?:one|body))\b"
)
_RELATIVE = words("that which where when whose")
_COUNT = re.compile(r"\d{1,3}(?:,?\d{3})*")
_ANOTHER_ACT = re.compile(
    r" (?:and|or|but) (?!\w+ing\b)[a-z-]+ (?:the|an?|all|every|our|its|that|it|them|for|if|when)\b|"
    r"\b(?:always|also|then|please)\b"
)
_LAST = re.compile(
    r"(?:,? (?:again|too|here|there|then|alone|though|however|indeed|itself|instead|as well|of course|at all))+$"
)
_GOES_ON = re.compile(r"[*_]*,(?: and| or)? (?:an?|the|our|its|two|three|another|no|some)\b")
"""What makes of a thing the first of a list."""
_SIGNS = re.compile(r"[\[\]{}<>|*#\"“”•;:]|(?<!\w)_|_(?!\w)|://|[.!?] |,(?!\d)")
_OPENING = re.compile(
    r"^(?:(?:and|but|so|then|also|ultimately|eventually|in the end|apparently|first|here|now|clearly|again|after all|"
    r"(?:we|i) (?:believe|think|found|feel)(?: that)?|however),? )+",
    re.IGNORECASE,
)
_VERBS = (AUXILIARIES | (IRREGULAR_PASTS - IRREGULAR_PARTICIPLES)) - {"to"}
_BESIDE = words("vendor support provider supplier admin operations")
"""Roles that stand as often beside what is theirs: `vendor models`."""
_POINTING = words("a an the our its their his her this that these those every another")
_AFTER_PARTICIPLE = words("by in on at from for with during before after")
_ADJECTIVES = words("single new old first second last other whole own only same small large big long few many")
_NO_END = PREPOSITIONS | CONJUNCTIONS | DETERMINERS | AUXILIARIES | _PRONOUNS
_WORD = re.compile(r"[\w/$€£#%+'’.-]+")
_RATED = re.compile(rf"(?<![\w-])(?:{SURE}|bad|poor|wrong|terrible|awful|proper)(?![\w-])")


def thing_from(sentence: Sentence, offset: int, *, bare: bool = False) -> str:
    """The thing that begins at `offset` and is all of its clause; empty where there is none.

    Args:
        sentence: where it stands.
        offset: where its first word begins.
        bare: whether it may begin without a determiner, as after `with` or `about`.
    """
    end = clause_end(sentence, offset)
    if _GOES_ON.match(sentence.low, end):
        return ""
    return thing_in(clause_from(sentence, offset), bare=bare, ends=sentence.low[end : end + 1] != ",")


def thing_before(sentence: Sentence, offset: int, *, bare: bool = False, people: bool = False) -> str:
    """The thing that ends before `offset` and begins its clause, as a subject does; empty where there is none.

    Args:
        sentence: where it stands.
        offset: where the verb begins.
        bare: whether it may begin without a determiner.
        people: whether it may be a role.
    """
    clause = clause_before(sentence, offset)
    start = offset - len(clause)
    if start > sentence.lead and sentence.low[start - 1].isalnum():
        return ""
    text = _OPENING.sub("", clean(shown(sentence)[start:offset]).strip(" ,;:"))
    before, comma, last = text.rpartition(", ")
    if comma and (re.search(r"\b(?:and|or)\b", last) or _STARTS.intersection(before.lower().split()[:1])):
        return ""
    return _whole(_OPENING.sub("", last), bare=bare, people=people)


def thing_in(text: str, *, bare: bool = False, ends: bool = True) -> str:
    """`text` where it is a thing, or the thing that it begins with; empty where it is none.

    Args:
        text: a clause.
        bare: whether the thing may begin without a determiner.
        ends: whether the clause is told to its end, so that one that hangs on the thing can stay.
    """
    hangs = _HANGS_ON.search(text)
    if hangs is None:
        return _whole(text, bare=bare)
    head = _whole(text[: hangs.start()], bare=bare)
    rest = text[hangs.end() :].lower().split()
    alone = ends and hangs["how"] in _RELATIVE and not {"and", "or", "but", "so", "we", "i", "you", "your"} & set(rest)
    fits = alone and rest and rest[-1] not in _NO_END and len(text) <= LONGEST and not _SIGNS.search(text)
    return head + text[hangs.start() :] if head and fits else head


def _whole(text: str, *, bare: bool, people: bool = False) -> str:
    """`text` with a small first letter, where it is a noun phrase through and through."""
    text = _LAST.sub("", text.strip())
    low = text.lower().split()
    if not 0 < len(text) <= LONGEST or not text.isprintable() or _SIGNS.search(text) or _RATED.search(text.lower()):
        return ""
    if (text.isupper() and " " in text) or names_somebody(text) or _ANOTHER_ACT.search(text.lower()):
        return ""
    begins = low[0] in _STARTS or _COUNT.fullmatch(low[0]) is not None
    if not (begins and len(low) > 1) and not (bare and low[0] not in _NO_END and not low[0].endswith("ly")):
        return ""
    if low[-1] in _NO_END or low[-1] in _EMPTY or low[-1].endswith("ly") or any(map(_is_odd, low[begins:])):
        return ""
    if not people and any(is_role(word.removesuffix("'s").removesuffix("’s")) for word in low if word not in _BESIDE):
        return ""
    if not people and low[-1] in _BESIDE:
        return ""
    if len(low) > 1 and low[1] in PREPOSITIONS and low[0] in _POINTING:
        return ""
    if any(map(_is_verb_at, range(len(low)), [low] * len(low))):
        return ""
    return text[0].lower() + text[1:] if begins else text


def _is_odd(word: str) -> bool:
    return (
        word in _PRONOUNS
        or word in _VERBS
        or word in ("not", "never", "nobody", "nothing")
        or word.endswith(("n't", "'d", "'ve", "'re", "'ll", "n’t", "’d", "’ve", "’re", "’ll"))
        or _WORD.fullmatch(word) is None
    )


def _is_verb_at(place: int, low: list[str]) -> bool:
    """Whether a participle stands where a verb would: behind a noun, with nothing that makes a description of it."""
    if place < 2 or not is_participle(low[place]):
        return False
    before, after = low[place - 1], low[place + 1 : place + 2]
    describes = (
        before in DETERMINERS
        or before in PREPOSITIONS
        or before in CONJUNCTIONS
        or before in _ADJECTIVES
        or is_adverb(before)
    )
    return not describes and not (after and after[0] in _AFTER_PARTICIPLE) and not is_participle(before)
