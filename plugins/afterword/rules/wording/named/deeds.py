"""Whether a word after a name is a verb of what people do, in a form that tells that it was done."""

from __future__ import annotations

import re

from afterword.rules.wording.lexicon import words
from afterword.rules.wording.lexicon.functions import DETERMINERS, PREPOSITIONS, is_adverb, is_auxiliary
from afterword.rules.wording.lexicon.names import DEEPLY_HUMAN, HUMAN, SPOKEN
from afterword.rules.wording.lexicon.verbs import AGENTIVE, IRREGULAR_PASTS
from afterword.rules.wording.named.names import Name, is_timed
from afterword.rules.wording.prose import GAP
from afterword.rules.wording.sentences import Sentence

_NO_DEEDS = words("based named related aged led-based inspired need speed seed feed indeed hundred red bed")
_PASTS = IRREGULAR_PASTS | words(
    """woke dug swapped spun flipped hung drove wound rang slept drew threw caught bought sought paid hit bent stuck
    swept tore strode slid sank stole swore spent shot
    rebuilt redid rewrote rethought undid overrode unplugged"""
)
_THOUGHTS = words("suspect think wonder believe realise realize notice decide agree")
"""What nobody is asked to do, so that a form without an ending tells of something, and hands out no action."""
_MODALS = words("could couldn't wouldn't shouldn't")
_MODALS_WITH_HAVE = words("should would might must may")
_AFTER_WAS = words(
    """on at away unaware aware able unable told asked paged asleep unavailable absent busy distracted tired new
    responsible offline out off convinced sure unsure certain confident notified informed alerted called woken contacted
    about under in trying reached blamed supposed allowed logged confused pulled brought left given handed stuck alone
    not mistaken wrong right"""
)
_AFTER_WEAK_WAS = words("paged asleep unaware told asked away called woken debugging looking trying notified")
_NOUNS_TOO = words("logs rolls texts pings emails reviews pushes clicks asks calls phones reverts tests joins")
_ON_CALL = re.compile(
    r" (?:was|is|were) (?:the |our |an? )?(?:\w+ ){0,2}(?:on[- ]?call|on duty|person|only one|one who|operator on)\b"
)


def is_deed(sentence: Sentence, place: int, name: Name, *, is_plural: bool) -> bool:
    """Whether the word at `place` is a verb of what people do, in a form that tells that it was done."""
    tokens = sentence.tokens
    word = tokens[place].text
    if _is_noun_in_heading(sentence, place):
        return False
    if name.kind == "weak":
        return _is_human(sentence, place, name)
    if word in ("was", "were", "is", "are"):
        return _was_in_it(sentence, place)
    if word in _MODALS or word in _MODALS_WITH_HAVE:
        ahead = [each.text for each in tokens[place + 1 : place + 4]]
        return word in _MODALS or "have" in ahead or "not" in ahead[:1]
    if word in _PASTS or word in HUMAN:
        return True
    if word in _NO_DEEDS or GAP in word:
        return False
    if word.endswith(("ed", "ing")):
        return AGENTIVE.fullmatch(word) is not None or (word.endswith("ed") and len(word) > 4)
    if word in _THOUGHTS:
        return True
    if AGENTIVE.fullmatch(word):
        return word.endswith("s") or is_auxiliary(word) or is_plural or is_timed(sentence)
    following = tokens[place + 1].text if place + 1 < len(tokens) else ""
    is_third = word.endswith("s") and word.isalpha() and len(word) > 3 and place == name.after
    return is_third and (following in DETERMINERS or following in ("that", "up", "out", "back", "off", "down", "it"))


def _is_human(sentence: Sentence, place: int, name: Name) -> bool:
    """Whether only a person does what the verb after a weak name tells."""
    tokens = sentence.tokens
    word = tokens[place].text
    following = tokens[place + 1].text if place + 1 < len(tokens) else ""
    if word == "was" and _ON_CALL.match(sentence.low, tokens[place].start - 1):
        return True
    if "product" in name.marks:
        return word in DEEPLY_HUMAN
    if name.marks & {"place", "month"}:
        return word in SPOKEN
    if word == "was":
        return following in _AFTER_WEAK_WAS
    if word not in HUMAN or (word in _NOUNS_TOO and following not in DETERMINERS and following != "in"):
        return False
    # `Mark deployed models as stable` asks for something, `Mark deployed the model` does not.
    is_first = name.first == 0 and word.endswith("ed") and "word" in name.marks
    plain = (
        following in DETERMINERS
        or following in PREPOSITIONS
        or following in ("back", "over")
        or not following[:1].isalpha()
        or is_adverb(following)
    )
    return not is_first or plain or word in SPOKEN


def _is_noun_in_heading(sentence: Sentence, place: int) -> bool:
    """Whether a heading writes the word with a capital and not all that follow: `@handle Alerts configured`."""
    if not sentence.passage.is_heading:
        return False
    raw = sentence.raw
    following = [raw[each.start : each.end] for each in sentence.tokens[place + 1 :] if each.is_word]
    return raw[sentence.tokens[place].start].isupper() and any(
        each[:1].islower() and len(each) > 3 for each in following
    )


def _was_in_it(sentence: Sentence, place: int) -> bool:
    """Whether `was` tells what somebody did or was up to, and not who they are."""
    tokens = sentence.tokens
    following = [each.text for each in tokens[place + 1 : place + 4]]
    while following and (is_adverb(following[0]) or following[0] in ("double", "re")):
        del following[0]
    if not following:
        return False
    if following[0].endswith("ing") or following[0] in _AFTER_WAS:
        return True
    return _ON_CALL.match(sentence.low, tokens[place].start - 1) is not None
