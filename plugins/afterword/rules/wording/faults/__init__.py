"""Words of fault, with whom they are said of: what the rule on persons at fault finds.

Each module holds one sort of fault: its patterns, the judges of whom they are said of, and its signs. A sign carries
the words without which its pattern cannot match; the rule's triggers are all of these together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from afterword.rules.wording.faults.conduct import ALL_THE_SAME, INATTENTIVE, TO_YOUR_FACE, TOO_LONG, VIOLATING
from afterword.rules.wording.faults.excess import (
    CONTRARY_TO,
    DID_AMISS,
    FELL_SHORT,
    MISJUDGED,
    OWN_MISTAKES,
    TOO_MUCH,
    TOO_MUCH_OF,
    WAS_WRONG,
)
from afterword.rules.wording.faults.fault import Fault, Sign
from afterword.rules.wording.faults.hands import FAILURE_OF, LEFT_BY, OWN_FAILURE, SLIP_OF, SOMEBODY_DOING
from afterword.rules.wording.faults.lapses import FAILED_TO, FAILURE_TO, FORGOTTEN, IGNORED
from afterword.rules.wording.faults.objects import INSTEAD_OF, WRONG_THING
from afterword.rules.wording.faults.omissions import (
    IN_SPITE,
    LEAVING_OUT,
    NOBODY_DID,
    NOT_DONE,
    NOT_WELL,
)
from afterword.rules.wording.faults.others import NOT_BY_OTHERS
from afterword.rules.wording.faults.passives import NEVER_TOLD, NOTHING_DONE, OVERLOOKED, WITHOUT_CARE
from afterword.rules.wording.faults.plainly import IT_WAS, PASSED_OVER, PLAINLY
from afterword.rules.wording.faults.shortfalls import FALLEN_SHORT
from afterword.rules.wording.faults.slips import (
    AGENT_WORDS,
    BROKEN,
    BY_ACCIDENT,
    BY_AGENTS,
    MADE_A_MISTAKE,
    MISTAKENLY,
    WENT_WRONG,
    by_agents,
)
from afterword.rules.wording.faults.unsaid import (
    KEPT_ON,
    LEFT_SO,
    LOST_SIGHT,
    NEEDED_TO,
    SLOW_TO,
    TOLD_NOBODY,
    UNDONE,
    UNPREPARED,
    WENT_ASTRAY,
)
from afterword.rules.wording.faults.warned import CLAIMED, KNEW, PRESSED_ON, REFUSED, WAS_MEANT_TO
from afterword.rules.wording.frames import stops_at_question
from afterword.rules.wording.gated import mask_of
from afterword.rules.wording.organisation import Organisation
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.subjects import subject_of

__all__ = ["FAULTS", "SIGNS", "TRIGGERS", "Fault", "Sign", "faults_in"]

SIGNS: tuple[Sign, ...] = (
    VIOLATING,
    FORGOTTEN,
    IGNORED,
    FAILED_TO,
    FAILURE_TO,
    MISTAKENLY,
    BY_ACCIDENT,
    NOT_DONE,
    MADE_A_MISTAKE,
    WENT_WRONG,
    INATTENTIVE,
    BROKEN,
    ALL_THE_SAME,
    OVERLOOKED,
    TO_YOUR_FACE,
    NOBODY_DID,
    IN_SPITE,
    LEAVING_OUT,
    WITHOUT_CARE,
    TOO_LONG,
    NOT_WELL,
    NEVER_TOLD,
    FALLEN_SHORT,
    WRONG_THING,
    INSTEAD_OF,
    LEFT_BY,
    SLIP_OF,
    FAILURE_OF,
    OWN_FAILURE,
    SOMEBODY_DOING,
    KNEW,
    WAS_MEANT_TO,
    CLAIMED,
    PRESSED_ON,
    REFUSED,
    UNPREPARED,
    TOLD_NOBODY,
    LEFT_SO,
    KEPT_ON,
    WENT_ASTRAY,
    LOST_SIGHT,
    UNDONE,
    SLOW_TO,
    NEEDED_TO,
    NOT_BY_OTHERS,
    TOO_MUCH,
    TOO_MUCH_OF,
    DID_AMISS,
    OWN_MISTAKES,
    FELL_SHORT,
    MISJUDGED,
    WAS_WRONG,
    CONTRARY_TO,
    PASSED_OVER,
    PLAINLY,
    IT_WAS,
    NOTHING_DONE,
)
"""All signs in the order in which they are looked for: the first that holds is told."""
TRIGGERS = frozenset(word for sign in SIGNS for word in sign.words) | AGENT_WORDS
FAULTS = mask_of(*(sign.pattern for sign in SIGNS)) | BY_AGENTS
_DEEDS = (FORGOTTEN, IGNORED, FAILED_TO, MISTAKENLY, BY_ACCIDENT, MADE_A_MISTAKE, WENT_WRONG, BROKEN, FALLEN_SHORT)
"""Signs that tell what somebody did: `nobody forgot a step` is none."""
_NO_ONE = re.compile(r"(?:nobody|no one|no-one|noone|none|neither|no [\w-]+)\b")


def faults_in(sentence: Sentence, organisation: Organisation) -> Iterator[Fault]:
    """Every phrase of fault that a person is the subject of."""
    possible = sentence.possible & FAULTS
    if not possible or stops_at_question(sentence):
        return
    for sign in _signs(possible):
        for found in sign.pattern.finditer(sentence):
            subject = subject_of(sentence, found.start(), organisation)
            if subject.kind == "person" and sign in _DEEDS and _NO_ONE.match(subject.text.lower()):
                continue
            if fault := sign.judge(sentence, found, subject, organisation):
                yield fault
    if possible & BY_AGENTS:
        yield from by_agents(sentence, organisation)


@lru_cache(maxsize=1024)
def _signs(possible: int) -> tuple[Sign, ...]:
    """The signs whose patterns may match, in order."""
    return tuple(sign for sign in SIGNS if sign.pattern.bit & possible)
