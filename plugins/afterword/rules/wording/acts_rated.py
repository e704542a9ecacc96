"""Ratings of an act that is the subject, and of how it was done: `merging both was unwise`, `handled badly`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.rules.wording.frames import has_local_reason, is_guarded_against
from afterword.rules.wording.gated import gated, mask_of, triggers_of
from afterword.rules.wording.sentences import Sentence

_ACTS = (
    r"(?:deploy|merg|releas|shipp|push|runn|chang|upgrad|test|rely|trust|depend|assum|skipp|leav|keep|mak|do|hav|giv|"
    r"lett|putt|roll|migrat|restart|mix|shar|reus|copy|start|launch|announc|wait|postpon|delay|build|us|stor|approv|"
    r"treat|go|rush|work|switch|mov|turn|set|hard-cod|combin|schedul|carry|try|edit|point|hand|sav|tak|hir)"
    r"(?:n|p|t)?ing"
)
_SURELY = (
    r"unwise|foolish|naive|naïve|reckless|careless|irresponsible|short-?sighted|imprudent|rash|misguided|"
    r"ill-(?:advised|judged|considered)|negligent|silly|stupid|dumb|lazy|hasty|over-?confident|inexcusable|"
    r"unforgivable|unprofessional|not (?:very |particularly |exactly |especially )*(?:wise|smart|clever|sensible|"
    r"prudent|professional)"
)
_MAYBE = (
    r"less than ideal|far from ideal|not (?:exactly |quite |really )?ideal|suboptimal|sub-optimal|premature|"
    r"over-?optimistic|too (?:risky|optimistic|ambitious|hasty)|not (?:a|the|our) (?:very |particularly )?(?:good|best|"
    r"great|smart|wise) (?:idea|move|choice|decision|call)|asking for trouble"
)
_ACT_WAS = gated(
    rf"(?<![\w-])(?:not )?{_ACTS} [^.;:!?]{{2,80}}? (?:was|were|is|had been|proved(?: to be)?|turned out to be|seems|"
    rf"seemed|looks|looked) (?:(?:just|so|very|really|rather|quite|simply|also|a bit|clearly|probably|perhaps|\w+ly|"
    rf"in hindsight|in retrospect),? )*(?P<low>(?P<surely>{_SURELY})|{_MAYBE})(?![\w-])"
)
_DONE_BADLY = gated(
    r"(?<![\w-])(?:was|were|been) (?:\w+ly )?(?:handled|managed|planned|tested|reviewed|communicated|coordinated|"
    r"executed|prepared|documented|announced|rolled out|carried out|thought through|organi[sz]ed|timed|staffed|"
    r"conducted|performed) (?:(?:rather|quite|very|so|pretty|too|a bit|somewhat) )?(?P<low>badly|poorly|clumsily|"
    r"carelessly|sloppily|inadequately|haphazardly|half-heartedly|amateurishly|unprofessionally|recklessly|"
    r"in haste|in a (?:rush|hurry))(?!\w)(?! by (?:the |our |its )?(?:[\w-]+ )?(?:client|server|library|browser|driver|"
    r"proxy|model|agent|tool|job|app)s?\b)"
)
_CLAUSE = re.compile(r"(?:[,;:–—-]|\b(?:and|but|that|so|because|as|also|then|however,?|hindsight,?|retrospect,?)) $")
_PATTERNS = (_ACT_WAS, _DONE_BADLY)
RATED_WORDS, RATED = triggers_of(*_PATTERNS), mask_of(*_PATTERNS)


def acts_rated(sentence: Sentence) -> Iterator[tuple[int, int, bool]]:
    """Start and end of every rating, and whether it certainly rates people."""
    for found in _ACT_WAS.finditer(sentence):
        begins = found.start() == sentence.lead or _CLAUSE.search(sentence.low, 0, found.start())
        if begins and not _is_set_aside(sentence, found):
            yield *found.span("low"), found["surely"] is not None
    for found in _DONE_BADLY.finditer(sentence):
        if not _is_set_aside(sentence, found):
            yield *found.span(), False


def _is_set_aside(sentence: Sentence, found: re.Match[str]) -> bool:
    return is_guarded_against(sentence, found.start()) or has_local_reason(sentence, found.end())
