"""A person's slip that is given as a cause.

`Human error`, `operator error`, a mistake, an oversight or a slip stands where the cause belongs: after `due to`,
`caused by`, `the result of`, `was a`. In the history of AI systems the same sentence comes as a user, prompt or
labelling error. Errors that are no people's (`error rate`, `configuration error`), safeguards (`to prevent human
error`), discarded guesses and sentences that deny it stay silent.

## Why it matters

A slip is where an account can begin, not where it ends. People slip every day, and on most days something catches it.
What the next report needs is what did not: which screen, default, permission or missing check let one action travel
as far as it did. A cause that is a person has one remedy, which is another person.

## Example

```text
The outage was due to human error: the wrong cluster was selected.
```

## Instead

```text
Both clusters carry the same name in the console and differ in the colour of a border. The command asked for no
confirmation, and ran against the one that was selected last.
```

How far it goes is a matter of choice: where a slip is told as one step, with what surrounded it, it is no finding.

## Source

The action hierarchy and the five rules of causation in *RCA²* (National Patient Safety Foundation, 2015): each slip
needs the cause that came before it. Sidney Dekker, “The Field Guide to Understanding 'Human Error'”: the label
is a conclusion of those who look back. PagerDuty's guide to post-mortems holds that one person's action is never a
root cause.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from afterword.rules.wording.denials import is_where_questions_begin
from afterword.rules.wording.dispatch import Mark, Scene, wording_rule
from afterword.rules.wording.frames import (
    clause_before,
    is_guarded_against,
    is_negated,
    stops_at_question,
)
from afterword.rules.wording.gated import gated, mask_of
from afterword.rules.wording.lexicon import words
from afterword.rules.wording.precedence import told_once
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.slip_causes import SLIP_CAUSE_WORDS, SLIP_CAUSES, slip_causes_in
from afterword.rules.wording.slots import outcome_in, phrase
from afterword.rules.wording.subjects import Subject, subject_of

_WHOSE = (
    r"(?:human|operator|pilot|user|engineer|developer|admin(?:istrator)?|employee|staff|personnel|reviewer|"
    r"labell?er|annotator|driver)"
)
_PLAIN = gated(
    rf"(?<![\w-]){_WHOSE}(?:'s?)?[ -](?:error|mistake|slip|lapse|fault|blunder|failing|carelessness|"
    rf"negligence)s?(?![\w-])"
)
_CAUSED = (
    r"(?:due (?:\w+ )?to|because of|caused (?:\w+ly )?by|result(?:s|ed|ing)? (?:of|from)|triggered by|owing to|"
    r"stem(?:s|med|ming)? from|"
    r"through|down to|attributed to|attributable to|blamed on|traced (?:back )?to|consequence of|"
    r"(?<!root )cause(?: of \w+(?: \w+){0,4})? (?:was|is)|(?:this|that|it|which|there|incident|outage|error|failure|"
    r"problem|issue) (?:was|is)(?: \w+ly)?|cause:|happened by)"
)
_ADJECTIVES = (
    r"(?:(?:an?|the|some|this|simple|mere|honest|silly|stupid|small|little|plain|pure|unfortunate|sad|slight|basic|"
    r"manual|single|one|own|our|my|genuine|momentary|careless|rookie|classic|common|another|clear) )*"
)
_OF_PEOPLE = gated(
    rf"\b{_CAUSED} {_ADJECTIVES}"
    r"(?P<slip>(?:(?:human|manual|procedural|clerical|labell?ing|annotation|prompt(?:ing)?|review|"
    r"copy[- /](?:and[- ])?paste|data[- ]entry|typing|user|team|operational|process)[ -])?"
    r"(?:oversight|mistake|slip(?:-up)?|mix-up|mixup|lapse|misclick|blunder|carelessness|inattention|negligence|"
    r"forgetfulness|complacency|inexperience))s?(?![\w-])"
    r"|"
    rf"\b{_CAUSED} {_ADJECTIVES}(?P<typed>(?:human|manual|procedural|clerical|labell?ing|annotation|prompt(?:ing)?|"
    rf"data[- ]entry|typing|operational) errors?)(?![\w-])"
)
_MERE = gated(
    r"\b(?:mere|simple|silly|stupid|careless|my|our) (?:typo|copy-paste)\b|\bfat[- ]finger\w*|\bpebkac\b|"
    r"\bfinger trouble\b|\bslips? of (?:mine|ours|the finger)\b"
)
_ARTEFACT = re.compile(
    r"\s+(?:in|with|of) (?:the |our |a |an |its |this |that |one |some )*(?:[\w\x00-]+ ){0,2}?(?:code|config\w*|"
    r"patch\w*|script\w*|file\w*|quer(?:y|ies)|rules?|templates?|manifests?|"
    r"polic(?:y|ies)|commits?|schema\w*|terraform|helm|yaml|json|pipeline\w*|formula|calculation|documentation|docs|"
    r"spec\w*|library|regex\w*|logic|design|implementation|algorithm|functions?|modules?|tables?|index|mapping|"
    r"translation|software|firmware|handler|"
    r"parser|interface|wrapper|scheduler|allocator|planner|compiler|driver|kernel|program|playbook|makefile|"
    r"dockerfile|workflow|migration|\x00+ [\w-]+)\b"
)
_ABOUT = re.compile(
    r"\s*(?:-prone|rates?\b|messages?\b|budgets?\b|handling|codes?\b|logs?\b|count|s? (?:became|become|spiked|rose|"
    r"increased|decreased|dropped|went|returned|per)\b|reports?\b|"
    r"(?:is|was|are) (?:never|not|no|only|always|rarely|inevitable|normal|expected|a symptom|merely|a starting|"
    r"the start|the beginning|ruled)|isn't|wasn't|as (?:a|the) (?:root )?cause|"
    r"happens?\b|will (?:happen|always)|can (?:happen|occur)|in general|tells|explains nothing|does not|did not|"
    r"doesn't|didn't)"
)
_IN_THE_NEWS = re.compile(
    r"\b(?:press|newspapers?|news|media|headlines?|(?:first|early|initial) reports?|rumou?rs?)\b[^.;]{0,30}\b"
    r"(?:spoke|called|wrote|blamed|talked|named|put)\b"
)
"""What others called it, and not the report."""
_CAUSE_VERB = re.compile(r"\b(?:was|were|is|are|came|comes|boils|happened|went|had|stems?|stemmed|results?|resulted)\b")
_SAFE = re.compile(r"\b(?:human|manual) (?:oversight|review)\b")
_OWN_WORDS = words(
    """error errors mistake mistakes slip slips lapse lapses oversight oversights typo blunder blunders fat fatfinger
    fat-fingered finger fingered carelessness negligence inattention complacency forgetfulness inexperience misclick
    mix mixup pebkac fault failing copy"""
)
TRIGGERS = _OWN_WORDS | SLIP_CAUSE_WORDS
PATTERNS = mask_of(_PLAIN, _OF_PEOPLE, _MERE) | SLIP_CAUSES


@told_once("AW301")
def find(sentence: Sentence, scene: Scene) -> Iterator[Mark]:
    """Human error in the place of a cause."""
    if stops_at_question(sentence):
        return
    if not sentence.vocabulary.isdisjoint(_OWN_WORDS):
        for mark in _in_words(sentence, scene):
            yield mark
            return
    for start, end, is_sure in slip_causes_in(sentence, scene.organisation):
        mark = _mark(sentence, scene, start, end)
        yield mark if is_sure else replace(mark, level="warning")
        return


def _in_words(sentence: Sentence, scene: Scene) -> Iterator[Mark]:
    """`human error` and its kin, `due to an oversight`, `a mere typo`."""
    for found in _PLAIN.finditer(sentence, 0):
        if not _is_set_aside(sentence, found.start(), found.end()) and not _is_response(sentence, found):
            yield _mark(sentence, scene, *found.span())
            return
    for found in _OF_PEOPLE.finditer(sentence, 0):
        group = "slip" if found["slip"] else "typed"
        if _SAFE.search(found[0]) and "due to" not in found[0] and "caused by" not in found[0]:
            continue
        if _ARTEFACT.match(sentence.low, found.end()) or _is_set_aside(sentence, found.start(), found.end()):
            continue
        yield _mark(sentence, scene, *found.span(group))
        return
    for found in _MERE.finditer(sentence, 0):
        if not _is_set_aside(sentence, found.start(), found.end()):
            yield _mark(sentence, scene, *found.span())
            return


def _is_set_aside(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the sentence prevents it, denies it, supposes it or speaks of it in general."""
    if is_negated(sentence, start) or is_guarded_against(sentence, start):
        return not re.search(r"attributed to $|blamed on $", clause_before(sentence, start))
    if is_where_questions_begin(sentence, end):
        return True
    return _ABOUT.match(sentence.low, end) is not None or _IN_THE_NEWS.search(sentence.low, 0, start) is not None


def _is_response(sentence: Sentence, found: re.Match[str]) -> bool:
    """Whether `user errors` are what a server answers, and `operator error` what a machine reports."""
    return found[0] in ("user errors", "client errors", "operator errors") and "due to" not in clause_before(
        sentence, found.start()
    )


def _mark(sentence: Sentence, scene: Scene, start: int, end: int) -> Mark:
    verb = _CAUSE_VERB.search(sentence.low, sentence.lead, start)
    subject = subject_of(sentence, verb.start(), scene.organisation) if verb else Subject("unknown")
    return Mark(
        start,
        end,
        f"`{phrase(sentence, start, end)}` stands where a cause belongs",
        f"start where this stops: how did the step look right at the time, and what let it {outcome_in(subject)}?",
    )


RULE = wording_rule(
    "AW301",
    "human-error-as-cause",
    __doc__,
    find,
    TRIGGERS,
    patterns=PATTERNS,
    level="error",
    apart="warning where the words can mean something else",
)
