"""Improvements that are promised: which thing is to become better, and whether the sentence says how that will show."""

from __future__ import annotations

from collections.abc import Iterator

from afterword.rules.wording.improvements.better import DONE_BETTER, better_done
from afterword.rules.wording.improvements.nouns import NOUNS, better_things, needing, set_up
from afterword.rules.wording.improvements.plain import may_promise, plain_promises
from afterword.rules.wording.improvements.purpose import Vague, is_open_question
from afterword.rules.wording.improvements.verbs import VERBS, ordered, steps
from afterword.rules.wording.lexicon import words
from afterword.rules.wording.lexicon.plain import PROMISING
from afterword.rules.wording.organisation import Organisation
from afterword.rules.wording.sentences import Sentence

__all__ = ["TRIGGERS", "may_improve", "vague_improvements"]

TRIGGERS = (
    words(
        """improve improving improvement improvements enhance enhancing strengthen strengthening increase increasing
    increased tighten tightening better refine refining bolster bolstering optimize optimise optimizing optimising
    streamline streamlining revisit revisiting rethink rethinking review reviewing reevaluate evaluate reconsider
    upgrade upgrading harden hardening formalize formalise invest investing work working focus focusing look looking
    expand expanding step stepping clean more improved enhanced stronger tighter stricter clearer additional
    continuous steps measures action actions changes ways options solutions safeguards strengthened tightened take
    taking think discuss figure consider investigate explore brainstorm evaluate talk ensure sure implement
    establish introduce adopt develop define create provide build maintain enforce robust comprehensive rigorous
    implementing establishing introducing
    reviewing evaluating assessing reassessing re-evaluating reexamining rethinking exploring considering investigating
    do ensuring making
    more"""
    )
    | PROMISING
)


_IMPROVEMENTS = NOUNS | VERBS | DONE_BETTER


def may_improve(sentence: Sentence) -> bool:
    """Whether anything in the sentence can be such a promise."""
    return sentence.possible & _IMPROVEMENTS != 0 or may_promise(sentence)


def vague_improvements(sentence: Sentence, organisation: Organisation) -> Iterator[Vague]:
    """Start, end and thing of every improvement that names no object, threshold, method or ticket."""
    if "survey" in sentence.low or "feedback" in sentence.low:
        return
    for look in (ordered, better_things, set_up, needing, steps, better_done):
        yield from (each for each in look(sentence) if not is_open_question(sentence, each[0]))
    yield from (each for each in plain_promises(sentence, organisation) if not is_open_question(sentence, each[0]))
