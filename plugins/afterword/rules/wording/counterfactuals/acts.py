"""What should have been done: passive counterfactuals with what only people do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.rules.wording.counterfactuals.modals import MODALS, STATUS, SYSTEM_IF, Counterfactual, modals_in
from afterword.rules.wording.frames import names_control, stops_at_question
from afterword.rules.wording.gated import gated, mask_of
from afterword.rules.wording.lexicon import words
from afterword.rules.wording.lexicon.verbs import HUMAN_ACTIVITIES, SYSTEM_OUTCOMES
from afterword.rules.wording.organisation import Organisation
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.subjects import Subject, subject_of
from afterword.rules.wording.subjects.after import agent_after

_COULD_REGRETS = words(
    "avoided prevented caught noticed tested handled communicated spotted done reviewed planned foreseen anticipated"
)
_SOONER = re.compile(r"\b(?:earlier|sooner|faster|quicker|more (?:quickly|carefully|thoroughly))\b")
_BY_DOING = re.compile(
    r"(?: (?:simply|easily|much|far|a lot|better|earlier|sooner|entirely|altogether|completely|now))* by (?:just |"
    r"simply |first )?(?:looking|editing|asking (?!the (?:queue|server|api|database))|reviewing|communicating|"
    r"telling|talking|waiting|following|"
    r"planning|announcing|posting|double-checking|listening|thinking|paying|informing|warning|consulting|calling)\b"
)
_AVOIDABLE = gated(
    r"(?<![\w-])(?:(?:was|were|is|been) (?:\w+ly )?(?:avoidable|preventable)|"
    r"should (?:never|not) have (?:happened|reached production|made it|gone (?:out|live)|passed review|landed|"
    r"shipped))(?!\w)"
)
_NEWS = re.compile(
    r"\b(?:announcements?|notices?|notifications?|communications?|updates?|warnings?|reminders?|heads-up|versions?|"
    r"statements?|incident|ticket|docs|documentation|runbook|manual|notes)\b[^,;]{0,40}$"
)
_CAUGHT_UP = re.compile(
    r" (?:up\b|in (?!(?:the |our |code |peer |design |a )*(?:reviews?|time|planning|preparation)\b))"
)
"""After `caught`, what it is not noticed by: caught up in a retry."""
_FOUND = words("detected identified discovered caught prevented noticed avoided flagged raised spotted reported")
"""What a control that is named also does."""
_HAD_CONTROL = re.compile(
    r"\b(?:if (?:we|there|they|it|the [\w-]+)(?:'d| had)|had (?:we|there|they|it|the [\w-]+)) (?:had|been) "
    r"(?:(?!\b(?:more|better)\b)[^,;.]){0,40}?\b(?:monitoring|alerts?|alerting|tests?|checks?|gates?|canary|validation|"
    r"limits?|probes?|linter|staging)\b"
)
"""A control that is named as the condition: `if there had been an alert, it could have been caught`."""
_OF_DATA = words("included added removed sent shared shown kept left used put listed counted")
"""What a program does with an entry that is told apart by it: `rows that should not have been included`."""
_BY = re.compile(r"[^,;.]{0,30}?\bby (?=\w)")
_DEPARTMENT = re.compile(
    r"(?:(?:the|our|a|another|someone (?:in|from)) )?(?:security|legal|compliance|finance|privacy|procurement|"
    r"accounting|product|marketing|sales|design|safety|second pair of eyes|pair of eyes|peer|peers|"
    r"somebody else|someone else)"
    r"(?![\w-])(?! (?:[\w-]+ )?(?:scanner|check|checks|test|tests|tool|tools|gate|gates|alert|pipeline|bot|filter|"
    r"system|model|service|job|linter|rule|rules))"
)
"""A department or a peer who reviews: no control of its own."""
ABOUT_ACTS = MODALS | mask_of(_AVOIDABLE)


def about_acts(sentence: Sentence, organisation: Organisation) -> Iterator[Counterfactual]:
    """Passive counterfactuals with what only people do: `should have been reviewed`."""
    if stops_at_question(sentence):
        return
    for found in modals_in(sentence):
        if found["verb"] != "been" or not found["after"] or found["modal"] in ("would", "wouldn't"):
            continue
        place, verb = ("after", found["after"])
        if verb.endswith("ly") and found["next"]:
            place, verb = "next", found["next"]
        subject = subject_of(sentence, found.start(), organisation)
        if subject.kind == "we" or STATUS.search(sentence.low, found.end()):
            continue
        if _BY_DOING.match(sentence.low, found.end(place)):
            yield Counterfactual(found.start(), found.end(place), subject)
            continue
        if (
            verb not in HUMAN_ACTIVITIES
            or verb in SYSTEM_OUTCOMES
            or _by_system(sentence, found.end(place), organisation)
        ):
            continue
        if found["modal"].startswith("could") and not _is_regret(sentence, found, verb):
            continue
        if verb in _FOUND and (names_control(sentence, found.end(place)) or _HAD_CONTROL.search(sentence.low)):
            continue
        if _is_expected(sentence, found, verb):
            continue
        yield Counterfactual(found.start(), found.end(place), subject)
    yield from _avoidable(sentence)


def _is_expected(sentence: Sentence, found: re.Match[str], verb: str) -> bool:
    """Whether it tells what a system was to do (`the mails should have been sent at six`), and no omission."""
    before = sentence.low[sentence.lead : found.start()]
    if verb in _OF_DATA and re.search(r"\b(?:that|which|who) (?:\w+ )?$", before):
        return True
    if verb in ("sent", "released", "drained", "read", "closed", "locked") and not _NEWS.search(before):
        return True
    return verb == "caught" and _CAUGHT_UP.match(sentence.low, found.end("after")) is not None


def _is_regret(sentence: Sentence, found: re.Match[str], verb: str) -> bool:
    """Whether `could have been …` regrets something, and does not weigh options or depend on a system."""
    if found["modal"] == "couldn't" or "not" in found["between"] or SYSTEM_IF.search(sentence.low, found.end()):
        return False
    return verb in _COULD_REGRETS or _SOONER.search(sentence.low, found.end("verb")) is not None


def _avoidable(sentence: Sentence) -> Iterator[Counterfactual]:
    for found in _AVOIDABLE.finditer(sentence):
        if not SYSTEM_IF.search(sentence.low, found.end()):
            yield Counterfactual(*found.span(), Subject("bare"))


def _by_system(sentence: Sentence, end: int, organisation: Organisation) -> bool:
    """Whether the passive names who does it, and that is no person."""
    by = _BY.match(sentence.low, end)
    if by is None:
        return "automatically" in sentence.low[max(0, end - 40) : end + 30]
    who = agent_after(sentence, by.end(), organisation)
    return who.kind in ("system", "outsider") and _DEPARTMENT.match(sentence.low, by.end()) is None
