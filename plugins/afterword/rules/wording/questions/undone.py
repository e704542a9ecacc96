"""What is asked of an act that nobody is named with: one that was not done, one that was, and one that slipped."""

from __future__ import annotations

import re

from afterword.rules.wording.lexicon import words
from afterword.rules.wording.lexicon.functions import AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS
from afterword.rules.wording.quoting import LONGEST
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.slots import clause_from, names_somebody
from afterword.rules.wording.things import thing_before

_CONTROL = "which test, alert, gate or owner"
_UNWANTED = re.compile(r"n't\b|\b(?:not|never|avoid\w*|prevent\w*|avoidable)\b")
_AVERTED = re.compile(r"\b(?:avoid\w*|prevent\w*|foreseen|anticipated|expected|known|realised|realized)$")
"""What is done to an outcome and not with a thing, or only in somebody's head."""
_HALF = words(
    """looked acted looped picked held carried set put taken kept made given turned switched rolled brought spelled
    followed relied thought done listened told asked left called treated responded chosen decided used"""
)
"""Participles that say little without what follows."""
_TIMES = re.compile(r",? (?:before|when|while|after|until|till|prior to|as soon as|once|instead of)\b.*$")
_NO_PART = re.compile(
    r",? (?<!soon )as (?!soon).*$|"
    r",? (?:and|or|but|if|had|unless|so|since|that|how|what|whether|where|who|in order|given|to (?!the\b)|"
    r"i|we|you|they|he|she)\b.*$"
)
_UNFIT = re.compile(r"[\[\]{}<>|*#\"“”•;:]|(?<!\w)_|_(?!\w)|://|[.!?] |\b(?:you|your|better|more|worse)\b")
_PARTICLES = words("in out up off down over on upon back")
_NO_END = (
    (PREPOSITIONS - _PARTICLES) | CONJUNCTIONS | DETERMINERS | AUXILIARIES | words("it them us me him so very not")
)
_LAST_WORD = re.compile(r"[\w'-]+$")
_AUXILIARY = re.compile(r" (?:had|has|have)$")
_SLIPPED = re.compile(r"(?:was|were|been|got) \w+ly (?P<done>[\w-]+)$")
_ENDS_THERE = re.compile(
    r"[\s*_]*(?:[.,;:!)–—]|$|(?:during|in|on|at|from|by|with|for|this|last|yesterday|twice|again)\b)"
)
_NEEDS_MORE = words(
    "set put given left made told kept sent marked called taken considered treated used run shown named"
)


def of_undone(sentence: Sentence, start: int, end: int) -> str:
    """The question for what `should have been done`, or should not: with the thing and what was to be done to it."""
    is_unwanted = _UNWANTED.search(sentence.low, start, end) is not None
    act = _act(sentence, start, end)
    if not act:
        return f"name the control that was not there: {_CONTROL} {'stops it' if is_unwanted else 'brings it about'}?"
    if is_unwanted:
        return f"what made it look right to have `{act}` at that point, and {_CONTROL} stops it?"
    return f"what was in the way of having `{act}` at that point, and {_CONTROL} brings it about?"


def of_slip(sentence: Sentence, start: int, end: int) -> str:
    """The question for a slip without a hand: with what it befell, where a plain thing was the subject."""
    slipped = _SLIPPED.match(sentence.low[start:end])
    what = "did it"
    if slipped and slipped["done"] not in _NEEDS_MORE and _ENDS_THERE.match(sentence.low, end):
        auxiliary = _AUXILIARY.search(sentence.low, 0, start - 1)
        if thing := thing_before(sentence, auxiliary.start() if auxiliary else start):
            what = f"led to `{thing}` being {slipped['done']}"
    return f"which tool or step {what}, what did it allow, and because of what?"


def _act(sentence: Sentence, start: int, end: int) -> str:
    """The thing and what was to be done to it, as it stands after `have`: `the guideline reviewed by legal`."""
    done = _LAST_WORD.search(sentence.low, start, end)
    if done is None or _AVERTED.search(sentence.low, start, end):
        return ""
    thing = thing_before(sentence, start, people=True)
    if not thing:
        return ""
    rest = _NO_PART.sub("", clause_from(sentence, done.start()))
    for each in (rest, _TIMES.sub("", rest), sentence.low[done.start() : end]):
        act, last = f"{thing} {each}", each.lower().split()[-1]
        says = " " in each or last not in _HALF
        if (
            says
            and last not in _NO_END
            and len(act) <= LONGEST
            and not names_somebody(each)
            and not _UNFIT.search(each)
        ):
            return act
    return ""
