"""An action that asks people to take more care.

`be more careful`, `pay attention`, `watch out`, `remember to`, `always check`, `make sure we`, `do better`. What a
system is to do (`make sure timeouts are staggered`), care that was taken (`we carefully installed`), and sentences
that hold care against a better action stay silent.

## Why it matters

Care is what everybody already brought. It does not last a night shift, and nobody can see whether it was done. A
control works on the day on which nobody thinks of it.

## Example

```text
Be more careful when changing routing rules.
```

## Instead

```text
A routing change is applied to one region and stops there for ten minutes while the error rate is compared.
```

## Source

The action hierarchy of *RCA²*: training, reminders and double checks act on attention and are its weakest tier. Its
tiers come from engineering practice and are debated; that attention alone does not hold is not.
"""

import re
from collections.abc import Iterator

from afterword.model.settings import Level
from afterword.rules.wording.actions import is_action_place, is_plan, names_stronger
from afterword.rules.wording.dispatch import Mark, Scene, wording_rule
from afterword.rules.wording.frames import stops_at_question
from afterword.rules.wording.lexicon import words
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.slots import phrase
from afterword.rules.wording.subjects import subject_of

_CARE = (
    r"careful|cautious|diligent|vigilant|rigorous|mindful|aware|conservative|thoughtful|deliberate|attentive|"
    r"conscious|disciplined|proactive|thorough|considerate|responsible|"
    r"transparent|communicative|alert|prudent|strict|sensible|organi[sz]ed|prepared|patient|consistent|meticulous|"
    r"wary|observant|responsive|defensive|conscientious"
)
_BE = re.compile(
    rf"(?<![\w-])(?:be|being|become|stay|remain|get) (?:(?:a bit|a lot|much|even|far|very|extra|super|really|"
    rf"particularly|especially) )*(?:(?P<more>more|extra) )?(?:\w+ and )?(?P<how>{_CARE})(?: and \w+)?(?!\w)|"
    rf"(?<![\w-])(?:be|get|become) (?:much |even |a lot )?(?:better|faster|quicker) (?:at|about|with|in|to)(?!\w)"
)
_TAKE = re.compile(
    r"(?<![\w-])(?:take|taken|taking|exercise|exercised|use|used|apply|with) (?:\w+ )?(?:more|extra|greater|better|"
    r"special|additional|particular|great) (?:care|caution|attention|diligence|rigou?r|vigilance|time)(?!\w)|"
    r"(?<![\w-])(?:more|extra|greater|special) (?:care|caution|attention|diligence|vigilance|rigou?r|"
    r"discipline) (?:should|must|needs?|will|has|is|when|with|to be|around|in|during)(?!\w)|"
    r"(?<![\w-])(?:should|must|need(?:s)?|will|to|be|have to|has to)(?: be)?(?: \w+){0,4}? (?:more|"
    r"less) (?:carefully|careful|thoroughly|diligently|rigorously|closely|cautiously|attentively|conscientiously|"
    r"carelessly)(?!\w)|"
    r"(?<![\w-])needs? more careful\w*(?!\w)|^more (?:carefully|thoroughly|diligently) (?!\w+ed\b)"
)
_HEED = re.compile(
    r"(?<![\w-])(?:pay(?:ing)? (?:\w+ ){0,2}attention|watch(?:ing)? out|look(?:ing)? out for|keep(?:ing)? (?:an eye|"
    r"a close eye|eyes|in mind)|bear in mind|remember(?:ing)? to|(?:do not|don't|never|not) (?:\w+ )?forget|"
    r"spend(?:ing)? more time|(?:communicate|coordinate|respond|react|prepare|plan|collaborate|monitor|test|"
    r"document)(?: \w+){0,2} (?:better|earlier|sooner|faster)|try(?:ing)? harder|work(?:ing)? harder|"
    r"do(?:ing)? (?:much |even )?better|strive|think twice|"
    r"think (?:carefully|harder|before)|stay alert|be on the lookout|slow down and|take (?:this|it|that|them|these|"
    r"alerts|warnings|\w+) (?:more )?seriously|"
    r"not (?:repeat|make) (?:this|that|these|the same) mistakes?|learn from (?:this|our|these|the|it)(?: mistakes?|"
    r" incident| experience| outage)?|hold ourselves|commit(?:ted)? to (?:doing|being) (?:better|more))(?!\w)"
)
_ALWAYS = re.compile(
    r"(?<![\w-])(?P<word>always|never)(?: (?:double-?|re-?))? ?(?:check|verify|test|make sure|ensure|ask|read|"
    r"review|confirm|trust|assume|deploy|push|merge|think|double-check|look|validate|follow|communicate|announce|"
    r"inform|have someone|get (?:a|someone))(?!\w)"
)
_SURE = re.compile(
    r"(?<![\w-])(?:make sure|ensure|ensuring|making sure|see to it)(?: that)? (?P<who>we|everyone|everybody|people|"
    r"all (?:team members|engineers|staff|developers|teams|employees|members)|(?:the |our |all |every |"
    r"each )*(?:engineers?|team|teams|developers?|staff|operators?|reviewers?|on-?calls?|employees?|members|"
    r"colleagues|personnel|labell?ers?|annotators?)|i)(?!\w|'s)|"
    r"(?<![\w-])always make sure(?!\w)"
)
_DOUBLE = re.compile(r"(?<![\w-])(?:double[- ]?check|triple[- ]?check|cross-?check)(?:s|ing)?(?!\w)")
_EARNEST = re.compile(
    r"^follow (?:the |our |all |established |existing |standard )+(?:[\w-]+ ){0,2}?(?:checklists?|process|"
    r"procedures?|guidelines?|runbooks?|polic(?:y|ies)|rules|protocols?)\b|"
    r"^(?:(?:carefully|thoroughly|properly|rigorously|diligently|closely|consistently|fully|strictly) (?:test|check|"
    r"review|verify|monitor|read|plan|consider|follow|examine|inspect|validate|evaluate|think)\b|"
    r"(?:careful|thorough|closer|due) (?:consideration|attention|testing|review|planning|checking)\b(?! (?:of|was|"
    r"were|showed|found|shows))|"
    r"(?:follow|test|check|review|verify|monitor|read|plan|consider|communicate|document|watch|inspect|validate|"
    r"coordinate|look|listen|think|study|examine|vet)\b[^.;]{0,60}? more (?:carefully|thoroughly|closely|rigorously|"
    r"strictly|diligently|consistently|often|frequently|clearly|proactively|seriously))(?!\w)"
)
_RULES_OF_THUMB = re.compile(
    r"^(?:(?:don't|do not) (?:deploy|merge|push|release|ship|make (?:changes|this)|rush|panic|assume|trust|rely)|"
    r"avoid (?:making|repeating|such|this|these|the same)|test more|review more|communicate more|"
    r"be (?:proactive|careful|mindful|vigilant|transparent|thorough|conservative|prepared|cautious|diligent|"
    r"rigorous|patient)|more (?:eyes|care|attention|discipline|caution|vigilance|rigou?r)|"
    r"make (?:[\w-]+ ){1,4}?mandatory)(?!\w)"
)
_FASTER = re.compile(
    r"^(?:increase|keep up|improve|raise|step up) (?:our |the |team |\w+ )?(?:vigilance|discipline|diligence|"
    r"caution|attention)\b|^(?:try to |strive to )?be (?:more \w+|faster|quicker|better)\b|"
    r"^(?:raise|escalate|communicate|declare|respond|react|involve|notify|announce|inform|revert|roll back|ask|act|"
    r"page|call|update|reach out|speak up)\b[^.;]{0,50}?\b(?:quicker|faster|sooner|earlier|better|more (?:quickly|"
    r"often|frequently|clearly|proactively|carefully)|early|often)\b"
)
_CONTRAST = re.compile(
    r"\b(?:not (?:by|solved|fixed|just|only|about)|rather than|instead of|isn't|is not|no amount of|relying on|"
    r"rely on|relies on|depends? on|without (?:anyone|anybody|people|having)|cannot|won't|no longer (?:need|have)|"
    r"even if|so that nobody|do not have to|don't have to|never works|asks? (?:people|for)|even more)\b[^.;]{0,50}$|"
    r"\""
)
_DONE = re.compile(
    r"\b(?:was|were|had|has been|have been|did|then|already|while|after|by|when|from|of|for|tried|started|"
    r"team) (?:\w+ )?$"
)
_WE_CARE = re.compile(
    r"(?: always| never|'re| all| properly| fully| really| also)* (?:follow|check|verify|communicate|test|"
    r"understand|read|are|know|review|don't|do not|never|always|double-check|take|pay|remember|keep|think|ask|"
    r"inform|tell|learn|get|do)\b"
)
_READER = re.compile(r"\byou(?:r|'re)?\b")
_AUTOMATIC = re.compile(
    r"\b(?:automat\w*|test suite|tests? (?:for|that|covering)|browser tests|monitor\w*|ci\b|job|cron|backups?|"
    r"at least one)\b"
)
TRIGGERS = words(
    """don't do avoid test more make mandatory proactive mindful vigilant transparent be being become stay remain
    careful carefully cautious diligent care caution attention diligence vigilance rigour rigor watch watching look
    looking keep keeping bear remember remembering forget harder better strive twice think always never sure ensure
    ensuring check double doublecheck triple cross crosscheck raise escalate communicate declare respond react
    involve notify announce inform revert roll properly rigorously closely consistently fully strictly thorough
    closer due follow test review verify monitor read plan consider document watch inspect validate coordinate
    listen study examine vet increase improve vigilance discipline ask act page call update reach speak spend
    coordinate prepare collaborate get seriously repeat learn commit committed ourselves thoroughly diligently
    mistakes mistake making"""
)


def find(sentence: Sentence, scene: Scene) -> Iterator[Mark]:
    """Appeals to care; one in a sentence."""
    if stops_at_question(sentence):
        return
    for start, end in _appeals(sentence, scene):
        if _CONTRAST.search(sentence.low[max(0, start - 80) : start]) or _READER.search(sentence.low):
            continue
        if not is_action_place(sentence) and not is_plan(sentence):
            continue
        level: Level | None = None if is_action_place(sentence) and not names_stronger(sentence) else "warning"
        yield Mark(
            start,
            end,
            f"`{phrase(sentence, start, end)}` asks for care, which nobody can check",
            "turn care into a control: what would stop or show this on a day on which nobody is careful?",
            level,
        )
        return


def _appeals(sentence: Sentence, scene: Scene) -> Iterator[tuple[int, int]]:
    low, lead = sentence.low, sentence.lead
    for found in _BE.finditer(low, lead):
        if _is_ours(sentence, scene, found.start()) and (
            found["more"] or found["how"] in (None, "careful", "cautious", "vigilant", "diligent", "mindful")
        ):
            if re.search(r"\b(?:may|might|could|would|can) $", low[: found.start()]):
                continue
            if not re.search(r"\b(?:to|would|could|may|might) $", low[: found.start()]) or is_plan(sentence):
                yield found.span()
    for pattern in (_TAKE, _HEED):
        for found in pattern.finditer(low, lead):
            if _DONE.search(low[: found.start()]) or not _is_ours(sentence, scene, found.start()):
                continue
            if found[0].startswith(("learn", "keep")) and not (found.start() == lead or is_plan(sentence)):
                continue
            if pattern is _HEED and found.start() > lead and not is_plan(sentence):
                continue
            if found[0].startswith("learn") and not re.search(
                r"\b(?:will|must|should|need to|let's) (?:\w+ )?$", low[: found.start()]
            ):
                continue
            yield found.span()
    for found in _ALWAYS.finditer(low, lead):
        begins = found.start() == lead or re.search(r"\b(?:should|must|will|need to|to|we'll) $", low[: found.start()])
        if begins and _is_ours(sentence, scene, found.start()) and not names_stronger(sentence):
            yield found.span()
    for found in _SURE.finditer(low, lead):
        begins = found.start() == lead or re.search(
            r"(?:\b(?:should|must|will|need to|needs to|have to|let's|please|and|also|going to|we'll|always)|"
            r"[,:;–—-]) $",
            low[: found.start()],
        )
        if found["who"] in ("we", "i") and not _WE_CARE.match(low, found.end()):
            continue
        if begins and not _AUTOMATIC.search(low, found.end()):
            yield found.span()
    for found in _DOUBLE.finditer(low, lead):
        if (
            found.start() == lead
            or re.search(r"\b(?:should|must|will|need to|always|to|please|better) (?:always )?$", low[: found.start()])
        ) and not re.search(r"\b(?:used|in order|asked|trying|went|back|able) to $", low[: found.start()]):
            yield found.span()
    for pattern in (_FASTER, _EARNEST, _RULES_OF_THUMB):
        if begun := pattern.search(low[lead:]):
            yield lead, lead + begun.end()


def _is_ours(sentence: Sentence, scene: Scene, offset: int) -> bool:
    """Whether people of the organisation, or nobody, are asked: not a system, and not its users."""
    subject = subject_of(sentence, offset, scene.organisation)
    if subject.kind == "system":
        return (
            re.search(
                r"\bwe (?:will|should|must|need|have to|are going)\b|\b(?:work|changes?|releases?|deploys?|"
                r"deployments?|reviews?|maintenance|notes|upgrades?|migrations?|care|attention|caution|"
                r"communication)\b",
                sentence.low[: offset + 12],
            )
            is not None
        )
    return subject.kind != "outsider"


RULE = wording_rule("AW351", "exhortation", __doc__, find, TRIGGERS, level="error")
