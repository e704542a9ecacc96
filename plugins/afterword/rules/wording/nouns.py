"""What a noun or a pronoun means: a person, people outside of the organisation, or a system."""

from __future__ import annotations

from typing import Literal

from afterword.rules.wording.lexicon.names import GIVEN_NAMES
from afterword.rules.wording.lexicon.people import (
    FIRST,
    INDEFINITE,
    SECOND,
    TECHNICAL_BEFORE,
    THEY,
    THIRD,
    WEAK_ROLES,
    is_outsider,
    is_role,
    singular,
)
from afterword.rules.wording.organisation import Organisation

NounKind = Literal["we", "you", "they", "person", "outsider", "system"]


def kind_of_pronoun(word: str) -> Literal["we", "you", "they", "person"] | None:
    """What a personal pronoun means; None for any other word."""
    if word in FIRST:
        return "we"
    if word in SECOND:
        return "you"
    if word in THEY:
        return "they"
    return "person" if word in THIRD or word in INDEFINITE else None


def kind_of_noun(word: str, before: str, phrase: str, raw: str, organisation: Organisation) -> NounKind:
    """What a noun means.

    Args:
        word: the noun in small letters.
        before: the word before it.
        phrase: the noun with up to two words before it, for names of several words.
        raw: the noun as written.
        organisation: the organisation's own names.
    """
    pronoun = kind_of_pronoun(word)
    if pronoun:
        return pronoun
    if word.startswith("@") or organisation.is_person(word) or organisation.ends_with_person(phrase):
        return "person"
    if is_role(word):
        weak = singular(word) in WEAK_ROLES or word in WEAK_ROLES
        return "system" if weak and before in TECHNICAL_BEFORE else "person"
    if is_outsider(word):
        return "outsider"
    if raw[:1].isupper() and word in GIVEN_NAMES:
        return "person"
    if word in ("colleagues", "others") or (before[:1].isalpha() and raw[:1].isupper() and before in GIVEN_NAMES):
        return "person"
    return "system"
