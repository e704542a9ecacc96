"""What a sentence denies or declines to say of people: `was not careless`, `no sign that`, `rather than asking who`.

A duty that was left undone is no denial: `did not check` and `not careful enough` say that somebody fell short.
"""

from __future__ import annotations

import re

from afterword.rules.wording.lexicon.people import is_role, singular
from afterword.rules.wording.sentences import Sentence

_BREAK = re.compile(
    r"[;:–—()]|,\s+(?:and|but|so|which|because|while|although|yet|we|i|it|this|they|he|she|the|our|an?)\b|"
    r"\b(?:but|because|although|though|while|whereas|yet)\b"
)
"""Where what a frame declines to say ends."""
_SAYING = (
    r"(?:say|call|claim|conclude|blame|describe|think|believe|suppose|speak|put|see|accuse|label|suggest|imply|judge|"
    r"infer|mean|find|argue|hold|assume|write|name|treat)"
)
_DECLINED = re.compile(
    r"\b(?:(?:no|little|without|never any|not any|lacks?|hardly any|nor any|any) (?:\w+ )?(?:evidence|indications?|"
    r"signs?|suggestions?|hints?|proof|grounds|reason to (?:think|believe|suspect|assume|say))\b|"
    r"(?:unfair|unjust|inaccurate|misleading|mistaken|unhelpful|wrong|incorrect|too easy|too simple|simplistic|"
    rf"not (?:be )?(?:fair|right|true|accurate|correct|helpful|enough|useful)) to {_SAYING}\b|"
    r"(?:easy|tempting|convenient) to (?:say|call|blame|conclude|claim|think|describe|label|judge|write)\b|"
    r"(?:unfair|unjust|untrue|inaccurate|misleading|incorrect|false|not (?:true|correct|the case)) that\b|"
    r"(?:not|n't|never|less) (?:\w+ly )?(?:(?:an? [\w-]+ )?about|a (?:question|matter) of|interested in|"
    r"looking for|to (?:ask|find out)|asking|ask) (?:who|whose|whom|whether)\b|"
    r"(?:question|point|aim|matter) (?:is|was) (?:not|never) (?:who|whose|whom|whether)\b|"
    r"(?:rather than|instead of|without) (?:\w+ly )?(?:asking|blaming|saying|concluding|looking for|stopping at|"
    r"writing|finding|treating|calling|judging|wondering|establishing|deciding|settling|assuming|naming|discussing|"
    r"searching for|arguing)\b(?=[^,]*$)|"
    r"(?:is|was|are)(?: not|n't| never)(?: to say| because| so much)? that\b|"
    rf"(?:do|does|would|can|should|must)(?: not|n't| never) (?:\w+ly )?{_SAYING}\b(?=(?:(?! and )[^.;,])* $)|"
    r"(?:did not|didn't) (?:find|show|suggest|mean|imply|conclude|prove) that\b|"
    r"(?:not|n't|never) (?:saying|claiming|suggesting|implying|arguing|concluding)\b|"
    rf"(?:nobody|no one|no-one|none of (?:us|them)|nothing|neither \w+) (?:here )?(?:\w+ly )?(?:{_SAYING}s?|said|"
    r"called|claimed|thought|believed|blamed|suggested|shows?|showed)(?: that| of)? )"
)
_RULED_OUT = re.compile(r"\b(?:not|n't|no|never) (?:\w+ )?(?:reason|doubt|question|denying|deny|dispute|secret)\b")
"""What affirms though it begins with a negation."""
_RIGHT_BEFORE = re.compile(
    r"(?:\b(?:not|never|neither|nor|hardly|at no (?:time|point))|n't)(?: (?!only|just|merely|simply|surprisingly)"
    r"\w+ly| once| ever| even| actually| in fact| at any (?:time|point)| been| being| an?| the| so| that| to have"
    r"| (?:i|we|he|she|they)| did| had)* $"
)
_NO_ONE = re.compile(
    r"\b(?:(?:nobody|no one|no-one|none of (?:us|them|(?:the|our) [\w-]+)|neither of (?:us|them|the [\w-]+))|"
    r"(?:no|neither) (?:single )?(?:[\w-]+ )?(?P<who>[\w-]+))(?: (?:in|on|of|at|from) (?:the |our )?(?:[\w-]+ )?"
    r"[\w-]+| else| involved)?(?: \w+ly| ever| has| had| was| were| is)* $"
)
_FAULTY = (
    r"(?:careless|negligent|reckless|inattentive|distracted|complacent|over-?confident|slow to|late to|too \w+|"
    r"unprepared|ill-prepared|in (?:too much of )?a (?:hurry|rush)|rushed|forg[eo]t\w*|ignor\w+|overlook\w*|"
    r"neglect\w*|fail\w*|disregard\w*|bypass\w*|circumvent\w*|mis(?:s|sed|read|judg\w+|t[oa]\w+k\w*|"
    r"understand|understood)|violat\w+|breach\w*|flout\w*|(?:the ones? )?(?:guilty|to blame|at fault|responsible)|"
    r"lazy|sloppy|arrogant|naive|incompetent|irresponsible|smug|stubborn|asleep)"
)
_WITHIN = re.compile(
    rf"[^.;,]*?(?:\b(?:not|never|hardly|neither)|n't)(?: (?!only|just|merely|simply)\w+ly| once| ever| even| being| "
    rf"been| actually)* {_FAULTY}\b(?! not to)"
)
_PASSED_OFF = re.compile(r"\b(?:despite|in spite of|even though|although)\b")
_BEGINS = re.compile(
    r" (?:is|was|are|were) (?:only |just |merely )?(?:where|the (?:place|point) (?:where|at which|from which)) "
    r"(?:(?:our|the|an?|any|every|this|its) (?:\w+ )?(?:questions?|inquir\w+|enquir\w+|analys[ei]s|reviews?|work|"
    r"investigations?|accounts?|learning|search|report|study|understanding|thinking)|we|one)\b[^.;]{0,30}?\b"
    r"(?:begins?|starts?|sets? out)\b"
)


def is_denied(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the sentence denies what stands from `start` to `end`, or declines to say it."""
    before = sentence.low[max(sentence.lead, start - 160) : start]
    starts = [found.end() for found in _BREAK.finditer(before)]
    clause = before[starts[-1] :] if starts else before
    if _DECLINED.search(clause) and not _RULED_OUT.search(clause):
        return True
    if _RIGHT_BEFORE.search(clause[-60:]) or _has_no_one(clause[-80:], sentence.low[start:end]):
        return True
    return _WITHIN.match(sentence.low, start, end) is not None and not _PASSED_OFF.search(sentence.low)


def is_where_questions_begin(sentence: Sentence, end: int) -> bool:
    """Whether what ends at `end` is called the beginning of the questions, and so not their answer."""
    return _BEGINS.match(sentence.low, end) is not None


def _has_no_one(before: str, told: str) -> bool:
    """Whether nobody is the subject of the fault, which is then no duty that nobody did."""
    found = _NO_ONE.search(before)
    if found is None or re.search(r"\b(?:not|never)\b|n't\b", told):
        return False
    return found["who"] is None or is_role(found["who"]) or is_role(singular(found["who"]))
