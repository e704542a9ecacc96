"""Whether `they` at a sentence's beginning means the systems of the sentence before it."""

from __future__ import annotations

import re

from afterword.rules.wording.lexicon.functions import is_auxiliary
from afterword.rules.wording.lexicon.people import is_outsider, is_role
from afterword.rules.wording.lexicon.verbs import is_finite
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.subjects.kinds import kind_of_pronoun

_WORD = re.compile(r"[^\W\d_][\w'-]*")
_REACH = 300
"""Characters before the sentence that are looked at."""


def means_systems(sentence: Sentence) -> bool:
    """Whether the sentence before tells of several things and of no people at all."""
    start = sentence.start
    earlier = sentence.passage.low[max(0, start - _REACH) : start].rstrip(" \n.!?;")
    cut = max(earlier.rfind(each) for each in (". ", "! ", "? ", ".\n", "\n\n"))
    found = _WORD.findall(earlier[cut + 1 :])
    if any(kind_of_pronoun(word) or is_role(word) or is_outsider(word) for word in found):
        return False
    for place, word in enumerate(found):
        if is_finite(word) or is_auxiliary(word):
            subject = found[place - 1] if place else ""
            return subject.endswith("s") and not subject.endswith("ss")
    return False
