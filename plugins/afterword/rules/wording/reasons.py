"""Reasons that make sense of an act: the condition of a screen, a document or an alert, and nobody's character."""

from __future__ import annotations

import re

from afterword.rules.wording.lexicon.people import is_role
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.subjects.kinds import kind_of_pronoun

_CHARACTER = re.compile(
    r"[\s,]*(?:[\w'-]+ ){0,7}?(?:careless\w*|negligen\w+|neglect\w*|sloppy|sloppiness|laz(?:y|iness)|lack(?:ed|ing)? "
    r"(?:of )?(?:\w+ )?(?:care|attention|diligence|discipline|thought|interest|focus|concentration|rigou?r)|"
    r"inattenti\w+|complacen\w+|arrogan\w+|incompeten\w+|stupid\w*|hast(?:e|y|ily)|rush(?:ed|ing)?|hurried|"
    r"in (?:too much of )?a (?:hurry|rush)|forg[eo]t\w*|distracted(?! by)|over-?confiden\w+|impatien\w+|ignoran\w+|"
    r"human error|oversights?|panick?(?:ed)?|(?:did not|didn't|never) (?:\w+ly )?(?:care|bother|think|look|listen|pay|"
    r"want|read|check|ask)|(?:not|n't) (?:be )?(?:careful|paying|bothered))\b"
)
_STATED = re.compile(
    r"(?P<how>\bbecause(?: of)?|\bgiven(?: that)?|\bdue to|\bowing to|\bthanks to|\b(?:since|as)|[:;]|"
    r"(?P<belief>\bunder the impression|\bbelieving|\bin the belief|\bthinking))\s+(?:that )?"
)
_PLAINLY = ("because", "given", "due", "owing", "thanks")
"""Words that give a reason whatever follows; the others may as well tell when, or what came of it."""
_WHOSE = ("our", "my", "his", "her", "their", "your")
_SUBJECT = r"(?P<who>(?:[\w'-]+ ){1,7}?(?<!\bthe )(?<!\bthis )(?<!\ban )(?<!\ba )(?<!\bour )(?<!\bits ))"
"""What stands before a verb: `the hold was` has none in `hold`."""
_STATE = re.compile(
    rf"{_SUBJECT}(?:shows?|showed|lists?|listed|names?|says?|said|hides?|hid|has|had|looks?|looked|"
    r"shares?|shared|carry|carries|carried|reads?|stands?|stood|asks?|asked|gives?|gave no|mixes|lacks?|lacked|"
    r"holds?|held|mentions?|mentioned|displays?|displayed|resembles?|resembled|accepts?|"
    r"(?:does|do|did) not (?:\w+ )?\w+|"
    r"(?:is|are|was|were) (?:only|not|no|the same|named|labelled|labeled|called|shown|hidden|marked|identical|"
    r"missing|empty|grey|green|greyed|out of date|outdated|below|above|behind|at the|due|set|closed|gone)|"
    r"(?:cannot|could not|only) \w+)\b"
)
_STANDING = re.compile(
    rf"{_SUBJECT}(?:shows?|lists?|names?|says?|hides?|(?:has|have)(?! been)|looks?|shares?|carry|"
    r"carries|reads?|stands?|asks?|gives?|mixes|lacks?|holds?|mentions?|displays?|resembles?|accepts?|does not|"
    r"do not|cannot|"
    r"did not (?:say|show|tell|mention|warn|distinguish|mark|ask|name|list)|had (?:no|only|the same)|showed only|"
    r"looked (?:the same|like|alike)|(?:is|are) (?:only|not|no|the same|named|labelled|labeled|called|shown|hidden|"
    r"marked|identical|missing|grey|greyed|out of date|outdated|below|above|behind|at the|set|due|sent)|"
    r"(?:was|were) (?:named|labelled|labeled|called|marked|identical|the same))\b"
)
"""A condition without a word that makes it a reason: what only came of the deed is none."""
_TOLD = re.compile(
    r"(?:[\w'-]+ ){1,5}?(?:(?:had|has|have|was|were)(?: been)? (?:told|shown|paged|asked|given|handed|taught|trained|"
    r"instructed)|saw|could (?:not|only)|had (?:no|only)|believed|thought|expected|understood|did not know|"
    r"knew only|took it)\b"
)
"""What somebody saw, was told or believed is a reason, though a person is its subject."""
_ELSEWHERE = re.compile(
    r"[.;]|\bwhich\b|\bso\b|\b(?:and|but) (?:the|it|this|that|we|they|he|she|our|its) (?:[\w-]+ ){0,3}?"
    r"(?:was|were|went|died|stopped|broke|fell|\w+ed)\b"
)


def is_character(low: str, at: int) -> bool:
    """Whether the reason that begins at `at` is what somebody is like, or one more fault."""
    return _CHARACTER.match(low, at, at + 90) is not None


def has_condition(sentence: Sentence, end: int) -> bool:
    """Whether a condition stands before or after the deed that ends at `end`, so that it is explained."""
    low = sentence.low
    leading = _STATED.match(low, sentence.lead)
    if leading and leading["how"] not in (":", ";") and _is_condition(low, leading):
        return True
    for found in _STATED.finditer(low, end, end + 160):
        if _ELSEWHERE.search(low, end, found.start()):
            return False
        if _is_condition(low, found):
            return True
    if not low.rstrip().endswith(";"):
        return False
    following = f"; {sentence.next}"
    found_next = _STATED.match(following)
    return found_next is not None and _is_condition(following, found_next)


def _is_condition(low: str, found: re.Match[str]) -> bool:
    at = found.end()
    if is_character(low, at):
        return False
    if found["belief"]:
        return True
    state = (_STANDING if found["how"] in (":", ";") else _STATE).match(low, at)
    subject = (state["who"] if state else low[at : at + 40]).split()[: None if state else 3]
    if _is_person(subject[:1] + subject[-1:] if state else subject):
        return _TOLD.match(low, at) is not None
    return state is not None or found["how"].startswith(_PLAINLY)


def _is_person(subject: list[str]) -> bool:
    return any(is_role(word) or (kind_of_pronoun(word) and word not in _WHOSE) for word in subject)
