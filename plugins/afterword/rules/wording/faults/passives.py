"""Work of people told as a passive without them: `was overlooked`, `was merged without review`, `was not announced`."""

from __future__ import annotations

import re

from afterword.rules.wording.faults.fault import Fault, Sign, agentless, is_supposed
from afterword.rules.wording.frames import clause_before, has_local_reason
from afterword.rules.wording.gated import gated
from afterword.rules.wording.lexicon import words
from afterword.rules.wording.organisation import Organisation
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.subjects import Subject
from afterword.rules.wording.subjects.after import agent_after

_PASSIVE = gated(
    r"(?<![\w-])(?:was|were|been|being|got)(?: \w+ly| just| also)* (?P<what>overlooked|neglected|disregarded|"
    r"forgotten|not taken seriously|ignored|missed|skipped|dismissed|brushed aside|swept under)(?!\w)"
)
_DUTY_THING = re.compile(
    r"\b(?:steps?|checks?|reviews?|tests?|testing|procedures?|checklists?|warnings?|signs?|tickets?|feedback|"
    r"concerns?|advice|recommendations?|runbook)\b[^,;]{0,20}$"
)
_RASH = gated(
    r"(?<![\w-])(?:was|were|been|got|is being)(?: \w+ly)* (?:(?:self-)?merged|deployed|pushed|released|shipped|"
    r"rolled out|"
    r"approved|enabled|applied|performed|launched|made live|turned on|switched on|implemented|"
    r"changed)\b[^.;,]{0,50}? without "
    r"(?:(?:any|proper|being|prior|first|adequate|sufficient|further|enough|due|a|an|the|having been|full|thorough|"
    r"real|previous|formal|code|peer) )*(?:reviews?|testing|tests?|tested|reviewed|notice|announcements?|announcing|"
    r"approval|communication|communicating|coordination|"
    r"discussion|consultation|consulting|warning|checking|verification|verifying|asking|consideration|planning)(?!\w)"
)
_UNTOLD = gated(
    r"(?<![\w-])(?:was|were|had been|has been|been|wasn't|weren't|being)(?: also| then)? (?:(?:not|"
    r"never)(?: been)? )?(?P<how>(?:properly|adequately|sufficiently|thoroughly|correctly|carefully|fully|clearly|"
    r"well|widely|promptly) )?"
    r"(?P<verb>communicated|announced|followed(?! by)|coordinated|double-checked|thought through|thought of|"
    r"taken into account|reviewed|tested|vetted|considered|discussed|planned|agreed|prepared|trained|documented|"
    r"audited|staffed|supervised|"
    r"maintained|managed|informed|notified|briefed|consulted|organi[sz]ed|scoped|addressed|prioriti[sz]ed|enforced|"
    r"researched|understood|explained|rehearsed|practi[sc]ed|executed|thought out|evaluated|assessed)(?!\w)"
)

_NOTHING = gated(
    r"(?<![\w-])(?:nothing (?:was|had been|has been) (?:ever |actually )?(?:done(?! to\b)|said|undertaken)(?= (?:for|"
    r"about|until|in|to|with)\b|[.,;!]|$)|(?:corners|shortcuts) (?:were|had been|have been|got) (?:being )?"
    r"(?:cut|taken))(?!\w)"
)


_NEVER_NEUTRAL = words("communicated announced followed coordinated double-checked vetted agreed") | {
    "thought through",
    "thought of",
    "taken into account",
    "thought out",
}
"""What is blame even where no adverb says how it was not done."""


def _passive(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    what = found["what"]
    if is_supposed(sentence, found.start()) or has_local_reason(sentence, found.end()):
        return None
    if what in ("ignored", "missed", "skipped", "dismissed", "forgotten") and not _DUTY_THING.search(
        clause_before(sentence, found.start())
    ):
        return None
    if "automatic" in sentence.low or re.match(
        r" (?:when|if|where|whenever|unless|once)\b", sentence.low[found.end() :]
    ):
        return None
    by = re.match(r" by (?=\w)", sentence.low[found.end() :])
    if by and agent_after(sentence, found.end() + by.end(), organisation).kind in ("system", "unknown", "outsider"):
        return None
    if re.match(
        r"\s+by (?:the|our|an?) (?:[\w-]+ ){0,2}(?:tests?|check\w*|tool\w*|parser|job|pipeline|system|monitor\w*|"
        r"server|client|model|code|linter|script|query|planner)",
        sentence.low[found.end() :],
    ):
        return None
    return Fault(*found.span(), Subject("bare"), True, True)


def _passive_not(
    sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation
) -> Fault | None:
    """Work of people that was not done, or not well: `was not communicated`, `was never properly reviewed`."""
    negative = re.search(r"\b(?:not|never)\b|n't\b", found[0])
    if not negative or is_supposed(sentence, found.start()) or has_local_reason(sentence, found.end()):
        return None
    if found["verb"] not in _NEVER_NEUTRAL and not found["how"]:
        return None
    return Fault(*found.span(), Subject("bare"), True, True)


_NEGATIVE = words("not never didn't hadn't wasn't weren't")
OVERLOOKED = Sign(
    words("overlooked neglected disregarded forgotten seriously ignored missed skipped dismissed aside under"),
    _PASSIVE,
    _passive,
)
WITHOUT_CARE = Sign(words("without"), _RASH, agentless)
NEVER_TOLD = Sign(_NEGATIVE, _UNTOLD, _passive_not)
NOTHING_DONE = Sign(words("nothing corners shortcuts"), _NOTHING, agentless)
