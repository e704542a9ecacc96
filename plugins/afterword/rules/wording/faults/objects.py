"""The wrong thing in somebody's hands: `powered down the wrong rack`, `dropped the primary instead of the replica`."""

from __future__ import annotations

import re

from afterword.rules.wording.faults.fault import Fault, Sign, is_supposed, names_person
from afterword.rules.wording.frames import has_local_reason
from afterword.rules.wording.gated import gated
from afterword.rules.wording.lexicon import words
from afterword.rules.wording.organisation import Organisation
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.subjects import Subject, doer_of
from afterword.rules.wording.subjects.after import agent_after

_WRONG = gated(
    r"(?<![\w-])(?:an? |the )?(?<!went )(?<!gone )(?<!goes )wrong (?P<what>(?!(?:with|in|and|mental|lead|track|"
    r"answers?|prices?|"
    r"impression|conclusions?|reasons?|hypothesis|theory|results?|direction|place|way|order|idea)\b)[\w-]+)"
)
_SEEN = re.compile(
    r"\b(?:found|cleaned up|tidied up|noticed|saw|seen|discovered|spotted|reported|detected|identified|fixed|"
    r"corrected|replaced|reverted|"
    r"removed the|changed the|showed|shows|returned|was|were|is|are|be|been|being|that|which|because|if|when|got|about|"
    r"received|acted on|relied on|based on|complained|showing|has|have|realised|realized|catch|caught|investigated|"
    r"diagnosed|repaired|flagged)\s"
    r"(?:[\w'-]+ ){0,3}$|"
    r"\b(?:reports?|complaints?|tickets?|alerts?|logs?|errors?) (?:of|about|that|from|on|saying)\b[^.;,]*$"
)
_MADE_TO = re.compile(
    r"\b(?:caus(?:es?|ed|ing)|le(?:d|ads?|ading)|forc(?:es?|ed|ing)|(?:mak(?:es?|ing)|made)|(?:lets?|letting)|"
    r"allow(?:s|ed|ing)?|tell(?:s|ing)?|told|configured|instruct(?:s|ed|ing)?) (?P<who>[^.;,]{1,40}?) (?:to )?[\w-]+ "
    r"(?:[\w-]+ ){0,2}$"
)
"""What makes something else take the wrong thing: `a slip in the template made the importer read the wrong table`."""
_BY = re.compile(r"\bby (?=\w)")
_RUINED = gated(
    r"(?<![\w-])(?:restarted|rebooted|deleted|dropped|wiped|killed|powered (?:off|down)|shut down|"
    r"erased|"
    r"truncated|overwrote|unplugged|disconnected|formatted|typed|ran|executed|pasted|entered|"
    r"terminated|destroyed|connected to)\b"
    r"[^.;,]{1,60}? (?:instead of|rather than) (?:the |on |to |in |into |from |a |an |only |just |against |staging|"
    r"test|dev|production|local|sandbox)"
)


def _wrong(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    before = sentence.low[max(sentence.lead, found.start() - 60) : found.start()]
    if is_supposed(sentence, found.start()) or has_local_reason(sentence, found.end()):
        return None
    if found.start() <= sentence.lead + 1 or _SEEN.search(before.rstrip() + " "):
        return _by_somebody(sentence, found, organisation)
    if (made := _MADE_TO.search(before)) and not names_person(made["who"]):
        return None
    doer = doer_of(sentence, found.start(), organisation)
    if doer.kind not in ("person", "we"):
        return None
    return Fault(*found.span(), doer, doer.is_mild)


def _by_somebody(sentence: Sentence, found: re.Match[str], organisation: Organisation) -> Fault | None:
    """`the wrong pod was deleted by an engineer`."""
    by = _BY.search(sentence.low, found.end(), found.end() + 60)
    who = agent_after(sentence, by.end(), organisation) if by else Subject("unknown")
    return Fault(found.start(), who.end, who, who.is_mild) if who.kind in ("person", "we", "you") else None


def _ruined(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    if subject.kind == "system":
        subject = doer_of(sentence, found.start(), organisation)
    if not subject.is_person or is_supposed(sentence, found.start()) or has_local_reason(sentence, found.end()):
        return None
    return Fault(*found.span(), subject, True)


WRONG_THING = Sign(words("wrong"), _WRONG, _wrong)
INSTEAD_OF = Sign(words("instead rather"), _RUINED, _ruined)
