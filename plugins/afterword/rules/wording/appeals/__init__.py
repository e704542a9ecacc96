"""Appeals to people to take more care, in all their shapes: what the rule on exhortations finds."""

from __future__ import annotations

from collections.abc import Iterator

from afterword.rules.wording.appeals.calls import CALLING_FOR, calls
from afterword.rules.wording.appeals.calls import TRIGGERS as CALLING
from afterword.rules.wording.appeals.care import HEEDING, MINDING, heeding, minding
from afterword.rules.wording.appeals.habits import (
    ALWAYS,
    BETTER_HABITS,
    MAKING_SURE,
    always,
    better_habits,
    making_sure,
)
from afterword.rules.wording.lexicon import words
from afterword.rules.wording.organisation import Organisation
from afterword.rules.wording.sentences import Sentence

__all__ = ["APPEALS", "TRIGGERS", "appeals_in"]

TRIGGERS = (
    words(
        """don't do avoid test more make mandatory proactive mindful vigilant transparent be being become stay remain
    careful carefully cautious diligent care caution attention diligence vigilance rigour rigor watch watching look
    looking keep keeping bear remember remembering forget harder better strive twice think always never sure ensure
    ensuring check double doublecheck triple cross crosscheck raise escalate communicate declare respond react
    involve notify announce inform revert roll properly rigorously closely consistently fully strictly thorough
    closer due follow test review verify monitor read plan consider document watch inspect validate coordinate
    listen study examine vet increase improve vigilance discipline ask act page call update reach speak spend
    coordinate prepare collaborate get seriously repeat learn commit committed ourselves thoroughly diligently
    mistakes mistake making"""
    )
    | CALLING
)

_LOOKS = (
    (MINDING, minding),
    (HEEDING, heeding),
    (ALWAYS, always),
    (MAKING_SURE, making_sure),
    (BETTER_HABITS, better_habits),
    (CALLING_FOR, calls),
)
"""Each sort of appeal, with the patterns of which one has to match."""
APPEALS = MINDING | HEEDING | ALWAYS | MAKING_SURE | BETTER_HABITS | CALLING_FOR


def appeals_in(sentence: Sentence, organisation: Organisation) -> Iterator[tuple[int, int]]:
    """Start and end of every appeal to people of the organisation, or to nobody in particular."""
    for worth, look in _LOOKS:
        if sentence.possible & worth:
            yield from look(sentence, organisation)
