"""What stands around an improvement: whether it is ordered or told, and whether the rest names how it will show."""

from __future__ import annotations

import re

from afterword.rules.wording.sentences import Sentence

SPECIFIC = re.compile(
    r"\b(?:so that (?!(?:this|it|that|we|such)\b)|so (?:we|it|they) |when(?:ever)?\b|if (?:the|a|an|more|any)\b|"
    r"by (?:\w+ly )?(?:adding|moving|using|making|distributing|implementing|checking|introducing|requiring|"
    r"splitting|running|setting|\w+ing)\b|"
    r"at \d|(?:version|release) \d|\bv?\d+\.\d|\d+ ?%|\d+ (?:s|ms|minutes?|seconds?|hours?|days?)\b|threshold|"
    r"tickets?|#\d+|t\d{4,}|\u0000|"
    r"per (?:\w+)\b|such as|including|e\.g|which (?:will|would|can)|instead of|via\b|using\b|"
    r"that (?:test|check|alert|page|block|cover|show|fire|run|exercise|measure|track|detect|use|would|are|is|we use|"
    r"sends?)s?\b|to (?:\w+ly |more \w+ |better |also )*(?:page|alert|block|reject|cover|measure|track|use|run|"
    r"include|exercise|show|indicate|report|flag|fail|stop|depool|allow|support|handle)\b)"
)
GENERIC_PURPOSE = re.compile(
    r"\s*(?:in order )?(?:to|so that|which will|and|,|for|that)? ?(?:\w+ ){0,4}?(?:prevent|avoid|detect|reduce|"
    r"ensure|catch|identify|mitigate|minimi[sz]e|improve|be |respond|help)\b[^.;]{0,40}?\b(?:this|these|such|"
    r"similar|type|kind|class|recurrence|again|future|incidents?|issues?|problems?|failures?|reliability|quickly|"
    r"sooner|faster|early|earlier)\b"
)
_NARROW = re.compile(
    r"\s*(?:for|of|on|around|in|at|with|to|within|against(?! (?:this|it|that|these|such|similar|"
    r"future)\b)) (?!(?:the |our |this |these |all |such |similar |any |"
    r"future )*(?:\w+ )?(?:process|processes|team|teams|future|service|services|system|systems|area|endpoints|"
    r"incident|incidents|changes|cases|issues|company|organi[sz]ation|platform|general|place|infrastructure|"
    r"production|services|releases|deployments?)\b(?! (?:of|that|which|where|with)))[^.;,]*[\w-]+"
)
_HELD_TO = re.compile(
    r"\s*(?:in order )?to (?:ensure|make sure)(?: that)? (?:i|we|they|the on-?call \w+|support|customers) "
    r"(?!(?:can|are|is|have|will|do|don't|never)\b)\w+ (?:and \w+ )?(?:any|all|every|each|the)\b"
)
ORDER = re.compile(
    r"(?:\b(?:we|i|they|'ll|will|should|must|shall|need|needs|need to|needs to|have to|has to|plan to|going to|"
    r"want to|to|please|and|also|let's|are|is|be|actively|continue to|including|commit(?:ted)? to|working to|"
    r"immediately|further|team|have|by|consider|on|with|its compute provider to)|[:;,–—-]) $"
)
TOLD = re.compile(
    r"\b(?:was|were|had|did|used|helped|led|allowed|asked|trying|tried|because|if|without|would|could|lack of|no|"
    r"not|provides?|gives?|gave|after|since|help us|despite|than) (?:\w+ ){0,2}$"
)
_OPEN = re.compile(
    r"\b(?:unclear|not (?:yet )?(?:clear|known|sure|certain|obvious)|unknown|uncertain|unsure|(?:don't|do not|doesn't|"
    r"does not) (?:yet )?know|not much|nothing|little) (?:what|how|whether|if|which|that|there)\b[^.;:]{0,40}$"
)
Vague = tuple[int, int, str]
"""Start, end and thing of a promise."""


def is_open_question(sentence: Sentence, start: int) -> bool:
    """Whether it is what nobody knows yet, and no promise: `it is unclear what we can do to avoid this`."""
    return _OPEN.search(sentence.low, max(0, start - 90), start) is not None


def is_specific(found: re.Match[str]) -> bool:
    """Whether the rest of the sentence (group `rest`) names an object, threshold, method or ticket."""
    rest = found["rest"]
    if _HELD_TO.match(rest):
        return True
    if GENERIC_PURPOSE.match(rest) and not re.search(r"\bby \w+ing\b|\u0000|#\d+|\bt\d{4,}", rest):
        return False
    if SPECIFIC.search(rest):
        return True
    if re.search(
        r"(?:documentation|docs|communications?|coordination|collaboration|process(?:es)?|procedures?|training|"
        r"runbooks?|testing|practices?|handovers?|culture)$",
        found["thing"],
    ):
        return False
    return _NARROW.match(rest) is not None
