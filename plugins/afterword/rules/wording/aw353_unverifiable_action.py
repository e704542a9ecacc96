"""An action that cannot be seen to be done.

`improve monitoring`, `better communication`, `review our processes`, `take steps to prevent this`: no object that
could be measured, no threshold, no ticket. With a purpose that names something (`improve alerting so that a full disk
pages at 80 %`), with owner, date and success check, and with a named method (`by adding …`) it stays silent.

## Why it matters

Nobody can tell when it is done, so it is either never closed or closed at once. Half a sentence more, the end of it,
makes an action of it.

## Example

```text
Improve monitoring of the ranking service.
```

## Instead

```text
The share of empty result pages by language is measured, and pages at twice the weekly mean.
```

## Source

Google's *Site Reliability Engineering* asks for action items that are specific and have an end; Etsy's *Debriefing
Facilitation Guide* warns of those that are made to have one.
"""

from collections.abc import Iterator

from afterword.rules.wording.actions import is_action_place, is_complete
from afterword.rules.wording.dispatch import Mark, Scene, wording_rule
from afterword.rules.wording.frames import stops_at_question
from afterword.rules.wording.improvements import TRIGGERS, vague_improvements
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.slots import phrase


def find(sentence: Sentence, scene: Scene) -> Iterator[Mark]:
    """Actions without an end; one in a sentence."""
    if stops_at_question(sentence) or is_complete(sentence, scene.report):
        return
    for start, end, thing in vague_improvements(sentence):
        yield Mark(
            start,
            end,
            f"`{phrase(sentence, start, end)}` has no end that could be seen",
            f"say what changes about {thing}, and how it will be seen that it works",
            None if is_action_place(sentence) else "info",
        )
        return


RULE = wording_rule("AW353", "unverifiable-action", __doc__, find, TRIGGERS)
