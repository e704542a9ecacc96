"""What was not done, and is no omission: not yet, no further, never before, or a step that somebody is cleared of."""

from __future__ import annotations

import re

from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.subjects import Subject

UNSURE = re.compile(
    r"confirm|share|respond|react|report|disclose|update|provide|release|detect|identify|plan$|see$|raise|complete|"
    r"acknowledge|implement|apply|address|learn|handle|disable|deploy|announce"
)
"""Verbs that also tell of what was not there, or not yet done."""
PERCEIVING = re.compile(r"tell|inform|announce|notice|reali[sz]e|recogni[sz]e|spot|catch|see|detect|identify|caught")
_SHOWN_BY = re.compile(
    r" (?:it |this |that |them )?(?:in|during|with) (?:the |our |any |\w+ )?(?:[\w-]+ )?(?:tests?|testing|reviews?|"
    r"staging|ci|canary|"
    r"canaries|qa|rehearsals?|drills?|logs?|metrics?|graphs?|dashboards?)\b"
)
_CLEARED = re.compile(
    r"(?:perform|conduct|run|execute|complete|do|remove|use|send)(?:ed|d)? (?:the|this|that|these|those) "
    r"(?:[\w-]+ ){0,2}?(?:suspensions?|deletions?|removals?|log-?ins?|sign-?ins?|transfers?|purchases?|"
    r"transactions?|payments?|orders?|actions?|edits?|messages?)\b"
)
"""A step with an effect of its own: who did not take it is cleared, and left nothing out."""
HAS_NEVER = re.compile(r"\bwho (?:has|have|'ve) $")
"""Before `never`: people to whom something is new, and not what anybody left undone."""


THERE_WERE = re.compile(r"\bthere (?:was|were|is|are)(?: still)? (?:[\w'-]+ ){0,5}?(?:people|folks?|persons?|others)\b")
"""How many had not done a thing yet: a state, and nobody's omission."""


def is_open(sentence: Sentence, found: re.Match[str], subject: Subject) -> bool:
    """Whether it is not done yet or further, is new to somebody, clears them, or is what a named test did not show."""
    before, after = sentence.low[: found.start()], sentence.low[found.end() :]
    if re.match(r"has|have", found[0]):
        return UNSURE.match(found["verb"]) is not None
    if found[0].startswith("never") and HAS_NEVER.search(before):
        return True
    if THERE_WERE.search(before):
        return True
    if subject.kind == "person" and _CLEARED.match(sentence.low, found.start("verb")):
        return True
    if re.match(r" any (?:more|further|other|additional)\b", after):
        return True
    if re.match(r"respond|react", found["verb"]) and re.match(r"[^.;,]{0,30}\buntil\b", after):
        return True
    return PERCEIVING.match(found["verb"]) is not None and _SHOWN_BY.match(sentence.low, found.end()) is not None
