"""More verbs of falling short: leaving out, mixing up, letting through, taking for granted, ruining."""

from __future__ import annotations

import re

from afterword.rules.wording.faults.fault import Fault, Sign, culpable
from afterword.rules.wording.gated import gated
from afterword.rules.wording.lexicon import words
from afterword.rules.wording.organisation import Organisation
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.subjects import Subject

_SOME = r"(?:[\w'-]+ ){0,4}?"
_LEAVING_OUT = (
    r"omitted(?! to)|left out(?! of)|left (?:[\w'-]+ ){1,4}out(?= of\b|[.,;]|$)|skimped on|skimmed (?:over|past)"
)
_MIXING_UP = (
    rf"confus(?:ed|ing) (?!by\b|about\b|as\b){_SOME}[\w'-]+ (?:with|for|and)|conflated|mistook|mistaken|muddled|"
    rf"swapped by mistake|"
    r"got (?:[\w'-]+ ){1,6}(?:mixed up|muddled|confused|the wrong way (?:a?round|up)|backwards)|transposed|"
    r"got (?:it|this|that|things|the \w+) (?:all |so |completely |badly |very )?wrong"
)
_LETTING_BY = (
    rf"let {_SOME}[\w'-]+ (?:slip|pass|through|slide|lapse|expire|drift|go unnoticed|fall through|pass unnoticed)|"
    r"waved (?:[\w'-]+ ){1,4}(?:away|off|aside|past|through)|(?:brushed|shrugged|laughed) (?:[\w'-]+ ){0,4}(?:off|"
    r"aside|away)|glossed over|signed off (?:on )?(?:[\w'-]+ ){0,4}(?:blindly|unread|unseen)|"
    r"paid (?:no|little|too little|scant|insufficient) (?:attention|heed)|gave (?:no|little|too little|"
    r"scant|insufficient) (?:thought|consideration|attention)|turned a deaf ear|"
    r"(?:sat|slept) on (?:the|this|it|that|our|his|her|their)|kept putting (?:[\w'-]+ ){0,3}off|put off (?:the|this|"
    r"it)|"
    r"clicked (?:\w+ )?(?:through|past|away) (?:the |a |all )?(?:\w+ )?(?:warnings?|prompts?|dialogs?|confirmations?)"
)
_TRUSTING = (
    r"(?:took|taken|taking) (?:[\w'-]+ ){0,3}?for granted|jumped to (?:the |a |an )?(?:\w+ )?conclusions?|"
    r"jumped the gun|fell (?:into (?:the|a|our|this)|for) (?:\w+ )?trap|got ahead of (?:our|him|her|them|my)\w+|"
    r"(?:assumed|figured|thought|believed|supposed|hoped) (?:that )?(?:someone|somebody|(?:an|the) ?other\w*|others|"
    r"everyone|everybody|one of the others)\b|(?:trusted|relied on) (?:[\w'-]+ ){0,3}(?:blindly|too much)|"
    r"put too much (?:trust|faith|confidence)|lulled into"
)
_RUINING = (
    r"(?:screwed|messed|mucked|cocked|fouled|stuffed|bollocksed|fucked|goofed) (?:[\w'-]+ ){0,3}?up|"
    r"managed to (?:\w+ly )?(?:break|kill|delete|wipe|destroy|lose|take down|take out|lock (?:our|my|him|her|"
    r"them)\w+ out|corrupt|brick|mess|"
    r"screw|ruin|crash|drop the|overwrite|erase|knock)|"
    r"(?:flubbed|borked|bricked|clobbered|mangled|hosed|torched|tanked|fat-?fingered|cocked)(?= )|"
    r"shot (?:our|my|them|him|her)\w+ in the foot|(?:dragged|dragging) (?:our|his|her|their) feet|dozed off|nodded off|"
    r"(?:disobeyed|defied|flouted|overstepped|overruled|"
    r"overrode (?:the |our |his |her |their )?(?:[\w'-]+ ){0,2}(?:engineers?|team|reviewers?|advice|objections?|"
    r"concerns?|warnings?|recommendation))"
)
_AMISS = words(
    """read heard led laid spelt spoke understood took configured judged placed applied remembered stated typed
    interpreted identified reported handled managed allocated diagnosed directed estimated filed quoted represented
    used assigned numbered routed communicated calculated counted keyed labelled labeled clicked wired dialled dialed
    coded gauged attributed addressed set copied matched aligned tagged named spelled informed advised timed"""
)
_MISDOING = rf"mis-?(?:{'|'.join(sorted(_AMISS))})"
_SHORT_WORDS = words(
    """omitted left skimped skimmed confused confusing conflated mistook mistaken muddled swapped got transposed let
    waved brushed shrugged laughed glossed signed paid gave turned sat slept kept put clicked took taken taking jumped
    fell assumed figured thought believed supposed hoped trusted relied lulled managed
    screwed messed mucked cocked fouled
    stuffed bollocksed fucked goofed flubbed borked bricked clobbered mangled hosed torched tanked fat-fingered
    fatfingered fingered shot dragged dragging dozed nodded disobeyed defied flouted overstepped overruled overrode
    mis"""
) | {f"mis{each}" for each in _AMISS}
_SHORT = gated(
    rf"(?<![\w-])(?:{_LEAVING_OUT}|{_MIXING_UP}|{_LETTING_BY}|{_TRUSTING}|{_RUINING}|{_MISDOING})(?!\w)",
    _SHORT_WORDS,
)
_OUTSIDE_ACT = re.compile(r"^(?:let|put|took) .*\b(?:traffic|requests?|packets|users|customers|light|air|go)\b")


def _short(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    doer = None if _OUTSIDE_ACT.match(found[0]) else culpable(sentence, found, subject, organisation)
    return Fault(*found.span(), doer, doer.is_mild or doer.kind == "they", True) if doer else None


FALLEN_SHORT = Sign(_SHORT_WORDS, _SHORT, _short)
