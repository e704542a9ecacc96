"""`Be more careful`, `take more care`, `pay attention`: appeals to a frame of mind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.rules.wording.actions import is_plan
from afterword.rules.wording.gated import gated, mask_of
from afterword.rules.wording.organisation import Organisation
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.subjects import subject_of

_CARE = (
    r"careful|cautious|diligent|vigilant|rigorous|mindful|aware|conservative|thoughtful|deliberate|attentive|"
    r"conscious|disciplined|proactive|thorough|considerate|responsible|"
    r"transparent|communicative|alert|prudent|strict|sensible|organi[sz]ed|prepared|patient|consistent|meticulous|"
    r"wary|observant|responsive|defensive|conscientious"
)
_BE = gated(
    rf"(?<![\w-])(?:be|being|become|stay|remain|get) (?:(?:a bit|a lot|much|even|far|very|extra|super|really|"
    rf"particularly|especially) )*(?:(?P<more>more|extra) )?(?:\w+ and )?(?P<how>{_CARE})(?: and \w+)?(?!\w)|"
    rf"(?<![\w-])(?:be|get|become) (?:much |even |a lot )?(?:better|faster|quicker) (?:at|about|with|in|to)(?!\w)"
)
_TAKE = gated(
    r"(?<![\w-])(?:take|taken|taking|exercise|exercised|use|used|apply|with) (?:\w+ )?(?:more|extra|greater|better|"
    r"special|additional|particular|great) (?:care|caution|attention|diligence|rigou?r|vigilance|time)(?!\w)|"
    r"(?<![\w-])(?:more|extra|greater|special) (?:care|caution|attention|diligence|vigilance|rigou?r|"
    r"discipline) (?:should|must|needs?|will|has|is|when|with|to be|around|in|during)(?!\w)|"
    r"(?<![\w-])(?:should|must|need(?:s)?|will|to|be|have to|has to)(?: be)?(?: \w+){0,4}? (?:more|"
    r"less) (?:carefully|careful|thoroughly|diligently|rigorously|closely|cautiously|attentively|conscientiously|"
    r"carelessly)(?!\w)|"
    r"(?<![\w-])needs? more careful\w*(?!\w)|^more (?:carefully|thoroughly|diligently) (?!\w+ed\b)"
)
_HEED = gated(
    r"(?<![\w-])(?:pay(?:ing)? (?:\w+ ){0,2}attention|watch(?:ing)? out|look(?:ing)? out for|keep(?:ing)? (?:an eye|"
    r"a close eye|eyes|in mind)|bear in mind|remember(?:ing)? to|(?:do not|don't|never|not) (?:\w+ )?forget|"
    r"spend(?:ing)? more time|(?:communicate|coordinate|respond|react|prepare|plan|collaborate|monitor|test|"
    r"document)(?: \w+){0,2} (?:better|earlier|sooner|faster)|try(?:ing)? harder|work(?:ing)? harder|"
    r"do(?:ing)? (?:much |even )?better|strive|think twice|"
    r"think (?:carefully|harder|before)|stay alert|be on the lookout|slow down and|take (?:this|it|that|them|these|"
    r"alerts|warnings|\w+) (?:more )?seriously|"
    r"not (?:repeat|make) (?:this|that|these|the same) mistakes?|learn from (?:this|our|these|the|it)(?: mistakes?|"
    r" incident| experience| outage)?|hold ourselves|commit(?:ted)? to (?:doing|being) (?:better|more))(?!\w)"
)
_DONE = re.compile(
    r"\b(?:was|were|had|has been|have been|did|then|already|while|after|by|when|from|of|for|tried|started|"
    r"team) (?:\w+ )?$"
)
_OUR_WORK = re.compile(
    r"\bwe (?:will|should|must|need|have to|are going)\b|\b(?:work|changes?|releases?|deploys?|deployments?|reviews?|"
    r"maintenance|notes|upgrades?|migrations?|care|attention|caution|communication)\b"
)
_NEAR = 12
"""Characters of the appeal itself that may name the work."""

MINDING, HEEDING = mask_of(_BE), mask_of(_TAKE, _HEED)


def minding(sentence: Sentence, organisation: Organisation) -> Iterator[tuple[int, int]]:
    """Calls to be careful."""
    low = sentence.low
    for found in _BE.finditer(sentence):
        if is_ours(sentence, organisation, found.start()) and (
            found["more"] or found["how"] in (None, "careful", "cautious", "vigilant", "diligent", "mindful")
        ):
            if re.search(r"\b(?:may|might|could|would|can) $", low[: found.start()]):
                continue
            if not re.search(r"\b(?:to|would|could|may|might) $", low[: found.start()]) or is_plan(sentence):
                yield found.span()


def heeding(sentence: Sentence, organisation: Organisation) -> Iterator[tuple[int, int]]:
    """Calls to take care, to pay attention and to remember."""
    low, lead = sentence.low, sentence.lead
    for pattern in (_TAKE, _HEED):
        for found in pattern.finditer(sentence):
            if _DONE.search(low[: found.start()]) or not is_ours(sentence, organisation, found.start()):
                continue
            if found[0].startswith(("learn", "keep")) and not (found.start() == lead or is_plan(sentence)):
                continue
            if found[0].startswith("with ") and not is_plan(sentence):
                continue
            if pattern is _HEED and found.start() > lead and not is_plan(sentence):
                continue
            if found[0].startswith("learn") and not re.search(
                r"\b(?:will|must|should|need to|let's) (?:\w+ )?$", low[: found.start()]
            ):
                continue
            yield found.span()


def is_ours(sentence: Sentence, organisation: Organisation, offset: int) -> bool:
    """Whether people of the organisation, or nobody, are asked: not a system, and not its users."""
    subject = subject_of(sentence, offset, organisation)
    if subject.kind == "system":
        found = _OUR_WORK.search(sentence.low)
        return found is not None and found.end() <= offset + _NEAR
    return subject.kind != "outsider"
