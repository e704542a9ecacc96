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
from afterword.rules.wording.gated import gated, mask_of
from afterword.rules.wording.lexicon import words
from afterword.rules.wording.lexicon.judgements import ACTIVITIES, OF_MODELS
from afterword.rules.wording.precedence import told_once
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.slots import phrase

_DEFICIT = gated(
    rf"(?<![\w-])(?P<lack>inadequate|insufficient|improper|poor|weak|lack of|lacked|lacking|absence of|not enough|"
    rf"too little|(?:had |with |and )little|no (?:proper|real|meaningful|serious|thorough|adequate|clear)|hardly any|"
    rf"barely any|next to no|little (?:or|to) no|not much|scant|zero|(?:far )?too few|ineffective|indecisive|absent|"
    rf"lapses? (?:in|of)|"
    rf"without (?:proper|adequate|sufficient|enough|any real|appropriate|due)|deficient|substandard|sub-par|shallow|"
    rf"superficial|minimal|incomplete|missing|"
    rf"not (?:given|had|received) (?:enough|proper|sufficient)|failure of|failures? in|breakdown (?:of|in)|limited)"
    rf" (?P<rest>(?:the |any |our |their |adequate |proper |sufficient |clear |formal |effective |thorough |good |"
    rf"and )*(?:{ACTIVITIES}))(?! (?:coverage|data|set|sets|environment|environments|"
    rf"framework|tool|tooling|tools|system|systems|infrastructure|capacity|window|jobs?|runs?|channel|channels|"
    rf"equipment|plan|steps?|gates?|stages?|rules?|redundanc(?:y|ies)|fallbacks?|backups?|paths?|links?|platforms?|software|integrations?|rotas?|"
    rf"of (?:the )?(?:metrics?|disk|latency|memory|queue))\b)(?!\w)"
)
_BREAKDOWN = gated(
    r"(?<![\w-])(?:communications? (?:breakdowns?|lapses?)|(?:coordination|planning|process|management|leadership|"
    r"supervisory|organi[sz]ational) (?:breakdowns?|failures?|lapses?))(?!\w)"
)
_NAMED = re.compile(
    r"\b(?:training|review|test(?:ing)?) (?:data|set|run|job|app|queue|apps)\b|"
    r"\btraining (?:\w+ )?(?:examples?|samples?|texts?|images?|documents?|labels?|corpus|corpora|steps?|"
    r"epochs?|tokens?|"
    r"signal|instances?|pairs?|records?|rows|"
    r"recordings|points)\b"
)
_LEARNT = re.compile(rf"\b{OF_MODELS}(?:'s)?(?: (?:had|has|have|got|received|was|were|with|to|\w+ly))* $")
"""Before the training of a model."""
_LEARNT_AFTER = re.compile(rf" (?:of|for) (?:the |a |an |our |this )?(?:[\w-]+ ){{0,2}}?{OF_MODELS}\b")
_WEAK = frozenset(
    {
        "missing",
        "limited",
        "incomplete",
        "weak",
        "minimal",
        "failure of",
        "failures in",
        "failure in",
        "absence of",
        "zero",
        "no clear",
        "absent",
        "not much",
        "scant",
        "lapse of",
        "lapses in",
        "lapse in",
    }
)
_CERTAIN = re.compile(
    r"\b(?:testing|communication|coordination|planning|diligence|oversight|supervision|training|discipline|"
    r"review|attention|leadership|judge?ment|ownership|accountability|teamwork|professionalism|governance|"
    r"management)\b"
)
_COVERING = re.compile(
    r"\b(?:testing|reviews?|monitoring|training|verification|investigation|checking|research|planning|preparation|"
    r"vetting|maintenance)\b(?! \w)"
)
_TALKING = re.compile(r"\b(?:communications?|coordination|collaboration|handover|briefing|consultation|teamwork)\b")
TRIGGERS = words(
    """inadequate insufficient improper poor weak lack lacked lacking absence enough little proper without deficient
    substandard shallow superficial minimal incomplete missing limited failure failures breakdown breakdowns lapse
    lapses real sub-par par meaningful serious thorough adequate clear hardly barely next scant zero few ineffective
    indecisive absent much no"""
)
PATTERNS = mask_of(_DEFICIT, _BREAKDOWN)


@told_once("AW322")
def find(sentence: Sentence, scene: Scene) -> Iterator[Mark]:
    """Deficits of activities; one in a sentence."""
    for pattern in (_DEFICIT, _BREAKDOWN):
        for found in pattern.finditer(sentence):
            if _NAMED.search(sentence.low, found.start()) or _is_held_back(sentence, found):
                continue
            if found[0].endswith(("training", "judgement", "judgment")) and _is_of_a_model(sentence, found):
                continue
            if pattern is _DEFICIT and found["lack"] in _WEAK and not _CERTAIN.search(found["rest"]):
                continue
            yield Mark(
                *found.span(),
                f"`{phrase(sentence, *found.span())}` measures by a standard from afterwards",
                _question(found[0]),
            )
            return


def _is_of_a_model(sentence: Sentence, found: re.Match[str]) -> bool:
    """Whether the training or the judgement is a model's."""
    return (
        _LEARNT.search(sentence.low, sentence.lead, found.start()) is not None
        or _LEARNT_AFTER.match(sentence.low, found.end()) is not None
    )


def _question(found: str) -> str:
    """What was there instead, asked of the activity that is missed."""
    if covering := _COVERING.search(found):
        return f"say what was there and where it ended: what did the {covering[0]} cover, and what not?"
    if _TALKING.search(found):
        return "say what was there and where it ended: who learnt what, when, and by which path?"
    return "say what was there and where it ended: what was done, in how much time, and with which tools?"


def _is_held_back(sentence: Sentence, found: re.Match[str]) -> bool:
    return not found[0].startswith("not ") and is_negated(sentence, found.start())


RULE = wording_rule("AW322", "deficit-word", __doc__, find, TRIGGERS, patterns=PATTERNS)
