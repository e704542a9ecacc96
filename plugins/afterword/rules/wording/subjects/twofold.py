"""Whether a noun that is a role and a program as well means one or the other, from the words around it.

What stands right before it decides (`the Celery worker`, `the night operator`); then what it acts on (`acknowledge the
message`, `close the valve`). Where neither tells, or both do, it is in doubt.
"""

from __future__ import annotations

import re
from typing import Literal

from afterword.rules.wording.lexicon.people import singular
from afterword.rules.wording.lexicon.twofold import (
    ACTED_ON,
    ACTED_ON_BY_PEOPLE,
    DOUBTFUL,
    PEOPLE_BEFORE,
    SOFTWARE_BEFORE,
    TWOFOLD,
)
from afterword.rules.wording.sentences import Sentence, Token

Sense = Literal["person", "system", "doubt"]
_CLUSTER = re.compile(r"\b(?:kubernetes|k8s|clusters?|pods?|namespaces?|crds?|reconcil\w+|helm|custom resources?)\b")
"""An operator that is a program runs in a cluster, and then the passage speaks of one."""
_AHEAD = 16
"""Words after the noun that are looked at."""


def sense_of(sentence: Sentence, first: int, head: int) -> Sense:
    """What the noun at `head` of the phrase that begins at `first` means; a person where it has one meaning."""
    tokens = sentence.tokens
    word = singular(tokens[head].text).rsplit("-", 1)[-1]
    if word not in TWOFOLD:
        return "person"
    before = [each.text for each in tokens[first:head]]
    if not PEOPLE_BEFORE.isdisjoint(before):
        return "person"
    if not SOFTWARE_BEFORE.isdisjoint(before) or (word == "copilot" and not before):
        return "system"
    after = {each.text for each in _clause_after(sentence, head)}
    program, people = not ACTED_ON.isdisjoint(after), not ACTED_ON_BY_PEOPLE.isdisjoint(after)
    if program != people:
        return "system" if program and word in DOUBTFUL else "person"
    if word == "operator" and not program and not _CLUSTER.search(sentence.passage.low):
        return "person"
    return "doubt" if word in DOUBTFUL else "person"


def _clause_after(sentence: Sentence, head: int) -> list[Token]:
    """The words after `head` up to the end of what is told of it."""
    ahead = sentence.tokens[head + 1 : head + 1 + _AHEAD]
    for place, each in enumerate(ahead):
        if each.text in (";", ":", ".", "–", "—"):
            return ahead[:place]
    return ahead
