"""Words of fault, with whom they are said of: what the rule on persons at fault finds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from afterword.rules.wording.frames import (
    clause_after,
    clause_before,
    has_local_reason,
    is_guarded_against,
    stops_at_question,
)
from afterword.rules.wording.lexicon.verbs import DUTIES, STRICT_DUTIES, is_finite
from afterword.rules.wording.organisation import Organisation
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.subjects import Subject, doer_of, subject_of


@dataclass(frozen=True)
class Fault:
    """A phrase of fault.

    Attributes:
        start: where the phrase begins.
        end: where it ends.
        subject: whose fault.
        mild: whether it only warns: the writer speaks of themselves, or it is less certain.
        leaves_out: whether something was not done, so that what was done instead is the question.
    """

    start: int
    end: int
    subject: Subject
    mild: bool
    leaves_out: bool = False


Judge = Callable[[Sentence, "re.Match[str]", Subject, Organisation], Fault | None]

_MODAL_BEFORE = re.compile(
    r"\b(?:may|might|could|can|would|will|should|to|if|if \w+|cannot|must)(?: \w+ly| also| not| have| has| had)*\s+$"
)
_HARD = re.compile(
    r"(?<![\w-])(?:forgot|(?:have|has|had|'d|'ve) (?:\w+ly )?(?:forgotten|neglected|overlooked)|neglected|overlooked|misread|misjudged|miscalculated|mistyped|"
    r"mis-?clicked|misinterpreted|misdiagnosed|botched|fumbled|bungled|mishandled|mismanaged|screwed (?:\w+ )?up|messed (?:\w+ )?up|fucked (?:\w+ )?up|goofed|slipped up|"
    r"blundered|blew it|cut corners|took (?:a |some )?short-?cuts?|dropped the ball|lost (?:track|sight) of|turned a blind eye|fell asleep|"
    r"were asleep|was asleep|should know better|did not care|didn't care|did nothing|never bothered|let (?:\w+ ){1,4}(?:slip|lapse|slide|expire)|rubber-stamped|looked the other way|did not bother|acted alone|jumped the gun)(?!\w)"
)
_SOFT = re.compile(
    r"(?<![\w-])(?:ignored|disregarded|skipped|bypassed|circumvented|underestimated|overestimated|misunderstood|misconfigured|dismissed|"
    r"missed (?=(?:the |this |that |these |those |an? |our |its |all |some |several |many |two |three |it\b)+(?:\w+ ){0,2}?(?:alert|warning|sign|signal|issue|bug|error|change|step|"
    r"problem|fact|message|page|notification|notice|email|ticket|flag|case|dependency|detail|line|part|check|connection|implication|it\b|that\b|this\b)))(?!\w)"
)
_FAILED = re.compile(
    r"(?<![\w-])(?:failed|failing|neglected|omitted)(?: \w+ly)* to (?P<verb>(?:\w+ly )*[\w-]+(?: \w+)?)"
)
_FAILURE = re.compile(rf"(?<![\w-])failures? (?:\w+ ){{0,3}}to (?:\w+ly )*(?P<verb>{STRICT_DUTIES})(?!\w)")
_ADVERB = re.compile(
    r"(?<![\w-])(?:mistakenly|accidentally|inadvertently|erroneously|unintentionally|unwittingly|unknowingly|carelessly|blindly|incorrectly|wrongly|"
    r"improperly|recklessly|hastily|falsely|wrongfully|foolishly|stupidly|naively|prematurely)(?!\w)"
)
_BY_MISTAKE = re.compile(r"\bby (?:mistake|accident)\b|\bin error\b")
_NOT = re.compile(
    rf"(?<![\w-])(?:did not|didn't|had not|hadn't|never|have not|has not)(?P<how>(?: \w+ly| even| fully| bother to| bother| take the time to| think to| well enough)*) (?P<verb>{DUTIES})(?:e?d|ted|ned|ped|ing)?(?!\w)"
)
_ADEQUATELY = re.compile(
    r"adequately|sufficiently|properly|thoroughly|fully|carefully|correctly|even|bother|take the time|think to|well enough|diligently|actually|obviously"
)
_AWARE = re.compile(
    r"\b(?:despite|even though|although|though|while|in spite of)\b[^.;]{0,30}\b(?:aware|knew|knowing|known|warned|warnings?|told|advised|instructed|advice)\b"
)
_MISTAKE = re.compile(
    r"(?<![\w-])(?:made|making|makes|committed)(?: \w+){0,4}? (?:mistakes?|errors?|blunders?|slips?|oversights?|false assumptions?|wrong assumptions?|bad calls?|missteps?|gaffe)(?!\w)"
    r"|(?<![\w-])reali[sz]ed (?:his|her|their|my|our) (?:mistake|error|blunder)(?!\w)"
)
_WRONG = re.compile(
    r"(?<![\w-])(?:ran|executed|typed|clicked|pressed|pushed|selected|chose|picked|used|deleted|removed|dropped|deployed|entered|restarted|edited|changed|applied|"
    r"merged|copied|pasted|stopped|uploaded|sent|opened|connected|unplugged|pulled|cut|configured|set|got|went)(?: \w+){0,3}? (?:on |to |in |against |into |from )?(?:the |a |an )?wrong(?!\w)"
)
_ANYWAY = re.compile(
    r"\banyway\b(?=[\s.!,;*]*$|[,.;])|\bwithout (?:first |even |properly |really |any |prior )*(?:asking|telling|checking|talking|testing|reviewing|consulting|reading|"
    r"thinking|looking|verifying|notifying|informing|coordinating|understanding|permission|authori[sz]ation|waiting|warning|regard|authori[sz]|approval|anybody|anyone)\w*"
    r"|\bagainst (?:the |our |all |explicit |company )*(?:advice|policy|procedures?|rules|recommendations?|guidance|warnings?)\b"
    r"|\bon (?:his|her|their) own (?:initiative|authority)\b"
)
_ATTENTION = re.compile(
    r"(?<![\w-])(?:was|were|wasn't|weren't|had|had been)(?: \w+){0,2}? (?:not (?:\w+ )?)?(?:paying (?:enough |close |much )?attention|careful enough|diligent enough|thorough enough|distracted|complacent|over-?confident|inattentive|careless|"
    r"negligent|(?:too )?slow to|late to|unprepared|ill-prepared|not prepared|too slow|too late|too (?:focused|fixated|hasty|quick|eager|optimistic|trusting)|in (?:too much of )?a (?:hurry|rush))(?!\w)"
)
_BROKE = re.compile(
    r"(?<![\w-])(?:broke|trashed|wrecked|nuked)(?= (?:the|our|main|master|prod\w*|staging|it|things|everything|all|this|that|your|my|both)\b)"
)
_VIOLATED = re.compile(
    r"(?<![\w-])(?:violated|breached|flouted|broke|deviated from|strayed from|departed from|did not (?:follow|adhere to|comply with)|didn't (?:follow|adhere to|comply with)|failed to (?:follow|adhere to|comply with))"
    r" (?:the |our |its |their |all |established |standard |documented |written |change |company |\w+ )*(?:polic(?:y|ies)|procedures?|process|rules?|protocol|guidelines?|standards?|instructions?|runbook|checklist)(?!\w)"
)
_PASSIVE = re.compile(
    r"(?<![\w-])(?:was|were|been|being|got)(?: \w+ly| just| also)* (?P<what>overlooked|neglected|disregarded|forgotten|not taken seriously|ignored|missed|skipped|dismissed|brushed aside|swept under)(?!\w)"
)
_DUTY_THING = re.compile(
    r"\b(?:steps?|checks?|reviews?|tests?|testing|procedures?|checklists?|warnings?|signs?|tickets?|feedback|concerns?|advice|recommendations?|runbook)\b[^,;]{0,20}$"
)
_BY_PERSON = re.compile(
    r"\bby (?P<who>(?:an?|the|our|one of|some|another|its|their|his|her|my|several|two|whoever|someone|somebody)\b[^,;.()]{0,50}|us|me|him|her|them|you|[\w-]+)"
)
_GENERIC = frozenset(
    """reach reproduce connect log login deliver meet live win start restart boot mount restore recover resolve fix mitigate build compile install
    complete load find achieve obtain scale failover render upgrade""".split()
)
_DUTY_OBJECT = re.compile(
    r"\s+(?:the |our |all |both |its |their |some |an? |any |several |\w+ ){0,4}?(?:checks?|tests?|testing|reviews?|steps?|process|procedures?|approvals?|validation|canary|canaries|warnings?|polic(?:y|ies)|"
    r"qa|staging|evals?|evaluation|checklist|runbook|gates?|sign-?off|verification|safeguards?|audit|dry[- ]run|backup|rehearsal|training)\b"
)
_GERUND = re.compile(
    r"(?<![\w-])(?:forgetting to|neglecting to|overlooking|misreading|misjudging|carelessly \w+ing|"
    r"not (?:properly |fully |carefully |thoroughly |sufficiently |adequately )*(?:following|checking|double-checking|testing|verifying|reviewing|communicating|informing|notifying|paying|"
    r"thinking|reading|considering|bothering|asking|telling|consulting|reali[sz]ing|noticing))(?!\w)"
)
_RASH = re.compile(
    r"(?<![\w-])(?:was|were|been|got|is being)(?: \w+ly)* (?:merged|deployed|pushed|released|shipped|rolled out|approved|enabled|applied|performed|launched|made live|turned on|switched on|implemented|changed)\b[^.;,]{0,50}? without "
    r"(?:(?:any|proper|being|prior|first|adequate|sufficient|further|enough|due|a|an|the|having been|full|thorough|real|previous|formal|code|peer) )*(?:reviews?|testing|tests?|tested|reviewed|notice|announcements?|announcing|approval|communication|communicating|coordination|"
    r"discussion|consultation|consulting|warning|checking|verification|verifying|asking|consideration|planning)(?!\w)"
)
_SLOW = re.compile(r"(?<![\w-])(?:took|taken) (?:us|the team|the engineers?|engineers|operators?|everyone|me|them|support) (?:far |way |much )?too long(?!\w)")
_MISSED_AIM = re.compile(
    r"\s*(?:the|this|that|our|a|its) (?:mark|deadline|target|goal|slo|sla|opportunity|chance|expectations?|window|date)\b"
)
TRIGGERS = frozenset(
    """forgot forgotten neglected overlooked misread misjudged miscalculated mistyped misclicked clicked misinterpreted misdiagnosed
    botched fumbled bungled mishandled mismanaged screwed messed fucked goofed slipped blundered blew corners shortcut shortcuts
    short cut cuts ball track sight blind asleep bothered slip alone gun ignored disregarded skipped bypassed circumvented underestimated
    overestimated misunderstood misconfigured dismissed missed failed failing omitted failure failures mistakenly accidentally
    inadvertently erroneously unintentionally unwittingly unknowingly carelessly blindly incorrectly wrongly improperly
    recklessly hastily falsely wrongfully foolishly stupidly naively prematurely mistake accident error errors mistakes blunder blunders
    oversight assumption assumptions misstep missteps call calls not didn't hadn't never hasn't wrong anyway without against initiative
    authority attention careful diligent thorough distracted complacent overconfident confident inattentive careless negligent focused fixated
    hasty quick eager optimistic trusting hurry rush broke trashed wrecked took brought nuked violated breached flouted deviated
    strayed departed seriously better nothing care brushed swept nobody no none one you been was were wasn't weren't lapse slide expire rubber-stamped rubber looked let forgetting neglecting overlooking misreading misjudging slow late unprepared prepared long""".split()
)


def faults_in(sentence: Sentence, organisation: Organisation) -> Iterator[Fault]:
    """Every phrase of fault that a person is the subject of."""
    if stops_at_question(sentence):
        return
    for pattern, judge in _JUDGES:
        for found in pattern.finditer(sentence.low, sentence.lead):
            if fault := judge(sentence, found, subject_of(sentence, found.start(), organisation), organisation):
                yield fault
    yield from _by_agents(sentence, organisation)


def _is_supposed(sentence: Sentence, start: int) -> bool:
    """Whether the fault is possible or general, not told: `an engineer may forget`, `to avoid that someone skipped`."""
    before = sentence.low[max(0, start - 40) : start]
    return _MODAL_BEFORE.search(before) is not None or is_guarded_against(sentence, start)


def _hard(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    if subject.kind == "system" and re.search(r"(?:\band|\bbut|,)\s+$", sentence.low[: found.start()]):
        subject = doer_of(sentence, found.start(), organisation)
    if subject.kind not in ("we", "you", "they", "person", "bare") or _is_supposed(sentence, found.start()):
        return None
    if subject.kind == "bare" and found[0].endswith("overlooked"):
        return None
    leaves_out = "forg" in found[0] or "negl" in found[0] or "overl" in found[0]
    return Fault(*found.span(), subject, subject.kind not in ("person", "you", "they"), leaves_out)


def _soft(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    if not subject.is_person or _is_supposed(sentence, found.start()) or has_local_reason(sentence, found.end()):
        return None
    if sentence.low[: found.start()].rstrip().endswith(("was", "were", "been", "being")):
        return None
    if re.match(r"skipped|bypassed|circumvented", found[0]) and not _DUTY_OBJECT.match(sentence.low, found.end()):
        return None
    if found[0].startswith("missed") and _MISSED_AIM.match(sentence.low, found.end() - 1):
        return None
    return Fault(*found.span(), subject, subject.is_mild, True)


def _failed(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    verb = found["verb"].split()[0]
    if subject.kind not in ("we", "you", "person", "they", "bare") or verb in _GENERIC:
        return None
    if subject.kind in ("they", "bare") and not re.match(rf"(?:\w+ly )*(?:{STRICT_DUTIES})(?!\w)", found["verb"]):
        return None
    if _is_supposed(sentence, found.start()) and not found[0].startswith("failing"):
        return None
    return Fault(found.start(), found.end("verb"), subject, subject.kind in ("we", "bare", "they"), True)


def _failure(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    before = clause_before(sentence, found.start())
    if re.match(r"[^.;]{0,60}\b(?:may|will|can|could|might|would|results? in|means)\b", sentence.low[found.end() :]):
        return None
    if is_guarded_against(sentence, found.start()) or re.search(r"(?:'s|its|system|service|job|model|agent) $", before):
        return None
    return Fault(*found.span(), Subject("bare"), True, True)


def _adverb(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    before = sentence.low[: found.start()].rstrip()
    after = re.match(r"\s*(?:and \w+ly )?([\w-]+)", sentence.low[found.end() :])
    verb = after[1] if after else ""
    passive = re.search(r"\b(?:was|were|been|being|be|is|are|got|gets)(?: \w+ly| also| not)*$", before) is not None
    if passive and not verb.endswith("ing"):
        return None
    if subject.kind not in ("we", "you", "person") or _is_supposed(sentence, found.start()):
        return None
    if not (is_finite(verb) or verb.endswith("ing")) and verb:
        return None
    if has_local_reason(sentence, found.end()) and subject.is_mild:
        return None
    return Fault(found.start(), found.end() + (after.end() if after else 0), subject, subject.is_mild)


def _by_mistake(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    before = clause_before(sentence, found.start())
    if is_guarded_against(sentence, found.start()) or re.search(
        r"\b(?:to|be|been|was|were|could|may|might|can|not)\b[^,;]*$", before
    ):
        return None
    doer = subject if subject.is_person else doer_of(sentence, found.start(), organisation)
    if found[0] == "in error" and not subject.is_person:
        return None
    return Fault(*found.span(), doer, doer.is_mild) if doer.is_person else None


def _not(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    sure = _ADEQUATELY.search(found["how"]) or sentence.low.startswith("obviously", sentence.lead)
    aware = _AWARE.search(sentence.low)
    taken = "seriously" in found[0]
    if subject.kind not in ("we", "you", "person", "they", "bare"):
        return None
    if (subject.kind == "they" or subject.kind == "bare") and not (sure or aware or taken):
        return None
    if has_local_reason(sentence, found.end()) and not aware:
        return None
    if subject.kind in ("we", "bare", "they"):
        own = re.search(
            r"\b(?:think (?:to|of|about)|follow(?:ed)? up|double-check|bother|communicate|inform|warn|anticipate|foresee|verify|check)",
            found[0],
        )
        if not (
            sure
            or aware
            or taken
            or (own and subject.kind == "we" and not sentence.words & {"so", "why", "whether", "yet"})
        ):
            return None
    elif found["verb"] in (
        "get",
        "see",
        "do",
        "use",
        "have",
        "run",
        "include",
        "keep",
        "add",
        "set",
        "give",
        "provide",
        "send",
        "put",
        "write",
        "define",
    ) and not (sure or aware):
        return None
    if _is_supposed(sentence, found.start()):
        return None
    return Fault(*found.span(), subject, subject.is_mild or subject.kind == "they", True)


def _person_only(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    if not (subject.is_person or subject.kind == "they") or _is_supposed(sentence, found.start()):
        return None
    if has_local_reason(sentence, found.end()):
        return None
    return Fault(*found.span(), subject, subject.kind in ("we", "they"))


def _act(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    """What somebody did anyway, or without asking: the subject is that of the verb before."""
    subject = doer_of(sentence, found.start(), organisation)
    told = re.search(r"\b(?:was|were|had|did|chose|went|ran|made|took|put|sent|left|gave|cut|set|broke|wrote|\w+ed)\b", sentence.low[: found.start()])
    if not told or not (subject.is_person or subject.kind == "they") or _is_supposed(sentence, found.start()):
        return None
    if re.search(
        r"\b(?:can|could|may|might|will|would|should|must|cannot|allow\w*|able to|let)\b[^,;]*$",
        clause_before(sentence, found.start()),
    ):
        return None
    return Fault(*found.span(), subject, subject.is_mild)


def _you(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    """Somebody who is told to their face what they did."""
    return Fault(*found.span(), Subject("you", "you", found.start(), found.start() + 3), False)


def _gerund(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    """`by not checking`, `as well as forgetting to`: the doer stands elsewhere in the sentence, or nowhere."""
    before = sentence.low[max(0, found.start() - 30) : found.start()]
    if is_guarded_against(sentence, found.start()) or re.search(r"\b(?:is|are|was|were|risk of|from|about|if|when|while|avoid|stop|of) $", before):
        return None
    if subject.kind == "system" or not re.search(r"\b(?:by|for|and|as well as|due to|because of|was|without|my|our|their|of|than|in) $|, $|^$", before):
        return None
    return Fault(*found.span(), Subject("bare"), True, True)


def _agentless(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    if _is_supposed(sentence, found.start()) or has_local_reason(sentence, found.end()):
        return None
    return Fault(*found.span(), Subject("bare"), True)


def _nobody(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    if _is_supposed(sentence, found.start()) or has_local_reason(sentence, found.end()):
        return None
    return Fault(*found.span(), Subject("person", "nobody"), True, True)


def _aware(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    """Something left undone in spite of a warning."""
    if not _AWARE.search(sentence.low) or subject.kind not in ("we", "you", "person", "they", "bare"):
        return None
    return Fault(*found.span(), subject, subject.kind != "person", True)


def _passive(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    what = found["what"]
    if _is_supposed(sentence, found.start()) or has_local_reason(sentence, found.end()):
        return None
    if what in ("ignored", "missed", "skipped", "dismissed", "forgotten") and not _DUTY_THING.search(
        clause_before(sentence, found.start())
    ):
        return None
    if re.match(
        r"\s+by (?:the|our|an?) (?:[\w-]+ ){0,2}(?:tests?|check\w*|tool\w*|parser|job|pipeline|system|monitor\w*|server|client|model|code|linter|script|query|planner)",
        sentence.low[found.end() :],
    ):
        return None
    return Fault(*found.span(), Subject("bare"), True, True)


def _uneven(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    if subject.kind not in ("we", "you", "person", "they", "bare") or has_local_reason(sentence, found.end()):
        return None
    return Fault(*found.span(), subject, subject.is_mild or subject.kind == "they", True)


def _passive_not(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    """Work of people that was not done, or not well: `was not communicated`, `was never properly reviewed`."""
    negative = re.search(r"\b(?:not|never)\b|n't\b", found[0])
    if not negative or _is_supposed(sentence, found.start()) or has_local_reason(sentence, found.end()):
        return None
    if found["verb"] in ("reviewed", "tested", "considered", "discussed", "planned") and not found["how"]:
        return None
    return Fault(*found.span(), Subject("bare"), True, True)


_YOU = re.compile(r"(?:^|(?<=[,:;] ))you (?:\w+ly |just |have |'ve )?(?!had|were|are|have|need|should|can|could|will|would|must|may|might|want|know|see|read|did(?! not))(?:[\w-]+ed|broke|took|made|left|forgot|ran|wrote|put|let|sent|did not|didn't|chose|cut)(?!\w)")
_NOBODY = re.compile(
    r"(?<![\w-])(?:nobody|no one|no-one|none of (?:us|them|the [\w-]+))(?: (?:on|in|at|from|of) (?:the |our )?(?:[\w-]+ ){0,2}(?:team|side|group|shift|call))?(?: \w+ly| even| ever)* "
    r"(?:checked|double-checked|verified|tested|reviewed|reali[sz]ed|bothered|followed up|followed|remembered|thought|questioned|considered|looked|read|took (?:the time|ownership|responsibility|it)|"
    r"raised|spoke up|told|informed|communicated|escalated|acted|reacted|responded|spotted|caught|cared)(?!\w)"
)
_UNEVEN = re.compile(r"(?<![\w-])(?:did not|didn't|had not|hadn't|never|have not) (?:adequately|sufficiently|properly|thoroughly|carefully|diligently|seriously|bother(?:ed)? to|even) (?P<verb>(?!if|when|though|in|at|with|after|the|a\b)[a-z-]+)(?!\w)")
_UNTOLD = re.compile(
    r"(?<![\w-])(?:was|were|had been|has been|been|wasn't|weren't|being)(?: also| then)? (?:(?:not|never)(?: been)? )?(?P<how>(?:properly|adequately|sufficiently|thoroughly|correctly|carefully|fully|clearly|well|widely|promptly) )?"
    r"(?P<verb>communicated|announced|followed(?! by)|coordinated|double-checked|thought through|thought of|taken into account|reviewed|tested|vetted|considered|discussed|planned|agreed)(?!\w)"
)
_LEFT_OUT = re.compile(r"(?<![\w-])(?:did not|didn't|had not|hadn't|never|have not) (?:\w+ly )?[a-z-]+(?!\w)")
_JUDGES: tuple[tuple[re.Pattern[str], Judge], ...] = (
    (_VIOLATED, _person_only),
    (_HARD, _hard),
    (_SOFT, _soft),
    (_FAILED, _failed),
    (_FAILURE, _failure),
    (_ADVERB, _adverb),
    (_BY_MISTAKE, _by_mistake),
    (_NOT, _not),
    (_MISTAKE, _person_only),
    (_WRONG, _person_only),
    (_ATTENTION, _person_only),
    (_BROKE, _person_only),
    (_ANYWAY, _act),
    (_PASSIVE, _passive),
    (_YOU, _you),
    (_NOBODY, _nobody),
    (_LEFT_OUT, _aware),
    (_GERUND, _gerund),
    (_RASH, _agentless),
    (_SLOW, _agentless),
    (_UNEVEN, _uneven),
    (_UNTOLD, _passive_not),
)


def _by_agents(sentence: Sentence, organisation: Organisation) -> Iterator[Fault]:
    """A passive with an adverb of fault and a person after `by`: `was accidentally deleted by an engineer`."""
    for found in _ADVERB.finditer(sentence.low, sentence.lead):
        by = _BY_PERSON.search(clause_after(sentence, found.end()))
        if by is None or is_guarded_against(sentence, found.start()):
            continue
        who = subject_of(sentence, found.end() + by.end("who"), organisation)
        if who.kind in ("person", "we", "you"):
            yield Fault(*found.span(), who, who.is_mild)
