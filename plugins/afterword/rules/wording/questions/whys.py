"""What is asked instead of `why did they` and `who approved`: how the step came to make sense, or came to be."""

from __future__ import annotations

import re

from afterword.rules.wording.lexicon import words
from afterword.rules.wording.lexicon.people import is_role
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.slots import NOBODY_NAMED, role_in, tells, thing_after, verb_after
from afterword.rules.wording.subjects import Subject
from afterword.rules.wording.things import thing_from

_SEEN = "with what was visible then"
_AUX = words("did do does would could")
"""After these, and in no other question, the verb stands as it does after `to`."""
_WITHOUT_ROLE = words(
    "we i they he she you somebody someone anybody anyone everybody everyone nobody no-one management people"
)
_NOBODY = words("nobody no-one")
_LEFT_OUT = re.compile(
    r"(?:forget|fail|neglect|omit|miss|overlook|ignore|bother|wait|take|need|have|be|get|think|want)\b"
)
"""Verbs after which the act is another one, or none."""
_SENSING = re.compile(
    r"(?:notice|see|spot|catch|reali[sz]e|detect|find|know|understand|recogni[sz]e|hear|expect|foresee|anticipate) "
)
_CAME_TO_BE = {"broke": "broken", "wrote": "written"}
_WHO_DID = re.compile(
    r"who (?P<verb>broke|approved|allowed|wrote|merged|pushed|deployed|deleted|authori[sz]ed|changed)$"
)


def of_question(sentence: Sentence, start: int, end: int) -> str:
    """The question to ask in place of the one between `start` and `end`: with the role and the step, or the thing."""
    if (did := _WHO_DID.match(sentence.low[start:end])) and (thing := thing_from(sentence, end + 1)):
        return f"ask how: how did `{thing}` come to be {_CAME_TO_BE.get(did['verb'], did['verb'])}, {_SEEN}?"
    return _of_step(sentence, start, end) or f"ask how: how did that step come to make sense {_SEEN}?"


def _of_step(sentence: Sentence, start: int, end: int) -> str:
    """The question with the role and what it did; empty where one of them is no plain one."""
    found = _subject(sentence, start, end)
    if found is None:
        return ""
    role, is_denied, verb = found
    if _SENSING.match(sentence.low, verb):
        thing = thing_after(sentence, sentence.low.index(" ", verb) + 1) if is_denied else ""
        if not thing:
            return ""
        showing = f"did it show `{thing}`" if tells(thing) else f"did `{thing}` show"
        return f"ask how: what did {role} see at that point, and where {showing}?"
    step = "" if _LEFT_OUT.match(sentence.low, verb) else verb_after(sentence, verb, points=True)
    if not step:
        return ""
    denial = "not " if is_denied else ""
    return f"ask how: how did it come to make sense to {role} {denial}to `{step}`, {_SEEN}?"


def _subject(sentence: Sentence, start: int, end: int) -> tuple[str, bool, int] | None:
    """The role that is asked, whether for what it did not do, and where the verb begins; None for no plain subject."""
    tokens = [each for each in sentence.tokens if start <= each.start < end + 24 and each.is_word]
    at = next((i for i, each in enumerate(tokens) if each.text.removesuffix("n't") in _AUX), -1)
    if at < 0 or at + 2 >= len(tokens):
        return None
    is_denied, place = tokens[at].text.endswith("n't"), at + 1
    first = tokens[place].text
    if first in _WITHOUT_ROLE:
        role, place = NOBODY_NAMED, place + 1
        is_denied ^= first in _NOBODY
    else:
        head = next((i for i in range(place + 1, min(place + 5, len(tokens))) if is_role(tokens[i].text)), -1)
        while 0 <= head < len(tokens) - 1 and is_role(tokens[head + 1].text):
            head += 1
        text = " ".join(each.text for each in tokens[place : head + 1]) if head > 0 else ""
        role, place = role_in(Subject("person", text)), head + 1
        if role == NOBODY_NAMED:
            return None
    while place < len(tokens) and tokens[place].text in ("not", "even", "also", "then", "just", "simply"):
        is_denied |= tokens[place].text == "not"
        place += 1
    return (role, is_denied, tokens[place].start) if place < len(tokens) else None
