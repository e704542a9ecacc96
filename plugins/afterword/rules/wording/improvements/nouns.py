"""`Better monitoring`, `establish clear processes`, `communication needs to improve`: promises around a noun."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.rules.wording.gated import gated, mask_of
from afterword.rules.wording.improvements.purpose import SPECIFIC, Vague, is_specific
from afterword.rules.wording.improvements.things import FILL, LOOSE, PLAIN_FILL, THINGS
from afterword.rules.wording.sentences import Sentence

_NOUN = gated(
    rf"(?<![\w-])(?:(?:better|more|improved|enhanced|stronger|tighter|stricter|increased|clearer|additional|"
    rf"continuous improvements? (?:to|of|in)|improvements? (?:to|of|in)) )+(?:(?:thorough|rigorous|careful|frequent|"
    rf"robust|regular|comprehensive|extensive|proactive) )*(?P<thing>{FILL}{LOOSE}|"
    rf"{PLAIN_FILL}{THINGS})(?![\w-])(?P<rest>.{{0,140}})"
)
_SET_UP = gated(
    rf"(?<![\w-])(?:implement|establish|introduce|adopt|develop|define|create|provide|build|put in place|set up|"
    rf"maintain|enforce|have|hold|schedule|ensure|use|design|conduct|perform|apply|add|need|require|"
    rf"follow)(?:ing)? (?:an? |the |"
    rf"some )?"
    rf"(?:(?:more|better|stricter|clearer|stronger|improved|robust|comprehensive|rigorous|effective|thorough|proper|"
    rf"stringent|clear|adequate|enhanced|solid|good|tighter|reliable|consistent|frequent|regular|"
    rf"proactive) ){{1,3}}"
    rf"(?P<thing>(?:and )?{PLAIN_FILL}(?:{LOOSE}|testing|reviews?|code reviews?|monitoring|protocols?|standards?|"
    rf"guidelines?|strateg(?:y|ies)|controls|safeguards|checks|measures|plans?|qa|governance|observability|alerting|"
    rf"mechanisms|policies|oversight|meetings|syncs|check-ins|exchanges|ownership|runbooks?|playbooks?|"
    rf"tooling|protections?|prevention|working relationships?))(?![\w-])(?P<rest>.{{0,140}})"
)
_NEEDS = gated(
    rf"(?<![\w-])(?P<thing>(?:{THINGS})(?: (?:between|of|for|with|around|in) [^.;,]{{1,60}}?)?) (?:needs?|has|have|"
    rf"must|should|will|could)(?: to)? (?:be )?(?:improv(?:e|ed)|better|get better|be better|strengthened|enhanced|"
    rf"tightened|(?:(?:some|much|still|plenty of|a lot of) )*room for improvement)(?!\w)(?P<rest>.{{0,80}})"
)
_TITLE = re.compile(r"[^.;:!?]{0,60}?[a-z\d)] (?:We|This|These|It|They|The|Our|An?) [a-z]")
_PROMISED = re.compile(
    r"\b(?:we|i|the team|they)(?:'ll| will| need to| should| must| plan to| (?:are|'re) going to| want to) "
    r"(?:work|strive|try|aim|continue|extend|add|put|bring|push|look|ask|call|seek) (?:[\w,-]+ ){0,6}$"
)
NOUNS = mask_of(_NOUN, _SET_UP, _NEEDS)


def better_things(sentence: Sentence) -> Iterator[Vague]:
    """Better things that are needed, or stand alone."""
    low, lead = sentence.low, sentence.lead
    for found in _NOUN.finditer(sentence):
        before = low[lead : found.start()]
        needed = re.search(
            r"\b(?:need|needs|want|require[sd]?|should have|must have|there should be|should be|have to have|"
            r"lesson:?) (?:an? |some |much |to be )*$",
            before,
        )
        if (
            (needed or _PROMISED.search(before) or (not before.strip() and not _is_title(sentence, found)))
            and not is_specific(found)
            and not _is_clause(found)
        ):
            yield found.start(), found.end("thing"), found["thing"].split()[-1]


def set_up(sentence: Sentence) -> Iterator[Vague]:
    """Things of a good sort that are to be set up."""
    low, lead = sentence.low, sentence.lead
    for found in _SET_UP.finditer(sentence):
        starts = found.start() == lead or re.search(
            r"(?:\b(?:will|should|must|need to|needs to|have to|going to|let's|we|to|and|also|(?:will|'ll) be)|"
            r"[:;–—-]) $",
            low[: found.start()],
        )
        if (
            starts
            and not re.search(r"\b(?:used|order|able|trying|failed|easy|hard|had|want|like) to $", low[: found.start()])
            and not is_specific(found)
            and not re.search(r"[:–—(]| - ", found["rest"])
        ):
            yield found.start(), found.end("thing"), found["thing"].split()[-1]


def needing(sentence: Sentence) -> Iterator[Vague]:
    """Things that need to become better."""
    for found in _NEEDS.finditer(sentence):
        if not SPECIFIC.search(found["rest"]):
            yield found.start(), found.start("rest"), found["thing"].split()[0]


def _is_title(sentence: Sentence, found: re.Match[str]) -> bool:
    """Whether the noun phrase is an item's title without a full stop, and its text begins on the line after it."""
    return _TITLE.match(sentence.raw, found.end("thing")) is not None


def _is_clause(found: re.Match[str]) -> bool:
    """Whether the noun phrase is the subject of a sentence about what is, such as `more tests failed`."""
    return (
        re.match(
            r"\s+(?:rules (?:was|were|is|are)|was|were|is|are|would|could|had|has|have|failed|ran|came|made|"
            r"meant|did|than|and more|showed|gave|"
            r"led|took|will (?:follow|come|be (?:posted|shared|given|added|made)|appear)|fired|(?!need|requir|"
            r"plann|relat|"
            r"bas|focus|dedicat|perform|involv|provid|expos)\w{2,}ed)\b",
            found["rest"],
        )
        is not None
    )
