"""Improvements that are promised: which thing is to become better, and whether the sentence says how that will show."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.rules.wording.lexicon import words
from afterword.rules.wording.sentences import Sentence

_THINGS = (
    r"(?:monitoring(?: and alerting)?|logging|metrics|dashboards?|instrumentation|error (?:handling|reporting|"
    r"messages)|notifications?|coverage|observability|alerting|alerts|testing(?: coverage)?|test coverage|tests|"
    r"documentation|docs|process(?:es)?|procedures?|practices?|communications?|coordination|collaboration|"
    r"training|tooling|tools|reliability|resilien(?:ce|cy)|stability|quality|robustness|availability|performance|"
    r"security|safety|safeguards|controls|code reviews?|reviews?|reviewing|planning|response|"
    r"incident (?:response|management|handling|process(?:es)?)|operational excellence|excellence|readiness|"
    r"preparedness|culture|awareness|understanding|visibility|governance|policies|policy|"
    r"runbooks?|playbooks?|onboarding|hand-?overs?|handoffs?|workflow|detection(?: mechanisms?| capabilit(?:y|ies)|"
    r" time)?|capabilities|capability|measures|systems?|infrastructure|efforts|methods|experience|discipline|"
    r"ownership|oversight|standards|guidelines|qa|"
    r"change management(?: processes| process)?|deployments?|rollouts?|release process|quality assurance|checks|"
    r"approach|how we [\w-]+|the way we [\w-]+|strategy|knowledge|skills|hygiene|rigou?r|efficiency|responsiveness)"
)
_UP = (
    r"(?:improv(?:e|ing)|enhanc(?:e|ing)|strengthen(?:ing)?|increas(?:e|ing)|tighten(?:ing)?|better|refin(?:e|ing)|"
    r"bolster(?:ing)?|optimi[sz](?:e|ing)|streamlin(?:e|ing)|revisit(?:ing)?|rethink(?:ing)?|review(?:ing)?|"
    r"re-?evaluat(?:e|ing)|reconsider(?:ing)?|upgrad(?:e|ing)|harden(?:ing)?|formali[sz](?:e|ing)|"
    r"invest(?:ing)? (?:more )?in|work(?:ing)? on|focus(?:ing)? on|look(?:ing)? into|expand(?:ing)?|"
    r"step(?:ping)? up|clean(?:ing)? up)"
)
_LOOSE = (
    r"(?:process(?:es)?|procedures?|practices?|communications?|coordination|collaboration|response|documentation|"
    r"docs|culture|training|management|handling|planning|excellence|awareness|handovers?)"
)
_PLAIN_FILL = (
    r"(?:(?:and|or|the|our|its|their|this|these|all|general|overall|existing|current|internal|better|team|"
    r"cross-team|company|more|some|both|testing|monitoring|alerting|code|incident|logging|quality|operational|"
    r"service|system|release|deployment) ){0,4}?"
)
_FILL = r"(?:(?!\w+ed\b|(?:without|with|of|for|in|on|to|than|no|not)(?![\w-]))[\w/-]+ ){0,4}?"
_DO = re.compile(
    rf"(?<![\w-])(?P<verb>{_UP}) (?P<thing>{_FILL}{_LOOSE}|{_PLAIN_FILL}{_THINGS})(?![\w-])(?P<rest>.{{0,140}})"
)
_NOUN = re.compile(
    rf"(?<![\w-])(?:(?:better|more|improved|enhanced|stronger|tighter|stricter|increased|clearer|additional|"
    rf"continuous improvements? (?:to|of|in)|improvements? (?:to|of|in)) )+(?:(?:thorough|rigorous|careful|frequent|"
    rf"robust|regular|comprehensive|extensive|proactive) )*(?P<thing>{_FILL}{_LOOSE}|"
    rf"{_PLAIN_FILL}{_THINGS})(?![\w-])(?P<rest>.{{0,140}})"
)
_SET_UP = re.compile(
    rf"(?<![\w-])(?:implement|establish|introduce|adopt|develop|define|create|provide|build|put in place|set up|"
    rf"maintain|enforce|have|ensure|use|design|conduct|perform|apply|need|require|follow)(?:ing)? (?:an? |the |"
    rf"some )?"
    rf"(?:(?:more|better|stricter|clearer|stronger|improved|robust|comprehensive|rigorous|effective|thorough|proper|"
    rf"stringent|clear|adequate|enhanced|solid|good|tighter|reliable|formal|consistent|frequent|regular|"
    rf"proactive) ){{1,3}}"
    rf"(?P<thing>(?:and )?{_PLAIN_FILL}(?:{_LOOSE}|testing|reviews?|code reviews?|monitoring|protocols?|standards?|"
    rf"guidelines?|strateg(?:y|ies)|controls|safeguards|checks|measures|plans?|qa|governance|observability|alerting|"
    rf"mechanisms|policies|oversight|ownership|runbooks?|playbooks?|tooling))(?![\w-])(?P<rest>.{{0,140}})"
)
_NEEDS = re.compile(
    rf"(?<![\w-])(?P<thing>(?:{_THINGS})(?: (?:between|of|for|with|around|in) [^.;,]{{1,60}}?)?) (?:needs?|has|have|"
    rf"must|should|will|could)(?: to)? (?:be )?(?:improv(?:e|ed)|better|get better|be better|strengthened|enhanced|"
    rf"tightened)(?!\w)(?P<rest>.{{0,80}})"
)
_STEPS = re.compile(
    r"(?<![\w-])(?:tak(?:e|en|ing)|implement(?:ed|ing)?|introduc(?:e|ing)|mak(?:e|ing)|explor(?:e|ing)|"
    r"consider(?:ing)?|look(?:ing)? (?:into|at)|find(?:ing)?|identify(?:ing)?) (?:\w+ ){0,3}?(?P<thing>steps|"
    r"measures|actions?|changes|ways|improvements|options|solutions|safeguards)(?: (?:to|that|so|for|"
    r"in)\b)(?P<rest>.{0,140})"
)
_LOOKS = re.compile(
    r"(?<![\w-])(?:tak(?:e|ing) (?:a |another )(?:closer|hard|harder|deeper|good|long) look|"
    r"(?:think about|discuss|figure out|consider|investigate|explore|look into|brainstorm|evaluate) (?:how|ways|"
    r"what) (?:we |to |can |could |else )*(?:better |best )?"
    r"(?:avoid|prevent|improve|reduce|do|handle|be|make) (?:\w+ ){0,2}?(?:this|these|similar|such|again|better|"
    r"differently|things|in (?:the )?future)|"
    r"(?:discuss|talk about|raise) (?:this|it|these|the (?:issue|incident|topic)))(?!\w)"
)
_AGAIN = re.compile(
    r"(?<![\w-])(?:make sure|ensure|see to it)(?: that)? (?:this|it|such|similar|these|something like this|"
    r"the same)\b[^.;]{0,40}?(?:not|n't|never) (?:happen|occur|recur|repeat)\w*(?: again)?"
)
_SPECIFIC = re.compile(
    r"\b(?:so that (?!(?:this|it|that|we|such)\b)|so (?:we|it|they) |when(?:ever)?\b|if (?:the|a|an|more|any)\b|"
    r"by (?:\w+ly )?(?:adding|moving|using|making|distributing|implementing|checking|introducing|requiring|"
    r"splitting|running|setting|\w+ing)\b|"
    r"at \d|\d+ ?%|\d+ (?:s|ms|minutes?|seconds?|hours?|days?)\b|threshold|tickets?|#\d+|t\d{4,}|\u0000|"
    r"per (?:\w+)\b|such as|including|e\.g|which (?:will|would|can)|instead of|via\b|using\b|"
    r"that (?:test|check|alert|page|block|cover|show|fire|run|exercise|measure|track|detect|use|would|are|is|we use|"
    r"sends?)s?\b|to (?:\w+ly |more \w+ |better |also )*(?:page|alert|block|reject|cover|measure|track|use|run|"
    r"include|exercise|show|indicate|report|flag|fail|stop|depool|allow|support|handle)\b)"
)
_GENERIC_PURPOSE = re.compile(
    r"\s*(?:in order )?(?:to|so that|which will|and|,|for|that)? ?(?:\w+ ){0,4}?(?:prevent|avoid|detect|reduce|"
    r"ensure|catch|identify|mitigate|minimi[sz]e|improve|be |respond|help)\b[^.;]{0,40}?\b(?:this|these|such|"
    r"similar|type|kind|class|recurrence|again|future|incidents?|issues?|problems?|failures?|reliability|quickly|"
    r"sooner|faster|early|earlier)\b"
)
_NARROW = re.compile(
    r"\s*(?:for|of|on|around|in|at|with|to|within) (?!(?:the |our |this |these |all |such |similar |any |"
    r"future )*(?:\w+ )?(?:process|processes|team|teams|future|service|services|system|systems|area|endpoints|"
    r"incident|incidents|changes|cases|issues|company|organi[sz]ation|platform|general|place|infrastructure|"
    r"production|services|releases|deployments?)\b(?! (?:of|that|which|where|with)))[^.;,]*[\w-]+"
)
_ORDER = re.compile(
    r"(?:\b(?:we|i|they|'ll|will|should|must|shall|need|needs|need to|needs to|have to|has to|plan to|going to|"
    r"want to|to|please|and|also|let's|are|is|be|actively|continue to|including|commit(?:ted)? to|working to|"
    r"immediately|further|team|have|by|consider|on|with|its compute provider to)|[:;,–—-]) $"
)
_TOLD = re.compile(
    r"\b(?:was|were|had|did|used|helped|led|allowed|asked|trying|tried|because|if|without|would|could|lack of|no|"
    r"not|provides?|gives?|gave|after|since|help us|despite|than) (?:\w+ ){0,2}$"
)
_VERB_LED = re.compile(r"^(?:[\w-]+ ){0,2}$")
TRIGGERS = words(
    """improve improving improvement improvements enhance enhancing strengthen strengthening increase increasing
    increased tighten tightening better refine refining bolster bolstering optimize optimise optimizing optimising
    streamline streamlining revisit revisiting rethink rethinking review reviewing reevaluate evaluate reconsider
    upgrade upgrading harden hardening formalize formalise invest investing work working focus focusing look looking
    expand expanding step stepping clean more improved enhanced stronger tighter stricter clearer additional
    continuous steps measures action actions changes ways options solutions safeguards strengthened tightened take
    taking think discuss figure consider investigate explore brainstorm evaluate talk ensure sure implement
    establish introduce adopt develop define create provide build maintain enforce robust comprehensive rigorous
    implementing establishing introducing"""
)


def vague_improvements(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Start, end and thing of every improvement that names no object, threshold, method or ticket."""
    low, lead = sentence.low, sentence.lead
    if "survey" in low or "feedback" in low:
        return
    for found in _DO.finditer(low, lead):
        verb = found["verb"]
        weak = verb.startswith(
            ("review", "work", "focus", "look", "expand", "increas", "clean", "upgrad", "revisit", "optimi", "better")
        )
        begins = found.start() == lead
        if not begins and (not _ORDER.search(low[: found.start()]) or _TOLD.search(low[: found.start()])):
            continue
        if weak and not begins and not re.search(r"\b(?:will|should|must|need to|have to|to) $", low[: found.start()]):
            continue
        if verb.startswith("better") or _is_specific(found):
            continue
        if re.search(r"\bto $", low[: found.start()]) and not re.search(
            r"\b(?:need|needs|have|has|going|plan|want|continue|commit\w*|working|ought|provider|steps?|like|order|"
            r"action|needed) to $",
            low[: found.start()],
        ):
            continue
        yield found.start(), found.end("thing"), found["thing"].split()[-1]
    for found in _NOUN.finditer(low, lead):
        before = low[lead : found.start()]
        needed = re.search(
            r"\b(?:need|needs|want|require[sd]?|should have|must have|there should be|should be|have to have|"
            r"lesson:?) (?:an? |some |much |to be )*$",
            before,
        )
        if (
            (needed or (_VERB_LED.match(before) and not before.strip()))
            and not _is_specific(found)
            and not _is_clause(found)
        ):
            yield found.start(), found.end("thing"), found["thing"].split()[-1]
    for found in _SET_UP.finditer(low, lead):
        starts = found.start() == lead or re.search(
            r"(?:\b(?:will|should|must|need to|needs to|have to|going to|let's|we|to|and|also)|[:;–—-]) $",
            low[: found.start()],
        )
        if (
            starts
            and not re.search(r"\b(?:used|order|able|trying|failed|easy|hard|had|want|like) to $", low[: found.start()])
            and not _is_specific(found)
            and not re.search(r"[:–—(]| - ", found["rest"])
        ):
            yield found.start(), found.end("thing"), found["thing"].split()[-1]
    for found in _NEEDS.finditer(low, lead):
        if not _SPECIFIC.search(found["rest"]):
            yield found.start(), found.start("rest"), found["thing"].split()[0]
    for found in _AGAIN.finditer(low, lead):
        if (
            found.start() == lead or re.search(r"\b(?:we|will|must|to|should|'ll) $", low[: found.start()])
        ) and not re.search(r"\bby \w+ing\b", low):
            yield found.start(), found.end(), "it"
    for found in _LOOKS.finditer(low, lead):
        if found.start() == lead or re.search(
            r"\b(?:will|will be|are|should|to|must|'ll|going to) $", low[: found.start()]
        ):
            yield found.start(), found.end(), "it"
    for found in _STEPS.finditer(low, lead):
        is_order = found.start() == lead or _ORDER.search(low[: found.start()])
        purpose = _GENERIC_PURPOSE.match(found["rest"])
        by = (
            re.search(r"\b(?:by|including|such as|namely|these include|:)\b", found["rest"])
            or ":" in low[found.end("thing") :]
            or "following" in found[0]
            or "additional" in found[0]
        )
        if is_order and purpose and not by and not _TOLD.search(low[: found.start()]):
            yield found.start(), found.end("thing"), "it"


def _is_specific(found: re.Match[str]) -> bool:
    rest = found["rest"]
    if _GENERIC_PURPOSE.match(rest) and not re.search(r"\bby \w+ing\b|\u0000|#\d+|\bt\d{4,}", rest):
        return False
    if _SPECIFIC.search(rest):
        return True
    if re.search(
        r"(?:documentation|docs|communications?|coordination|collaboration|process(?:es)?|procedures?|training|"
        r"runbooks?|testing|practices?|handovers?|culture)$",
        found["thing"],
    ):
        return False
    return _NARROW.match(rest) is not None


def _is_clause(found: re.Match[str]) -> bool:
    """Whether the noun phrase is the subject of a sentence about what is, such as `more tests failed`."""
    return (
        re.match(
            r"\s+(?:was|were|is|are|would|could|had|has|have|failed|ran|came|made|meant|did|than|and more)\b",
            found["rest"],
        )
        is not None
    )
