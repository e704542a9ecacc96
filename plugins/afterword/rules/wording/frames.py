"""What the words around a phrase make of it: a negation, a contrast, a purpose, a local reason, a named control."""

from __future__ import annotations

import re
from functools import lru_cache

from afterword.rules.wording.reasons import has_condition, is_character
from afterword.rules.wording.sentences import Sentence

_CLAUSE_START = re.compile(
    r"(?:[;:–—(]|,\s+(?:and|but|so|which|who|because|while|although|as|rather)\b|\b(?:but|because|although|while|"
    r"whereas)\b)"
)
_CLAUSE_END = re.compile(r"[;:–—()]|,\s|\b(?:but|because|although|while|whereas|which|so that)\b")
_NEGATION = re.compile(
    r"\b(?:not|never|no|nobody|nothing|none|neither|nor|without|hardly|rather than|instead of|less|cannot|no longer|"
    r"isn't|wasn't|aren't|weren't|don't|doesn't|didn't|won't|can't|is about more than|rule[sd]? out|unlikely)\b"
)
_PURPOSE = re.compile(
    r"\b(?:prevent(?:s|ed|ing)?|avoid(?:s|ed|ing)?|reduc(?:e|es|ed|ing)|eliminat(?:e|es|ed|ing)|minimi[sz](?:e|es|"
    r"ed|ing)|guard(?:s|ed|ing)?(?: against)?|"
    r"protect(?:s|ed|ing)?(?: \w+)? (?:from|against)|mitigat(?:e|es|ed|ing)|catch(?:es|ing)?|safeguard\w*|harder|"
    r"hard|difficult|"
    r"impossible|less likely|risk of|risk for|potential (?:for|of)|possibility of|chance of|room for|prone to|"
    r"susceptible to|resilien\w+|"
    r"robust (?:to|against)|toleran\w+|in case of|in the event of|whether|if|unless|could be|might be|may be|"
    r"may have|might have|can be|to rule out|"
    r"assum(?:e|ed|ing|es)|suspect(?:ed|s|ing)?|thought to be|believed to be|treat(?:s|ed|ing)?|called|calling|"
    r"label(?:s|led|ed|ling|ing)?|"
    r"categor\w+|classif\w+|attribut(?:e|ing) to|blam(?:e|es|ing)|learn(?:s|t|ed|ing)? from)\b"
)
_SUPPOSED = ("assum", "suspect", "thought", "believed", "treat", "call", "label", "categor", "classif", "learn")
_REASON = re.compile(
    r"\b(?:because|since (?!\d|day\b|then\b|last\b|early\b|late\b|yesterday|(?:the )?(?:beginning|start|launch)|jan|"
    r"feb|"
    r"mar|apr|may\b|jun|jul|aug|sep|oct|nov|dec|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|"
    r"as (?:the|it|its|they|this|that|what|all|both|no|our|there|a|an)|given that|due to|owing to|"
    r"(?<=, )as (?!(?:well|soon|long|far|if|though|opposed|such|usual|per|in|for|of)\b)(?:[\w'-]+ ){1,4}?(?:is|was|"
    r"are|were|"
    r"had|has|did|does|could|can|holds?|held|takes?|took|runs?|ran|uses?|used|needs?|needed|lacks?|lacked)|"
    r"(?:which|that|it|they|both|all) (?:had )?(?:looked|looks|appeared|seemed|showed|read|resembled)|"
    r"looked (?:like|the same|identical)|"
    r"had no (?:cue|way|signal|warning|sign|indication|means)|misled by|under the impression|"
    r"no (?:cue|warning|signal|alert|indication|prompt)|coincided|made it look|was (?:labelled|labeled|named|"
    r"shown) (?:as|like))\b"
)
_REASON_AFTER = re.compile(
    r"(?:(?:this|that|it|which) (?:was|is|made|looked|seemed)|because|the reason|at (?:the|that) (?:time|moment|point)|"
    r"(?:the|both|nothing|no|its|their|our|neither|from|in|two)\b)[^.;?!]{0,90}\b(?:because|made sense|looked (?:like|"
    r"the same|identical|right|normal|fine|healthy)|same (?:name|label|colou?r|title|icon|prompt)|no (?:cue|warning|"
    r"sign|hint|signal)|(?:does|did|do) not (?:say|show|tell|mention|warn|distinguish|mark|ask))\b"
)
_DELIBERATE = re.compile(
    r"\b(?:deliberately|intentionally|on purpose|purposely|purposefully|as (?:planned|agreed|intended|designed|"
    r"required|"
    r"documented|advised|recommended|instructed|usual)|as the [\w-]+ (?:says?|said|requires?|required|asks?|asked|"
    r"recommends?|tells?|told|prescribes?)|by design|in order to|so that\b|so (?:we|it|they|the|nobody|no)\b|"
    r"(?:on|at) (?:the )?(?:advice|request|suggestion) of)"
)
_REPORTED = re.compile(
    r"\b(?:reports?|reported|according to|says?|said|wrote|writes|claims?|claimed|calls it|called it|told|"
    r"described (?:it )?as|the headline)\b"
)
_CONTROL = re.compile(
    r"\b(?:by|with|in|through|had) (?:an? |the |our |some |any |more |better |automated |automatic )*(?:[\w-]+ ){0,3}"
    r"(?:tests?|testing|suite|alerts?|alerting|alarms?|monitor(?:s|ing)?|checks?|gates?|canar(?:y|ies)|lint(?:er|"
    r"ers|ing)?|ci|validation|"
    r"validators?|eval(?:s|uation|uations)?|probes?|limits?|staging|dashboards?|guardrails?|type checker|schema|"
    r"pipeline|automation|counting|pybal)\b"
)


def clause_before(sentence: Sentence, offset: int) -> str:
    """The clause's text before `offset`, at most a dozen words of it."""
    before = sentence.low[max(sentence.lead, offset - 90) : offset]
    starts = [found.end() for found in _CLAUSE_START.finditer(before)]
    return before[starts[-1] :] if starts else before


def clause_after(sentence: Sentence, offset: int) -> str:
    """The clause's text from `offset` on."""
    after = sentence.low[offset : offset + 160]
    end = _CLAUSE_END.search(after)
    return after[: end.start()] if end else after


def is_negated(sentence: Sentence, start: int) -> bool:
    """Whether a negation or contrast stands before the phrase in its clause."""
    return _NEGATION.search(clause_before(sentence, start)) is not None


def is_prevented(sentence: Sentence, start: int) -> bool:
    """Whether the phrase is what something prevents or is to withstand."""
    found = _PURPOSE.search(clause_before(sentence, start))
    return found is not None and not found[0].startswith(_SUPPOSED)


def is_guarded_against(sentence: Sentence, start: int) -> bool:
    """Whether the phrase is what something prevents, assumes or discusses, and not what happened."""
    return _PURPOSE.search(clause_before(sentence, start)) is not None


def has_local_reason(sentence: Sentence, end: int) -> bool:
    """Whether a reason follows (or begins the sentence) that makes sense of the act at the time."""
    low, lead = sentence.low, sentence.lead
    return (
        (_may_reason(low) and any(not is_character(low, found.end()) for found in _REASON.finditer(low, end)))
        or has_condition(sentence, end)
        or (low.startswith(("because ", "since ", "as the ", "due to the "), lead) and not is_character(low, lead))
        or _REASON_AFTER.match(sentence.next) is not None
    )


@lru_cache(maxsize=16)
def _may_reason(low: str) -> bool:
    """Whether a reason stands anywhere; a sentence is asked again at each of its deeds."""
    return _REASON.search(low) is not None


def is_deliberate(sentence: Sentence, start: int) -> bool:
    """Whether the act is told as meant: `deliberately`, `as the procedure requires`, `so that we could compare`."""
    return _DELIBERATE.search(sentence.low, max(sentence.lead, start - 60)) is not None


def names_control(sentence: Sentence, end: int) -> bool:
    """Whether the test, alert or gate is named that was missing."""
    return _CONTROL.search(sentence.low, end, end + 140) is not None


def is_reported(sentence: Sentence, start: int) -> bool:
    """Whether somebody else is told to say it: `a newspaper reports that …`."""
    return _REPORTED.search(sentence.low, 0, start) is not None


def stops_at_question(sentence: Sentence) -> bool:
    """Whether the sentence is a question."""
    return sentence.low.rstrip("*_\"')] ").endswith("?")
