"""Ratings in the predicate: `the decision was unwise`, `it was naive to think`, `not our finest hour`, `I was smug`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.rules.wording.frames import has_local_reason, is_guarded_against, is_negated
from afterword.rules.wording.gated import gated, mask_of, triggers_of
from afterword.rules.wording.lexicon.ratings import HUMAN_WORK, LOW, LOW_WORDS, WORK_WORDS
from afterword.rules.wording.organisation import Organisation
from afterword.rules.wording.reasons import has_condition
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.subjects import subject_of

_MILD = frozenset(
    {
        "poor",
        "bad",
        "wrong",
        "weak",
        "flawed",
        "inadequate",
        "insufficient",
        "lacking",
        "deficient",
        "confused",
        "rushed",
    }
)
_PREDICATE = gated(
    rf"(?<![\w-])(?P<what>{HUMAN_WORK})(?: (?:of|to|for|by|in|on|with|between|around|about|behind|during|from) "
    rf"(?:(?!(?:if|when|whether|what|something|notice|find) )[^.;,:]){{1,60}}?)? (?:was|were|is|are|has been|"
    rf"had been|"
    rf"have been|seems?|seemed|proved|turned out(?: to be)?|"
    rf"looks|looked|felt|remained)(?: (?:just|so|very|really|rather|quite|simply|also|a bit|all|both|at best|"
    rf"an? (?:bit|"
    rf"little)|downright|pretty|frankly|somewhat|not only|\w+ly))* (?P<low>{LOW})(?![\w-])(?! recovery)",
    LOW_WORDS,
    WORK_WORDS,
)
_IT_WAS = gated(
    rf"(?<![\w-])(?:it|this|that|which|what) (?:was|were)(?: (?:just|so|very|really|rather|quite|simply|also|pretty|"
    rf"\w+ly))* (?P<low>{LOW}|silly|stupid|dumb|optimistic|arrogant|lazy|presumptuous|unfair|risky|dangerous|"
    rf"a gamble|"
    rf"an? (?:\w+ )?(?:mistake|error|blunder|misjudge?ment|bad idea|terrible idea|poor choice|bad call|wrong call|"
    rf"shame|"
    rf"poor decision|bad decision))(?: (?:of|for|on the part of) (?:us|me|him|her|them|you|the [\w-]+|our [\w-]+))? "
    rf"(?:to (?!do with\b|date\b|be (?:sure|clear|precise)\b)|not to|that (?:we|i|they|he|she|nobody|no one)\b|"
    rf"of (?:us|me|"
    rf"him|her|them|the \w+)\b)",
    f"{LOW_WORDS} silly stupid dumb optimistic arrogant lazy presumptuous unfair risky dangerous gamble mistake "
    f"error blunder "
    "misjudgement misjudgment idea choice call shame decision",
    "it this that which what",
    "to not that of",
)
_OF_US = gated(
    rf"(?<![\w-])(?P<low>{LOW}|silly|stupid|dumb|lazy|arrogant) (?:of (?:us|me|him|her|them|the (?:team|engineer|"
    rf"operator|"
    rf"developer|vendor))|on (?:our|my|his|her|their|the (?:team|vendor)'s) (?:part|side|end))(?!\w)",
    f"{LOW_WORDS} silly stupid dumb lazy arrogant",
    "us me him her them team engineer operator developer vendor our my his their",
    "of on",
)
_FINEST = gated(
    r"(?<![\w-])(?:not (?:exactly |quite |really )?(?:our|my|their|the team's) (?:finest|best|proudest|brightest|"
    r"smartest|"
    r"greatest) (?:\w+)|not (?:a |the |exactly |very |really |particularly |an? especially )*(?:smart|clever|wise|"
    r"bright|"
    r"sensible|good) (?:move|idea|decision|choice|thing to do|call|plan|approach|way to)|(?:what|"
    r"how) (?:an? )?(?:stupid|"
    r"silly|dumb|foolish|careless|embarrassing|terrible)(?: \w+)?|how (?:naive|naïve|stupid|foolish|wrong|blind|"
    r"optimistic|silly|"
    r"dumb|careless) (?:we|i|they|he|she) (?:was|were|had been)|shame on (?:us|me|them|him|her|you)|"
    r"(?:an? |such an? |another |my |our |total |complete |classic )*(?:amateur(?:ish)?|rookie|schoolboy|newbie|noob|"
    r"elementary|boneheaded|embarrassing|childish|textbook|facepalm|brain-?dead|avoidable|preventable) "
    r"(?:mistakes?|errors?|blunders?|move|slips?|oversights?|failures?)|brain ?fart|comedy of errors|"
    r"(?:unfortunate|regrettable|ridiculous|terrible|big|huge|serious|grave|costly|horrible|massive|major|colossal|"
    r"expensive|fatal|critical|glaring|obvious|simple|bad|unforced|sad) (?:mistakes?|oversights?|blunders?|"
    r"misjudge?ments?|missteps?|lapses?(?! (?:of|in) (?:the )?(?:lease|licen[cs]e))|errors? (?:of|in) judge?ment)|"
    r"(?:we|i)(?: are| am| were| was| feel|'re|'m) (?:\w+ly |very |so )*(?:embarrassed|ashamed|disappointed (?:in|"
    r"with) (?:ourselves|myself|our|my|how we))|"
    r"(?:series|string|catalogue|litany|chain|number) of (?:\w+ )?(?:mistakes|blunders|bad decisions|poor decisions|"
    r"human errors|oversights|missteps))(?!\w)",
    "unfortunate regrettable ridiculous terrible big huge serious grave costly horrible massive major colossal "
    "expensive "
    "fatal critical glaring obvious simple bad unforced sad embarrassed ashamed disappointed not what how shame "
    "amateur amateurish rookie schoolboy newbie noob elementary boneheaded embarrassing childish "
    "textbook "
    "facepalm brain brainfart braindead avoidable preventable comedy series string catalogue litany chain number",
    "we i we're i'm misjudgement misjudgments misjudgment misjudgements misstep judgement judgment lapse lapses "
    "finest best proudest brightest smartest greatest naive naïve blind optimistic wrong smart clever wise bright "
    "sensible good stupid silly dumb foolish "
    "careless embarrassing terrible shame mistake mistakes error errors blunder blunders move slip slips oversight "
    "oversights failure failures fart brainfart comedy decisions missteps",
)
_CHARACTER = gated(
    r"(?<![\w-])(?:was|were|am|are|is|been|being|got|grew|became|felt|i'm|we're|they're)(?: (?:just|so|very|really|"
    r"rather|quite|simply|"
    r"also|"
    r"pretty|far|much|a bit|a little|all|both|too|plain|clearly|probably|\w+ly))* (?P<low>smug|lazy|arrogant|"
    r"stubborn|"
    r"impatient|greedy|selfish|sloppy|careless|complacent|cocky|overconfident|over-?eager|too eager|foolish|stupid|"
    r"dumb|"
    r"silly|naive|naïve|ignorant|clueless|incompetent|inept|irresponsible|reckless|negligent|forgetful|"
    r"distracted(?! by)|"
    r"oblivious|blas[eé]|lax|dismissive|defensive|unhelpful|uncooperative|unprofessional|inattentive|thoughtless|"
    r"short-?sighted|over-?optimistic|undisciplined|unprepared|ill-prepared|disorgani[sz]ed|overwhelmed and|"
    r"in denial|"
    r"asleep (?:at|on) (?:the|duty|shift|watch)|drunk|tired and|incapable|unqualified|inexperienced|out of (?:our|my|"
    r"their|his|her) depth|not up to|"
    r"not (?:very |particularly |as )?(?:careful|thorough|diligent)(?: enough)?|"
    r"not (?:disciplined|prepared|rigorous|strict) enough|not being (?:careful|"
    r"thorough))(?![\w-])",
    "smug lazy arrogant stubborn impatient greedy selfish sloppy careless complacent cocky overconfident eager "
    "overeager "
    "foolish stupid dumb silly naive naïve ignorant clueless incompetent inept irresponsible reckless negligent "
    "forgetful "
    "distracted oblivious blase blasé lax dismissive defensive unhelpful uncooperative unprofessional inattentive "
    "thoughtless "
    "shortsighted sighted optimistic overoptimistic undisciplined unprepared prepared disorganised disorganized "
    "overwhelmed "
    "denial asleep drunk tired incapable unqualified inexperienced depth up careful thorough diligent disciplined "
    "rigorous "
    "strict confident",
)
_BAD_CHOICE = gated(
    r"(?<![\w-])(?:was|were|proved|turned out) (?:to be )?(?:\w+ly )?(?:an?|our|my|their|his|her|the) (?:(?:big|huge|"
    r"very|costly|serious|terrible|clear|real|truly|rather|pretty|plainly) )*(?:bad idea|(?:bad|poor|wrong) "
    r"(?:call|choice|decision))(?!\w)",
    "idea call choice decision",
    "was were proved turned",
)
_CIRCUMSTANCES = ("distracted", "unprepared", "ill-prepared", "inexperienced", "unqualified")
"""What a condition may make of anybody; the rest is character."""
_LACKED = gated(
    r"(?<![\w-])(?:lacked|did not have|didn't have|had no|was without|were without|had not (?:established|developed|"
    r"documented)) "
    r"(?:an? |any |the )?(?:adequate|proper|sufficient|appropriate|basic|effective|necessary|meaningful|formal|"
    r"serious) [\w-]+"
)
_FORESEEN = re.compile(r"\b(?:would|could|may|might|will|can)\b[^.;,]{0,35}$")
_THINGS = re.compile(r"\b(?:api|database|network|disk|server|cache|query|signal|link|image|audio|hardware)\b")
_MEASURED = re.compile(
    r"too (?:slow|late|little|optimistic|ambitious)|unfortunate|unrealistic|(?:overly|far too|way too) \w+|"
    r"over-?(?:optimistic|ambitious)|not (?:fast|quick|clear|robust) enough|inconsistent|weak|patchy|sluggish|"
    r"insufficient|inadequate|inappropriate|premature|unstructured"
)
"""Ratings that may as well measure: of how long it took, or of how much there was."""
_EVENT = re.compile(
    r"(?:(?:the|our|their|my|his|her) )?(?:\w+ ){0,2}?(?:migration|rollout|launch|release|cutover|upgrade|switchover|"
    r"deployment|operation|exercise|approach|response|reaction|performance|maintenance|tests?|restore|recovery)\b"
)
_RECKONED = re.compile(
    r"(?:(?:the|our|their|my|his|her) )?(?:\w+ ){0,2}?(?:estimates?|assumptions?|expectations?|understanding)\b"
)
_TIME = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|several|many)\+? (?:seconds?|minutes?|hours?|"
    r"days?|weeks?|months?)\b"
)
_MEANT = re.compile(r"risky|dangerous|a gamble|not \w+|unfortunate|regrettable|less than|far from|unacceptable")
_IN_A_THING = re.compile(r" in (?:the|an?|our|its|this|that) [\w-]+")
_PATTERNS = (_PREDICATE, _IT_WAS, _OF_US, _FINEST, _CHARACTER, _BAD_CHOICE, _LACKED)
VERDICT_WORDS, VERDICTS = triggers_of(*_PATTERNS), mask_of(*_PATTERNS)


def verdicts_in(sentence: Sentence, organisation: Organisation) -> Iterator[tuple[int, int, bool]]:
    """Start and end of every rating, and whether it is said of people."""
    for found in _PREDICATE.finditer(sentence):
        if found["low"] in _MILD and _THINGS.search(found[0]):
            continue
        if _is_measured(sentence, found):
            continue
        if not is_guarded_against(sentence, found.start()) and not _is_denied(sentence, found):
            yield found.start(), found.end(), found["low"] not in _MILD and not _MEASURED.match(found["low"])
    for pattern in (_IT_WAS, _OF_US, _FINEST, _BAD_CHOICE):
        for found in pattern.finditer(sentence):
            if _FORESEEN.search(sentence.low, max(0, found.start() - 40), found.start()):
                continue
            if pattern is _IT_WAS and _MEANT.match(found["low"]) and has_local_reason(sentence, found.end()):
                continue
            if pattern is _FINEST and _IN_A_THING.match(sentence.low, found.end()):
                continue
            if not is_guarded_against(sentence, found.start()) and not is_negated(sentence, found.start()):
                yield found.start(), found.end(), pattern in (_OF_US, _BAD_CHOICE)
    for found in _CHARACTER.finditer(sentence):
        if found["low"] in _CIRCUMSTANCES and has_condition(sentence, found.end()):
            continue
        subject = subject_of(sentence, found.start(), organisation)
        if subject.is_person and not is_guarded_against(sentence, found.start()) and not _is_denied(sentence, found):
            yield found.start(), found.end(), True
    for found in _LACKED.finditer(sentence):
        if subject_of(sentence, found.start(), organisation).kind == "person":
            yield found.start(), found.end(), False


def _is_measured(sentence: Sentence, found: re.Match[str]) -> bool:
    """Whether it rates a length of time, how an event went or how an estimate came out, and not what people did."""
    if _TIME.search(sentence.low, sentence.lead, found.start("low")):
        return True
    if found["low"] in ("wrong", "flawed", "unfortunate", "confused") and _RECKONED.match(found["what"]):
        return True
    return _MEASURED.match(found["low"]) is not None and _EVENT.match(found["what"]) is not None


def _is_denied(sentence: Sentence, found: re.Match[str]) -> bool:
    return (
        re.search(r"\b(?:not|never|n't|nor|hardly)\b(?! only)", found[0][: found.start("low") - found.start()])
        is not None
    )
