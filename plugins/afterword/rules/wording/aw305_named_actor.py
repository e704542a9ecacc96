"""A person who acts in the report by name.

The people that the settings list (`organisation.people`) are known by every form: full name, given name, family name,
`Anna K.`, `A. Kowalska`, initials, login. Beside them count `@handles`, who follows a title or a role (`Dr. Adeyemi`,
`our engineer Xolani`), and given names of a shipped list of many countries before what somebody did, after `by`, and
with a change, a decision or a mistake of theirs. A name that is a place, a month, a product or a word as often
(Orlando, April, Julia, Mark) counts beside a family name or before what only people do. A capital alone tells nothing:
without the list of people, rare names and nicknames stay.

Left alone are thanks and credit, authors, owners, reporters, reviewers and attendees, who is to do an action, machines
that bear such a name (`Alice, our main server`, `the disks on Alice`), and whatever is quoted or code.

The setting `names` decides: `roles` (the default) warns, `error` stops, `off` leaves names alone.

## Why it matters

A timeline with names is read for who. The role carries what the next reader needs: what that seat could see, which
permissions it had, whom it could ask.

## Example

```text
21:04 – @jdoe restarted the index.
```

## Instead

```text
21:04 – The on-call engineer restarted the index.
```

## Source

Google's *Site Reliability Engineering* and PagerDuty's guide ask for roles. Practitioners disagree: Slimmon (*It's
fine to use names*) and Henrichs (*Beyond Blameless*) hold that names do no harm where people are safe, and that
hiding who knew what loses what could be learned from them. That is why this rule has a setting, and is no error by
default.
"""

import re
from collections.abc import Iterator

from afterword.model.settings import Level
from afterword.rules.wording.dispatch import Mark, Scene, wording_rule
from afterword.rules.wording.lexicon.names import (
    AFTER_A_TIME,
    AFTER_A_TIME_MAYBE,
    DOUBLE_MEANINGS,
    GIVEN_NAMES,
    NAMED_ROLES,
    SURNAMES,
    TITLES,
)
from afterword.rules.wording.lexicon.twofold import ASSISTANTS, EDITIONS
from afterword.rules.wording.named import is_timed, names_in
from afterword.rules.wording.named.machines import is_machine
from afterword.rules.wording.named.together import tell_together
from afterword.rules.wording.organisation import Organisation
from afterword.rules.wording.questions.named import of_name
from afterword.rules.wording.quoting import shorten, shown
from afterword.rules.wording.sentences import Sentence

_OF_PEOPLE = frozenset({"he", "she", "his", "her", "him", "who", "himself", "herself"})
_SURE = GIVEN_NAMES | frozenset({"@"})
_WITH_CAPITAL = DOUBLE_MEANINGS | SURNAMES | TITLES
TRIGGERS = _SURE | _WITH_CAPITAL | NAMED_ROLES | AFTER_A_TIME | AFTER_A_TIME_MAYBE
_BEFORE_NAME = re.compile(rf"\b(?:{'|'.join(sorted(NAMED_ROLES))}) [^\W\d_a-z]")


def _may_name(sentence: Sentence, organisation: Organisation) -> bool:
    """Whether a name can stand in the sentence at all: `will` and `engineer` stand in many where none does."""
    cues = sentence.vocabulary
    if not cues.isdisjoint(_SURE) or not cues.isdisjoint(organisation.known.words) or is_timed(sentence):
        return True
    raw = sentence.raw
    if any(word.title() in raw for word in cues & _WITH_CAPITAL) or not raw.isascii():
        return True
    return not cues.isdisjoint(NAMED_ROLES) and _BEFORE_NAME.search(raw) is not None


def _is_system(sentence: Sentence, start: int, end: int, scene: Scene) -> bool:
    """Whether the name is the report's system's own, a machine's, or an assistant's that no pronoun makes a person."""
    name = sentence.low[start:end]
    if scene.organisation.is_person(name):
        return False
    system = scene.report.front.system
    if system is not None and system.name is not None and name == system.name.lower():
        return True
    if name[0] != "@" and is_machine(name, scene.report):
        return True
    if name not in ASSISTANTS or not sentence.vocabulary.isdisjoint(_OF_PEOPLE):
        return False
    before = re.search(r"(\w+) $", sentence.low[:start])
    surname = re.match(r" ([A-Z][a-z]+)", sentence.raw[end:])
    return not (before and before[1] in NAMED_ROLES) and not (surname and surname[1].lower() not in EDITIONS)


def find(sentence: Sentence, scene: Scene) -> Iterator[Mark]:
    """Names of people who act; one in a sentence."""
    organisation = scene.organisation
    if organisation.names == "off" or not _may_name(sentence, organisation):
        return
    level: Level | None = "error" if organisation.names == "error" else None
    for start, end in names_in(sentence, organisation):
        if _is_system(sentence, start, end, scene):
            continue
        yield Mark(
            start,
            end,
            f"`{shorten(shown(sentence)[start:end])}` acts here by name",
            of_name(sentence, start, end),
            level,
        )
        return


RULE = wording_rule(
    "AW305",
    "named-actor",
    __doc__,
    find,
    TRIGGERS,
    gather=tell_together,
    apart="error where the setting `names` asks for it",
)
