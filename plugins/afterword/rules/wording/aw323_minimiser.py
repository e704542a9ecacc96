"""A word that makes it look easy afterwards.

`obviously`, `clearly`, `of course`, `simply` with people; `a simple mistake`. `obviously invalid input` and `no
obvious cause` stay silent.

## Why it matters

What is obvious at the end was one signal among many at the time. The word tells the next reader that they, too, are
expected to have seen it.

## Example

```text
We obviously looked at the wrong graph.
```

## Instead

```text
Two graphs carry the title `Queue depth`. The one that was open shows the standby.
```

## Source

Baruch Fischhoff on hindsight bias (1975); Etsy, *Debriefing Facilitation Guide*.
"""

import re
from collections.abc import Iterator

from afterword.rules.wording.dispatch import Mark, Scene, wording_rule
from afterword.rules.wording.frames import is_negated
from afterword.rules.wording.gated import gated, mask_of
from afterword.rules.wording.lexicon import words
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.slots import phrase
from afterword.rules.wording.subjects import subject_of

_WORD = gated(
    r"(?<![\w-])(?:obviously|clearly|of course|simply|merely|it (?:was|is) obvious that|needless to say)(?![\w-])"
)
_THING = re.compile(
    r" (?:invalid|wrong|marked|visible|labelled|labeled|defined|documented|separated|stated|broken|put|by|because|a|"
    r"an|the)\b"
)
TRIGGERS = words("obviously clearly course simply merely obvious needless")
PATTERNS = mask_of(_WORD)


def find(sentence: Sentence, scene: Scene) -> Iterator[Mark]:
    """Words of ease that stand with a person."""
    for found in _WORD.finditer(sentence):
        if is_negated(sentence, found.start()) or _THING.match(sentence.low, found.end()):
            continue
        subject = subject_of(sentence, found.start(), scene.organisation)
        follows = re.match(r",? (?:we|i|they|he|she|the team|nobody|someone)\b", sentence.low[found.end() :])
        if subject.is_person or follows:
            yield Mark(
                *found.span(),
                f"`{phrase(sentence, *found.span())}` makes it look easy from the end",
                "for whom was it visible at the time, and where?",
            )
            return


RULE = wording_rule("AW323", "minimiser", __doc__, find, TRIGGERS, patterns=PATTERNS, level="info")
