"""What is asked where a report says whose fault it was: what made the outcome possible, whoever was there."""

from __future__ import annotations

import re

from afterword.rules.wording.organisation import Organisation
from afterword.rules.wording.questions.causes import EVENT
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.slots import NOBODY_NAMED, role_in, tells, thing_after, verb_after
from afterword.rules.wording.subjects import Subject, subject_of
from afterword.rules.wording.things import thing_from

_INSTEAD = "put the condition in its place: "
_KNOWN = re.compile(r"(?:have known|know) (?:[\w-]+ ){0,2}?that$")
_THAN_TO = re.compile(r" than to ")
_BALL = re.compile(r"[\s*_]*(?:on|with|when it came to|over) ")
_FOR = re.compile(r"[\s*_]*for ")
_BLAMED = re.compile(r"(?:to blame|at fault|responsible|guilty|fault|the blame)$")
_EVENT_BEFORE = re.compile(
    rf"\b(?:the|this|our) (?:whole |entire )?(?P<event>{EVENT}) (?:was|were|is) (?:all |\w+ly )*$"
)
_WHOSE = re.compile(
    r"\b(?:by|from|of|on) (?P<who>(?:the|one of the|one of our|our) [a-z -]+)$|^(?P<own>(?:the|our) [a-z -]+)'s? "
)
_IS_SUBJECT = re.compile(r"(?:dropped|(?:is|are|was|were) )|should|ought")


def of_verdict(sentence: Sentence, start: int, end: int, organisation: Organisation) -> str:
    """The question for a verdict: with what there was to know, what it was for, or what the role saw."""
    said = sentence.low[start:end]
    role = _role(sentence, start, said, organisation)
    if _KNOWN.search(said) and tells(known := thing_after(sentence, end - len("that"))):
        return f"{_INSTEAD}what did {role} see at that point, and where did it show `{known}`?"
    than = _THAN_TO.match(sentence.low, end) if said.endswith("know better") else None
    if than and (act := verb_after(sentence, than.end())):
        return f"{_INSTEAD}what made it look right at that point to `{act}`, whoever was there?"
    if said.endswith("ball") and (on := _BALL.match(sentence.low, end)) and (thing := thing_from(sentence, on.end())):
        return f"{_INSTEAD}what did `{thing}` rely on, whoever was there?"
    if _BLAMED.search(said) and (of := _FOR.match(sentence.low, end)) and (thing := thing_from(sentence, of.end())):
        return f"{_INSTEAD}what made `{thing}` possible, whoever was there?"
    if event := _EVENT_BEFORE.search(sentence.low, sentence.lead, start):
        return f"{_INSTEAD}what made the {event['event']} possible, whoever was there?"
    if role != NOBODY_NAMED:
        return f"{_INSTEAD}what did {role} see and expect at that point, and what let it through?"
    return f"{_INSTEAD}what made this outcome possible, whoever was there?"


def _role(sentence: Sentence, start: int, said: str, organisation: Organisation) -> str:
    """The role that the verdict is on; words for nobody in particular where it is on no plain role."""
    if whose := _WHOSE.search(said):
        return role_in(Subject("person", whose["who"] or whose["own"]))
    if _IS_SUBJECT.match(said):
        return role_in(subject_of(sentence, start, organisation))
    return NOBODY_NAMED
