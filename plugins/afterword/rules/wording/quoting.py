"""A phrase of a sentence as a finding repeats it: whole words, one line, bounded, without keys or marks."""

from __future__ import annotations

import re

from afterword.rules.wording.lexicon import words
from afterword.rules.wording.lexicon.functions import CONJUNCTIONS, PREPOSITIONS, SUBORDINATORS, is_auxiliary
from afterword.rules.wording.sentences import Sentence

LONGEST = 60
"""Characters of a phrase that are repeated at most."""
LONGEST_MESSAGE = 160
LONGEST_HINT = 240
_LEANING = words(
    """a an the our its their his her to of by as so too more most very less wrong single own have should would could
    will must be not at with from in on for into due"""
)
"""Words that need another one after them: a phrase that ends in one reads as cut off."""
_PARTICLES = words("on off up out down over through in")
_DANGLING = words("that if when and or but because which who") | (_LEANING - _PARTICLES)
_STOPS = (CONJUNCTIONS | PREPOSITIONS | SUBORDINATORS) - _LEANING
WITHIN_NUMBER = re.compile(r"(?<=\d)(?:[:.,]\d+)+")
"""What goes on a number that a sign seems to end."""
_FURTHER = 4
"""Tokens that are added at most to make a phrase whole."""


def phrase(sentence: Sentence, start: int, end: int) -> str:
    """The found phrase for a message: carried on to the noun that it leans on, or cut back to its last whole word."""
    text, low = shown(sentence), sentence.low
    end = start + len(low[start:end].rstrip())
    if number := WITHIN_NUMBER.match(low, end):
        end = number.end()
    whole = _whole_end(sentence, start, end)
    while whole > start and (cut := _last_word(low, start, whole)) > start and low[cut:whole].strip() in _DANGLING:
        whole = cut
    return shorten(text[start:whole])


def shown(sentence: Sentence) -> str:
    """The sentence as people read it, with the same offsets, keys and tokens covered."""
    return sentence.shown


def clean(text: str) -> str:
    """`text` on one line, without backticks and without characters that nobody sees."""
    plain = text.replace("`", "'")
    if not plain.isprintable():
        plain = "".join(each if each.isprintable() else " " for each in plain)
    return " ".join(plain.split())


def shorten(text: str) -> str:
    """`text` cleaned and of bounded length, for a message."""
    flat = clean(text).rstrip(".,;:!?").rstrip() or "…"
    if len(flat) <= LONGEST:
        return flat
    cut = flat[:LONGEST]
    kept = cut.rsplit(" ", 1)[0] if " " in cut else cut
    return kept.rstrip(",.;: ") + " …"


def _whole_end(sentence: Sentence, start: int, end: int) -> int:
    """Where the phrase ends with the words that its last word leans on; `end` where it leans on none."""
    if sentence.low[_last_word(sentence.low, start, end) : end].strip() not in _LEANING:
        return end
    whole, content = end, 0
    tokens = sentence.tokens
    for token in tokens[sentence.index_at(end) :][:_FURTHER]:
        leans = token.text in _LEANING
        if not token.is_word or token.text in _STOPS or ((leans or is_auxiliary(token.text)) and content):
            break
        content += not leans
        whole = token.end
    return whole if content else end


def _last_word(low: str, start: int, end: int) -> int:
    return max(low.rfind(" ", start, end), start - 1) + 1
