"""How a name is written: its letters, its family name, and the words that make a thing of it."""

from __future__ import annotations

import unicodedata

from afterword.rules.wording.lexicon.names import PARTICLES, THINGS_AFTER
from afterword.rules.wording.sentences import Sentence, Token

LONGEST = 4
"""Words of one name at most."""


def written(sentence: Sentence, token: Token) -> str:
    """A token as people read it, without the ending of a genitive."""
    begin = sentence.start
    written = sentence.passage.masked[begin + token.start : begin + token.end]
    if not written.isascii():
        written = unicodedata.normalize("NFC", written)
    return written.removesuffix("'s").removesuffix("’s")


def family_after(sentence: Sentence, place: int) -> int:
    """The place behind a name that begins at `place`: over initials, particles and further words with a capital."""
    tokens = sentence.tokens
    after = place + 1
    while after < min(len(tokens), place + LONGEST):
        token = tokens[after]
        if is_owning(sentence, after - 1) or token.start - tokens[after - 1].end > 1:
            break
        raw = written(sentence, token)
        if raw == "." and len(tokens[after - 1].text) == 1 and token.start == tokens[after - 1].end:
            if after + 1 < len(tokens) and written(sentence, tokens[after + 1])[:1].isupper():
                after += 1
                continue
            break
        if token.text in PARTICLES and (family := _over_particles(sentence, after)):
            after = family
            continue
        is_word = raw[:1].isupper() and raw.replace("'", "").replace("’", "").replace("-", "").isalpha()
        if not is_word or (raw.isupper() and len(raw) > 1) or token.text in ("i", "it", "the"):
            break
        after += 1
    return min(after, len(tokens))


def _over_particles(sentence: Sentence, place: int) -> int:
    """The place behind the family name that particles such as `de la` introduce; 0 where none follows."""
    tokens = sentence.tokens
    for at in range(place, min(place + 4, len(tokens))):
        if tokens[at].text not in PARTICLES:
            return at + 1 if written(sentence, tokens[at])[:1].isupper() else 0
    return 0


def is_owning(sentence: Sentence, place: int) -> bool:
    """Whether a token carries the ending of a genitive."""
    token = sentence.tokens[place]
    return token.text.endswith("'s") or sentence.low[token.end : token.end + 1] == "'"


def is_thing(sentence: Sentence, place: int) -> bool:
    """Whether the token at `place` is a word with a capital that makes a thing or a place of the name before it."""
    if place >= len(sentence.tokens):
        return False
    token = sentence.tokens[place]
    raw = written(sentence, token)
    return raw[:1].isupper() and (token.text in THINGS_AFTER or (raw.isupper() and len(raw) > 1))
