"""A word that rates people or their work.

`careless`, `sloppy`, `reckless`, `lazy`; `a bad decision`, `badly executed`. Technical words that look
alike (`lazy-loaded`, `bad gateway`, `a dumb terminal`) stay silent, and so does a judgement that somebody else is
quoted with.

## Why it matters

A rating tells how the writer felt afterwards. It stands in the place of the description that would let others see the
same: what was done, under which constraint, with what in view.

## Example

```text
The rollout was sloppy.
```

## Instead

```text
The rollout had one step for all regions, and the two people on it shared the shift with a second incident.
```

## Source

The five rules of causation in *RCA²*: no negative descriptors such as *poorly* or *carelessness*. Sidney Dekker on
judgemental reactions to failure.
"""

import re
from collections.abc import Iterator

from afterword.rules.wording.acts_rated import RATED, RATED_WORDS, acts_rated
from afterword.rules.wording.aw361_blaming_the_model import blames_in
from afterword.rules.wording.dispatch import Mark, Scene, wording_rule
from afterword.rules.wording.frames import is_negated
from afterword.rules.wording.gated import gated, mask_of
from afterword.rules.wording.lexicon import words
from afterword.rules.wording.lexicon.judgements import (
    ADVERBS,
    JUDGED_ACTS,
    OF_MODELS,
    OUTPUTS,
    SURE,
    TECHNICAL_AFTER,
    UNSURE,
)
from afterword.rules.wording.lexicon.people import is_role
from afterword.rules.wording.precedence import told_once
from afterword.rules.wording.questions.judged import of_judgement
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.slots import phrase
from afterword.rules.wording.subjects import subject_of
from afterword.rules.wording.verdicts import VERDICT_WORDS, VERDICTS, verdicts_in

_SURE = gated(rf"(?<![\w-])(?:{SURE})(?![\w-])")
_UNSURE = gated(rf"(?<![\w-])(?P<word>{UNSURE})(?!\w)(?: (?P<next>[\w-]+))?(?: (?P<third>[\w-]+))?")
_ADVERB = gated(rf"(?<![\w-])(?:{ADVERBS})(?!\w)")
_ACT = gated(rf"(?<![\w-])(?:{JUDGED_ACTS})(?!\w)")
_OVERCONFIDENT = gated(r"(?<![\w-])overconfiden(?:t|tly|ce)(?![\w-])")
_OWN = re.compile(r"\b(?:our|my|your|his|her|the (?:team|engineer|developer|operator|vendor)'s) (?:own )?$")
_MODEL_OR_OUTPUT = re.compile(rf"\b(?:{OF_MODELS}|{OUTPUTS})\b")
_DECISIONS = re.compile(
    r"(?:[\w-]+ )*(?:decisions?|choices?|judge?ments?|reasoning|estimates?|estimation|execution|handling)"
)
_BY_A_MODEL = re.compile(
    rf"(?<!support )(?<!service )(?<!centre )(?<!center )(?<!sales )\b{OF_MODELS}(?:'s?)?(?: (?:had|has|have|also|then|"
    rf"often|again|\w+ly))*(?: (?:made|makes?|making|took|takes?|gave|gives?|showed|shows?|produced|produces?))?"
    rf"(?: (?:a|an|the|some|many|several|two|three|more|very|\w+ly))* $"
)
_OF_A_MODEL = re.compile(
    rf" (?:(?:made|taken|given|produced) )?(?:by|of|from) (?:(?:the|a|an|our|its|this|that) )?"
    rf"(?:(?!support|service|centre|center|sales)[\w-]+ ){{0,2}}?{OF_MODELS}(?![\w'-])"
)
_PEOPLE = re.compile(
    r"\b(?:team|engineers?|developers?|operators?|staff|management|we|i|our|they|he|she|you|your|who|assistant|"
    r"agent|model)\b"
)
_COPULA = re.compile(
    r"\b(?:was|were|is|are|been|being|be|looks?|seems?|feels?|felt|got|became)(?: (?:just|so|too|very|really|plain|"
    r"simply|rather|quite|pretty|a bit|also|both|downright|\w+ly))*\s+$"
)
_OURSELVES = re.compile(
    r"\b(?:downtime|outages?|impact|this|that|such an?|level of service|experience|any length)\b[^.;]{0,25}$"
)
_QUOTING = re.compile(r"\b(?:wrote|said|complained|called it|described|customer|users?) [^.;]{0,40}$")
_OWN_WORDS = words(
    """careless carelessly carelessness negligent negligently negligence reckless recklessly recklessness sloppy
    sloppily sloppiness stupid stupidly stupidity lazy lazily laziness foolish foolishly irresponsible irresponsibly
    incompetent incompetence incompetently inexcusable rushed lax shoddy haphazard haphazardly amateur amateurish
    amateurs unprofessional unprofessionally blunder blunders boneheaded idiotic idiot idiots dumb silly
    embarrassing embarrassingly shameful disgraceful complacent complacency cavalier thoughtless thoughtlessly
    inattentive lackadaisical naive naively naivety naïve clueless ridiculous unforgivable slapdash half-baked
    halfhearted half-hearted hasty hastily bad poor wrong terrible awful horrible questionable dangerous risky
    ill-advised misguided short-sighted shortsighted poorly badly terribly overconfident overconfidently
    overconfidence arrogant arrogance ignorance ignorant unqualified inexperienced incompetency dereliction gross
    rookie beginner's beginner gonzo cowboy ineptitude inept baffling crazy insane absurd unwise imprudent
    neglectful neglect mismanagement malpractice half-assed inadequately insufficiently improperly obvious slow
    unacceptable inexcusably painfully criminally pathetic incorrect half advised sighted lousy chaotic superficial
    insufficient inadequate lacking abysmal disorganised disorganized mess deficient subpar glaring egregious
    blatant thought well conceived good assed baked hearted weak casual relaxed complacent laissez laissez-faire
    messy suboptimal idiocy diligence bright brilliant genius worst ineffectively"""
)
TRIGGERS = _OWN_WORDS | VERDICT_WORDS | RATED_WORDS
PATTERNS = mask_of(_SURE, _UNSURE, _ADVERB, _ACT, _OVERCONFIDENT) | VERDICTS | RATED


@told_once("AW321")
def find(sentence: Sentence, scene: Scene) -> Iterator[Mark]:
    """Words that rate people or what they did; one in a sentence."""
    for start, end, on_person in _judgements(sentence, scene):
        if _is_of_a_model(sentence, start, end):
            continue
        if _QUOTING.search(sentence.low[:start]) and '"' in sentence.low:
            continue
        yield Mark(
            start,
            end,
            f"`{phrase(sentence, start, end)}` rates what was done",
            of_judgement(sentence, start, end, scene.organisation),
            "error" if on_person else None,
        )


def _is_of_a_model(sentence: Sentence, start: int, end: int) -> bool:
    """Whether it rates what a model gives, an ordinary term there, or another rule tells of the model's character."""
    if any(first <= start and end <= last for first, last in blames_in(sentence)):
        return True
    return _DECISIONS.fullmatch(sentence.low, start, end) is not None and (
        _BY_A_MODEL.search(sentence.low, sentence.lead, start) is not None
        or _OF_A_MODEL.match(sentence.low, end) is not None
    )


def _judgements(sentence: Sentence, scene: Scene) -> Iterator[tuple[int, int, bool]]:
    if not sentence.vocabulary.isdisjoint(_OWN_WORDS):
        yield from _in_words(sentence, scene)
    yield from verdicts_in(sentence, scene.organisation)
    yield from acts_rated(sentence)


def _in_words(sentence: Sentence, scene: Scene) -> Iterator[tuple[int, int, bool]]:
    """Words and phrases that rate whatever they stand with."""
    low = sentence.low
    for found in _SURE.finditer(sentence):
        if sentence.raw[found.start() : found.end()].isupper():
            continue
        if not _is_denied(sentence, found.start()) and not _is_technical(low, found.end()):
            yield *found.span(), True
    for found in _OVERCONFIDENT.finditer(sentence):
        noun = re.match(r" ([\w-]+)", low[found.end() :])
        of_person = (noun is not None and is_role(noun[1])) or _OWN.search(low, 0, found.start()) is not None
        if not _is_denied(sentence, found.start()) and (of_person or not _MODEL_OR_OUTPUT.search(low)):
            yield *found.span(), True
    for found in _UNSURE.finditer(sentence):
        after = found["next"] or ""
        if after in TECHNICAL_AFTER or (found["third"] or "") in TECHNICAL_AFTER or is_negated(sentence, found.start()):
            continue
        if _COPULA.search(low[: found.start()]):
            subject = subject_of(sentence, found.start(), scene.organisation)
            if subject.is_person or found["word"].removesuffix("ly") in (
                "rushed",
                "lax",
                "stupid",
                "foolish",
                "embarrassing",
                "hasty",
                "haphazard",
                "inept",
                "complacent",
            ):
                yield *found.span("word"), subject.is_person
        elif (
            re.search(r"\b(?:our|their|his|her|your|my|team|engineers?|an? act of|the)\s+$", low[: found.start()])
            and _PEOPLE.search(low)
            and after
            and re.fullmatch(
                r"(?:approach|attitude|process\w*|practices?|work\w*|habits?|release|rollout|deploy\w*|merge|"
                r"decision|change|response|handling|engineer\w*|developer\w*|review\w*|of)",
                after,
            )
        ):
            yield *found.span("word"), False
    for pattern in (_ADVERB, _ACT):
        for found in pattern.finditer(sentence):
            if not _is_denied(sentence, found.start()):
                yield *found.span(), True


def _is_denied(sentence: Sentence, start: int) -> bool:
    """Whether a negation stands before a word, and no `rather` or `but` turns it round."""
    return is_negated(sentence, start) and not re.search(
        r"\b(?:rather|but|just|simply)\b[^,;]{0,25}$", sentence.low[:start]
    )


def _is_technical(low: str, end: int) -> bool:
    after = re.match(r" ([\w-]+)", low[end:])
    return after is not None and after[1] in ("mode", "quorum", "phrase", "match", "phase", "loading")


RULE = wording_rule(
    "AW321",
    "judging-word",
    __doc__,
    find,
    TRIGGERS,
    patterns=PATTERNS,
    draft_level="warning",
    apart="error on people and their acts",
)
