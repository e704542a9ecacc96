"""`should have` and its kin: the shape of a story that did not happen, and words that tell what sort it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from afterword.rules.wording.gated import gated, mask_of
from afterword.rules.wording.lexicon import words
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.subjects import Subject

_MODAL = gated(
    r"(?<![\w-])(?P<modal>should|shouldn't|could|couldn't|ought to|ought|needed to|need to|would|"
    r"wouldn't)(?P<between>(?: not| \w+ly| also| at least| just| then| really| perhaps| maybe| never| all| even|"
    r" first| still| at that point| instead){0,3})"
    r"(?: to)?(?: have|'ve| of| hav)(?P<inner>(?: not| \w+ly| also| at least| just| then| already| at this point|"
    r" first|"
    r" instead| never| all| better| been \w+ly)*) (?P<verb>[\w-]+)(?: (?P<after>[\w'-]+))?(?: (?P<next>[\w'-]+))?"
)
STATUS = re.compile(
    r"\bas of\b|\bfor all (?:\w+ )?(?:users|customers|projects|regions|services)\b|\bby now\b|\bat this (?:time|"
    r"point)\b"
)
SYSTEM_IF = re.compile(
    r"\bif (?:the|our|this|that|these|there|it|a|an|its) (?!team|engineer|developer|operator|reviewer|on-call)"
)
MODAL_WORDS = words(
    """should shouldn't should've could couldn't could've ought needed need would would've had if than as might may
    avoidable preventable opportunity opportunities chance chances nothing excuse better"""
)
MODALS = mask_of(_MODAL)


@dataclass(frozen=True)
class Counterfactual:
    """A phrase, whom it is about, whether the sentence softens it, and where the verb begins (0 for unknown)."""

    start: int
    end: int
    subject: Subject
    is_softened: bool = False
    verb: int = 0


def modals_in(sentence: Sentence) -> Iterator[re.Match[str]]:
    """Every `should have …`, `could have …` or `would have …`, and the words around the verb."""
    return _MODAL.finditer(sentence)
