"""What somebody did not do: `did not check`, `never properly tested`, `nobody noticed`, `by forgetting to`."""

from __future__ import annotations

import re

from afterword.rules.wording.faults.fault import Fault, Sign, is_outcome, is_supposed
from afterword.rules.wording.faults.open_ends import PERCEIVING, UNSURE, is_open
from afterword.rules.wording.frames import has_local_reason, is_guarded_against
from afterword.rules.wording.gated import gated
from afterword.rules.wording.lexicon import words
from afterword.rules.wording.lexicon.people import is_role
from afterword.rules.wording.lexicon.verbs import DUTIES
from afterword.rules.wording.organisation import Organisation
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.subjects import Subject, doer_of

_NOT = gated(
    rf"(?<![\w-])(?:did not|didn't|had not|hadn't|never|have not|has not)(?P<how>(?: \w+ly| even| fully| bother to|"
    rf" bother| take the time to| think to| well enough)*) (?P<verb>{DUTIES})(?:e?d|ted|ned|ped|ing)?(?!\w)"
)
_ADEQUATELY = re.compile(
    r"adequately|sufficiently|properly|thoroughly|fully|carefully|correctly|even|bother|take the time|think to|"
    r"well enough|diligently|actually|obviously|seriously|promptly|formally|systematically|really|explicitly"
)
_OF_COURSE = ("obviously", "needless to say", "of course", "naturally", "stupidly", "regrettably", "shamefully")
"""What at the beginning says that it should have been done."""
_AWARE = re.compile(
    r"\b(?:despite|even though|although|though|while|in spite of)\b[^.;]{0,30}\b(?:aware|knew|knowing|known|warned|"
    r"warnings?|told|advised|instructed|advice)\b"
)
_CARE = re.compile(
    r"\b(?:do (?:[\w-]+ ){0,3}?(?:\w*testing|tests?|research|reviews?|checks?|planning|due diligence|homework|"
    r"rehearsals?|training|"
    r"preparation)|set (?:[\w-]+,? ){0,3}?(?:goals?|expectations?|limits?|deadlines?|priorities|rules)|"
    r"keep (?:[\w'-]+ ){0,5}?in mind|define|establish|agree on|assign|allocate|document|organi[sz]e|prepare|specify|"
    r"clarify|verify|think (?:to|of|about|through)|follow(?:ed)? (?:up|through)|review|read|validate|plan|ask|tell|"
    r"coordinate|"
    r"look (?:at|into)|pay|wait|watch|test(?:ed)?\b(?! all| any| every)|double-check|cross-check|sanity|bother|"
    r"communicate|"
    r"inform|warn|anticipate|foresee|verif|check|catch|caught|notice|reali[sz]e|recogni[sz]e|spot|consider|account for|"
    r"tak(?:e|en) (?:[\w'-]+ ){0,4}?(?:into (?:account|consideration)|seriously|care)|factor(?:ed)? in|appreciate|"
    r"prepare|act(?:ed)? (?:up)?on|remember|heed|question|prioriti[sz]e|enforce|practi[sc]e|rehearse|drill|"
    r"(?:tried|try) to|attempt|loop|involve|engage|bring in|pull in|reach out|flag|alert|exercise|hand(?:ed)? over|"
    r"escalate|notif|publici[sz]e|advertise|assess|evaluate|"
    r"scrutini[sz]e|vet|understand the (?:impact|implications?|consequences?|risks?|effects?|scope))"
)
_JOINED = re.compile(r"(?:\b(?:and|but)|,) (?:(?:had|have|has|was|were|then|also|simply|just|still) )*$")
_UNTIL = re.compile(
    r"\b(?:until|till|before (?:a|an|the) (?:user|customer|alert)|any|yet|at (?:first|that|the|this) ?(?:point|time|"
    r"moment|stage)?|"
    r"initially|immediately)\b"
)
_AMONG_PEOPLE = re.compile(
    r"tell|inform|notify|ask|consult|listen|train|communicate|plan|warn|coordinate|bother|look into"
)
_OF_WHOM = re.compile(r"(?:ed)? (?:who|whose|whom|why (?:they|he|she|we|the)\b)")
"""What nobody has the duty to ask: `we did not ask whose change it was`."""
_LIGHT = words("get see have keep give provide send write define")
"""Verbs that mean no duty unless something else in the sentence does."""
_IDLE = words("do use wait stop include set provide implement")
"""Verbs that others leave out without any fault."""
_PLAIN = words("run do use wait stop include add set perform complete remove")
"""Verbs of which the omission is mild."""
_UNEVEN = gated(
    r"(?<![\w-])(?:did not|didn't|had not|hadn't|never|have not) (?:adequately|sufficiently|properly|thoroughly|"
    r"carefully|diligently|seriously|bother(?:ed)? to|even) (?P<verb>(?!if|when|though|in|at|with|after|the|"
    r"a\b)[a-z-]+)(?!\w)"
)
_LEFT_OUT = gated(r"(?<![\w-])(?:did not|didn't|had not|hadn't|never|have not) (?:\w+ly )?[a-z-]+(?!\w)")
_NOBODY = gated(
    r"(?<![\w-])(?:nobody|no one|no-one|(?:none|neither|not one) of (?:us|them|(?:the|our) (?P<who>[\w-]+))|neither "
    r"(?P<one>(?!of\b)[\w-]+))(?: else)?"
    r"(?: (?:involved|present|there|here|(?:on|in|at|from|of) (?:the |our )?(?:[\w-]+ ){0,2}(?:team|side|group|shift|"
    r"call|room|"
    r"company|meeting)))?"
    r"(?: \w+ly| even| ever| had| has| seems? to have| appears? to have| bothered to| thought to| cared to)* "
    r"(?:checked|double-checked|verified|tested|reviewed|reali[sz]ed|bothered|followed up|followed|remembered|"
    r"thought|questioned|considered|looked|read|took (?:the time|ownership|responsibility|it)|"
    r"raised|spoke up|told|informed|communicated|escalated|acted|reacted|responded|spotted|caught|cared|noticed|"
    r"check|verify|test|review|ask|asked(?! for\b)|challenged|updated|documented|monitored|watched|watching|owned|"
    r"understood|"
    r"paid (?:attention|heed|(?:the|our|for|this|that))|renewed|patched|replied|answered|picked (?:it |this |"
    r"that )?up|took (?:charge|note|notice|action|the lead)|"
    r"stepped (?:in|up)|"
    r"intervened|stopped (?:it|this|them|to)|reached (?:for|out)|did(?=[.,;]|$)|objected|warned|flagged|planned|"
    r"practi[sc]ed|rehearsed)(?!\w)"
)
_GERUND_WORDS = words(
    """forgetting failing neglecting overlooking misreading misjudging carelessly messing screwing fucking cocking
    following checking testing verifying reviewing communicating informing notifying paying thinking reading
    considering bothering
    asking telling consulting realising realizing noticing"""
)
_GERUND = gated(
    r"(?<![\w-])(?:forgetting (?:to|about|that)|"
    r"failing to (?:\w+ly )*(?:follow|check|verify|test|review|communicate|inform|notify|"
    r"notice|read|consult|escalate|consider|plan|coordinate|document)|neglecting to|overlooking|misreading|"
    r"misjudging|carelessly \w+ing|"
    r"(?:messing|screwing|fucking|cocking) (?:\w+ )?up|"
    r"not (?:properly |fully |carefully |thoroughly |sufficiently |adequately )*(?:following|checking|"
    r"double-checking|testing|verifying|reviewing|communicating|informing|notifying|paying|"
    r"thinking|reading|considering|bothering|asking|telling|consulting|reali[sz]ing|noticing))(?!\w)",
    _GERUND_WORDS,
)
_NEGLECT = re.compile(
    r"bother|check|verif|test(?:ed)?$|review|follow|question|challeng|cared|document|updat|spoke|ownership|"
    r"escalat|communicat|attention|double|remember|consider|thought"
)
_CLAIM = re.compile(r"\b(?:is|was|fact|so|clear|reason|out|mean|means|meant|show|shows|reali[sz]ed|found) that $")


def _not(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    sure = _ADEQUATELY.search(found["how"]) or sentence.low.startswith(_OF_COURSE, sentence.lead)
    aware = _AWARE.search(sentence.low)
    certain = sure or aware or "seriously" in found[0]
    if subject.kind == "system" and _JOINED.search(sentence.low, 0, found.start()):
        subject = doer_of(sentence, found.start(), organisation)
    if subject.kind not in ("we", "you", "person", "they", "bare"):
        return None
    if subject.kind == "they" and not certain and not _AMONG_PEOPLE.match(found["verb"]):
        return None
    if subject.kind == "bare" and not certain:
        return None
    if has_local_reason(sentence, found.end()) and not aware:
        return None
    if subject.kind == "we" and not certain and not _is_own_neglect(sentence, found):
        return None
    if subject.kind in ("you", "person") and found["verb"] in _LIGHT | _IDLE and not (sure or aware):
        return None
    if is_supposed(sentence, found.start()) or is_open(sentence, found, subject):
        return None
    if found["verb"] == "ask" and _OF_WHOM.match(sentence.low, found.end()):
        return None
    plain = found["verb"] in _PLAIN or (not certain and UNSURE.match(found["verb"]) is not None)
    if plain and "never" in found[0]:
        return None
    return Fault(*found.span(), subject, subject.is_mild or subject.kind == "they" or plain, True)


def _is_own_neglect(sentence: Sentence, found: re.Match[str]) -> bool:
    """Whether the writer tells of work of care that was left out, and does not ask why."""
    careful = _CARE.match(sentence.low[found.start("verb") : found.end() + 40])
    if PERCEIVING.match(found["verb"]) and _UNTIL.search(sentence.low, found.end()):
        return False
    return careful is not None and not sentence.words & {"so", "why", "whether", "yet"}


def _uneven(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    if subject.kind not in ("we", "you", "person", "they", "bare") or has_local_reason(sentence, found.end()):
        return None
    return Fault(*found.span(), subject, subject.is_mild or subject.kind == "they", True)


def _aware(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    """Something left undone in spite of a warning."""
    if not _AWARE.search(sentence.low) or subject.kind not in ("we", "you", "person", "they", "bare"):
        return None
    return Fault(*found.span(), subject, subject.kind != "person", True)


def _nobody(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    if is_supposed(sentence, found.start()) or has_local_reason(sentence, found.end()):
        return None
    if (found["who"] or found["one"]) and not is_role(found["who"] or found["one"]):
        return None
    before = sentence.low[: found.start()]
    if re.search(r"\b(?:that|which|what|whom) $", before) and not _CLAIM.search(before):
        return None
    if _NEGLECT.search(found[0]) is None:
        return None  # Nobody saw it: that is what a silent check looks like, and no fault.
    return Fault(*found.span(), Subject("person", "nobody"), False, True)


def _gerund(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    """`by not checking`, `as well as forgetting to`: the doer stands elsewhere in the sentence, or nowhere."""
    before = sentence.low[max(0, found.start() - 30) : found.start()]
    if is_guarded_against(sentence, found.start()) or re.search(
        r"\b(?:is|are|was|were|risk of|from|about|if|when|while|avoid|stop|of) $", before
    ):
        return None
    if subject.kind == "system" or is_outcome(sentence, found.start()):
        return None
    if not re.search(
        r"\b(?:by|for|and|as well as|due to|because of|was|without|my|our|their|of|than|in|after) $|, $|^$", before
    ):
        return None
    return Fault(*found.span(), Subject("bare"), True, True)


_NEGATIVE = words("not never didn't hadn't wasn't weren't")
_WARNED = words("despite even although though while spite")
NOT_DONE = Sign(_NEGATIVE, _NOT, _not)
NOT_WELL = Sign(_NEGATIVE, _UNEVEN, _uneven)
IN_SPITE = Sign(_WARNED, _LEFT_OUT, _aware)
NOBODY_DID = Sign(words("nobody no none neither not"), _NOBODY, _nobody)
LEAVING_OUT = Sign(_GERUND_WORDS, _GERUND, _gerund)
