"""A frame of hindsight.

`in hindsight we`, `in retrospect`, `looking back`, `if only`, `next time we`, `had we …, it would have …`, with people.
`In hindsight it is documented, but hard to find` says something about the documentation, and stays silent. `Had the
engineer …` is about somebody else, and AW311 tells it.

## Why it matters

Hindsight makes one path look lit. What the report can keep is how dark it was: what was known at that hour, and what
the other paths looked like.

## Example

```text
In hindsight we picked the slower way.
```

## Instead

```text
At 09:20 both ways were estimated at an hour. The restore took four, since the estimate counted rows and not indexes.
```

## Source

Baruch Fischhoff on hindsight bias (1975), as Dekker and Leveson apply it to accidents.
"""

import re
from collections.abc import Iterator

from afterword.rules.wording.counterfactuals import CONDITIONS, conditions_in
from afterword.rules.wording.dispatch import Mark, Scene, wording_rule
from afterword.rules.wording.gated import gated, mask_of
from afterword.rules.wording.lexicon import words
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.slots import phrase

_FRAME = gated(
    r"(?<![\w-])(?:(?:in|with) (?:the benefit of )?(?:hindsight|retrospect)|looking back|with 20/20|"
    r"next time(?=,? (?:we|i|the team)\b)|if only)(?!\w)"
)
_PEOPLE = re.compile(r"\b(?:we|i|our|the team|engineers?|nobody|someone)\b")
TRIGGERS = words("hindsight retrospect looking next only had if")
PATTERNS = mask_of(_FRAME) | CONDITIONS


def find(sentence: Sentence, scene: Scene) -> Iterator[Mark]:
    """Frames of hindsight with people in the sentence."""
    found = _FRAME.search(sentence)
    places = [found.span()] if found and _PEOPLE.search(sentence.low) else []
    own = (each for each in conditions_in(sentence, scene.organisation) if each.subject.kind == "we")
    for start, end in [*places, *((each.start, each.end) for each in own)][:1]:
        yield Mark(
            start,
            end,
            f"`{phrase(sentence, start, end)}` looks from the end of the story",
            "what was known at that point, and how did the other ways look? What changes belongs under the actions",
        )


RULE = wording_rule("AW313", "hindsight-frame", __doc__, find, TRIGGERS, patterns=PATTERNS, level="info")
