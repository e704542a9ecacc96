"""A fault with a person or a team as its subject.

Somebody `forgot`, `neglected`, `overlooked`, `failed to`, did something `mistakenly`, `did not check`. The subject
decides: a request that fails to complete and a job that is skipped are systems at work. Where the sentence goes on
with what made sense of the act (`because the dashboard showed green`), it explains, and is no finding; a reason that is
somebody's character (`because he was careless`) is none. What is denied (`never ignored an alert`) stays silent too.

## Why it matters

The sentence is true and teaches nothing. What somebody saw, expected and was short of at that moment is what the next
person in the same place will see, expect and be short of.

## Example

```text
The engineer forgot to drain the node before the upgrade.
```

## Instead

```text
The runbook's step for draining stands after the link to the upgrade tool, and the tool starts without it. At 02:10 the
node still had 40 sessions, which no screen showed.
```

Writing of oneself (`we forgot`) is milder and gets a warning.

## Source

Sidney Dekker, “The Field Guide to Understanding 'Human Error'”, on *failed to* and *did not* as words of hindsight.
Nancy Leveson, *CAST Handbook*. Ludwig Benner: what did not happen is no event; find what was done instead. John
Allspaw, *Blameless PostMortems and a Just Culture* (Etsy, 2012).
"""

import re
from collections.abc import Iterator

from afterword.model.settings import Level
from afterword.rules.wording.dispatch import Mark, Scene, wording_rule
from afterword.rules.wording.faults import FAULTS, TRIGGERS, Fault, faults_in
from afterword.rules.wording.named.machines import is_machine
from afterword.rules.wording.precedence import told_once
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.slots import phrase, role_in, tells, thing_after, verb_after

_DENIED = re.compile(r"(?:(?:did not|didn't)(?: even)?|(?:failed|neglected|omitted)(?: \w+ly)* to)(?: \w+ly)* (?=\w)")
_BEFORE_TO = re.compile(r"\bto(?= |$)")
_UNSEEN = re.compile(r"\b(?:overlook|miss|ignor|disregard|underestimat)")
_FAILURE = re.compile(r"failures? |(?:had|has|have)(?:n't| not) |never |were |was ")


@told_once("AW302")
def find(sentence: Sentence, scene: Scene) -> Iterator[Mark]:
    """Faults that a person is the subject of; the first in the sentence is told."""
    for fault in faults_in(sentence, scene.organisation):
        if _is_system(fault, scene):
            continue
        yield _mark(sentence, fault)


def _is_system(fault: Fault, scene: Scene) -> bool:
    """Whether the subject is the system of the report or one of its machines, by its own name."""
    name = fault.subject.text
    if name[:1].isupper() and " " not in name and is_machine(name.lower(), scene.report):
        return True
    system = scene.report.front.system
    return system is not None and system.name is not None and fault.subject.text.lower() == system.name.lower()


def _mark(sentence: Sentence, fault: Fault) -> Mark:
    level: Level = "warning" if fault.mild or fault.subject.is_in_doubt else "error"
    return Mark(
        fault.start,
        fault.end,
        f"`{phrase(sentence, fault.start, fault.end)}` ends the account at a person",
        _question(sentence, fault),
        level,
    )


def _question(sentence: Sentence, fault: Fault) -> str:
    """What it looked like, and what let it through: with what was left undone or unseen, where that reads well."""
    role = role_in(fault.subject)
    if fault.leaves_out and not _FAILURE.match(sentence.low, fault.start):
        denied = _DENIED.match(sentence.low, fault.start, fault.end)
        if verb := verb_after(sentence, denied.end() if denied else fault.end):
            if denied or _BEFORE_TO.search(sentence.low, fault.start, fault.end + 4):
                return f"what did {role} see and do at that point, and what relied on somebody to `{verb}`?"
        elif _UNSEEN.search(sentence.low, fault.start, fault.end) and (thing := thing_after(sentence, fault.end)):
            showing = f"did it show `{thing}`" if tells(thing) else f"did `{thing}` show"
            return f"what did {role} see at that point, and where {showing}?"
    return f"what did {role} see and expect at that point, and what let it through?"


RULE = wording_rule(
    "AW302",
    "person-at-fault",
    __doc__,
    find,
    TRIGGERS,
    patterns=FAULTS,
    level="error",
    apart="warning for the milder phrases",
)
