"""A person who acts in the report by name.

Names and handles that the settings list (`organisation.people`), `@handles`, and, in the plainest cases, a common
given name that is followed by what somebody did. Thanks and credit, authors and owners stay silent.

The setting `names` decides: `roles` (the default) warns, `error` stops, `off` leaves names alone. Without a list of
people the rule stays with handles and the plainest cases, since places, products and months look like names too.

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

from collections.abc import Iterator

from afterword.model.settings import Level
from afterword.rules.wording.dispatch import Mark, Scene, wording_rule
from afterword.rules.wording.lexicon import words
from afterword.rules.wording.lexicon.names import DOUBLE_MEANINGS, GIVEN_NAMES
from afterword.rules.wording.named import TIME, names_in
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.slots import phrase

_TIMELINE = words(
    """fixes fixed finds found discovers discovered identifies identified investigates investigated pushes pushed rolls
    rolled disables disabled enables enabled depools depooled repools repooled acks acked acknowledges acknowledged
    replies replied declares declared looks tries tried tests tested contemplates wonders thinks"""
) | words(
    """emails emailed texts texted asks asked suggests suggested suspects suspected merges merged reverts reverted
    pings pinged consults agrees agreed decides decided realizes realises realized realised notices noticed joins
    joined confirms deploys deployed restarts restarted logs"""
)
_NAMES = GIVEN_NAMES | DOUBLE_MEANINGS | frozenset({"@"})
TRIGGERS = GIVEN_NAMES | DOUBLE_MEANINGS | _TIMELINE | frozenset({"@"})


def find(sentence: Sentence, scene: Scene) -> Iterator[Mark]:
    """Names of people who act; one in a sentence."""
    organisation = scene.organisation
    if organisation.names == "off":
        return
    if (
        sentence.vocabulary.isdisjoint(_NAMES)
        and not organisation.people
        and not TIME.search(sentence.low[: sentence.lead])
    ):
        return
    level: Level | None = "error" if organisation.names == "error" else None
    for start, end in names_in(sentence, organisation):
        yield Mark(
            start,
            end,
            f"`{phrase(sentence, start, end)}` acts here by name",
            "name the role: what could that role see and do at that moment?",
            level,
        )
        return


RULE = wording_rule("AW305", "named-actor", __doc__, find, TRIGGERS)
