"""A story in which people acted otherwise.

A person with `should have`, `could have`, `ought to have` and a participle; the same without a subject, as in a list
item; `had the engineer …, it would have …`, while of oneself (`had we …`) AW313 tells it. A system that should have
answered, a plan (`we should have an alert`), an inference (`we should have seen more traffic`) and an outcome that
could have been worse stay silent.

## Why it matters

The sentence tells a story that did not happen. It feels like an explanation because the ending is known, and says
nothing about the one that did happen: which information was there, and what made the other choice the easy one.

## Example

```text
We should have rolled back at 14:05.
```

## Instead

```text
At 14:05 the error rate had fallen for six minutes, and a rollback takes twelve. Nothing on the page told a falling rate
from a cache that was filling.
```

What is wanted from now on belongs with the actions, as a change to the system.

## Source

Sidney Dekker, “The Field Guide to Understanding 'Human Error'”, on counterfactuals. Nancy Leveson, *CAST Handbook*,
on *should have* and *could have* as marks of hindsight.
"""

import re
from collections.abc import Iterator

from afterword.rules.wording.counterfactuals import ABOUT_PEOPLE, TRIGGERS, Counterfactual, about_people
from afterword.rules.wording.dispatch import Mark, Scene, wording_rule
from afterword.rules.wording.precedence import told_once
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.slots import participle_after, phrase, role_in

_NEGATED = re.compile(r"n't\b|\b(?:not|never)\b")


@told_once("AW311")
def find(sentence: Sentence, scene: Scene) -> Iterator[Mark]:
    """Counterfactuals whose subject is a person; one in a sentence."""
    for found in about_people(sentence, scene.organisation):
        words = phrase(sentence, found.start, found.end)
        yield Mark(
            found.start,
            found.end,
            f"`{words}` tells a story that did not happen",
            _question(sentence, found),
            "error" if found.subject.kind in ("person", "you") and not found.is_softened else None,
        )
        return


def _question(sentence: Sentence, found: Counterfactual) -> str:
    """What was known, and what would lead there; with the act, where its words make a whole."""
    known = f"what did {role_in(found.subject)} know at that point, and which"
    act = participle_after(sentence, found.verb) if found.verb else ""
    if not act:
        return f"{known} signal or control was not there?"
    if _NEGATED.search(sentence.low, found.start, found.verb):
        return f"{known} control was not there to keep somebody from having `{act}`?"
    return f"{known} signal or control was not there by which somebody would have `{act}`?"


RULE = wording_rule(
    "AW311",
    "counterfactual-person",
    __doc__,
    find,
    TRIGGERS,
    patterns=ABOUT_PEOPLE,
    draft_level="warning",
    apart="error in the third person",
)
