"""Promises that name nothing of their own: every word of them could stand in any report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from afterword.rules.wording.appeals import appeals_in
from afterword.rules.wording.appeals.predicates import order_starts
from afterword.rules.wording.improvements.purpose import Vague
from afterword.rules.wording.lexicon.plain import GLUE, PLAIN, PROMISING
from afterword.rules.wording.organisation import Organisation
from afterword.rules.wording.prose import words_of
from afterword.rules.wording.sentences import Sentence, Token
from afterword.rules.wording.weak import weak_actions

_MOST = 24
"""Words of a promise that is looked at: a longer one has said something."""
_POINTING = frozenset({"those", "them", "these", "follow"})
_ALSO_NOUNS = frozenset({"update", "review", "increase"})
_IS = re.compile(r"^(?:it|this|that|there|here|these|those|which) (?:is|are)\b(?! (?:room|a need|important|necessary))")
_TELLS = re.compile(r"\b(?:is|are|has|have|does|do) (?!to\b|been\b|be\b|not\b)")
_ORDERS = re.compile(
    r"\b(?:will|shall|should|must|needs?|ought|wants?|plans?|intends?|aims?|could|can|let's|'ll|(?:has|have|is|are|am) "
    r"(?:\w+ )?to|commit\w*|pledge|promise)\b"
)
_PROMISING_WORDS = frozenset(words_of(each)[-1] for each in PROMISING | _ALSO_NOUNS)
"""Of which one stands in every promise."""
_LAST_WORDS = frozenset(words_of(each)[-1] for each in PLAIN if words_of(each))
"""With one of which every promise ends."""


def may_promise(sentence: Sentence) -> bool:
    """Whether the sentence's words can be a promise at all."""
    return not sentence.vocabulary.isdisjoint(_PROMISING_WORDS) and words_of(sentence.low)[-1] in _LAST_WORDS


def plain_promises(sentence: Sentence, organisation: Organisation) -> Iterator[Vague]:
    """The whole sentence, or all from the verb of an order on, where it promises and names nothing."""
    if not may_promise(sentence):
        return
    said = [token for token in sentence.tokens if token.is_word]
    if sentence.passage.is_heading:
        return
    found = next(_promises(sentence, said, organisation), None)
    if found and not any(appeals_in(sentence, organisation)) and not any(weak_actions(sentence)):
        yield found  # Of appeals and weak actions other rules tell.


def _promises(sentence: Sentence, said: Sequence[Token], organisation: Organisation) -> Iterator[Vague]:
    yield from _promise(sentence, said)
    if PROMISING.isdisjoint(token.text for token in said):
        return
    for start in sorted({start for start in order_starts(sentence, organisation) if start > sentence.lead}):
        rest = [token for token in said if token.start >= start]
        if len(rest) > 1 and rest[0].text not in GLUE:
            yield from _promise(sentence, rest, ordered=True)


def _promise(sentence: Sentence, said: Sequence[Token], *, ordered: bool = False) -> Iterator[Vague]:
    if not 2 <= len(said) <= _MOST or not PLAIN.issuperset(token.text for token in said):
        return
    if PROMISING.isdisjoint(token.text for token in said) and said[0].text not in _ALSO_NOUNS:
        return
    low = sentence.low[said[0].start :]
    if low.rstrip("*_ ").endswith(":") or said[-1].text in _POINTING:
        return  # What follows, or what was said before, says it.
    if said[-1].text in PROMISING and said[-2].text in ("in", "on", "at", "of"):
        return  # The name of a place.
    if not ordered and len(said) == 2 and said[0].text not in PROMISING:
        return  # A title.
    if not ordered and (_IS.match(low) or (_TELLS.search(low) and not _ORDERS.search(low))):
        return
    yield said[0].start, said[-1].end, "it"
