"""Stories that did not happen: `should have` and its kin, told apart by whom or what they are about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from afterword.rules.wording.frames import names_control, stops_at_question
from afterword.rules.wording.lexicon import words
from afterword.rules.wording.lexicon.functions import DETERMINERS, PREPOSITIONS
from afterword.rules.wording.lexicon.verbs import (
    ADJECTIVES_IN_ED,
    HUMAN_ACTIVITIES,
    SYSTEM_OUTCOMES,
    is_participle,
)
from afterword.rules.wording.organisation import Organisation
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.subjects import Subject, subject_of

_MODAL = re.compile(
    r"(?<![\w-])(?P<modal>should|shouldn't|could|couldn't|ought to|ought|needed to|need to|would|"
    r"wouldn't)(?P<between>(?: not| \w+ly| also| at least| just| then| really| perhaps| maybe| never| all| even|"
    r" first| still| at that point| instead){0,3})"
    r"(?: to)?(?: have|'ve| of| hav)(?P<inner>(?: not| \w+ly| also| at least| just| then| already| at this point|"
    r" first|"
    r" instead| never| all| better| been \w+ly)*) (?P<verb>[\w-]+)(?: (?P<after>[\w'-]+))?(?: (?P<next>[\w'-]+))?"
)
_CONDITION = re.compile(
    r"(?<![\w-])(?:(?:had|if only|if) (?P<who>we|i|you|he|she|someone|somebody|anyone|(?:the|our|"
    r"an?) (?:[\w-]+ ){0,2}?[\w-]+)(?: had| have|'d)?(?P<how>(?: not| \w+ly| also| just| only|"
    r" \w+'t)*) (?P<verb>[\w-]+))"
)
_OUTCOME = re.compile(
    r"\b(?:would|could|might)(?:n't| not)?(?: \w+ly| also)* (?:have|'ve)\b|\b(?:would|could)'ve\b|\b(?:should|"
    r"could) have been avoided\b"
)
_BETTER = re.compile(
    r"(?<![\w-])(?:(?:a|the) (?:best|better|safer|right|correct|proper|wiser|sensible|"
    r"more \w+) (?:\w+ )?(?:approach|option|course|way|move|choice|thing|decision|solution|plan|call|"
    r"idea) would have been|"
    r"(?:it|that|this|which) (?:would|might|may) have been (?:\w+ )?(?:better|best|wise|wiser|prudent|smarter|safer|"
    r"preferable|"
    r"sensible|advisable)(?: (?:to|if we|if i|not to|had we|for us)|\b(?=[.,]|$)))"
)
_AS_COULD = re.compile(
    r"\bas (?:well|fast|quickly|soon|smoothly|carefully|thoroughly|effectively|promptly|efficiently|early) as (?:it|"
    r"we|they|i|the team) (?:could|should) have\b|\b(?:better|sooner|earlier|faster|quicker) than (?:we|i|they|"
    r"it) did\b|\bwhat should(?:'ve| have|'ve) happen(?:ed)?\b"
)
_LOOKING_BACK = re.compile(r"\b(?:ideally|hindsight|retrospect|looking back|better|in a perfect world)\b")
_COULD_REGRETS = words(
    "avoided prevented caught noticed tested handled communicated spotted done reviewed planned foreseen anticipated"
)
_SOONER = re.compile(r"\b(?:earlier|sooner|faster|quicker|more (?:quickly|carefully|thoroughly))\b")
_AVOIDABLE = re.compile(
    r"(?<![\w-])(?:(?:was|were|is|been) (?:\w+ly )?(?:avoidable|preventable)|"
    r"should (?:never|not) have (?:happened|reached production|made it|gone (?:out|live)|passed review|landed|"
    r"shipped))(?!\w)"
)
_INFERENCE = words("""seen gotten got received had gone expected heard liked preferred""")
_REGRETS = words(
    """avoided prevented caught noticed detected spotted tested reviewed communicated escalated reacted responded acted
    reverted declared asked checked foreseen anticipated considered warned told informed planned questioned realised
    realized"""
)
_IMPACT = words(
    """caused led resulted lost affected impacted exposed made meant remained continued become experienced suffered
    failed been cost happened hit"""
)
_PAGED = words(
    """paged alerted notified able affected impacted unaffected fine safe using seeing getting running protected clear
    informed"""
)
_STATUS = re.compile(
    r"\bas of\b|\bfor all (?:\w+ )?(?:users|customers|projects|regions|services)\b|\bby now\b|\bat this (?:time|"
    r"point)\b"
)
_SYSTEM_IF = re.compile(
    r"\bif (?:the|our|this|that|these|there|it|a|an|its) (?!team|engineer|developer|operator|reviewer|on-call)"
)
TRIGGERS = words(
    """should shouldn't should've could couldn't could've ought needed need would would've had if than as might may
    avoidable preventable"""
)


@dataclass(frozen=True)
class Counterfactual:
    """A phrase, whom it is about, whether the sentence softens it, and where the verb begins (0 for unknown)."""

    start: int
    end: int
    subject: Subject
    is_softened: bool = False
    verb: int = 0


def about_people(sentence: Sentence, organisation: Organisation) -> Iterator[Counterfactual]:
    """Counterfactuals that a person is the subject of."""
    if stops_at_question(sentence):
        return
    for found in _modals(sentence):
        subject = subject_of(sentence, found.start(), organisation)
        if subject.kind in ("we", "you", "person", "bare", "they") and _is_act(sentence, found, subject):
            end = (
                found.end("verb")
                if found["verb"] != "been"
                else found.end("after")
                if found["after"]
                else found.end("verb")
            )
            start = subject.start if subject.text and found.start() - subject.end < 2 else found.start()
            yield Counterfactual(start, end, subject, found["modal"] == "could", found.start("verb"))
    for found in _CONDITION.finditer(sentence.low, sentence.lead):
        who = subject_of(sentence, found.end("who"), organisation)
        after_if = found[0].startswith("if ") and not re.match(r"if (?:only )?[^,;]* (?:had|'d) ", found[0])
        if (
            (
                who.kind in ("we", "you", "person")
                and "not" not in found["how"]
                and "n't" not in found["how"]
                and not after_if
            )
            and is_participle(found["verb"])
            and (_OUTCOME.search(sentence.low) or found[0].startswith(("had", "if only")))
        ):
            yield Counterfactual(*found.span(), who)
    for found in _BETTER.finditer(sentence.low, sentence.lead):
        yield Counterfactual(*found.span(), Subject("bare"))
    for found in _AS_COULD.finditer(sentence.low, sentence.lead):
        yield Counterfactual(*found.span(), Subject("bare"))


def about_acts(sentence: Sentence, organisation: Organisation) -> Iterator[Counterfactual]:
    """Passive counterfactuals with what only people do: `should have been reviewed`."""
    if stops_at_question(sentence):
        return
    for found in _modals(sentence):
        if found["verb"] != "been" or not found["after"] or found["modal"] in ("would", "wouldn't"):
            continue
        place, verb = ("after", found["after"])
        if verb.endswith("ly") and found["next"]:
            place, verb = "next", found["next"]
        subject = subject_of(sentence, found.start(), organisation)
        if subject.kind == "we" or _STATUS.search(sentence.low, found.end()):
            continue
        if (
            verb not in HUMAN_ACTIVITIES
            or verb in SYSTEM_OUTCOMES
            or _by_system(sentence, found.end(place), organisation)
        ):
            continue
        if found["modal"].startswith("could") and not _is_regret(sentence, found, verb):
            continue
        if verb in (
            "detected",
            "identified",
            "discovered",
            "caught",
            "prevented",
            "noticed",
            "avoided",
            "flagged",
            "raised",
            "spotted",
            "reported",
        ) and names_control(sentence, found.end(place)):
            continue
        yield Counterfactual(found.start(), found.end(place), subject)
    yield from _avoidable(sentence)


def _is_regret(sentence: Sentence, found: re.Match[str], verb: str) -> bool:
    """Whether `could have been …` regrets something, and does not weigh options or depend on a system."""
    if found["modal"] == "couldn't" or "not" in found["between"] or _SYSTEM_IF.search(sentence.low, found.end()):
        return False
    return verb in _COULD_REGRETS or _SOONER.search(sentence.low, found.end("verb")) is not None


def _avoidable(sentence: Sentence) -> Iterator[Counterfactual]:
    for found in _AVOIDABLE.finditer(sentence.low, sentence.lead):
        if not _SYSTEM_IF.search(sentence.low, found.end()):
            yield Counterfactual(*found.span(), Subject("bare"))


def _modals(sentence: Sentence) -> Iterator[re.Match[str]]:
    return _MODAL.finditer(sentence.low, sentence.lead)


def _by_system(sentence: Sentence, end: int, organisation: Organisation) -> bool:
    """Whether the passive names who does it, and that is no person."""
    by = re.match(
        r"[^,;.]{0,30}?\bby ((?:the |a |an |our |this |that |its |some )?[\w-]+(?: [\w-]+)?)", sentence.low[end:]
    )
    if by is None:
        return "automatically" in sentence.low[max(0, end - 40) : end + 30]
    return subject_of(sentence, end + by.end(1), organisation).kind in ("system", "outsider")


def _is_act(sentence: Sentence, found: re.Match[str], subject: Subject) -> bool:
    verb, after, modal = found["verb"], found["after"] or "", found["modal"]
    if modal == "would" and subject.kind in ("we", "person") and _LOOKING_BACK.search(sentence.low):
        return is_participle(verb) and verb != "been"
    if modal.startswith(("would", "need")) and not (modal == "needed to" and subject.is_person):
        return False
    if verb == "had" and modal.startswith("should") and after in ("someone", "somebody", "another", "people", "anyone"):
        return True
    if verb in DETERMINERS or verb in _INFERENCE or _STATUS.search(sentence.low, found.end("verb")):
        return False
    if verb == "been":
        if subject.kind in ("they", "bare") or not after or after in _PAGED or after.endswith("ing"):
            return after in ("more", "doing", "testing", "checking", "paying", "watching") and subject.kind != "they"
        return not (subject.kind == "we" and after in SYSTEM_OUTCOMES)
    if not is_participle(verb) and not (
        verb in ("switch", "revert", "roll", "test", "check", "notice", "do", "use", "add", "start", "stop")
        and modal.startswith("should")
    ):
        return False
    if (
        verb in ADJECTIVES_IN_ED
        and after
        and after not in DETERMINERS
        and after not in PREPOSITIONS
        and not after.endswith("ly")
    ) and after not in ("it", "them", "this", "and", "or", "to", "before", "that", "more", "all", "with", "at", "if"):
        return False
    if subject.kind == "bare" and verb in SYSTEM_OUTCOMES:
        return False
    if modal.startswith("could"):
        return _is_missed_chance(sentence, found, subject)
    if subject.kind == "they":
        return verb in HUMAN_ACTIVITIES and verb not in SYSTEM_OUTCOMES
    return True


def _is_missed_chance(sentence: Sentence, found: re.Match[str], subject: Subject) -> bool:
    """Whether `could have` regrets what was not done, and does not weigh options or tell the impact."""
    if found["modal"] == "couldn't" or "not" in found["between"] or subject.kind not in ("we", "you", "person", "they"):
        return False
    if subject.kind == "they" and found["verb"] not in _REGRETS:
        return False
    regret = found["verb"] in _REGRETS or re.search(
        r"\b(?:earlier|sooner|faster|better|quicker|more \w+ly)\b", sentence.low[found.end("verb") :]
    )
    return (
        (bool(regret) or found["verb"] in HUMAN_ACTIVITIES)
        and found["verb"] not in _IMPACT
        and not _SYSTEM_IF.search(sentence.low)
    )
