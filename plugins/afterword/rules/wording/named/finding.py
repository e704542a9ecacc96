"""The names in a sentence whose bearers act, and the logins that begin a timeline's entries."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.rules.wording.lexicon import words
from afterword.rules.wording.lexicon.functions import is_auxiliary
from afterword.rules.wording.lexicon.names import AFTER_A_TIME, AFTER_A_TIME_MAYBE, NOBODY
from afterword.rules.wording.lexicon.verbs import is_participle
from afterword.rules.wording.named.acting import acts
from afterword.rules.wording.named.names import is_timed, names_at
from afterword.rules.wording.named.silent import is_list_or_thanks
from afterword.rules.wording.organisation import Organisation
from afterword.rules.wording.sentences import Sentence

# Two consonants that no English word begins with, and a vowel: `jdoe` and `bblack`, but neither `nginx` nor `web01`.
_LOGIN = re.compile(
    r"(?!(?:bl|br|ch|cl|cr|dr|dw|fl|fr|gh|gl|gn|gr|kn|kr|ph|pl|pr|ps|rh|sc|sh|sk|sl|sm|sn|sp|sq|st|sw|th|tr|ts|tw|wh|wr))"
    r"[b-df-hj-np-tv-z]{2}(?=[a-z]*[aeiou])[a-z]{2,}\d{0,4}\Z"
)
_NOUN = re.compile(r"(?:ing|[^aeious]s|tion|sion|ment|ness|ity|ance|ence|ency|ers|isms?|ists?|ics)\Z")
"""How words end that are things or groups of people rather than somebody's name."""

# `Flag reverted` and `Spike noticed` leave out an auxiliary: a form in -ed tells nothing of who did it.
_DONE_BY_ONE = frozenset(verb for verb in AFTER_A_TIME - AFTER_A_TIME_MAYBE if verb.endswith("s")) | words(
    "thought knew woke said told slept believes"
)
"""What after a word that no list knows is still a person's doing."""


def names_in(sentence: Sentence, organisation: Organisation) -> Iterator[tuple[int, int]]:
    """Start and end of each name whose bearer acts, is told to act, or is behind an act."""
    if is_list_or_thanks(sentence):
        return
    tokens = sentence.tokens
    for name in names_at(sentence, organisation):
        if acts(sentence, name, organisation):
            last = tokens[name.after - 1]
            yield tokens[name.first].start, last.end - (2 if last.text.endswith("'s") else 0)
    if len(tokens) > 1 and is_timed(sentence) and _begins_with_login(sentence):
        yield tokens[0].start, tokens[0].end


def _begins_with_login(sentence: Sentence) -> bool:
    """Whether a timeline's entry begins with a word that no list knows, and with what only people do."""
    first, second = sentence.tokens[0], sentence.tokens[1]
    raw = sentence.passage.masked[sentence.start + first.start : sentence.start + first.end]
    word, verb = first.text, second.text
    if verb in AFTER_A_TIME | AFTER_A_TIME_MAYBE and _LOGIN.match(word) and raw.islower():
        return word not in NOBODY
    if sentence.passage.field or verb not in _DONE_BY_ONE or word in NOBODY:
        return False
    return (
        word.isalpha()
        and raw[0].isupper()
        and not (_NOUN.search(word) or raw.isupper() or is_auxiliary(word) or is_participle(word))
    )
