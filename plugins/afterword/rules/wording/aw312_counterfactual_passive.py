"""A story in which something was done that was not, without saying by whom.

`should have been tested`, `reviewed`, `announced`, `reverted`; `could have been avoided`. Where the missing control
is named (`could have been caught by a test`), where software is the one that acts, and in status messages (`should
have been resolved as of 07:08`) the rule stays silent.

## Why it matters

The passive hides who, and the wish hides what was there instead. Behind nearly every such sentence stands a control
that nobody had: a test, an alert, a gate, an owner. That is what the report can name.

## Example

```text
The migration should have been tested on a copy first.
```

## Instead

```text
There is no copy of the database of that size, and the pipeline runs migrations without one. Contributing factor and
remediation: a nightly restore that migrations run against.
```

## Source

Sidney Dekker, “The Field Guide to Understanding 'Human Error'”. CHI+MED's study of device reports found that accounts
in the passive voice go with blame, not against it, so that leaving the person out is not enough.
"""

from collections.abc import Iterator

from afterword.rules.wording.counterfactuals import ABOUT_ACTS, TRIGGERS, about_acts
from afterword.rules.wording.dispatch import Mark, Scene, wording_rule
from afterword.rules.wording.questions.undone import of_undone
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.slots import phrase


def find(sentence: Sentence, scene: Scene) -> Iterator[Mark]:
    """Counterfactuals in the passive; one in a sentence."""
    for found in about_acts(sentence, scene.organisation):
        yield Mark(
            found.start,
            found.end,
            f"`{phrase(sentence, found.start, found.end)}` tells a story that did not happen",
            of_undone(sentence, found.start, found.end),
        )
        return


RULE = wording_rule("AW312", "counterfactual-passive", __doc__, find, TRIGGERS, patterns=ABOUT_ACTS)
