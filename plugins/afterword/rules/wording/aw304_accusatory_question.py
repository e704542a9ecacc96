"""A question that asks people to justify themselves.

`Why did they …`, `why didn't the team …`, `who approved …`, `whose change …`. The same questions about a job, a model
or an alert, about how a system reached people (`why was the on-call paged so late?`), and questions about who was
affected or whom to call, stay silent.

## Why it matters

*Why* and *who*, asked of people, bring a defence. *How* and *what* bring a description, and the description is what
the next reader can use.

## Example

```text
Why did the team not test this on staging?
```

## Instead

```text
How did this change come to look safe without staging, and what does staging leave out?
```

## Source

Etsy, *Debriefing Facilitation Guide* (2016), on the art of asking questions. John Allspaw, *The Infinite Hows*
(2014). PagerDuty's guide to post-mortems asks *what* and *how*, not *who* or *why*.
"""

import re
from collections.abc import Iterator

from afterword.rules.wording.denials import is_denied
from afterword.rules.wording.dispatch import Mark, Scene, wording_rule
from afterword.rules.wording.frames import clause_before
from afterword.rules.wording.gated import gated, mask_of
from afterword.rules.wording.lexicon import words
from afterword.rules.wording.lexicon.people import is_role
from afterword.rules.wording.questions.whys import of_question
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.slots import phrase
from afterword.rules.wording.subjects.kinds import kind_of_pronoun
from afterword.rules.wording.subjects.twofold import is_certain_program

_WHY = gated(
    r"(?<![\w-])(?:why|how (?:on earth |in the world |come |the hell )?)(?: on earth| in the world| the hell|"
    r" then)? ?(?P<aux>did|didn't|do|does|don't|was|were|wasn't|weren't|would|wouldn't|could|couldn't|had|hadn't|"
    r"has|have|haven't|hasn't|is|isn't|are|aren't)"
    r"(?P<who>(?: the| our| an?| any| one of the| nobody's| your)?(?: [\w'-]+){1,3})"
)
_WHO = gated(
    r"(?<![\w-])(?:who (?:broke|approved|allowed|wrote|merged|pushed|deployed|deleted|let|decided|signed off|"
    r"authori[sz]ed|missed|forgot|ignored|thought|changed|caused|did this|is responsible|was responsible|"
    r"is to blame|was supposed to|should have)|"
    r"whose (?:fault|change|commit|mistake|idea|job|responsibility|decision|bug|error))(?!\w)"
)
_REACHED = re.compile(
    r"(?:was|were) [\w' -]*?\b(?:paged|alerted|notified|informed|warned|woken|reached|contacted|interrupted|"
    r"locked out|logged out|shown|affected|surprised|misled|billed|charged)(?!\w)"
)
_NOT_REACHED = re.compile(r"(?:was|were|wasn't|weren't) [\w' -]*?\b(?:paged|alerted|notified|woken|shown)(?!\w)")
"""What a system does to people: the question is about the system."""
TRIGGERS = words("why who whose how")


def find(sentence: Sentence, scene: Scene) -> Iterator[Mark]:
    """Questions that accuse."""
    asks = "?" in sentence.low
    for found in _WHY.finditer(sentence):
        if (
            found[0].startswith("how")
            and not re.match(r"how could(?! (?:we|i)\b)", found[0])
            and "on earth" not in found[0]
            and "hell" not in found[0]
        ):
            continue
        if _is_curious(sentence, found):
            continue
        if (asks or found.start() == sentence.lead) and _names_people(found, sentence, scene):
            end = found.end("who")
            yield _mark(sentence, found.start(), end)
            return
    for found in _WHO.finditer(sentence):
        if asks or found.start() == sentence.lead or found[0].startswith("whose"):
            if (not asks and not found[0].startswith("whose")) or _is_declined(sentence, found):
                continue
            yield _mark(sentence, *found.span())
            return


_DECLINED = re.compile(
    r"(?:\b(?:not|never|nobody|no one|no longer|nothing|neither|nor|less|rather than|instead of|without|beyond|"
    r"past)\b|n't\b)(?: [\w'-]+){0,4}? ?\b(?:ask(?:s|ed|ing)?|about|matters?|question|say(?:s|ing)?|told|tells?|"
    r"telling|care[ds]?|minds?|for|on|of|is|was|discuss(?:ed|ing)?|wonder(?:s|ed|ing)?|establish(?:ed|ing)?|"
    r"decid(?:e|ed|ing))(?: about| over)? $|\b(?:is|was|are|were) (?:not|never) $|\b(?:isn't|wasn't|not) $"
)


def _is_declined(sentence: Sentence, found: re.Match[str]) -> bool:
    """Whether the sentence sets the question aside: `instead of asking whose mistake`, `not about whose job`."""
    clause = clause_before(sentence, found.start())
    return is_denied(sentence, *found.span()) or _DECLINED.search(clause) is not None


_SENSE = re.compile(r" (?:see|hear|receive|get|believe|feel|have)\b(?! (?:it|this|that) coming)")
_OWN_CHOICE = re.compile(
    r"why (?:do|did|are|have) (?:we|i) (?!not\b|n't\b|ignore|skip|forget|miss|let|fail|even|bother|wait|think)"
)
PATTERNS = mask_of(_WHY, _WHO)
_PRESENT_YOU = re.compile(r"why (?:are|do|is) you\b")
_POSSIBLE = re.compile(
    r" (?:have )?(?:\w+ly )?(?:see|seen|find|found|know|known|tell|told|learn|learned|detect|detected|use|used|do|"
    r"get)\b"
)


def _is_curious(sentence: Sentence, found: re.Match[str]) -> bool:
    """Whether the question asks what was seen, what could be done, or what the writers chose: no one defends an act."""
    negative = "n't" in found[0] or re.search(r"\bnot\b", sentence.low[found.start() : found.end() + 12]) is not None
    reached = _NOT_REACHED if negative else _REACHED
    if reached.match(sentence.low, found.start("aux"), found.end() + 30):
        return True
    if negative:
        return False
    if _OWN_CHOICE.match(found[0]) or _PRESENT_YOU.match(found[0]):
        return True
    rest = sentence.low[found.start("who") : found.end() + 30]
    if found[0].startswith("how could"):
        return _POSSIBLE.search(rest) is not None
    return _SENSE.search(rest) is not None


def _names_people(found: re.Match[str], sentence: Sentence, scene: Scene) -> bool:
    parts = found["who"].split()
    while parts and parts[0] in ("the", "our", "a", "an", "any", "one", "of", "your", "not", "n't"):
        parts.pop(0)
    if not parts:
        return False
    first = parts[0]
    if first in ("it", "this", "that", "there", "they"):
        return False
    if kind_of_pronoun(first):
        return True
    at = sentence.index_at(found.start("who")) + len(found["who"].split()) - len(parts)
    return any(
        not each.endswith(("'s", "s'"))
        and (scene.organisation.is_person(each) or (is_role(each) and not is_certain_program(sentence, at + further)))
        for further, each in enumerate(parts[:2])
    )


def _mark(sentence: Sentence, start: int, end: int) -> Mark:
    return Mark(
        start,
        end,
        f"`{phrase(sentence, start, end)}` asks people for a justification",
        of_question(sentence, start, end),
    )


RULE = wording_rule("AW304", "accusatory-question", __doc__, find, TRIGGERS, patterns=PATTERNS, level="error")
