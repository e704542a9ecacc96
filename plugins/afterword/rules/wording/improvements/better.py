"""`Better define owners`, `handle upgrades more smoothly`: work that is to be done better, with no word of how."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.rules.wording.gated import gated, mask_of
from afterword.rules.wording.improvements.purpose import SPECIFIC, Vague
from afterword.rules.wording.sentences import Sentence

_BETTER = gated(
    r"(?<![\w-])better (?:define|communicate|coordinate|understand|manage|align|prioriti[sz]e|organi[sz]e|prepare|"
    r"explain|handle|clarify|describe|isolate|protect|integrate|secure|(?:document|test|monitor|plan|track|share|"
    r"support)(?= (?:the|our|how|what|why|all|for|ahead|these|this)\b))(?![\w-])(?P<rest>.{0,140})"
)
_MORE = gated(
    r"(?<![\w-])(?:handle|manage|process|run|perform|do|deploy|release|respond|recover|detect|communicate|coordinate|"
    r"work|operate|react|migrate|upgrade|roll out) (?:[\w'-]+ ){0,5}?more (?:smoothly|effectively|efficiently|"
    r"gracefully|reliably|robustly|safely|smartly|swiftly)(?!\w)(?P<rest>.{0,140})"
)
_ORDERED = re.compile(
    r"\b(?:(?:we|i|they)'ll|will|should|must|needs? to|ha(?:s|ve) to|(?:am|is|are) going to|plans? to|wants? to|"
    r"continue to|commit(?:ted)? to|aims? to|let's)(?: also| all)? $"
)
DONE_BETTER = mask_of(_BETTER, _MORE)


def better_done(sentence: Sentence) -> Iterator[Vague]:
    """Work that is ordered to be done better, where nothing says how or how it will show."""
    for pattern in (_BETTER, _MORE):
        for found in pattern.finditer(sentence):
            begins = found.start() == sentence.lead or _ORDERED.search(sentence.low, 0, found.start())
            if begins and not SPECIFIC.search(found["rest"]):
                yield found.start(), found.start("rest"), "it"
