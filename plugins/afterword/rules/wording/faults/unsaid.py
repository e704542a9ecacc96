"""What was left unsaid or undone beside an act: `without mentioning it`, `told nobody`, `left the section blank`."""

from __future__ import annotations

import re

from afterword.rules.wording.faults.fault import Fault, Sign, is_supposed
from afterword.rules.wording.frames import clause_before, has_local_reason, is_deliberate
from afterword.rules.wording.gated import gated
from afterword.rules.wording.lexicon import words
from afterword.rules.wording.organisation import Organisation
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.subjects import Subject, doer_of

_CAREFUL = (
    r"mentioning|opening|documenting|announcing|confirming|validating|double-checking|cross-checking|considering|"
    r"following|being (?:thorough|careful|sure|aware|told|asked|certain|diligent)|taking (?:into account|care|"
    r"a backup|the time|note)|(?:making|being|feeling) sure|"
    r"ensuring|understanding|knowing (?:what|how|that|the (?:impact|effects?|consequences?|implications?|risks?))|"
    r"warning|flagging|raising|escalating|communicating|involving|including|looping|"
    r"discussing|agreeing|explaining|planning|backing up|running (?:the |any |a )?(?:\w+ )?(?:tests?|checks?|suite)|"
    r"getting (?:an? |any |the )?(?:\w+ )?(?:approval|review|sign-?off|permission|second)|having (?:\w+ly )?(?:been )?"
    r"(?:read|tested|checked|reviewed|opened|seen|looked|verified|asked|told|consulted|trained|approved|tried|"
    r"understood)|"
    r"due diligence|so much as|thinking|doing (?:any |the |proper )?(?:research|homework|testing|due)"
)
_LACKING = (
    r"(?:(?:an?|any|another|the|our|proper|prior|adequate|sufficient|enough|formal|clear|much|thorough|real|full|"
    r"previous|"
    r"first|required|necessary) )*(?:[\w-]+ )?(?:reviews?|audits?|testing|tests?|staged rollout|backup plan|"
    r"rollback plan|plan|"
    r"dry[- ]run|canary|staging|ticket|warning|notice|sign-?off|second (?:pair|opinion|reviewer|person)|communication|"
    r"coordination|preparation|supervision|training|consultation|announcement|explanation|thought|consideration|"
    r"change (?:request|window|control|freeze)|maintenance window|code review|peer review|authorisation|authorization|"
    r"verification|validation|safety net|due care|care|risk assessment|impact assessment)(?! (?:being|is|was) )"
)
_WITHOUT = gated(
    rf"(?<![\w-])(?:without (?:first |even |properly |really |ever |fully |actually )*(?:{_CAREFUL}|{_LACKING})|"
    r"with (?:nobody|no one|no-one|none of us) (?:\w+ )?(?:around|watching|there|aware|looking|"
    r"checking|on call))(?![\w-])"
)
_NOBODY = gated(
    r"(?<![\w-])(?:told|informed|asked|notified|warned|consulted|alerted|involved|checked|tested|documented|said|"
    r"verified|reviewed|mentioned|reported|wrote down) (?:absolutely |virtually )?(?:nobody|no one|no-one|"
    r"nothing)(?!\w)"
)
_LEFT = gated(
    r"(?<![\w-])left (?:(?:no|few|little|hardly any) (?:notes?|documentation|docs|instructions?|record|trace|"
    r"comments?|handover)|(?:[\w'-]+ ){1,6}?(?:blank|empty|unpatched|unread|undocumented|unfinished|unanswered|"
    r"untested|"
    r"unreviewed|unmonitored|unmaintained|half-(?:done|finished)|unsecured|lying around|hanging|"
    r"in the dark|to chance|to the last minute|unchecked|unowned))(?!\w)(?! (?:until|overnight|so that|while)\b)"
)
_KEPT = gated(
    r"(?<![\w-])(?:had been|have been|has been|was|were|kept|kept on|continued|been) (?:\w+ly )?(?:ignoring|neglecting|"
    r"overlooking|skipping|bypassing|disregarding|postponing|dismissing|delaying|putting off|ignoring|sitting on|"
    r"circumventing|forgetting|misusing|misreading|avoiding)(?= )"
)
_ASTRAY = gated(
    r"(?<![\w-])(?:wasted (?:[\w'-]+ ){0,5}?(?:on|chasing|looking|trying|debugging|following|time|hours?|minutes|"
    r"days?)|"
    r"(?:went|ran|headed|looked|were|was|searched|dug|started) (?:off )?(?:down|in|up|at) (?:the |a |"
    r"an )?(?:\w+ )?(?:wrong|"
    r"rabbit hole|blind alley|garden path)(?: \w+)?|barked up|walked (?:right |straight )?past|looked past|"
    r"walked away from|"
    r"fixated on|tunnel(?:led|ed)?[- ]vision\w*|"
    r"(?:let|letting) (?:[\w'-]+ ){1,4}?(?:fall (?:by the wayside|behind|through)|slip through|go stale|rot))(?!\w)"
)
_UNDONE = gated(
    r"(?<![\w-])without (?:\w+ly |first |even |ever )*(?!(?:affect|impact|caus|interrupt|los|need|requir|restart|"
    r"us(?:ing|e)|go|"
    r"chang|touch|break|reload|stopp|rais|trigger|redeploy|reboot|replac|disrupt|add|introduc|increas|reduc|exceed|"
    r"reach|hit|"
    r"block|fail|find|see|tak|drain|count|includ|know|any|delay|compromis|expos|sacrific|draw|hav|mov|copy|writ|"
    r"creat|delet|"
    r"notic|remov|modif|mak|be|giv|keep|pay|leav|end|resort|incur|learn|ever|understand|nam|wait|resolv|drop|"
    r"solv|getting|receiv|pag|"
    r"hear)\w*)[a-z]{3,}ing(?! (?:any )?(?:data|traffic|"
    r"downtime|the (?:cause|reason)))(?!\w)"
)
_SLOW = gated(
    r"(?<![\w-])took (?:more than |over |nearly |almost |about |up to )?(?:[\w-]+ ){0,3}?(?:hours?|minutes?|days?|"
    r"weeks?|months?|"
    r"long|forever|ages|a while) (?:\w+ )?(?:to|before (?:they|he|she|it)) (?:\w+ly )?(?:admit|tell|inform|"
    r"react|escalate|notice|reali[sz]e|admitted|told|reacted)(?!\w)"
)
_NEEDED = gated(
    r"(?<![\w-])(?:when|while|where|instead of|at a time when) (?:we|i|they|he|she) (?:really )?(?:needed to|should|"
    r"ought to|had to) "
    r"(?:be |have )(?:been )?\w+ing(?!\w)|could not be bothered|couldn't be bothered|can't be bothered",
    "when while where instead time bothered",
    "needed should ought had bothered",
)
_CRACKS = gated(
    r"(?<![\w-])(?:fell|fallen|slipped|slip|fall) (?:through the (?:cracks|net)|by the wayside|off the (?:radar|"
    r"table))(?!\w)"
)


_SUPPLIER = re.compile(r"\b(?:provider|vendor|supplier|registrar|host|hoster|isp|carrier)s?$")


def _act(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    """What stands beside the act of somebody: the subject of the verb before it."""
    doer = doer_of(sentence, found.start(), organisation)
    if doer.kind not in ("we", "person", "they") or is_supposed(sentence, found.start()):
        return None
    if has_local_reason(sentence, found.end()) or is_deliberate(sentence, found.start()):
        return None
    if re.search(
        r"\b(?:can|could|may|might|will|would|should|must|cannot|allow\w*|able to|lets?|if)\b[^,;]*$",
        clause_before(sentence, found.start()),
    ):
        return None
    between = sentence.low[doer.end : found.start()]
    if re.search(r"without .*(?:notice|warning|announcement)$", found[0]) and _SUPPLIER.search(doer.text.lower()):
        return None
    if ":" in between or doer.text.lower().startswith(("no ", "none ", "other ")):
        return None
    return Fault(*found.span(), doer, True)


def _done(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    if subject.kind == "system" and re.search(r"(?:\band|\bbut|,)\s+$", sentence.low[: found.start()]):
        subject = doer_of(sentence, found.start(), organisation)
    if subject.kind not in ("we", "person", "they") or is_supposed(sentence, found.start()):
        return None
    if has_local_reason(sentence, found.end()) or is_deliberate(sentence, found.start()):
        return None
    return Fault(*found.span(), subject, subject.kind != "person" or "took" in found[0], True)


def _surely(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    """What is a fault of people alone: `they` may be systems."""
    fault = _done(sentence, found, subject, organisation)
    return fault if fault and fault.subject.kind != "they" else None


def _others(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    """What is a fault of others only: the writers tell how long it took them."""
    return None if subject.kind == "we" else _done(sentence, found, subject, organisation)


def _lost(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    if is_supposed(sentence, found.start()) or has_local_reason(sentence, found.end()):
        return None
    return Fault(*found.span(), Subject("bare"), True, True)


UNPREPARED = Sign(words("without nobody no none"), _WITHOUT, _act)
TOLD_NOBODY = Sign(words("nobody no nothing"), _NOBODY, _surely)
LEFT_SO = Sign(words("left"), _LEFT, _done)
KEPT_ON = Sign(
    words(
        """ignoring neglecting overlooking skipping bypassing disregarding postponing dismissing delaying putting
        sitting
        circumventing forgetting misusing misreading avoiding"""
    ),
    _KEPT,
    _done,
)
WENT_ASTRAY = Sign(
    words("wasted wrong rabbit alley garden barked walked looked fixated tunnel tunnelled tunneled let letting"),
    _ASTRAY,
    _done,
)
UNDONE = Sign(words("without"), _UNDONE, _act)
SLOW_TO = Sign(words("took"), _SLOW, _others)
NEEDED_TO = Sign(words("needed should ought had bothered"), _NEEDED, _lost)
LOST_SIGHT = Sign(words("cracks net wayside radar table"), _CRACKS, _lost)
