"""An action that asks people to take more care.

`be more careful`, `pay attention`, `watch out`, `remember to`, `always check`, `make sure we`, `do better`. What a
system is to do (`make sure timeouts are staggered`), care that was taken (`we carefully installed`), and sentences
that hold care against a better action stay silent, and so does an action that names its owner, its success check, and a
due date or a link: as fields of the remediation, or in the list item or table row itself.

## Why it matters

Care is what everybody already brought. It does not last a night shift, and nobody can see whether it was done. A
control works on the day on which nobody thinks of it.

## Example

```text
Be more careful when changing routing rules.
```

## Instead

```text
A routing change is applied to one region and stops there for ten minutes while the error rate is compared.
```

## Source

The action hierarchy of *RCA²*: training, reminders and double checks act on attention and are its weakest tier. Its
tiers come from engineering practice and are debated; that attention alone does not hold is not.
"""

import re
from collections.abc import Iterator

from afterword.model.settings import Level
from afterword.rules.wording.actions import is_action_place, is_bare_order, is_entry_of_a_list, is_plan, names_stronger
from afterword.rules.wording.appeals import APPEALS, TRIGGERS, appeals_in
from afterword.rules.wording.dispatch import Mark, Scene, wording_rule
from afterword.rules.wording.frames import stops_at_question
from afterword.rules.wording.items import is_complete
from afterword.rules.wording.questions.care import of_care
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.slots import phrase

_CONTRAST = re.compile(
    r"\b(?:not (?:by|solved|fixed|just|only|about)|rather than|instead of|isn't|is not|no amount of|relying on|"
    r"rely on|relies on|depends? on|without (?:anyone|anybody|people|having)|cannot|won't|no longer (?:need|have)|"
    r"even if|so that nobody|do not have to|don't have to|never works|asks? (?:people|for)|even more)\b[^.;]{0,50}$|"
    r"\""
)
_THUMB = re.compile(
    r"(?:don't|do not) (?:rush|panic|assume|migrate|deploy|sacrifice)\b|double[- ]check\b.* before you\b"
)
_READER = re.compile(r"\byou(?:r|'re)?\b")


def find(sentence: Sentence, scene: Scene) -> Iterator[Mark]:
    """Appeals to care; one in a sentence."""
    if stops_at_question(sentence) or is_entry_of_a_list(sentence):
        return
    for start, end in appeals_in(sentence, scene.organisation):
        if _CONTRAST.search(sentence.low[max(0, start - 80) : start]):
            continue
        to_reader = _READER.search(sentence.low) is not None
        if to_reader and not (start <= sentence.lead and _THUMB.match(sentence.low, sentence.lead)):
            continue
        if not (is_action_place(sentence) or is_plan(sentence) or is_bare_order(sentence, start)):
            continue
        if is_complete(sentence, scene):
            return
        is_sure = is_action_place(sentence) and not names_stronger(sentence) and not to_reader
        level: Level | None = None if is_sure else "warning"
        yield Mark(
            start,
            end,
            f"`{phrase(sentence, start, end)}` asks for care, which nobody can check",
            of_care(sentence, start, end),
            level,
        )
        return


RULE = wording_rule(
    "AW351", "exhortation", __doc__, find, TRIGGERS, patterns=APPEALS, level="error", apart="warning outside of actions"
)
