"""A fault with a person or a team as its subject.

Somebody `forgot`, `neglected`, `overlooked`, `failed to`, did something `mistakenly`, `did not check`. The subject
decides: a request that fails to complete and a job that is skipped are systems at work. Where the sentence goes on
with what made sense of the act (`because the dashboard showed green`), it explains, and is no finding.

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
from afterword.rules.wording.fault_patterns import TRIGGERS
from afterword.rules.wording.faults import Fault, faults_in
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.slots import action_after, phrase, role_in

_DENIED = re.compile(
    r"(?:did not|didn't|had not|hadn't|never|have not|has not|(?:failed|neglected|"
    r"omitted)(?: \w+ly)* to)(?: \w+ly)* (?=\w)"
)


def find(sentence: Sentence, scene: Scene) -> Iterator[Mark]:
    """Faults that a person is the subject of; the first in the sentence is told."""
    for fault in faults_in(sentence, scene.organisation):
        yield _mark(sentence, fault)
        return


def _mark(sentence: Sentence, fault: Fault) -> Mark:
    role = role_in(fault.subject)
    action = action_after(sentence, _begin_of_action(sentence, fault))
    hint = f"describe what {role} saw and expected at that point, and what the system then did with it"
    if fault.leaves_out and action:
        hint = (
            f"ask what {role} saw and did at that point, where `{action}` was left out, "
            "and what in the system relied on it"
        )
    level: Level = "warning" if fault.mild else "error"
    return Mark(
        fault.start,
        fault.end,
        f"`{phrase(sentence, fault.start, fault.end)}` ends the account at a person",
        hint,
        level,
    )


def _begin_of_action(sentence: Sentence, fault: Fault) -> int:
    """Where the words begin that say what was left out: after `forgot`, at the verb of `did not check`."""
    denied = _DENIED.match(sentence.low, fault.start, fault.end)
    return denied.end() if denied else fault.end


RULE = wording_rule("AW302", "person-at-fault", __doc__, find, TRIGGERS, level="error")
