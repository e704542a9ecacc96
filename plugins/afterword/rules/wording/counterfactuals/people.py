"""What people should have done: counterfactuals whose subject is a person, or nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.rules.wording.counterfactuals.asking import ASKINGS, askings_in
from afterword.rules.wording.counterfactuals.modals import MODALS, STATUS, SYSTEM_IF, Counterfactual, modals_in
from afterword.rules.wording.counterfactuals.regrets import REGRETS, regrets_in
from afterword.rules.wording.frames import stops_at_question
from afterword.rules.wording.gated import gated, mask_of
from afterword.rules.wording.lexicon import words
from afterword.rules.wording.lexicon.functions import DETERMINERS, PREPOSITIONS
from afterword.rules.wording.lexicon.verbs import ADJECTIVES_IN_ED, HUMAN_ACTIVITIES, SYSTEM_OUTCOMES, is_participle
from afterword.rules.wording.organisation import Organisation
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.subjects import Subject, subject_of

_CONDITION = gated(
    r"(?<![\w-])(?:(?:had|if only|if) (?P<who>we|i|you|he|she|they|someone|somebody|anyone|(?:the|our|"
    r"an?) (?:[\w-]+ ){0,2}?[\w-]+)(?: had| have|'d)?(?P<how>(?: not| \w+ly| also| just| only|"
    r" \w+'t)*) (?P<verb>[\w-]+))",
    "had if",
)
_OUTCOME = re.compile(
    r"\b(?:would|could|might|may)(?:n't| not)?(?: \w+ly| also)* (?:have|'ve)\b|\b(?:would|could)'ve\b|\b(?:should|"
    r"could) have been avoided\b"
)
_NO_HELP = re.compile(
    r"\bwould(?:n't| not) (?:\w+ly |also )?have (?:\w+ly )?(?:helped|mattered|worked|prevented|avoided|stopped|saved|"
    r"sufficed|changed|made (?:a|any|much) difference|been (?:\w+ )?(?:enough|sufficient|better|faster|sooner))\b|"
    r"\b(?:would have (?:made no difference|changed nothing|made little difference)|(?:would|might|could) (?:well )?"
    r"have (?:been worse|made (?:it|things|matters) worse))\b"
)
"""What says that another course would have changed nothing: then nobody is held to it."""
_BETTER = gated(
    r"(?<![\w-])(?:(?:a|the) (?:best|better|safer|right|correct|proper|wiser|sensible|"
    r"more \w+) (?:\w+ )?(?:approach|option|course|way|move|choice|thing|decision|solution|plan|call|"
    r"idea) would have been|"
    r"(?:it|that|this|which) (?:would|might|may) have been (?:\w+ )?(?:better|best|wise|wiser|prudent|smarter|safer|"
    r"preferable|"
    r"sensible|advisable)(?: (?:to|if we|if i|not to|had we|for us)|\b(?=[.,]|$)))"
)
_AS_COULD = gated(
    r"\bas [\w-]+ as (?:it|"
    r"we|they|i|the team) (?:could|should) have\b|\b(?:better|sooner|earlier|faster|quicker) than (?:we|i|they|"
    r"it) did\b|\bwhat should(?:'ve| have|'ve) happen(?:ed)?\b"
)
_LOOKING_BACK = re.compile(r"\b(?:ideally|hindsight|retrospect|looking back|better|in a perfect world)\b")
_WORSE = re.compile(r"\b(?:later|longer|slower|worse)\b(?! on\b)(?! than (?:necessary|needed|planned))")
_INFERENCE = words("""seen gotten got received had gone expected heard liked preferred""")
_REGRETS = words(
    """avoided prevented caught noticed detected spotted tested reviewed communicated escalated reacted responded acted
    reverted declared asked checked foreseen anticipated considered warned told informed planned questioned realised
    realized"""
)
_MORE_OF = words(
    """testing tests reviews review monitoring alerts alerting confidence communication communications coordination
    practice training rehearsals documentation planning preparation support staff people"""
)
"""What more of would have been work of care: `we could have had more tests`."""
_IMPACT = words(
    """caused led resulted lost affected impacted exposed made meant remained continued become experienced suffered
    failed been cost happened hit"""
)
_STATES = words("using seeing getting running having receiving being missing hitting experiencing nothing something")
_PAGED = words(
    """paged alerted notified able affected impacted unaffected fine safe using seeing getting running protected clear
    informed"""
)
CONDITIONS = mask_of(_CONDITION)
ABOUT_PEOPLE = MODALS | REGRETS | ASKINGS | mask_of(_CONDITION, _BETTER, _AS_COULD)


def about_people(sentence: Sentence, organisation: Organisation) -> Iterator[Counterfactual]:
    """Counterfactuals that a person is the subject of."""
    if stops_at_question(sentence):
        return
    for found in modals_in(sentence):
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
    yield from (each for each in conditions_in(sentence, organisation) if each.subject.kind != "we")
    for found in _BETTER.finditer(sentence):
        yield Counterfactual(*found.span(), Subject("bare"))
    for found in _AS_COULD.finditer(sentence):
        yield Counterfactual(*found.span(), Subject("bare"))
    yield from regrets_in(sentence, organisation)
    yield from askings_in(sentence)


def conditions_in(sentence: Sentence, organisation: Organisation) -> Iterator[Counterfactual]:
    """`Had we checked it, …` and `if the engineer had waited, it would have …`."""
    if stops_at_question(sentence):
        return
    for found in _CONDITION.finditer(sentence):
        who = subject_of(sentence, found.end("who"), organisation)
        after_if = found[0].startswith("if ") and not re.match(r"if (?:only )?[^,;]*?(?: had|'d) ", found[0])
        if (
            (
                who.kind in ("we", "you", "person", "they")
                and "not" not in found["how"]
                and "n't" not in found["how"]
                and not after_if
            )
            and is_participle(found["verb"])
            and (_OUTCOME.search(sentence.low) or found[0].startswith(("had", "if only")))
            and not _NO_HELP.search(sentence.low)
        ):
            yield Counterfactual(*found.span(), who)


def _is_act(sentence: Sentence, found: re.Match[str], subject: Subject) -> bool:
    verb, after, modal = found["verb"], found["after"] or "", found["modal"]
    if modal == "would" and subject.kind in ("we", "person") and _LOOKING_BACK.search(sentence.low):
        return is_participle(verb) and verb != "been"
    if modal.startswith(("would", "need")) and not (modal == "needed to" and subject.is_person):
        return False
    if verb == "had" and modal.startswith("should") and after in ("someone", "somebody", "another", "people", "anyone"):
        return True
    if verb == "had" and modal.startswith("could") and after in ("more", "better"):
        return subject.is_person and (found["next"] or "") in _MORE_OF
    if verb == "had" and modal.startswith(("should", "ought")) and subject.is_person and after in DETERMINERS:
        return True
    if verb in DETERMINERS or verb in _INFERENCE or STATUS.search(sentence.low, found.end("verb")):
        return False
    if verb == "been":
        if subject.kind in ("they", "bare") or not after or after in _PAGED or after.endswith("ing"):
            return (after == "more" or (after.endswith("ing") and after not in _STATES)) and subject.kind != "they"
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
    """Whether `could have` regrets what was not done, and does not weigh options, tell the impact or the luck had."""
    if _WORSE.search(sentence.low, found.end("verb")):
        return False
    if found["verb"] not in _REGRETS and re.search(r",? (?:but|however|although)\b", sentence.low[found.end() :]):
        return False
    if re.search(r"\b(?:nobody|no one|no-one)(?: \w+)? $", sentence.low[: found.start()]):
        return False
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
        and not SYSTEM_IF.search(sentence.low)
    )
