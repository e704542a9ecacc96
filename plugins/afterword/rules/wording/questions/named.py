"""What is asked where somebody acts by name: what the role could see, called by its word where the sentence has one."""

from __future__ import annotations

import re

from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.slots import NOBODY_NAMED, role_in
from afterword.rules.wording.subjects import Subject

_ROLE_BEFORE = re.compile(r"\b(?:the|our|an?) (?:[\w-]+ ){0,2}?[\w-]+,? $")
_ROLE_AFTER = re.compile(r",? \(?(?P<role>(?:the|our|an?) (?:[\w-]+ ){0,2}?[\w-]+)[),]")


def of_name(sentence: Sentence, start: int, end: int) -> str:
    """The question for the name between `start` and `end`: with the role that stands beside it."""
    before = _ROLE_BEFORE.search(sentence.low, sentence.lead, start)
    role = role_in(Subject("person", before[0].strip(" ,"))) if before else NOBODY_NAMED
    if role == NOBODY_NAMED and (after := _ROLE_AFTER.match(sentence.low, end)):
        role = role_in(Subject("person", after["role"]))
    return f"name the role: what could {'that role' if role == NOBODY_NAMED else role} see and do at that moment?"
