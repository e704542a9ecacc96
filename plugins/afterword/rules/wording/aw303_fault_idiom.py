"""A verdict on people in the place of a condition.

`our fault`, `at fault`, `to blame` with people, `an error on the part of`, `dropped the ball`, `should have known
better`. Software that is at fault, `fault-tolerant`, a culprit that is a change, and sentences that decline to blame
stay silent.

## Why it matters

A verdict closes the question that a report is there to keep open. Who reads it knows whom to avoid, and not what to
change.

## Example

```text
This was an error on the part of the platform team.
```

## Instead

```text
The template that the platform team hands out sets no memory limit, and nothing compares a service with the template
later on.
```

## Source

Etsy, *Debriefing Facilitation Guide* (2016). Reed holds that the impulse to blame does not go away, and that
being aware of it is what helps.
"""

import re
from collections.abc import Iterator

from afterword.rules.wording.dispatch import Mark, Scene, wording_rule
from afterword.rules.wording.frames import is_guarded_against, is_negated
from afterword.rules.wording.gated import gated, mask_of
from afterword.rules.wording.lexicon import words
from afterword.rules.wording.lexicon.people import is_role, singular
from afterword.rules.wording.precedence import told_once
from afterword.rules.wording.questions.verdicts import of_verdict
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.slots import phrase
from afterword.rules.wording.subjects import Subject, subject_of

_OWN = gated(
    r"(?<![\w-])(?:(?:my|our|your|his|her|their|(?:an?|the|our) (?:[\w-]+ )?(?:engineer|developer|operator|team|"
    r"vendor|reviewer|contractor|provider|supplier|manager)'s?) (?:own )?(?:fault|bad|mistake|error|blunder|"
    r"screw-?up|carelessness|negligence|oversight)"
    r"(?!\w|-tolerant| (?:rate|log|message|code|budget|report|handling|page|tracker|count|response))|"
    r"(?:(?:mistake|oversight|blunder|slip|lapse|negligence)s? (?:on|in) (?:my|our|your|his|her|their|"
    r"the (?:[\w-]+ ){0,2}(?:team|engineer|developer|operator|vendor|reviewer)'s?) (?:part|side|end)|"
    r"(?:fault|error|failure)s? (?:on|in) (?:my|our|your|his|her|their|"
    r"the (?:[\w-]+ ){0,2}(?:team|engineer|developer|operator|vendor|reviewer)'s?) part)|"
    r"(?:fault|mistake|error|oversight|failure|blunder|negligence)s? (?:by|from|of|on the part of) (?:the |our |"
    r"one of |an? |this |\w+ ){0,3}(?P<who>[\w-]+)(?= (?:who|which|that|for|in|on|at|and|when|during|while)\b|"
    r"[.,;:)]|$))"
)
_BLAME = gated(
    r"(?<![\w-])(?:is|are|was|were|am|be|being) (?:(?:entirely|solely|wholly|partly|largely|mostly|clearly|also|at "
    r"least|"
    r"the ones?|only|ones?) )*(?:to blame|at fault|the culprits?|guilty|responsible for (?:this|the) (?:mess|"
    r"mistake|error|failure|outage|incident|breakage)|(?<=solely |wholly )responsible(?=[.,;!)]|$| and ))(?!\w)"
)
_SHARE = gated(
    r"(?<![\w-])(?:(?:share|shares|take|takes|took|carry|accept|deserves?|put|puts|lay|lays|laid|pin|pins|"
    r"pinned) (?:\w+ ){0,3}?(?:blame|fault|guilt)|i blame|we blame|blame lies (?:\w+ )?with|the blame (?:is|falls)|"
    r"falls? (?:squarely )?on (?:me|us|him|her|them))(?!\w)"
)
_IDIOM = gated(
    r"(?<![\w-])(?:dropped the ball|asleep at the (?:wheel|switch)|(?:should|ought to) (?:really )?(?:have known|"
    r"know) (?:this|that|better|by now)|no excuse for|mea culpa|own goal|shot (?:our|my|them)selves in the foot|"
    r"guilty of|"
    r"should(?:n't| not) (?:make|be making) (?:such |these |this kind of )?mistakes|"
    r"let (?:us|everyone|you|them|(?:(?:the|our|your|my) )?(?:[\w-]+ )?(?:team|users|customers|community|players|"
    r"clients|"
    r"members|people|colleagues|readers|students)) down|"
    r"(?:this|that|it|which|one|failure|outage|mistake)(?: one)?(?:'s| is| was) (?:all |entirely |squarely |"
    r"completely |fully "
    r"|solely |really )*on (?:me|us|him|her|them)(?=[.,;:!)]|$| and | alone)|(?:fault|blame|guilt) (?:\w+ )?(?:lies|"
    r"lay|rests|"
    r"rested|falls|fell) (?:\w+ )?(?:with|on) (?=(?:the |our |us|me|them|him|her))|only (?:our|my|them|him|"
    r"her)sel(?:f|ves) to "
    r"blame|to (?:my|our) shame|no one to blame but)(?!\w)"
)
_PLAIN = re.compile(r"blame| on (?:me|us|him|her|them)$")
"""Verdicts on people whatever their subject is."""
_CULPRIT = gated(
    r"(?<![\w-])(?:culprit|offender|guilty party)(?!\w)[^.;]{0,60}?\b(?:made by|written by|merged by|deployed by|"
    r"was (?:an?|one of|our|the) (?:[\w-]+ )?(?P<who>engineer|developer|operator|intern|contractor|reviewer|"
    r"admin\w*))"
)
TRIGGERS = words(
    """fault blame mistake mistakes error errors blunder oversight failure failures bad guilty culprit culprits
    responsible ball asleep better known know excuse culpa goal foot guilt negligence carelessness screw-up screwup
    screw slip lapse offender down me us falls"""
)
PATTERNS = mask_of(_OWN, _BLAME, _SHARE, _IDIOM, _CULPRIT)


@told_once("AW303")
def find(sentence: Sentence, scene: Scene) -> Iterator[Mark]:
    """Verdicts of fault with people; one in a sentence."""
    for found in _OWN.finditer(sentence):
        who = found["who"]
        if who and not _is_person(who):
            continue
        if found[0].endswith(("our bad", "your bad", "their bad", "his bad", "her bad")) and not _ends(
            sentence, found.end()
        ):
            continue
        if is_guarded_against(sentence, found.start()) or is_negated(sentence, found.start()):
            continue
        if _is_of_system(sentence, found, scene):
            continue
        yield _mark(
            sentence,
            scene,
            *found.span(),
            mild=found[0].startswith(("our ", "my ")) or " my " in found[0] or " our " in found[0],
        )
        return
    for found in _BLAME.finditer(sentence):
        subject = subject_of(sentence, found.start(), scene.organisation)
        if (subject.is_person or subject.kind == "they") and not is_negated(sentence, found.start()):
            yield _mark(sentence, scene, *found.span(), mild=subject.is_mild)
            return
    for pattern in (_SHARE, _IDIOM, _CULPRIT):
        for found in pattern.finditer(sentence):
            subject = subject_of(sentence, found.start(), scene.organisation)
            if subject.kind == "system" and pattern is not _CULPRIT and not _PLAIN.search(found[0]):
                continue
            if is_negated(sentence, found.start()) or re.search(
                r"\b(?:to|rather than|about)\s+$", sentence.low[: found.start()]
            ):
                continue
            yield _mark(sentence, scene, *found.span(), mild=subject.is_mild or pattern is _SHARE)
            return


def _is_person(who: str) -> bool:
    return who in ("me", "us", "him", "her", "them", "mine", "ours") or is_role(singular(who)) or is_role(who)


def _ends(sentence: Sentence, end: int) -> bool:
    return re.match(r"[\s.!,;)*_]*(?:$|[-–—(])", sentence.low[end:]) is not None


def _is_of_system(sentence: Sentence, found: re.Match[str], scene: Scene) -> bool:
    """Whether `their mistake` belongs to nobody: a plural of systems, or a purpose."""
    subject: Subject = subject_of(sentence, found.start(), scene.organisation)
    return (
        found[0].startswith("their")
        and subject.kind == "system"
        and "mistake" not in found[0]
        and "fault" not in found[0]
    )


def _mark(sentence: Sentence, scene: Scene, start: int, end: int, *, mild: bool) -> Mark:
    return Mark(
        start,
        end,
        f"`{phrase(sentence, start, end)}` is a verdict on people",
        of_verdict(sentence, start, end, scene.organisation),
        "warning" if mild else "error",
    )


RULE = wording_rule(
    "AW303",
    "fault-idiom",
    __doc__,
    find,
    TRIGGERS,
    patterns=PATTERNS,
    level="error",
    apart="warning for the milder phrases",
)
