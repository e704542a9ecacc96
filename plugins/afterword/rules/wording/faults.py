"""Words of fault, with whom they are said of: what the rule on persons at fault finds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from afterword.rules.wording.fault_patterns import (
    ADEQUATELY,
    ADVERB,
    ANYWAY,
    ATTENTION,
    AWARE,
    BROKE,
    BY_MISTAKE,
    BY_PERSON,
    DUTY_OBJECT,
    DUTY_THING,
    FAILED,
    FAILURE,
    GENERIC,
    GERUND,
    HARD,
    LEFT_OUT,
    MISSED_AIM,
    MISTAKE,
    MODAL_BEFORE,
    NOBODY,
    NOMINAL,
    NOT,
    PASSIVE,
    RASH,
    SLOW,
    SOFT,
    TRIGGERS,
    UNEVEN,
    UNTOLD,
    VIOLATED,
    WRONG,
    YOU,
)
from afterword.rules.wording.frames import (
    clause_after,
    clause_before,
    has_local_reason,
    is_guarded_against,
    is_prevented,
    stops_at_question,
)
from afterword.rules.wording.lexicon import words
from afterword.rules.wording.lexicon.people import is_role
from afterword.rules.wording.lexicon.verbs import STRICT_DUTIES, is_finite
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


def faults_in(sentence: Sentence, organisation: Organisation) -> Iterator[Fault]:
    """Every phrase of fault that a person is the subject of."""
    if stops_at_question(sentence):
        return
    for triggers, pattern, judge in _JUDGES:
        if sentence.vocabulary.isdisjoint(triggers):
            continue
        for found in pattern.finditer(sentence.low, sentence.lead):
            if fault := judge(sentence, found, subject_of(sentence, found.start(), organisation), organisation):
                yield fault
    yield from _by_agents(sentence, organisation)


def _is_supposed(sentence: Sentence, start: int) -> bool:
    """Whether the fault is possible or general, not told: `an engineer may forget`, `to avoid that someone skipped`."""
    before = sentence.low[max(0, start - 40) : start]
    return MODAL_BEFORE.search(before) is not None or is_prevented(sentence, start)


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
    if re.match(r"skipped|bypassed|circumvented", found[0]) and not DUTY_OBJECT.match(sentence.low, found.end()):
        return None
    if found[0].startswith("missed") and MISSED_AIM.match(sentence.low, found.end()):
        return None
    return Fault(*found.span(), subject, subject.is_mild, True)


def _failed(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    verb = found["verb"].split()[0]
    if subject.kind not in ("we", "you", "person", "they", "bare") or verb in GENERIC:
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
    owner = re.search(r"([\w-]+)'s? $", before)
    if (owner and is_role(owner[1])) or re.search(r"\b(?:our|their|his|her|my) $", before):
        return Fault(*found.span(), Subject("bare"), True, True)
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
    sure = ADEQUATELY.search(found["how"]) or sentence.low.startswith("obviously", sentence.lead)
    aware = AWARE.search(sentence.low)
    taken = "seriously" in found[0]
    if subject.kind not in ("we", "you", "person", "they", "bare"):
        return None
    if (subject.kind == "they" or subject.kind == "bare") and not (sure or aware or taken):
        return None
    if has_local_reason(sentence, found.end()) and not aware:
        return None
    if subject.kind in ("we", "bare", "they"):
        own = re.search(
            r"\b(?:think (?:to|of|about)|follow(?:ed)? up|review|read|validate|plan|ask|tell|coordinate|look (?:at|"
            r"into)|pay|wait|watch|"
            r"test(?:ed)?\b(?! all| any| every)|double-check|bother|communicate|inform|warn|anticipate|foresee|"
            r"verify|check)",
            sentence.low[found.start() : found.end() + 9],
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
        "have",
        "keep",
        "give",
        "provide",
        "send",
        "write",
        "define",
    ) and not (sure or aware):
        return None
    if _is_supposed(sentence, found.start()):
        return None
    plain = found["verb"] in (
        "run",
        "do",
        "use",
        "wait",
        "stop",
        "include",
        "add",
        "set",
        "perform",
        "complete",
        "remove",
    )
    if plain and "never" in found[0]:
        return None
    return Fault(*found.span(), subject, subject.is_mild or subject.kind == "they" or plain, True)


def _person_only(
    sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation
) -> Fault | None:
    if not (subject.is_person or subject.kind == "they") or _is_supposed(sentence, found.start()):
        return None
    if has_local_reason(sentence, found.end()):
        return None
    return Fault(*found.span(), subject, subject.kind in ("we", "they"))


def _act(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    """What somebody did anyway, or without asking: the subject is that of the verb before."""
    subject = doer_of(sentence, found.start(), organisation)
    told = re.search(
        r"\b(?:was|were|had|did|chose|went|ran|made|took|put|sent|left|gave|cut|set|broke|wrote|\w+ed)\b",
        sentence.low[: found.start()],
    )
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
    if is_guarded_against(sentence, found.start()) or re.search(
        r"\b(?:is|are|was|were|risk of|from|about|if|when|while|avoid|stop|of) $", before
    ):
        return None
    if subject.kind == "system" or not re.search(
        r"\b(?:by|for|and|as well as|due to|because of|was|without|my|our|their|of|than|in) $|, $|^$", before
    ):
        return None
    return Fault(*found.span(), Subject("bare"), True, True)


def _agentless(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    if _is_supposed(sentence, found.start()) or has_local_reason(sentence, found.end()):
        return None
    return Fault(*found.span(), Subject("bare"), True)


_CLAIM = re.compile(r"\b(?:is|was|fact|so|clear|reason|out|mean|means|meant|show|shows|reali[sz]ed|found) that $")


def _nobody(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    if _is_supposed(sentence, found.start()) or has_local_reason(sentence, found.end()):
        return None
    before = sentence.low[: found.start()]
    if re.search(r"\b(?:that|which|what|whom) $", before) and not _CLAIM.search(before):
        return None
    return Fault(*found.span(), Subject("person", "nobody"), False, True)


def _aware(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    """Something left undone in spite of a warning."""
    if not AWARE.search(sentence.low) or subject.kind not in ("we", "you", "person", "they", "bare"):
        return None
    return Fault(*found.span(), subject, subject.kind != "person", True)


def _passive(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    what = found["what"]
    if _is_supposed(sentence, found.start()) or has_local_reason(sentence, found.end()):
        return None
    if what in ("ignored", "missed", "skipped", "dismissed", "forgotten") and not DUTY_THING.search(
        clause_before(sentence, found.start())
    ):
        return None
    if re.match(
        r"\s+by (?:the|our|an?) (?:[\w-]+ ){0,2}(?:tests?|check\w*|tool\w*|parser|job|pipeline|system|monitor\w*|"
        r"server|client|model|code|linter|script|query|planner)",
        sentence.low[found.end() :],
    ):
        return None
    return Fault(*found.span(), Subject("bare"), True, True)


def _uneven(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    if subject.kind not in ("we", "you", "person", "they", "bare") or has_local_reason(sentence, found.end()):
        return None
    return Fault(*found.span(), subject, subject.is_mild or subject.kind == "they", True)


def _passive_not(
    sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation
) -> Fault | None:
    """Work of people that was not done, or not well: `was not communicated`, `was never properly reviewed`."""
    negative = re.search(r"\b(?:not|never)\b|n't\b", found[0])
    if not negative or _is_supposed(sentence, found.start()) or has_local_reason(sentence, found.end()):
        return None
    if found["verb"] in ("reviewed", "tested", "considered", "discussed", "planned") and not found["how"]:
        return None
    return Fault(*found.span(), Subject("bare"), True, True)


_NEGATIVE = words("not never didn't hadn't wasn't weren't")
_WARNED = words("despite even although though while spite")
_SLIPS = words(
    """mistakenly accidentally inadvertently erroneously unintentionally unwittingly unknowingly carelessly blindly
    incorrectly wrongly improperly recklessly hastily falsely wrongfully foolishly stupidly naively prematurely"""
)
_GERUND_WORDS = words("""not forgetting neglecting failing overlooking misreading misjudging carelessly""")
_JUDGES: tuple[tuple[frozenset[str], re.Pattern[str], Judge], ...] = (
    (words("violated breached flouted broke deviated strayed departed not didn't failed"), VIOLATED, _person_only),
    (TRIGGERS, HARD, _hard),
    (TRIGGERS, SOFT, _soft),
    (words("failed failing neglected omitted"), FAILED, _failed),
    (words("failure failures"), FAILURE, _failure),
    (_SLIPS, ADVERB, _adverb),
    (words("mistake accident error"), BY_MISTAKE, _by_mistake),
    (_NEGATIVE, NOT, _not),
    (
        words(
            "mistake mistakes error errors blunder blunders slip slips oversight oversights assumption assumptions "
            "call calls misstep missteps gaffe"
        ),
        MISTAKE,
        _person_only,
    ),
    (words("wrong"), WRONG, _person_only),
    (TRIGGERS, ATTENTION, _person_only),
    (words("broke trashed wrecked nuked caused"), BROKE, _person_only),
    (words("anyway without against own despite nonetheless nevertheless regardless same even too"), ANYWAY, _act),
    (
        words("overlooked neglected disregarded forgotten seriously ignored missed skipped dismissed aside under"),
        PASSIVE,
        _passive,
    ),
    (words("you"), YOU, _you),
    (words("nobody no none"), NOBODY, _nobody),
    (_WARNED, LEFT_OUT, _aware),
    (_GERUND_WORDS, GERUND, _gerund),
    (words("without"), RASH, _agentless),
    (words("long"), SLOW, _agentless),
    (_NEGATIVE, UNEVEN, _uneven),
    (_NEGATIVE, UNTOLD, _passive_not),
)


def _by_agents(sentence: Sentence, organisation: Organisation) -> Iterator[Fault]:
    """A passive with an adverb of fault and a person after `by`: `was accidentally deleted by an engineer`."""
    if " by " not in sentence.low:
        return
    for found in NOMINAL.finditer(sentence.low, sentence.lead):
        who = subject_of(sentence, found.end("who"), organisation)
        if who.kind in ("person", "we", "you") and not is_guarded_against(sentence, found.start()):
            yield Fault(found.start(), found.end(), who, who.is_mild)
    for found in ADVERB.finditer(sentence.low, sentence.lead):
        by = BY_PERSON.search(clause_after(sentence, found.end()))
        if by is None or is_guarded_against(sentence, found.start()):
            continue
        who = subject_of(sentence, found.end() + by.end("who"), organisation)
        if who.kind in ("person", "we", "you"):
            yield Fault(*found.span(), who, who.is_mild)
