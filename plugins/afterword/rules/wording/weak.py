"""Weak actions: to train, to remind and to tell people, to write it down, to have a second person look."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.rules.wording.frames import is_negated
from afterword.rules.wording.gated import gated, gated_start, mask_of
from afterword.rules.wording.lexicon import words
from afterword.rules.wording.sentences import Sentence

_PEOPLE = (
    r"(?:(?:all|the|our|every|each|new|on-?call|support|relevant|more) )*(?:(?<=the |our |"
    r"all )(?:[\w-]+ ){1,2}?)?(?:engineers?|teams?|team members|members|"
    r"developers?|staff|employees?|operators?|people|everyone|everybody|reviewers?|labell?ers?|annotators?|"
    r"colleagues|personnel|on-?calls?|responders?|ops|sres?|contributors?|maintainers?|managers?|agents|admins?|"
    r"technicians?|folks|ourselves|analysts?|scientists?|authors?|devs?)"
)
_TO_PEOPLE = gated(
    rf"(?<![\w-])(?:(?:re-?)?train|(?:re-?)?educate|remind|coach|brief|instruct|sensiti[sz]e|teach|"
    rf"urge)(?:ing)? {_PEOPLE}(?!\w)|(?<![\w-])(?:encourage|inform|tell|warn|ask)(?:ing)? {_PEOPLE} (?:to be|"
    rf"to check|to follow|to read|to use|to pay|to double-check|to take|about|of)(?!\w)"
)
_TRAINING = gated(
    r"(?<![\w-])(?:(?:more|additional|better|further|mandatory|refresher|regular|extra|improved|annual|security|"
    r"internal|staff|on-?call|new|incident) )*(?:training|education|awareness|coaching)(?: sessions?|"
    r" courses?)? (?:for (?:all|every\w+|the|our)|will|should|must|needs?|is|for|on|about|to be|in|"
    r"of)(?!\w)(?! (?:data|set|run|job|loss|pipeline|the model|a model|models))|"
    r"(?<![\w-])(?:hold|run|organi[sz]e|provide|conduct|schedule|offer|give|arrange|set up|plan|deliver|receive|"
    r"undergo|complete|attend)(?:ing)? (?:an? |the |some |more |additional |further |regular |better |internal |"
    r"mandatory |refresher |\w+ ){0,3}(?:trainings?(?! (?:data|run|job|set|pipeline))|workshops?|brown ?bag|"
    r"knowledge[- ]sharing|refreshers?|lunch and learn|awareness)|"
    r"(?<![\w-])(?:raise|increase|spread|create|build|improve) (?:\w+ )?awareness|"
    r"(?<![\w-])(?:will|should|must|need to|to) be (?:re)?(?:trained|educated|reminded|coached|briefed|"
    r"instructed)(?!\w)"
)
_PAPER = gated(
    r"(?<![\w-])(?:send|post|circulate|write|issue)(?:ing)? (?:out )?(?:an? |the |some )*(?:\w+ )?(?:memos?|"
    r"reminders?|announcements?|e-?mails? (?:to|remind)|notes? to)(?!\w)|"
    r"(?<![\w-])(?:update|revise|review|rewrite|amend|publish|create|write|define|document)(?:ing)? (?:our |the |a |"
    r"an |this |these |all |some |existing |internal |clear |clearer |better |new )*(?:\w+ )?(?:polic(?:y|ies)|"
    r"handbook|guidelines?|best practices|standard operating procedures?|sops?|lessons? learned|learnings)(?!\w)|"
    r"(?<![\w-])(?:share|communicate|spread)(?:ing)? (?:the |these |our |this )?(?:learnings?|lessons?(?: learned)?|"
    r"findings|post-?mortem|knowledge|information)(?! (?:base|graph))(?!\w)|"
    r"(?<![\w-])(?:a |an )?(?:second (?:pair of eyes|reviewer|person|set of eyes|engineer)|two-person (?:rule|"
    r"review)|four[- ]eyes|buddy system)(?!\w)"
)
_MERE_PAPER = gated_start(
    r"(?:(?:document|update|write|write up|improve|clarify|expand|add)(?: (?:and|or) \w+)? (?:the |our |this |"
    r"these |some |better |more |internal |\w+ )?(?:documentation|docs|process(?:es)?|procedures?|runbooks?|"
    r"playbooks?|wiki|guidelines?)[\s.*_]*$|"
    r"(?:make|keep|get) (?:the team|everyone|everybody|people|engineers|developers|staff|all teams|teams|"
    r"the whole team|\w+ teams?) (?:more )?(?:aware|informed|familiar)\b)"
)
_ORDER = re.compile(
    r"(?:\b(?:we|i|they|team|management|leads?|'ll|will|should|must|shall|need to|needs to|have to|plan to|going to|"
    r"want to|to|please|and|also|let's)|[:;,–—-]) $"
)
_PAST = re.compile(r"\b(?:was|were|had|has|have|did|then|after|while|used|started|began|asked) (?:\w+ )?(?:to )?$")
_MODEL = re.compile(
    r"\b(?:model|classifier|ranker|network|llm|embedding|checkpoint|dataset|labels?|weights|epochs?|release train)s?\b"
)
_NOMINAL = gated_start(
    r"(?:an? |the |another |some |regular |friendly |short |mandatory |annual |quarterly |internal |additional |more |"
    r"awareness |staff |team |new |refresher |safety |security )*(?:reminders?|refreshers?|memos?|"
    r"announcements?|e-?mails?|"
    r"newsletters?|briefings?|presentations?|campaigns?|workshops?|trainings?|seminars?|brown[- ]?bags?|"
    r"courses?|lessons|"
    r"(?:training|information|knowledge[- ](?:sharing|transfer)|refresher) (?:sessions?|courses?))(?! (?:data|"
    r"set|run|job|"
    r"pipeline|loss))(?:(?: (?:courses?|sessions?))? (?:to|for|on|about|in|of|with|around) [^.;]*)?[.\s]*$"
)
_WEAK_VERB = re.compile(
    r"^\W*(?:please )?(?:train|remind|document|communicate|discuss|announce|teach|brief|coach|be|remember)\b"
)
_IN_TEXT = (_TO_PEOPLE.pattern, _TRAINING.pattern, _PAPER.pattern, _WEAK_VERB)
WEAK = mask_of(_TO_PEOPLE, _TRAINING, _PAPER, _MERE_PAPER, _NOMINAL)
TRIGGERS = words(
    """train retrain training trainings educate educating education remind reminding coach coaching brief
    instruct encourage teach urge sensitize sensitise inform tell warn ask awareness trained retrained educated
    reminded coached briefed instructed workshop workshops knowledge refresher refreshers memo memos reminder
    reminders announcement email emails policy policies handbook guideline guidelines practices procedures
    procedure sop sops expectations lesson lessons learning learnings findings second two-person two four
    four-eyes eyes buddy postmortem post information conduct learned learn brown document documentation docs
    process processes runbook runbooks playbook playbooks wiki aware informed familiar"""
)


def weak_actions(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Start and end of every weak action that is planned or ordered."""
    low, lead = sentence.low, sentence.lead
    for whole in (_MERE_PAPER, _NOMINAL):
        if begun := whole.match(sentence, lead):
            yield lead, lead + len(begun[0].rstrip(" .*_"))
    for pattern in (_TO_PEOPLE, _TRAINING, _PAPER):
        for found in pattern.finditer(sentence):
            if pattern is _PAPER and len(sentence.tokens) > 12:
                continue
            if not (
                _is_told(sentence, found)
                or is_negated(sentence, found.start())
                or _MODEL.search(low, found.start(), found.end() + 25)
            ):
                yield found.span()


def is_weak(clause: str) -> bool:
    """Whether a clause in small letters names a weak action."""
    return any(pattern.search(clause) for pattern in _IN_TEXT)


def _is_told(sentence: Sentence, found: re.Match[str]) -> bool:
    """Whether it is told as done, and not planned: only plans and orders are actions."""
    if found.start() == sentence.lead:
        return False
    before = sentence.low[: found.start()]
    if _PAST.search(before):
        return True
    if (
        found[0].startswith("will ")
        or " will" in found[0]
        or " should" in found[0]
        or "must" in found[0]
        or " need" in found[0]
    ):
        return False
    return (
        _ORDER.search(before) is None
        or re.search(
            r"\b(?:used|in order|order|able|failed|trying|tried|had|was|were|easy|way|hard|here|possible) to $", before
        )
        is not None
    )
