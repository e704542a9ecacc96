"""Faults that a preposition puts in somebody's hands: `was left open by the on-call`, `a lapse of the vendor`."""

from __future__ import annotations

import re

from afterword.rules.wording.faults.fault import Fault, Sign, is_supposed
from afterword.rules.wording.frames import has_local_reason, is_guarded_against, is_negated
from afterword.rules.wording.gated import gated
from afterword.rules.wording.lexicon import words
from afterword.rules.wording.organisation import Organisation
from afterword.rules.wording.reasons import has_condition
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.subjects import Subject
from afterword.rules.wording.subjects.after import agent_after
from afterword.rules.wording.subjects.kinds import kind_of_noun

_DONE = (
    r"forgotten|overlooked|missed|skipped|ignored|misread|omitted|neglected|disregarded|dismissed|bypassed|botched|"
    r"broken|mishandled|mismanaged|misconfigured|misunderstood|misinterpreted|misapplied|mistyped|mislabell?ed|"
    r"misjudged|misdiagnosed|mixed up|messed up|screwed up|left (?:[\w-]+)|let (?:through|slip)|waved through|"
    r"rubber-stamped|rushed(?: through| out)?|misused|abandoned|given away|sabotaged|(?:not|never) (?:\w+ly )?(?:read|"
    r"told|informed|consulted|warned|asked|noticed|followed|checked|verified|tested|reviewed|understood|documented|"
    r"communicated|announced|notified|reported|escalated|followed up|acted (?:up)?on|updated|maintained|questioned|"
    r"respected|heeded|included|involved)"
)
_BY_HAND = gated(
    rf"(?<![\w-])(?:was|were|been|being|got|wasn't|weren't) (?:{_DONE})(?: [\w'-]+){{0,5}}? by (?=\w)|"
    r"(?<![\w-])(?:made (?:\w+ )?worse|exacerbated|compounded|aggravated|self-caused|caused|broken) (?:only |"
    r"entirely |mostly )?by "
    r"(?=(?:ourselves|myself|ourself)\b)"
)
_SLIP_OF = gated(
    r"(?<![\w-])(?:oversight(?! of)|mistake|slip|slip-up|lapse|blunder|carelessness|negligence|inattention|"
    r"misjudge?ment|"
    r"misunderstanding|incompetence|failing|omission|inexperience|haste|shortcoming|complacency|ignorance|"
    r"forgetfulness|miscommunication|inaction|indifference|screw-?up|mix-?up|typo|copy-paste error|error|fault)s?"
    r" (?:by|of|from|among|on the part of|on the side of|made by|committed by) (?=\w)"
)
_FAILURE_OF = gated(
    r"(?<![\w-])(?:failure|failures|inability|unwillingness|refusal|reluctance) (?:by|of|from|on the part of) "
    r"(?P<who>(?:[\w'-]+ ){1,7}?)to (?!(?:be|come|start|boot|complete|load|mount|connect|reach)\b)"
)
_OWN_FAILURE = gated(
    r"(?<![\w-])(?:our|my|his|her|their|[\w-]+(?:'s|s')) (?:own |repeated |initial |collective |continued |subsequent |"
    r"complete |total )*(?:failure|reluctance|refusal|unwillingness|lack of (?:care|attention|diligence|urgency|"
    r"communication|foresight|preparation|planning|testing|discipline))\b"
    r"(?: to (?P<verb>[\w-]+))?"
)
_THROUGH = gated(
    r"(?<![\w-])(?:because of|due to|caused by|through|result of|thanks to|by|on account of|down to|owing to|"
    r"triggered by|"
    r"stemmed from|came from|resulted from|cause was|reason was) (?=\w)"
)
_DOING = re.compile(
    r" (?:(?:then|also|simply|just|again) )?(?:(?:not|never) (?:\w+ly )?"
    r"(?!(?:having (?!(?:\w+ly )?(?:[\w-]+(?:ed|wn|en|ld)|set|read|put|run|made|kept|sent|done|found)\b)|getting|"
    r"receiving|seeing|knowing|being (?:able|available|told|informed|given|shown|aware|trained|there|on|in|"
    r"at))\b)\w+ing|"
    r"forgetting|failing to|neglecting|"
    r"ignoring|"
    r"overlooking|misreading|mistyping|confusing|omitting|skipping|missing|misunderstanding|misconfiguring|mixing up|"
    r"fat-fingering|rushing|breaking|disregarding|bypassing|misjudging|misinterpreting|assuming|"
    r"leaving (?=[^.;,]{1,40}\b(?:enabled|disabled|running|exposed|unattended|unprotected|unlocked|in place|on|"
    r"behind|out)\b)|"
    r"letting (?=[^.;,]{1,40}\b(?:slip|lapse|expire|slide|through)\b)|"
    r"(?:wrongly|mistakenly|accidentally|inadvertently|incorrectly|prematurely|carelessly|blindly) \w+ing|"
    r"being (?:careless|inattentive|distracted|tired|too|over\w*|unaware|complacent|unfamiliar|inexperienced)|"
    r"\w+ing (?:[\w'-]+ ){0,4}?(?:the |an? )?wrong)\b"
)


_ANYBODY_ELSE = re.compile(
    r"(?:another|any other|a second|an independent|anybody else|anyone else|somebody else|someone else)\b"
)
"""Whose look was missing as a control, and nobody's duty: `was not reviewed by another developer`."""


def _by_hand(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    who = agent_after(sentence, found.end(), organisation)
    if who.kind not in ("person", "we", "you", "they") or is_supposed(sentence, found.start()):
        return None
    if _ANYBODY_ELSE.match(who.text.lower()) or has_local_reason(sentence, found.end()):
        return None
    return Fault(found.start(), who.end, who, who.is_mild)


def _slip_of(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    who = agent_after(sentence, found.end(), organisation)
    if who.kind not in ("person", "we", "you") or is_guarded_against(sentence, found.start()):
        return None
    if is_negated(sentence, found.start()) or has_local_reason(sentence, found.end()):
        return None
    return Fault(found.start(), who.end, who, who.is_mild)


def _failure_of(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    who = agent_after(sentence, found.start("who"), organisation)
    if who.kind not in ("person", "we", "you") or is_guarded_against(sentence, found.start()):
        return None
    if has_condition(sentence, found.end("who")):
        return None
    return Fault(found.start(), found.end("who"), who, who.is_mild, True)


def _own_failure(
    sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation
) -> Fault | None:
    owner = found[0].split(" ", 1)[0]
    if owner not in ("our", "my", "his", "her") and not _is_person(owner, organisation):
        return None
    if ("lack" not in found[0] and not found["verb"]) or is_negated(sentence, found.start()):
        return None
    if is_guarded_against(sentence, found.start()) or has_condition(sentence, found.end()):
        return None
    return Fault(*found.span(), Subject("we" if owner in ("our", "my") else "person", owner), True, True)


def _is_person(genitive: str, organisation: Organisation) -> bool:
    noun = genitive.removesuffix("'s").removesuffix("'")
    return "'" in genitive and kind_of_noun(noun, "", noun, noun, organisation) == "person"


def _doing(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    who = agent_after(sentence, found.end(), organisation)
    if who.kind not in ("person", "we", "you", "they") or is_supposed(sentence, found.start()):
        return None
    doing = _DOING.match(sentence.low, who.end)
    if doing is None or is_negated(sentence, found.start()) or has_local_reason(sentence, doing.end()):
        return None
    return Fault(who.start, doing.end(), who, who.is_mild, True)


_DOING_WORDS = words(
    """not never forgetting failing neglecting ignoring overlooking misreading mistyping confusing omitting skipping
    missing wrongly mistakenly accidentally inadvertently incorrectly misunderstanding misconfiguring mixing rushing
    fingering breaking disregarding bypassing misjudging misinterpreting assuming leaving letting being wrong
    prematurely carelessly blindly"""
)
LEFT_BY = Sign(words("by"), _BY_HAND, _by_hand)
SLIP_OF = Sign(
    words(
        """oversight oversights mistake mistakes slip slips lapse lapses blunder blunders carelessness negligence
        inattention misjudgment misjudgement misunderstanding incompetence failing failings omission omissions
        inexperience haste shortcoming shortcomings complacency ignorance forgetfulness miscommunication inaction
        indifference screw screwup mix mixup typo typos error errors fault faults"""
    ),
    _SLIP_OF,
    _slip_of,
)
FAILURE_OF = Sign(words("failure failures inability unwillingness refusal reluctance"), _FAILURE_OF, _failure_of)
OWN_FAILURE = Sign(words("failure lack refusal unwillingness reluctance"), _OWN_FAILURE, _own_failure)
SOMEBODY_DOING = Sign(_DOING_WORDS, _THROUGH, _doing)
