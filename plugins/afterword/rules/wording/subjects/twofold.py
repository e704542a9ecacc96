"""Whether a noun that is a role and a program as well means one or the other, from the words around it.

What stands right before it decides (`the Celery worker`, `the night operator`); then what it acts on (`acknowledge the
message`, `close the valve`) and what only people do (`forgot`, `assumed`, `was not told`). Where neither tells, or both
do, it depends on the noun:

- `operator` and `manager` are then a system: in texts on software most of them run in a cluster, install packages or
  hold sessions, and a person of that name is soon told by what they saw, thought or were told. Several of them are
  people, as there is one program of a kind. Where both tell, they are in doubt.
- `worker`, `dispatcher`, `scheduler` and the like are in doubt, which is at most a warning.
- The others are people.
"""

from __future__ import annotations

from typing import Literal

from afterword.rules.wording.lexicon.people import singular
from afterword.rules.wording.lexicon.twofold import (
    ACTED_ON,
    ACTED_ON_BY_PEOPLE,
    DONE_BY_PEOPLE,
    DOUBTFUL,
    MOSTLY_PROGRAMS,
    PEOPLE_BEFORE,
    SOFTWARE_BEFORE,
    TWOFOLD,
)
from afterword.rules.wording.sentences import Sentence, Token

Sense = Literal["person", "system", "doubt"]
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
    if word in MOSTLY_PROGRAMS:
        are_several = tokens[head].text.endswith("s") and not program
        people = people or are_several or not DONE_BY_PEOPLE.isdisjoint(after)
        return "doubt" if program and people else "person" if people else "system"
    if program != people:
        return "system" if program and word in DOUBTFUL else "person"
    return "doubt" if word in DOUBTFUL else "person"


def is_certain_program(sentence: Sentence, head: int) -> bool:
    """Whether the noun at `head` means a program, and the words before it or what it acts on say so."""
    first = max(0, head - 3)
    if sense_of(sentence, first, head) != "system":
        return False
    around = {each.text for each in [*sentence.tokens[first:head], *_clause_after(sentence, head)]}
    return not around.isdisjoint(SOFTWARE_BEFORE | ACTED_ON)


def _clause_after(sentence: Sentence, head: int) -> list[Token]:
    """The words after `head` up to the end of what is told of it."""
    ahead = sentence.tokens[head + 1 : head + 1 + _AHEAD]
    for place, each in enumerate(ahead):
        if each.text in (";", ":", ".", "–", "—"):
            return ahead[:place]
    return ahead
