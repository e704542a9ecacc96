"""The verb whose subject a name is: over brackets, appositions, `who`, further names and what belongs to the name."""

from __future__ import annotations

from afterword.rules.wording.lexicon import words
from afterword.rules.wording.lexicon.functions import DETERMINERS, is_adverb
from afterword.rules.wording.named.deeds import is_deed
from afterword.rules.wording.named.names import Name, name_at
from afterword.rules.wording.organisation import Organisation
from afterword.rules.wording.sentences import Sentence

_FARTHEST = 16
"""Tokens between a name and its verb."""
_GOING_ON = words("from of in at on with")
_OTHERS = words("i another others the our an some several two me his her their")


def has_verb(sentence: Sentence, name: Name, organisation: Organisation) -> bool:
    """Whether the bearer of `name` is the subject of a verb of what people do."""
    tokens = sentence.tokens
    place, last = name.after, min(len(tokens), name.after + _FARTHEST)
    is_plural = has_gone_on = False
    while place < last:
        word = tokens[place].text
        if (joined := _over_joint(sentence, name, place, last, organisation)) is not None:
            if not joined[0]:
                return False
            place, is_plural, has_gone_on = joined[0], is_plural or joined[1], has_gone_on or joined[2]
        elif _is_between(sentence, place):
            place += 1
        elif is_deed(sentence, place, name, is_plural=is_plural):
            return True
        elif name.is_sure and (has_gone_on or (word in _GOING_ON and place == name.after)) and place < name.after + 7:
            has_gone_on = True
            place += 1
        else:
            return False
    return False


def _is_between(sentence: Sentence, place: int) -> bool:
    """Whether the token at `place` may stand between a name and its verb: `who`, an adverb, an initial."""
    word = sentence.tokens[place].text
    if word == ".":
        return len(sentence.tokens[place - 1].text) == 1
    return word == "who" or is_adverb(word) or (len(word) == 1 and word.isalpha() and word not in "ai")


def _over_joint(
    sentence: Sentence, name: Name, place: int, last: int, organisation: Organisation
) -> tuple[int, bool, bool] | None:
    """Where it goes on behind a bracket, a comma or an `and`.

    Returns:
        The place, 0 where the name has no verb; whether there is a further name; whether other words may follow before
        the verb. None where no such sign stands at `place`.
    """
    tokens = sentence.tokens
    word = tokens[place].text
    if word in ("(", "[", "–", "—"):
        return _closing(sentence, place, last), False, False
    if word not in ("and", "&", ","):
        return None
    ahead = tokens[place + 1].text if place + 1 < last else ""
    following = name_at(sentence, place + 1, organisation) if ahead else None
    if following is not None and (following.is_sure or word != ","):
        return following.after, True, False
    if word == ",":
        if ahead == "who":
            return place + 2, False, False
        if not name.is_sure:
            return 0, False, False
        is_closing = place == name.after and name.first > 0 and tokens[name.first - 1].text == ","
        return place + 1 if is_closing else _closing(sentence, place, last), False, False
    if following is None and word != "&" and _is_like_name(sentence, place + 1):
        return place + 2, True, False
    return place + 2 if word != "&" and ahead in _OTHERS else 0, True, True


def _closing(sentence: Sentence, place: int, last: int) -> int:
    """The place behind what brackets, dashes or commas hold that begins at `place`; `last` where it is open."""
    closing = {"(": ")", "[": "]"}.get(sentence.tokens[place].text, sentence.tokens[place].text)
    for at in range(place + 1, min(place + 12, last)):
        if sentence.tokens[at].text == closing:
            return at + 1
    return last


def _is_like_name(sentence: Sentence, place: int) -> bool:
    """Whether a word with a capital follows `and`, which joins it to a name."""
    if place >= len(sentence.tokens):
        return False
    token = sentence.tokens[place]
    raw = sentence.passage.masked[sentence.start + token.start : sentence.start + token.end]
    return raw.istitle() and token.text.isalpha() and token.text not in DETERMINERS
