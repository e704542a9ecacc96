"""What is asked of a cause that stands alone: which other conditions had to be there beside it."""

from __future__ import annotations

import re

from afterword.rules.wording.lexicon import words
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.slots import OUTCOMES
from afterword.rules.wording.things import thing_before, thing_from

_EVENTS = OUTCOMES | words("crash problem issue accident slowness error bug overload")
EVENT = rf"(?:{'|'.join(sorted(_EVENTS))})(?:e?s)?"
"""An outcome by its one word, as a part of a pattern."""
_OF_EVENT = re.compile(
    rf"\b(?:of|for|behind|caused|broke|explains|explained) (?:the|this|our|that|all of the) (?:[\w-]+ ){{0,2}}?"
    rf"(?P<event>{EVENT})(?= (?:was|is|were|lies|lay|came|comes|remains|being|has|had|can|turned|proved|"
    rf"appears|seems)\b|[\s*_]*(?:[.,;:!)–—]|$))"
)
_EVENT_WAS = re.compile(
    rf"(?:^|[,;:–—] |\b(?:and|but|so|that|end|hindsight) )(?:the|this|our|that) (?:whole |entire )?"
    rf"(?P<event>{EVENT}) (?:was|were|is|had|has|can|came|comes|boils|boiled)\b"
)
_NAMED_AFTER = re.compile(
    r"(?:was|is|were|be|being|been|to|by|than|from|as)(?: (?:simply|just|only|actually|really|merely))*$|"
    r"(?:was|is|be|to|by|than|from|as) (?:an?|the|our|one|a single|this|that|just)$"
)
_SWALLOWED = re.compile(r" (?:an?|the|our|one|a single|this one|that one|this|that)$")
_BY_ONE = re.compile(r" by (?:just |only )?(?=(?:this |that |the |a )?(?:one|single|lone|sole) [\w-]+$)")
_GLUE = re.compile(
    r"[\s*_]*(?:(?:was|been|be|then|later|finally|eventually|now|simply|just|only|actually|really|merely|once|again|"
    r"identified|found|determined|established|pinpointed|isolated|traced|diagnosed|back|down|to|as)\b[ *_]*)*"
)
_WAS_LATER = re.compile(
    rf" (?:it|this|everything|(?:the|this|that|our) (?:[\w-]+ ){{0,2}}?{EVENT})(?: (?:all|down))? (?:was|is) (?=\w)"
)
"""Between `the one thing that caused` and what it was."""
_ONE_THING = re.compile(r"\bone (?:thing|change|reason|explanation)\b")
_COPULA = re.compile(
    r"(?: (?:was|is|were|be|being|been|are|had|has|became|proved|turned|turns|out|to|appears|appeared|seems|seemed|"
    r"constituted|thus|also|therefore|indeed|[a-z]+ly))+ ?$"
)
_PREDICATE = re.compile(r"(?:the|its|our) [\w -]*?(?:cause|culprit|reason)$")


def of_single_cause(sentence: Sentence, start: int, end: int) -> str:
    """The question for the cause that the phrase from `start` to `end` leaves alone, with the cause and what came."""
    cause, event = _cause(sentence, start, end), _event(sentence, start, end)
    effect = f"lead to the {event}" if event else "have this effect"
    what = f"`{cause}`" if cause else "it"
    return f"list it as one contributing factor: what else had to be true for {what} to {effect}?"


def _cause(sentence: Sentence, start: int, end: int) -> str:
    """What the phrase calls the cause, after it or before it; empty where that is no plain thing."""
    low = sentence.low
    said = low[start:end].rstrip(" *_")
    end = start + len(said)
    if _PREDICATE.match(said) and (copula := _COPULA.search(low, max(0, start - 40), start)):
        return thing_before(sentence, copula.start())
    if _ONE_THING.search(said) and (was := _WAS_LATER.match(low, end)):
        return thing_from(sentence, was.end())
    if (alone := said.find(" alone ")) > 0:
        return thing_before(sentence, start + alone)
    if by := _BY_ONE.search(said):
        return thing_from(sentence, start + by.end())
    if _NAMED_AFTER.search(said):
        if swallowed := _SWALLOWED.search(said):
            return thing_from(sentence, start + swallowed.start() + 1)
        glue = _GLUE.match(low, end)
        return thing_from(sentence, glue.end() if glue else end)
    return ""


def _event(sentence: Sentence, start: int, end: int) -> str:
    """The outcome by its one word, where the sentence says that it is the outcome."""
    low = sentence.low
    found = _OF_EVENT.search(low, start, min(len(low), end + 60)) or _EVENT_WAS.search(low, sentence.lead, end)
    return found["event"] if found else ""
