"""What a fault is, and how a match of fault words becomes one."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from afterword.rules.wording.frames import has_local_reason, is_deliberate, is_prevented
from afterword.rules.wording.gated import Gated
from afterword.rules.wording.lexicon.people import is_role
from afterword.rules.wording.organisation import Organisation
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.subjects import Subject, doer_of
from afterword.rules.wording.subjects.kinds import kind_of_pronoun


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


@dataclass(frozen=True)
class Sign:
    """Words of fault, and who judges what they are said of.

    Attributes:
        words: one of these stands in every sentence that the pattern matches in.
        pattern: the words in their shapes.
        judge: makes a fault of a match, or nothing.
    """

    words: frozenset[str]
    pattern: Gated
    judge: Judge

    def __post_init__(self) -> None:
        """Have the pattern tried on sentences with one of the words alone."""
        self.pattern.require(self.words)


_MODAL_BEFORE = re.compile(
    r"\b(?:may|might|could|can|would|will|should|to|if|if \w+|cannot|must)(?: \w+ly| also| not| have| has| had)*\s+$"
)


_OUTCOME = re.compile(
    r"\b(?:result(?:s|ed|ing)? in|le(?:d|ads?|ading) to|left|leaves|leaving|caus(?:es?|ed|ing)|meant|with)\b"
    r"(?P<who>[^.;]*?) [\w-]+ing\b[^.;]*,\s+(?:and )?$"
)


_BE = re.compile(r"\b(?:was|were|been|being|be|is|are|get|gets)(?: \w+ly| also| just)* $")
_JOINED = re.compile(r"(?:\band|\bbut|,)\s+$")


def is_outcome(sentence: Sentence, start: int) -> bool:
    """Whether a chain of participles tells what became of a thing: `left the reader receiving twice as much, …`."""
    found = _OUTCOME.search(sentence.low, max(0, start - 200), start)
    return found is not None and not names_person(found["who"])


def names_person(text: str) -> bool:
    """Whether a role or a pronoun for a person stands among some words."""
    return any(is_role(word) or kind_of_pronoun(word) for word in text.split())


def is_supposed(sentence: Sentence, start: int) -> bool:
    """Whether the fault is possible or general, not told: `an engineer may forget`, `to avoid that someone skipped`."""
    before = sentence.low[max(0, start - 40) : start]
    return _MODAL_BEFORE.search(before) is not None or is_prevented(sentence, start)


def person_only(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    """A fault where a person is the subject, and no reason follows."""
    if not (subject.is_person or subject.kind == "they") or is_supposed(sentence, found.start()):
        return None
    if has_local_reason(sentence, found.end()):
        return None
    return Fault(*found.span(), subject, subject.kind in ("we", "they"))


def culpable(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Subject | None:
    """Whose deed the match is: nobody's in a passive, and not where it is supposed, meant, or explained by a reason."""
    if subject.kind == "system" and _JOINED.search(sentence.low[: found.start()]):
        subject = doer_of(sentence, found.start(), organisation)
    if subject.kind not in ("we", "person", "they") or _BE.search(sentence.low[: found.start()]):
        return None
    if is_supposed(sentence, found.start()) or is_deliberate(sentence, found.start()):
        return None
    return None if has_local_reason(sentence, found.end()) else subject


def agentless(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    """A fault of nobody in particular, where no reason follows."""
    if is_supposed(sentence, found.start()) or has_local_reason(sentence, found.end()):
        return None
    return Fault(*found.span(), Subject("bare"), True)
