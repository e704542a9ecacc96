"""Not enough of what people do.

`inadequate`, `insufficient`, `poor`, `lack of`, `not enough`, `without proper` with testing, review, communication,
planning, training, care. The same words with a resource or a thing (`insufficient capacity`, `lack of an index`) stay
silent.

## Why it matters

The words measure against a standard that was drawn afterwards. What was there can be told: which tests ran, who was
told what, and where that ended. Only then does it show what to add.

## Example

```text
Insufficient testing let the change through.
```

## Instead

```text
The suite covered new accounts. Accounts from before 2019, which carry no region, are in no test.
```

## Source

*RCA²*, second rule of causation: words such as *inadequate* stand in for a description.
"""

import re
from collections.abc import Iterator

from afterword.rules.wording.dispatch import Mark, Scene, wording_rule
from afterword.rules.wording.frames import is_negated
from afterword.rules.wording.lexicon import words
from afterword.rules.wording.lexicon.judgements import ACTIVITIES
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.slots import phrase

_DEFICIT = re.compile(
    rf"(?<![\w-])(?P<lack>inadequate|insufficient|improper|poor|weak|lack of|lacked|lacking|absence of|not enough|"
    rf"too little|(?:had |with |and )little|no proper|no real|"
    rf"without (?:proper|adequate|sufficient|enough|any real|appropriate|due)|deficient|substandard|sub-par|shallow|"
    rf"superficial|minimal|incomplete|missing|"
    rf"not (?:given|had|received) (?:enough|proper|sufficient)|failure of|failures? in|breakdown (?:of|in)|limited)"
    rf" (?P<rest>(?:the |any |our |their |adequate |proper |sufficient |clear |formal |effective |thorough |good |"
    rf"and )*(?:{ACTIVITIES}))(?! (?:coverage|data|set|sets|environment|environments|"
    rf"framework|tool|tooling|tools|system|systems|infrastructure|capacity|window|jobs?|runs?|channel|channels|"
    rf"equipment|plan|of (?:the )?(?:metrics?|disk|latency|memory|queue))\b)(?!\w)"
)
_BREAKDOWN = re.compile(
    r"(?<![\w-])(?:communications? (?:breakdowns?|lapses?)|(?:coordination|planning|process|management|leadership|"
    r"supervisory|organi[sz]ational) (?:breakdowns?|failures?|lapses?))(?!\w)"
)
_NAMED = re.compile(r"\b(?:training|review|test(?:ing)?) (?:data|set|run|job|app|queue|apps)\b")
_WEAK = frozenset(
    {"missing", "limited", "incomplete", "weak", "minimal", "failure of", "failures in", "failure in", "absence of"}
)
_CERTAIN = re.compile(
    r"\b(?:testing|communication|coordination|planning|diligence|oversight|supervision|training|discipline|"
    r"review|attention)\b"
)
TRIGGERS = words(
    """inadequate insufficient improper poor weak lack lacked lacking absence enough little proper without deficient
    substandard shallow superficial minimal incomplete missing limited failure failures breakdown breakdowns lapse
    lapses real sub-par par"""
)


def find(sentence: Sentence, scene: Scene) -> Iterator[Mark]:
    """Deficits of activities; one in a sentence."""
    for pattern in (_DEFICIT, _BREAKDOWN):
        for found in pattern.finditer(sentence.low, sentence.lead):
            if _NAMED.search(sentence.low, found.start()) or _is_held_back(sentence, found):
                continue
            if pattern is _DEFICIT and found["lack"] in _WEAK and not _CERTAIN.search(found["rest"]):
                continue
            rest = phrase(sentence, *found.span("rest")) if pattern is _DEFICIT else "it"
            yield Mark(
                *found.span(),
                f"`{phrase(sentence, *found.span())}` measures by a standard from afterwards",
                f"say what was there and where it ended: what did {rest} cover, and what not?",
            )
            return


def _is_held_back(sentence: Sentence, found: re.Match[str]) -> bool:
    return not found[0].startswith("not ") and is_negated(sentence, found.start())


RULE = wording_rule("AW322", "deficit-word", __doc__, find, TRIGGERS)
