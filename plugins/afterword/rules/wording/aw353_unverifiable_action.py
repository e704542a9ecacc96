"""An action that cannot be seen to be done.

`improve monitoring`, `better communication`, `review our processes`, `take steps to prevent this`: no object that
could be measured, no threshold, no ticket; every word of it could stand in any report. With a purpose that names
something (`improve alerting so that a full disk pages at 80 %`), with owner, date and success check, and with a named
method (`by adding …`) it stays silent.

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

*Postmortem Action Items* (Lunney, Lueder and Beyer, 2017) asks for actions with a verb, a scope and a way to tell when
they are finished. Etsy's *Debriefing Facilitation Guide* (2016) adds that a review is held to learn, and not
for the length of its list.
"""

from collections.abc import Iterator

from afterword.rules.wording.actions import is_action_place, is_label
from afterword.rules.wording.dispatch import Mark, Scene, wording_rule
from afterword.rules.wording.frames import stops_at_question
from afterword.rules.wording.improvements import TRIGGERS, may_improve, vague_improvements
from afterword.rules.wording.items import is_complete
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.slots import phrase


def find(sentence: Sentence, scene: Scene) -> Iterator[Mark]:
    """Actions without an end; one in a sentence."""
    if not may_improve(sentence) or stops_at_question(sentence) or _is_lead_in(sentence) or is_label(sentence):
        return
    for start, end, thing in vague_improvements(sentence, scene.organisation):
        if is_complete(sentence, scene):
            return
        yield Mark(
            start,
            end,
            f"`{phrase(sentence, start, end)}` has no end that could be seen",
            _question(thing),
            None if is_action_place(sentence) else "info",
        )
        return


def _is_lead_in(sentence: Sentence) -> bool:
    """Whether the list after it says what is done."""
    return sentence.low.rstrip("*_ ").endswith(":")


def _question(thing: str) -> str:
    """The question for the end of it; the thing is named where it is one word of the language."""
    plain = thing != "it" and thing.isascii() and thing.replace("-", "").isalpha()
    named = f" about the {thing}" if plain else ", for whom"
    return f"what changes{named}, and how will it be seen that it works?"


RULE = wording_rule("AW353", "unverifiable-action", __doc__, find, TRIGGERS, apart="info outside of actions")
