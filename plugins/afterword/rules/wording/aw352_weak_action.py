"""An action that rests on memory alone.

The whole action is to train, remind or tell people, to `raise awareness`, to update a policy, to have a second
pair of eyes. Where a stronger action stands in the same item, where the remediation carries owner, date and success
check, and where a *model* is retrained, the rule stays silent.

## Why it matters

Such actions are worth having, and wear off. Those who are trained today change teams, and the next one has not read
the memo. One action beside it that needs nobody's memory keeps the effect.

## Example

```text
Train engineers on the new failover procedure.
```

## Instead

```text
Train engineers on the new failover procedure, and have the failover tool refuse while replication lags by more than
5 s.
```

## Source

The action hierarchy of *RCA²*: weaker (training, reminders, double checks, policies), intermediate (checklists,
redundancy, software changes), stronger (forcing functions, simplification, removing the hazard). Practitioners doubt
that the tiers can be read as ranks in every case, which is why this is a warning, and offers options.
"""

import re
from collections.abc import Iterator

from afterword.rules.wording.actions import is_action_place, is_complete, is_plan, names_stronger
from afterword.rules.wording.dispatch import Mark, Scene, wording_rule
from afterword.rules.wording.frames import is_negated, stops_at_question
from afterword.rules.wording.lexicon import words
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.slots import phrase

_PEOPLE = (
    r"(?:(?:all|the|our|every|each|new|on-?call|support|relevant|more) )*(?:engineers?|teams?|team members|members|"
    r"developers?|staff|employees?|operators?|people|everyone|everybody|reviewers?|labell?ers?|annotators?|"
    r"colleagues|personnel|on-?calls?|responders?|ops|sres?|contributors?|maintainers?|managers?|agents|admins?|"
    r"technicians?|folks|ourselves|analysts?|scientists?|authors?|devs?)"
)
_TO_PEOPLE = re.compile(
    rf"(?<![\w-])(?:(?:re-?)?train|(?:re-?)?educate|remind|coach|brief|instruct|sensiti[sz]e|teach|"
    rf"urge)(?:ing)? {_PEOPLE}(?!\w)|(?<![\w-])(?:encourage|inform|tell|warn|ask)(?:ing)? {_PEOPLE} (?:to be|"
    rf"to check|to follow|to read|to use|to pay|to double-check|to take|about|of)(?!\w)"
)
_TRAINING = re.compile(
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
_PAPER = re.compile(
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
_MERE_PAPER = re.compile(
    r"^(?:(?:document|update|write|write up|improve|clarify|expand|add)(?: (?:and|or) \w+)? (?:the |our |this |"
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
TRIGGERS = words(
    """train retrain training trainings educate educating education remind reminding coach coaching brief instruct
    encourage teach urge sensitize sensitise inform tell warn ask awareness trained retrained educated reminded
    coached briefed instructed workshop workshops knowledge refresher refreshers memo memos reminder reminders
    announcement email emails policy policies handbook guideline guidelines practices procedures procedure sop sops
    expectations lesson lessons learning learnings findings second two-person two four four-eyes eyes buddy
    postmortem post information conduct learned learn brown document documentation docs process processes runbook
    runbooks playbook playbooks wiki aware informed familiar"""
)


def find(sentence: Sentence, scene: Scene) -> Iterator[Mark]:
    """Weak actions with nothing stronger beside them; one in a sentence."""
    if (
        stops_at_question(sentence)
        or names_stronger(sentence)
        or not (is_action_place(sentence) or is_plan(sentence))
        or is_complete(sentence, scene.report)
    ):
        return
    mere = _MERE_PAPER.search(sentence.low[sentence.lead :])
    if mere:
        yield _mark(sentence, sentence.lead, sentence.lead + mere.end())
        return
    for pattern in (_TO_PEOPLE, _TRAINING, _PAPER):
        for found in pattern.finditer(sentence.low, sentence.lead):
            if pattern is _PAPER and len(sentence.tokens) > 12:
                continue
            if (
                _is_told(sentence, found)
                or is_negated(sentence, found.start())
                or _MODEL.search(sentence.low, found.start(), found.end() + 25)
            ):
                continue
            yield _mark(sentence, *found.span())
            return


def _mark(sentence: Sentence, start: int, end: int) -> Mark:
    return Mark(
        start,
        end,
        f"`{phrase(sentence, start, end)}` rests on memory alone",
        "keep it, and add one action that needs nobody's memory: a gate, a default, a limit, an alert or a test",
    )


def _is_told(sentence: Sentence, found: re.Match[str]) -> bool:
    """Whether it is told as done, and not planned: only plans and orders are actions."""
    if found.start() == sentence.lead:
        return False
    before = sentence.low[: found.start()]
    if _PAST.search(before):
        return True
    if " will" in found[0] or " should" in found[0] or "must" in found[0] or " need" in found[0]:
        return False
    return (
        _ORDER.search(before) is None
        or re.search(
            r"\b(?:used|in order|order|able|failed|trying|tried|had|was|were|easy|way|hard|here|possible) to $", before
        )
        is not None
    )


RULE = wording_rule("AW352", "weak-action", __doc__, find, TRIGGERS)
