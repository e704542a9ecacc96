"""Calls for care in free words: `more diligence when …`, `take reviews more seriously`, `everybody should read …`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from afterword.rules.wording.actions import is_action_place, is_bare_order
from afterword.rules.wording.appeals.parts import ACTED, ACTS, CARE, FULL, HOW, MORE, OF_RULES, RULES
from afterword.rules.wording.appeals.predicates import everybody_starts, order_starts
from afterword.rules.wording.gated import Gated, gated, gated_start, mask_of
from afterword.rules.wording.lexicon import words
from afterword.rules.wording.organisation import Organisation
from afterword.rules.wording.sentences import Sentence

_NOMINAL = gated_start(
    rf"(?:some |a bit |a little |much |far |way |a |an |even )*(?:{MORE} )+(?:and \w+ )?(?:\w+ )?{CARE}(?!\w)"
    r"(?! (?:was|were|is|had|has|came|went|led|made|showed)\b)(?![^.;,]{1,60} (?:was|were) )|"
    r"(?:an? )?(?:more|less) (?:and more )?(?:careful|cautious|conservative|diligent|disciplined|rigorous|thorough|"
    r"proactive|thoughtful|deliberate|prudent|structured|responsible|consistent) (?:(?!\w+ed\b)[\w-]+ )??"
    r"(?:approach|attitude|stance|handling|testing|reviews?|reviewing|planning|checks|checking|monitoring|"
    r"preparation|"
    r"way|manner|mindset|use|treatment)\b(?! (?:was|had|has|came|went|led|made|showed)\b)"
)
_ORDERED = tuple(
    map(
        gated_start,
        (
            rf"{ACTS} (?:[\w'/-]+ ){{0,8}}?(?:(?:more|less) {HOW}|earlier|sooner|faster|quicker|better(?= (?:in|on|at|"
            r"to|with|when|and|next|before|the|about|during|so|going|as|if|between|across|for|from|after|how)\b|[^\w ]|"
            r"$))(?!\w)",
            r"(?:tak|treat)(?:e|ing|s)? (?:[\w'-]+ ){1,6}?(?:more |very |most |as )?(?:seriously|with (?:more |"
            r"greater |the )?(?:\w+ )?(?:care|respect|seriousness|urgency|caution))(?!\w)",
            rf"(?:re-?read|read|study|know|consult|heed|respect|observe|honou?r|obey|mind|follow) {OF_RULES}(?!\w)",
            rf"(?:stick|adhere|hold|comply|abide|conform)(?:ing)? (?:strictly |closely |more \w+ )?(?:to|with|by) "
            rf"{OF_RULES}",
            rf"{ACTS} (?:[\w'/-]+ ){{0,8}}?with (?:[\w'/-]+ and )?(?:{MORE} )+(?:\w+ )?{CARE}",
            r"(?:(?:re-?)?familiari[sz]e (?:themselves|ourselves|everyone|each other)|take (?:our|their|the|more) time|"
            r"(?:check|look|think|read|test|verify) twice|(?:stress|emphasi[sz]e|underline|highlight|reiterate|"
            r"reinforce|repeat)(?:ing)? the (?:importance|need|value))\b",
            r"pay(?:ing)? (?:\w+ ){0,2}(?:heed|attention)|be sure (?:to|that we)|try not to|remember\b|learn to\b|"
            r"striv(?:e|ing)\b",
            rf"(?:aim|push|look|ask|call|work)(?:ing)? (?:for|towards?) (?:{MORE} )+(?:[\w-]+ )?{CARE}",
            r"be (?:much |far |even |a bit |a lot )?(?:more|less) (?!specific|precise|explicit|accurate|resilient|"
            r"available|visible|dependent|reliant|efficient|redundant|robust|stable|granular|descriptive|restrictive|"
            r"selective|informative|readable|intuitive|predictable|tolerant)[a-z]+(?:ive|ent|ant|ous|ful|ible|able|"
            r"ed|ic|"
            r"al|t|n|en)\b(?! (?:than|specific|precise|accurate))",
            rf"giv(?:e|ing) (?:[\w-]+ ){{1,5}}?(?:the |more |enough |due |greater |full )+{CARE}",
            r"ask(?:ing)? (?:(?:more|earlier|others|someone|each other|a colleague) )",
            r"encourag(?:e|ing) (?:[\w-]+ ){1,3}to (?:ask|speak|be|raise|read|share|escalate|check|take|think|document|"
            r"test)\b",
            r"(?:do (?:our|their|my) (?:very |utmost )?best|work(?:ing)? (?:very |really |extremely )?hard(?:er)?|"
            r"do everything (?:we can|in our power|possible)|make every effort|raise the (?:\w+ )?bar|"
            r"(?:up|raise|lift) our game|lead by example|put \w+ first)",
            r"(?:foster|cultivat|promot|encourag|build|instil|creat|establish|nurtur|develop|strengthen|liv)(?:e|ing)? "
            r"(?:an? |the |our |more )?(?:\w+ )?(?:culture|mindset|sense|spirit|attitude|climate) (?:of|where|in)\b",
            r"(?:talk|speak|listen)(?:ing)? (?:more|to each other|to one another|with each other)",
            r"work(?:ing)? (?:much )?(?:more )?(?:closely|closer)",
            r"keep(?:ing)? (?:an? (?:close |closer |better )?eye|(?:each other|everyone|stakeholders|customers|users|"
            r"people|the team|teams|colleagues) (?:\w+ )?(?:informed|in the loop|updated|posted))",
            r"(?:mak|keep)(?:e|ing) (?:[\w-]+ ){1,3}?more (?:conscious|aware|careful|attentive|mindful|sensitive|"
            r"cautious)",
            r"(?:mak)(?:e|ing) (?:[\w-]+ ){1,3}?(?:a|our|the) (?:top |first |high |higher |highest )?priority"
            r"(?! (?:class|job|queue|level)\b)",
            rf"(?:apply|exercis|us|show|demonstrat|bring|spend|hav|invest|put|need)(?:e|ing|s)? (?:[\w-]+ )?"
            rf"(?:{MORE} )+(?:[\w-]+ )?{CARE}(?!\w)",
        ),
    )
)
"""One pattern for each sort of order, so that each is tried only where its own words stand."""
_AT_START = gated_start(
    r"(?:(?:when|if) in doubt\b|(?:less|fewer|no|no more|stop|avoid)(?:ing)? (?:[\w-]+ ){0,2}?(?:rush(?:ing|"
    r"ed)?(?! of)|haste|"
    r"hasty|shortcuts?|hero(?:ics|ism)?|last-minute|hurried|untested|friday|careless|sloppy|guess(?:ing|work)?)\b|"
    r"no(?: more)? (?:deploys?|deployments?|releases?|changes|merges|pushes|rollouts?) (?:on|before|after|"
    r"late|during|in)\b|"
    r"stop (?:rushing|making assumptions|assuming|ignoring|skipping|guessing)\b|"
    r"let(?:'s| us) (?:all |both |please )*(?:be|make sure|not|try|do|stay|keep|take|communicate|remember|"
    r"learn|improve|avoid)\b|"
    r"(?:nobody|no one|no-one) (?:should|must|may|is to|shall) (?:ever )?(?:deploy|merge|change|touch|assume|ignore|"
    r"skip|forget|release|rush|work|act|trust|rely|be|feel|hesitate)\b(?! able)|"
    r"(?:careful|thorough|closer|diligent|proper|rigorous|attentive|conscientious|timely|"
    r"early) (?:and \w+ )?(?:\w+ )?"
    r"(?:planning|testing|reviews?|reading|checking|checks|preparation|consideration|communication|documentation|"
    r"monitoring|handovers?|escalation|coordination|inspection|examination|verification)\b"
    r"(?!(?: [\w-]+){0,3} (?:was|were|is|had|has|came|showed|shows|found|revealed|halved|took|led|turned|"
    r"failed|had)\b)|"
    r"double[- ]checking\b(?! (?:was|showed|found)))"
)
_ASKED = gated_start(
    r"(?:(?:strictly |always |also |all |properly )*(?:read|know|understand|remember|adhere|stick|comply|"
    r"respect|learn|think|"
    r"ask|double-check|skip|forget|ignore|care|listen|talk|speak|realise|realize|question|rush|bear|keep|pay|"
    r"follow|be "
    r"(?:aware|conscious|mindful|familiar|attentive|alert|careful|more \w+|reminded))(?= \w))"
)
_ANYWHERE = gated(
    rf"(?<![\w-])(?:{CARE} (?:[\w-]+ ){{0,6}}?(?:must|should|needs? to|has to|have to|is to) (?:be (?:taken|"
    rf"paid|exercised|"
    rf"given|applied|raised|increased)|increase|grow|rise|improve|go)|(?:more|greater|extra|"
    rf"closer) {CARE} (?:must|should|"
    rf"needs? to|has to) (?:be|go)|(?:care|caution|attention|vigilance|diligence|discipline|prudence|"
    rf"awareness) is (?:advised|"
    r"required|needed|necessary|key|essential|important|called for|paramount)|"
    rf"(?:must|should|needs? to|has to|have to|(?:is|are) to|will) (?:always |all |"
    rf"also )?be {ACTED} (?:[\w'-]+ ){{0,6}}?"
    rf"(?:(?:more|less) {HOW}|earlier|sooner|faster|quicker|better|{FULL}|with {MORE} (?:\w+ )?{CARE})|"
    rf"deserves? (?:the same|more|better|our full|full|our) (?:\w+ )?{CARE}|\bto (?:always|never) (?:trust|"
    rf"assume|check|"
    r"verify|test|ask|read|rely)|importance of [^.;]{1,40}? (?:must|should|needs? to|has to) be (?:stressed|"
    r"emphasi[sz]ed|"
    r"underlined|repeated)|"
    rf"(?:make sure|ensure|see to it)(?: that)? {OF_RULES} (?:is|are|get|gets) (?:\w+ly |always )?(?:followed|"
    rf"adhered to|"
    rf"respected|observed|complied with|known|read|understood)|"
    rf"{RULES} (?:must|should|ha(?:s|ve) to|needs? to|(?:is|are) to) (?:\w+ly |"
    rf"always )?be (?:\w+ly )?(?:followed|adhered "
    rf"to|respected|observed|complied with|read|known)|"
    r"(?:highlight|underline|underscore|emphasi[sz]e|demonstrate|reinforce|illustrate|stresse?|show)(?:s|d|ed)? "
    r"(?:once again |again |to us |us )?the (?:\w+ )?(?:importance|need|necessity) (?:of|for) (?:thorough|"
    r"careful|proper|"
    r"better|rigorous|constant|vigilan\w+|diligen\w+|communication|planning|due diligence|teamwork|attention|"
    r"thoroughness)|"
    r"it is (?:important|essential|crucial|vital|imperative|key|critical) (?:that (?:everyone|everybody|we|"
    r"people|all|"
    r"engineers|teams|staff)|to (?:follow|read|check|communicate|remember|be|stay|keep|double-check|test|ask))|"
    r"(?:quality|safety|reliability|security|customers?|users?) (?:ha(?:s|ve) to|must|should|needs? to|"
    r"will) (?:come first|be "
    r"(?:our |a |the )?(?:top |first |highest )?(?:priority|paramount))|"
    r"(?:is|are) (?:everyone's|everybody's|a shared|all of our) responsibility)(?!\w)"
)
_MINDFUL = gated_start(r"be (?:aware|conscious|mindful|attentive|alert|vigilant|careful|cautious|wary)\b")
_HELD = gated(
    r"[:(\d%\0]|\b(?:than|unless|automat\w+|the tool|the job|the gate|hook|ci|threshold|tickets?|"
    r"so that (?!this|it|that|we|"
    r"such)|via|using|by (?:adding|moving|making|requiring|setting|running|introducing|checking|measuring|"
    r"comparing|keeping)|with (?:an? |the |"
    r"our )?(?:[\w-]+ ){0,2}(?:alerts?|probes?|bots?|banners?|pools?|scripts?|panels?|hooks?|tools?|jobs?|gates?))\b"
)
"""What makes of a call for care something that can be seen."""
_ARGUED = re.compile(
    r"\b(?:reasoned|argued|thought|felt|believed|assumed|held|concluded|knew|said|wrote|insisted|feared) (?:\w+ )?"
    r"that\b[^;:]{0,80}$"
)
"""What somebody held at the time, and no call for what is to come."""
TRIGGERS = words(
    """care caution diligence attention vigilance discipline rigour rigor awareness thoroughness focus scrutiny
    mindfulness alertness patience consideration responsibility accountability ownership transparency openness
    thought consistency prudence urgency haste emphasis adherence respect commitment seriousness eyes honesty
    curiosity humility more less earlier sooner faster quicker better seriously read reread study know consult
    heed observe honour honor obey mind follow stick adhere hold comply abide conform pay paying sure try
    remember give giving ask asking encourage encouraging best everything effort bar game example first culture
    mindset sense spirit attitude climate talk speak listen closely closer keep keeping making priority doubt
    fewer no stop avoid let let's nobody no-one careful thorough diligent proper rigorous attentive
    conscientious timely early checking everyone everybody people all every each engineers developers operators
    reviewers annotators labellers labelers colleagues staff members responders managers authors on-call teams
    analysts scientists owners properly carefully thoroughly diligently followed important essential crucial
    vital imperative key critical quality respected observed know understand skip forget ignore attention aware
    conscious mindful alert vigilant wary reinforce repeat learn strive striving familiarise familiarize twice
    stress emphasise emphasize underline highlight reiterate importance deserve deserves foresight forethought
    deliberation precision approach cautious hard harder highlights highlighted underlines underlined underscores
    underscored emphasises emphasizes demonstrates demonstrated shows showed illustrates need necessity refamiliarize
    refamiliarise familiarize work working conservative never always take"""
)
_ASKING = mask_of(_ASKED)
_STARTING = mask_of(_NOMINAL, _AT_START, _MINDFUL, *_ORDERED)
CALLING_FOR = _STARTING | _ASKING | mask_of(_ANYWHERE)


def calls(sentence: Sentence, organisation: Organisation) -> Iterator[tuple[int, int]]:
    """Start and end of each call for care."""
    found = _calls(sentence, organisation)
    first = next(found, None)
    if first and not _HELD.search(sentence):
        yield first
        yield from found


def _calls(sentence: Sentence, organisation: Organisation) -> Iterator[tuple[int, int]]:
    if sentence.possible & _STARTING:
        yield from _orders(sentence, organisation)
    if sentence.possible & _ASKING:
        for start in everybody_starts(sentence, organisation):
            if found := _ASKED.match(sentence, start):
                yield found.span()
    for found in _ANYWHERE.finditer(sentence):
        if not _ARGUED.search(sentence.low, 0, found.start()):
            yield found.span()


def _orders(sentence: Sentence, organisation: Organisation) -> Iterator[tuple[int, int]]:
    # Where an order begins takes longer to find than whether any stands in the sentence at all.
    low, lead = sentence.low, sentence.lead
    worth = [each for each in _starting(sentence.possible & _STARTING) if each.pattern.search(low, lead)]
    if not worth:
        return
    starts = list(order_starts(sentence, organisation))
    is_order = is_action_place(sentence) or is_bare_order(sentence, lead)
    if starts[0] == lead and not is_order:
        starts[0] = len(low)  # Elsewhere a bare imperative is said to the reader.
    for pattern in (_NOMINAL, _AT_START):
        if found := pattern.match(sentence, starts[0]):
            yield found.span()
    for start in starts[1:]:
        if found := _MINDFUL.match(sentence, start):
            yield found.span()
    ordered = [each for each in worth if each in _ORDERED]
    for start in starts if ordered else ():
        if found := next(filter(None, (each.match(sentence, start) for each in ordered)), None):
            yield found.span()


@lru_cache(maxsize=256)
def _starting(possible: int) -> tuple[Gated, ...]:
    """The patterns of orders that may match, in order."""
    return tuple(each for each in (_NOMINAL, _AT_START, _MINDFUL, *_ORDERED) if each.bit & possible)
