"""Verbs that say somebody fell short: `forgot`, `ignored`, `failed to check`, and `the failure to check`."""

from __future__ import annotations

import re

from afterword.rules.wording.faults.fault import Fault, Sign, is_outcome, is_supposed, names_person
from afterword.rules.wording.frames import clause_before, has_local_reason, is_deliberate, is_guarded_against
from afterword.rules.wording.gated import gated
from afterword.rules.wording.lexicon import words
from afterword.rules.wording.lexicon.people import is_role
from afterword.rules.wording.lexicon.verbs import STRICT_DUTIES
from afterword.rules.wording.organisation import Organisation
from afterword.rules.wording.reasons import has_condition
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.subjects import Subject, doer_of

_HARD_WORDS = words(
    """forgot forgotten neglected overlooked misread misjudged miscalculated mistyped misclicked mis misinterpreted
    misdiagnosed botched fumbled bungled mishandled mismanaged screwed messed fucked goofed slipped blundered
    mistook mixed mix mislabelled mislabeled mistagged misplaced misapplied misnamed misreported misassigned
    misrouted miscounted miscopied misspelled typoed typod typo blew corners shortcut shortcuts short ball track
    sight blind asleep better care nothing bothered slept business knowingly rushed left waved panicked let rubber
    looked bother alone gun"""
)
_HARD = gated(
    r"(?<![\w-])(?:forgot|(?:have|has|had|'d|'ve) (?:\w+ly )?(?:forgotten|neglected|overlooked)|neglected|"
    r"overlooked|misread|misjudged|miscalculated|mistyped|typo(?:e?d|'d)|"
    r"mis-?clicked|misinterpreted|misdiagnosed|botched|fumbled|bungled|mishandled|mismanaged|screwed (?:\w+ )?up|"
    r"messed (?:\w+ )?up|fucked (?:\w+ )?up|goofed|slipped up|"
    r"blundered|mistook|mixed up|mix(?:ed)? the \w+ up|mis-?(?:labell?|tagg|plac|appli|nam|report|assign|rout|count|"
    r"copi|spell|typ|set)\w*ed|blew it|cut corners|took (?:a |some )?short-?cuts?(?! (?:through|to the|key))|"
    r"dropped the ball|lost (?:track|"
    r"sight) of|turned a blind eye|fell asleep|"
    r"(?:were|was) asleep (?=on (?:duty|shift|watch|the job)|at (?:the|his|her|their) (?:wheel|desk|post|switch))|"
    r"should know better|did not care|didn't care|did nothing(?! wrong\b)|never bothered|"
    r"slept through|had no business|knowingly|rushed(?= (?:the|this|it|our|an?|through)\b(?! (?:part|spare|disk|"
    r"replacement|"
    r"drive|fix|team|engineer)))|left (?:the|an?|our|his|"
    r"her|their|its|it)(?: [\w-]+){0,4}? (?:on|open|enabled|disabled|running|unlocked|unattended|exposed|"
    r"unprotected)(?= (?:after|when|over|and|in|before)\b|[.,;]|$)|waved (?:\w+ ){1,3}through|"
    r"panicked|let (?:\w+ ){1,4}(?:slip|lapse|slide|expire)|rubber-stamped|"
    r"looked the other way|did not bother|acted alone|"
    r"jumped the gun)(?!\w)",
    _HARD_WORDS,
)
_SOFT = gated(
    r"(?<![\w-])(?:ignored|disregarded|skipped|bypassed|circumvented|under-?estimated|over-?estimated|misunderstood|"
    r"misconfigured|dismissed|"
    r"missed(?= (?:the |this |that |these |those |an? |our |its |all |some |several |many |two |three |"
    r"it\b)+(?:\w+ ){0,2}?(?:alert|warning|sign|signal|issue|bug|error|change|step|"
    r"problem|fact|message|page|notification|notice|advisory|advisories|bulletin|announcement|reminder|changelog|"
    r"email|ticket|flag|case|dependency|detail|line|part|check|"
    r"connection|implication|it\b|that\b|this\b)))(?!\w)"
)
_ASIDE = re.compile(r", (?:an?|the|our|one) [^,]+, ")
"""Between a subject and its verb, what it is: `the gateway, a proxy of the team, forgot …`."""
_TAKEN_FOR = re.compile(r"^(?:dismissed|ignored|disregarded) (?:[\w'-]+ ){1,4}as (?:an?|just|mere|too)\b")
_MISSED_AIM = re.compile(
    r"\s*(?:the|this|that|our|a|its) (?:[\w-]+ )?(?:budget|quota|cut-?off|mark|deadline|target|goal|slo|sla|"
    r"opportunity|chance|expectations?|window|"
    r"date)\b"
)
_CHOSEN = re.compile(r"(?:left|let|took|rushed|knowingly) ?")
"""What people may do on purpose."""
_MIXED_UP = re.compile(r"mis|mix|let |left ")
"""What a name, a colour or a prompt may explain."""
_NO_CAUSE = re.compile(r" [^.;,]{1,40}? as (?:an?|the) (?:\w+ )?(?:cause|source|reason|factor|suspect|candidate)\b")
_DUTY_OBJECT = re.compile(
    r"\s+(?:the |our |all |both |its |their |some |an? |any |several |\w+ ){0,4}?(?:checks?|tests?|testing|reviews?|"
    r"steps?|process|procedures?|approvals?|validation|canary|canaries|warnings?|polic(?:y|ies)|"
    r"qa|staging|evals?|evaluation|checklist|runbook|gates?|sign-?off|verification|safeguards?|audit|dry[- ]run|"
    r"backup|rehearsal|training|interlocks?|guards?|protections?|locks?|alarms?|controls?|safety \w+|rules?|"
    r"instructions?|documentation|manual|guide)\b"
)
_DUTY_BEFORE = re.compile(
    r"\b(?:rule|step|check|test|review|procedure|policy|warning)s? (?:that |which )?(?:i|we|they|he|she) $"
)
_FAILED = gated(r"(?<![\w-])(?:failed|failing|neglected|omitted)(?: \w+ly)* to (?P<verb>(?:\w+ly )*[\w-]+(?: \w+)?)")
_GENERIC = words(
    """reach reproduce connect log login deliver meet live win start restart boot mount restore recover resolve fix
    mitigate build compile install complete load find achieve obtain scale failover render upgrade reconcile commit
    converge sync synchronise synchronize replicate parse reload reschedule bind elect sign keep"""
)
_FAILURE = gated(rf"(?<![\w-])failures? (?P<whose>(?:[\w'-]+ ){{0,3}})to (?:\w+ly )*(?P<verb>{STRICT_DUTIES})(?!\w)")


def _hard(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    between = sentence.low[subject.end : found.start()]
    if subject.kind == "system" and re.search(r"(?:\band|\bbut|,)\s+$", between) and not _ASIDE.fullmatch(between):
        subject = doer_of(sentence, found.start(), organisation)
    if subject.kind not in ("we", "you", "they", "person", "bare") or is_supposed(sentence, found.start()):
        return None
    if subject.kind == "bare" and found[0].endswith("overlooked"):
        return None
    if _CHOSEN.match(found[0]) and is_deliberate(sentence, found.start()):
        return None
    if _MIXED_UP.match(found[0]) and has_local_reason(sentence, found.end()):
        return None
    if has_condition(sentence, found.end()) or re.match(r" (?:nothing|no|none|neither)\b", sentence.low[found.end() :]):
        return None
    leaves_out = "forg" in found[0] or "negl" in found[0] or "overl" in found[0]
    return Fault(*found.span(), subject, subject.kind not in ("person", "you", "they"), leaves_out)


def _soft(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    if subject.kind == "system" and re.search(r"(?:\band|\bbut|,)\s+$", sentence.low[: found.start()]):
        subject = doer_of(sentence, found.start(), organisation)
    if not subject.is_person or is_supposed(sentence, found.start()):
        return None
    if has_local_reason(sentence, found.end()) and not _TAKEN_FOR.search(found[0] + sentence.low[found.end() :]):
        return None
    if sentence.low[: found.start()].rstrip().endswith(("was", "were", "been", "being")):
        return None
    if re.match(r"skipped|bypassed|circumvented", found[0]) and not (
        _DUTY_OBJECT.match(sentence.low, found.end()) or _DUTY_BEFORE.search(sentence.low, 0, found.start())
    ):
        return None
    if is_deliberate(sentence, found.start()) and not found[0].startswith(("ignored", "disregarded")):
        return None
    if found[0] == "dismissed" and _NO_CAUSE.match(sentence.low, found.end()):
        return None
    if found[0].startswith("missed") and _MISSED_AIM.match(sentence.low, found.end()):
        return None
    return Fault(*found.span(), subject, subject.is_mild, True)


def _failed(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    verb = found["verb"].split()[0]
    if subject.kind not in ("we", "you", "person", "they", "bare") or verb in _GENERIC:
        return None
    if subject.kind in ("they", "bare") and not re.match(rf"(?:\w+ly )*(?:{STRICT_DUTIES})(?!\w)", found["verb"]):
        return None
    if is_supposed(sentence, found.start()) and not found[0].startswith("failing"):
        return None
    if subject.kind in ("they", "bare") and is_outcome(sentence, found.start()):
        return None
    if has_condition(sentence, found.end()):
        return None
    return Fault(found.start(), found.end("verb"), subject, subject.kind in ("we", "bare", "they"), True)


def _failure(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    before = clause_before(sentence, found.start())
    if has_condition(sentence, found.end()):
        return None
    if re.match(r"(?:of|by|in|from|with) ", found["whose"]) and not names_person(found["whose"]):
        return None
    if re.match(r"[^.;]{0,60}\b(?:may|will|can|could|might|would|results? in|means)\b", sentence.low[found.end() :]):
        return None
    owner = re.search(r"([\w-]+)'s? $", before)
    if (owner and is_role(owner[1])) or re.search(r"\b(?:our|their|his|her|my) $", before):
        return Fault(*found.span(), Subject("bare"), True, True)
    if is_guarded_against(sentence, found.start()) or re.search(r"(?:'s|its|system|service|job|model|agent) $", before):
        return None
    return Fault(*found.span(), Subject("bare"), True, True)


_SOFT_WORDS = words(
    """ignored disregarded skipped bypassed circumvented underestimated overestimated
    under over misunderstood misconfigured
    dismissed missed"""
)
FORGOTTEN = Sign(_HARD_WORDS, _HARD, _hard)
IGNORED = Sign(_SOFT_WORDS, _SOFT, _soft)
FAILED_TO = Sign(words("failed failing neglected omitted"), _FAILED, _failed)
FAILURE_TO = Sign(words("failure failures"), _FAILURE, _failure)
