"""What is asked of an action that rests on people: the control in place of care, the stronger kind beside."""

from __future__ import annotations

import re

from afterword.rules.wording.quoting import LONGEST_HINT
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.slots import tells, thing_after, verb_after
from afterword.rules.wording.things import thing_from

_INTO_CONTROL = "turn care into a control: "
_SHOWN = "what would stop or show this on a day on which nobody"
_WORK = r"(?:[\w-]+ )?(?:planning|testing|reviews?|reviewing|checks?|checking|monitoring|preparation|handling|reading)"
_CARE = (
    rf"(?:(?:careful|thorough|rigorous|closer|proper) {_WORK}|careful|carefully|cautious|conservative|diligent|"
    r"disciplined|thorough|attentive|mindful|vigilant|aware|conscious|proactive|rigorous|strict|care|caution|diligence|"
    r"attention|discipline|vigilance|scrutiny|rigou?r|awareness|focus|emphasis|eyes|thought|haste|heed|adherence|"
    r"responsibility|ownership|consideration|respect|reminded|double[- ]?checking|familiari[sz]e \w+)"
)
_OBJECT = re.compile(
    rf"(?:\b(?:more|much|extra|very|even|less|are|is|stay|remain|become) )*\b{_CARE}(?: (?:should|must|needs? to|"
    r"ha(?:s|ve) to|is to|is|will) (?:be )?(?:taken|paid|exercised|given|advised|required|needed|necessary|go))?[\s*_]+"
    r"(?P<act>when|while|before|during|into|in|about|with|to|on|of|at|around|over|for)[\s*_]+"
)
_ANY_ONE = re.compile(r"(?:an?|every|each|any) [\w-]+$")
_ACTING = re.compile(r"[a-z]+(?:-[a-z]+)*ing\b")
_TO_THINGS = re.compile(r"attention|heed|adherence|thought|consideration")
_VAGUE = re.compile(
    r"(?:the |our |all |these |those |such |any |every |next |last |future )?(?:futures?|times?|general|details?|now|"
    r"days?|weeks?|weekends?|nights?|shifts?|quarters?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|sides?|parts?|"
    r"everyone|everybody|people|work|basics|things?|others?|whole|everything|anything|prevention|testing|"
    r"documentation|communication|quality|safety|security|reliability)$|the (?:importance|need|value)\b",
    re.IGNORECASE,
)
"""What stands for everything or for no time at all: a control for it would be one for nothing."""
_MEMORY = re.compile(r"(?:remember|reminded|(?:not|never|don't) forget)[\s*_]+to[\s*_]+(?=[a-z])")
_SURE = re.compile(r"(?:be|make) sure[\s*_]+to[\s*_]+(?=[a-z])")
_ORDERING = re.compile(
    r"(?:(?:we |they )?(?:should|must|will|shall|ha(?:s|ve) to|needs? to|to|let's|let us) )?(?:please |also |all |"
    r"always |properly |carefully )*(?=(?:double[- ]?check|triple[- ]?check|cross-?check|check|verify|validate|read|"
    r"re-read|review|test|follow|look at|look into|monitor|inspect|study|"
    r"keep an? (?:close |closer )?eye on|keep the|keep all|stick to|adhere to|consult|document|inform|"
    r"notify|announce|ask|get someone)\b)"
)
"""Before a verb of what takes time and can be left: the appeal's own verb."""
_FROM_NOW = re.compile(r",? (?:next time|in (?:the )?future|from now on|going forward|at all times)$")
_UNFIT = re.compile(r"\b(?:earlier|sooner|faster|quicker|quickly|better|never|not)\b|\b(?:this|that|it|them)$")
_EVERYBODY = re.compile(r"\b(?:everyone|everybody|anyone|the (?:[\w-]+ )?team)$")
_DOES = re.compile(
    r"[\s*_]+(?=(?:reads|checks|follows|knows|understands|reviews|tests|verifies|looks|uses|updates|documents) )"
)
_TOPIC = re.compile(r"[\s*_](?:on|about|(?<!pair )(?<!set )of|around|regarding)[\s*_]+")
_TO_DO = re.compile(r"[\w' -]{0,40}?\bto[\s*_]+(?=[a-z])")
_FOR = re.compile(r"[\s*_]*for[\s*_]+")
_KINDS = (
    "a gate, a default, a limit, a pinned version, an automatic test or alert? The ranking is contested, and strength "
    "is not effect"
)


def of_care(sentence: Sentence, start: int, end: int) -> str:
    """The question for an appeal to care: with what the care is for, or with what somebody is to do."""
    if thing := _object(sentence, start, end):
        return f"{_INTO_CONTROL}which gate, limit, test or alert for `{thing}` holds even when attention is short?"
    low = sentence.low
    if (memory := _MEMORY.search(low, start, min(len(low), end + 5))) and (act := verb_after(sentence, memory.end())):
        return f"{_INTO_CONTROL}{_SHOWN} remembers to `{act}`?"
    if (
        _EVERYBODY.search(low, start, end)
        and (does := _DOES.match(low, end))
        and (act := verb_after(sentence, does.end()))
    ):
        return f"{_INTO_CONTROL}{_SHOWN} `{act}`?"
    if order := _SURE.search(low, start, min(len(low), end + 5)) or _ORDERING.match(low, start):
        act = _FROM_NOW.sub("", verb_after(sentence, order.end(), points=True))
        if act and not _UNFIT.search(act.lower()):
            return f"{_INTO_CONTROL}{_SHOWN} has time to `{act}`?"
    return f"{_INTO_CONTROL}{_SHOWN} is careful?"


def of_weak(sentence: Sentence, start: int, end: int) -> str:
    """The question for a weak action: with what it is about, or with what people are to remember."""
    about = _topic(sentence, start, end)
    asked = f"which stronger kind can stand beside it{about}: {_KINDS}"
    return asked if len(asked) <= LONGEST_HINT else f"which stronger kind can stand beside it: {_KINDS}"


def _object(sentence: Sentence, start: int, end: int) -> str:
    """What the care is for: `prompt edits`, `changing routing rules`; empty where it is for everything or nothing."""
    found = _OBJECT.search(sentence.low, start, min(len(sentence.low), end + 50))
    if found is None or found.start() > end + 1:
        return ""
    how = found["act"]
    acts = _ACTING.match(sentence.low, found.end()) is not None
    if how == "to" and not _TO_THINGS.search(found[0]):
        return ""
    thing = thing_from(sentence, found.end(), bare=True)
    if how in ("when", "while", "before", "during") and not acts and not _ANY_ONE.match(thing):
        return ""
    return "" if _VAGUE.match(thing) else thing


def _topic(sentence: Sentence, start: int, end: int) -> str:
    """` for …`, with what the training or the memo is about; empty where there is none."""
    low = sentence.low
    if (on := _TOPIC.search(low, start, min(len(low), end + 45))) and (
        thing := thing_from(sentence, on.end(), bare=True)
    ):
        return "" if _VAGUE.match(thing) else f" for `{thing}`"
    if low.startswith(" that ", end) and tells(fact := thing_after(sentence, end + 1)):
        return f", on a day on which nobody remembers `{fact}`"
    if (to := _TO_DO.match(low, end)) and (act := verb_after(sentence, to.end())):
        return f", on a day on which nobody remembers to `{act}`"
    if (of := _FOR.match(low, end)) and (thing := thing_from(sentence, of.end(), bare=True)):
        return "" if _VAGUE.match(thing) else f" for `{thing}`"
    return ""
