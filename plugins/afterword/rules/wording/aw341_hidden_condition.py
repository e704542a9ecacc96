"""A slip without a hand and without a condition.

`mistakes were made`, `was accidentally deleted`, `an error was made`: no person, and no tool, trigger or reason
either, in the sentence or the next one. With a reason (`because the pattern was not quoted`) it explains, and stays
silent.

## Why it matters

Taking the person out is half of the work. What is left must be the condition, or else the report says only that
something happened that was not wanted.

## Example

```text
The bucket was accidentally deleted.
```

## Instead

```text
The cleanup job deletes every bucket without a `keep` label, and this one was made before labels came.
```

## Source

Caitlin Fausey and Lera Boroditsky (2010): agents in the wording raise blame. CHI+MED: passive, shorter accounts are
themselves a mark of blame. Both hold, and so the condition has to be told.
"""

import re
from collections.abc import Iterator

from afterword.model.settings import Level
from afterword.rules.wording.dispatch import Mark, Scene, wording_rule
from afterword.rules.wording.frames import is_guarded_against, is_negated
from afterword.rules.wording.gated import gated, mask_of
from afterword.rules.wording.lexicon import words
from afterword.rules.wording.questions.undone import of_slip
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.slots import phrase

_SLIP = gated(
    r"(?<![\w-])(?:(?:mistakes?|errors?|slips?|oversights?) (?:was|were|had been|has been) made|"
    r"(?:was|were|been|got) (?:accidentally|mistakenly|erroneously|inadvertently|unintentionally) [\w-]+(?:ed|en|wn|"
    r"nt|un|ut|et|pt|ft|ld))(?!\w)"
)
_TOLD = re.compile(
    r"\b(?:because|due to|when|since|as the|as a (?:result|side)|by (?:a|an|the|our|its)|while|after|so that|"
    r"which (?:let|made|meant|allowed)|"
    r"during (?!(?:the |our |an? |this |that )?(?:\w+ )?(?:handover|shift|incident|outage|migration|rollout|release|"
    r"maintenance|upgrade|deployment|review|onboarding|cleanup|response|investigation|night|day|week|weekend|work)\b)|via|through|caused|triggered|"
    r"causing|led to|if|in case|from being|to prevent|avoid)\b"
)
_CAUSE_HEADINGS = re.compile(r"cause|summary|how it came|what happened|contribut|why", re.IGNORECASE)
TRIGGERS = words(
    """accidentally mistakenly erroneously inadvertently unintentionally wrongly incorrectly mistake mistakes error
    errors slip slips oversight oversights"""
)
PATTERNS = mask_of(_SLIP)


def find(sentence: Sentence, scene: Scene) -> Iterator[Mark]:
    """Slips in the passive that nothing explains."""
    found = _SLIP.search(sentence)
    if found is None or _TOLD.search(sentence.low) or _TOLD.search(sentence.next[:120]):
        return
    if is_negated(sentence, found.start()) or is_guarded_against(sentence, found.start()):
        return
    told = sentence.passage.field[:1] in (("plain_summary",), ("contributing_factors",))
    level: Level | None = "warning" if told or _CAUSE_HEADINGS.search(sentence.passage.heading) else None
    yield Mark(
        *found.span(),
        f"`{phrase(sentence, *found.span())}` tells neither a step nor a condition",
        of_slip(sentence, *found.span()),
        level,
    )


RULE = wording_rule(
    "AW341",
    "hidden-condition",
    __doc__,
    find,
    TRIGGERS,
    patterns=PATTERNS,
    level="info",
    apart="warning in the summary, on factors and under headings about causes",
)
