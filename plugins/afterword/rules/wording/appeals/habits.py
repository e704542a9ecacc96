"""`Always check`, `make sure we`, `double-check`, `test more thoroughly`: appeals to do what is done already."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.rules.wording.actions import names_stronger
from afterword.rules.wording.appeals.care import is_ours
from afterword.rules.wording.gated import gated, gated_start, mask_of
from afterword.rules.wording.organisation import Organisation
from afterword.rules.wording.sentences import Sentence

_ALWAYS = gated(
    r"(?<![\w-])(?P<word>always|never)(?: (?:double-?|re-?))? ?(?:check|verify|test|make sure|ensure|ask|read|"
    r"review|confirm|trust|assume|deploy|push|merge|think|double-check|look|validate|follow|communicate|announce|"
    r"inform|have someone|get (?:a|someone))(?!\w)"
)
_SURE = gated(
    r"(?<![\w-])(?:make sure|ensure|ensuring|making sure|see to it)(?: that)? (?P<who>we|everyone|everybody|people|"
    r"all (?:team members|engineers|staff|developers|teams|employees|members)|(?:the |our |all |every |"
    r"each )*(?:engineers?|team|teams|developers?|staff|operators?|reviewers?|on-?calls?(?: teams?|"
    r" engineers?)?|employees?|members|"
    r"colleagues|personnel|labell?ers?|annotators?)(?! (?:availability|coverage|capacity|access|permissions?|"
    r"membership|accounts?|laptops?|tokens?|credentials|(?:engineers?|teams?) (?:has|have|gets?|can|receives?)|"
    r"has|have|gets?|can|receives?|rotas?|rosters?|calendars?|channels?)\b)|i)(?!\w|'s)|"
    r"(?<![\w-])always make sure(?!\w)"
)
_DOUBLE = gated(r"(?<![\w-])(?:double[- ]?check|triple[- ]?check|cross-?check)(?:s|ing)?(?!\w)(?! (?:was|is|were)\b)")
_EARNEST = gated_start(
    r"follow (?:the |our |all |established |existing |standard )+(?:[\w-]+ ){0,2}?(?:checklists?|process|"
    r"procedures?|guidelines?|runbooks?|polic(?:y|ies)|rules|protocols?)\b|"
    r"(?:(?:carefully|thoroughly|properly|rigorously|diligently|closely|consistently|fully|strictly) (?:test|check|"
    r"review|verify|monitor|read|plan|consider|follow|examine|inspect|validate|evaluate|think)\b|"
    r"(?:quickly|promptly|swiftly|timely|immediately) (?:address|respond|react|escalate|communicate|inform|act|resolve|"
    r"follow up|report|raise|share)\b|"
    r"(?:careful|thorough|closer|due) (?:consideration|attention|testing|review|planning|checking)\b(?! (?:of|was|"
    r"were|showed|found|shows))|"
    r"(?:follow|test|check|review|verify|monitor|read|plan|consider|communicate|document|watch|inspect|validate|"
    r"coordinate|look|listen|think|study|examine|vet)\b(?:[^.;]|\.(?=\w)){0,60}? more (?:aggress?ively|"
    r"intensively|systematically|extensively|regularly|carefully|thoroughly|closely|rigorously|"
    r"strictly|diligently|consistently|often|frequently|clearly|proactively|seriously))(?!\w)"
)
_RULES_OF_THUMB = gated_start(
    r"(?:(?:don't|do not) (?:deploy|merge|push|release|ship|make (?:changes|this)|rush|panic|assume|trust|rely|"
    r"sacrifice|underestimate|neglect|"
    r"compromise|hesitate|cut corners|procrastinate|over-?complicate|blindly|be afraid|wait too long|"
    r"(?:migrate|upgrade|work|change|touch) (?:[\w-]+ ){0,3}?(?:late|tired|alone|at odd|at night|in a hurry|"
    r"under (?:pressure|stress)))|"
    r"keep (?!an? )[^.;:(]{1,60}? (?:up[- ]to[- ]date|current)|re-?familiari[sz]e|"
    r"avoid (?:making|repeating|such|this|these|the same)|test more(?! than)|review more(?! than)|"
    r"communicate more(?! than)|"
    r"be (?:proactive|careful|mindful|vigilant|transparent|thorough|conservative|prepared|cautious|diligent|"
    r"rigorous|patient)|more (?:eyes|care|attention|discipline|caution|vigilance|rigou?r)(?! (?:heads?|layers?|"
    r"weights?|scores?|masks?)\b)|"
    r"make (?:[\w-]+ ){1,4}?mandatory)(?!\w)"
)
_FASTER = gated_start(
    r"(?:increase|keep up|improve|raise|step up) (?:our |the |team |\w+ )?(?:vigilance|discipline|diligence|"
    r"caution|attention)\b|(?:try to |strive to )?be (?:more \w+|faster|quicker|better)\b|"
    r"(?:raise|escalate|communicate|declare|respond|react|involve|notify|announce|inform|revert|roll back|ask|act|"
    r"page|call|update|reach out|speak up)\b[^.;]{0,50}?\b(?:quicker|faster|sooner|earlier|better|more (?:quickly|"
    r"often|frequently|clearly|proactively|carefully)|early|often)\b"
)
_WE_CARE = re.compile(
    r"(?: always| never|'re| all| properly| fully| really| also)* (?:follow|check|verify|communicate|test|"
    r"understand|read|are|know|review|don't|do not|never|always|double-check|take|pay|remember|keep|think|ask|"
    r"inform|tell|learn|get|do)\b"
)
_CONTROLLED = re.compile(
    r"[^.;]{0,60}?(?:\b(?:by (?!being|taking|paying|having|all|doing)\w+ing|automatic\w*|at \d|every \d+|\d+ ?%|"
    r"via|using)\b|\bwith an? (?:[\w-]+ ){0,2}(?:alerts?|probes?|bots?|banners?|pools?|scripts?|panels?|"
    r"images?|hooks?|labels?|tools?|jobs?|gates?|dashboards?)\b)"
)
_TOLD = re.compile(
    r"\b(?:(?:used|in order|asked|trying|went|back|able)|(?:\w{3,}ed|met|sat|got|went|took|ran|rang|came|began|spent|"
    r"sent|wrote|"
    r"had) (?!(?:to|that|not)\b)(?:[\w@'-]+ ){0,6}?[\w@'-]+) to $"
)
"""Before a verb, what says that it was the aim of something done: `called the courier to double-check the address`."""
_REACHED = re.compile(
    r" (?:gets?|is|are) (?:also |automatically )?(?:e-?mailed|paged|notified|alerted|pinged|messaged|texted)\b|"
    r" receives? (?:the |an? )?(?:pages?|alerts?|e-?mails?|notifications?)\b"
)
"""What a setting gives to people, and asks of none: `make sure that everybody gets paged`."""
_AUTOMATIC = re.compile(
    r"\b(?:automat\w*|test suite|tests? (?:for|that|covering)|browser tests|monitor\w*|ci\b|job|cron|backups?|"
    r"at least one)\b"
)

ALWAYS, MAKING_SURE = mask_of(_ALWAYS), mask_of(_SURE, _DOUBLE)
BETTER_HABITS = mask_of(_FASTER, _EARNEST, _RULES_OF_THUMB)


def always(sentence: Sentence, organisation: Organisation) -> Iterator[tuple[int, int]]:
    """Habits for good."""
    low, lead = sentence.low, sentence.lead
    for found in _ALWAYS.finditer(sentence):
        begins = found.start() == lead or re.search(r"\b(?:should|must|will|need to|to|we'll) $", low[: found.start()])
        if begins and is_ours(sentence, organisation, found.start()) and not names_stronger(sentence):
            yield found.span()


def making_sure(sentence: Sentence, organisation: Organisation) -> Iterator[tuple[int, int]]:
    """People who are to make sure of something, or to look twice."""
    low, lead = sentence.low, sentence.lead
    for found in _SURE.finditer(sentence):
        begins = found.start() == lead or re.search(
            r"(?:\b(?:should|must|will|need to|needs to|have to|let's|please|and|also|going to|we'll|always)|"
            r"[,:;–—-]) $",
            low[: found.start()],
        )
        if found["who"] in ("we", "i") and not _WE_CARE.match(low, found.end()):
            continue
        if begins and not _AUTOMATIC.search(low, found.end()) and not _REACHED.match(low, found.end()):
            yield found.span()
    for found in _DOUBLE.finditer(sentence):
        begins = found.start() == lead or re.search(
            r"\b(?:should|must|will|need to|always|to|please|better) (?:always )?$", low[: found.start()]
        )
        if begins and not _TOLD.search(low, lead, found.start()):
            yield found.span()


def better_habits(sentence: Sentence, organisation: Organisation) -> Iterator[tuple[int, int]]:
    """Sentences that begin with a habit and how well it is to be kept."""
    for pattern in (_FASTER, _EARNEST, _RULES_OF_THUMB):
        begun = pattern.match(sentence, sentence.lead)
        if begun and not _CONTROLLED.match(sentence.low, begun.end()):
            yield begun.span()
