"""Where an order begins: at the verb, after `next time`, `we should`, `reviewers are asked to` or nothing at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.rules.wording.gated import gated
from afterword.rules.wording.organisation import Organisation
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.subjects import subject_of

_FRONT = re.compile(
    r"(?:(?:going forward|in (?:the )?future|next time|from now on|for the future|as a team|in general|"
    r"generally|overall|"
    r"also|and|please|therefore|so|lessons?(?: learned)?|finally|first|second|third|additionally|furthermore|"
    r"moreover|"
    r"in addition|then|instead|again|always|ideally|as a result|because of this|before (?:a|any|every|each|the next) "
    r"[\w-]+)\b[,:]? ?)*"
)
_MODAL = gated(
    r"(?<![\w-])(?:(?:we|i|they)'ll|(?:will|should|must|shall|ought to|needs? to|ha(?:s|ve) to|wants? to|"
    r"plans? to|intends? to|"
    r"aims? to|(?:is|are|am) (?:going|asked|encouraged|reminded|expected|required|urged|advised|requested|"
    r"supposed) to|"
    r"(?:is|are) to|commits? to|would like to|hopes? to|promises? to|tr(?:y|ies) to|agreed to|decided to|resolved to|"
    r"(?:plan|goal|aim|intention|idea|next step|priority|task|lesson|takeaway|hope)(?: here| learned)? (?:is|"
    r"was|remains) to|"
    r"it (?:would|will|is|might) (?:be )?(?:good|helpful|better|useful|important|nice|desirable|advisable|"
    r"worthwhile|crucial|"
    r"essential|vital) to|(?:asked|told|reminded|urged|instructed|advised|expects?|asks?|encourages?|"
    r"encouraged|wants?) "
    r"(?:[\w-]+ ){1,4}?to|needs?)(?: not|n't)?)"
    r"(?: (?:all|also|always|never|really|just|now|both|please|simply|try to|strive to|aim to|continue to|"
    r"start to))* "
    r"(?=\w)"
)
_OPEN = re.compile(r"plan|goal|aim|intention|idea|next|priority|task|lesson|takeaway|hope|it ")
_ALWAYS = re.compile(r"\b(?:from now on|in future|in the future|going forward|next time|any more|anymore)\b")
_NOW = gated(r"(?<![\w-])(?:we|i|everyone|everybody|the team|all teams)(?: all| now| always)* (?=\w)")
_EVERYBODY = re.compile(
    r"\b(?:(?:everyone|everybody|people|all)(?: (?:on|in|of|at|involved|who) (?:[\w-]+ ){0,2}?[\w-]+)?|"
    r"all of us|each of us|we all|nobody|no one|no-one|(?:all|every|"
    r"each) (?:[\w-]+ ){0,2}"
    r"[\w-]+|engineers|developers|operators|reviewers|annotators|labellers|labelers|colleagues|staff|team members|"
    r"responders|managers|authors|on-?calls?|teams|product owners|analysts|data scientists)(?: \w+ly)? $"
)


def order_starts(sentence: Sentence, organisation: Organisation) -> Iterator[int]:
    """The offsets at which the verb of an order to people may begin, in order."""
    low = sentence.low
    front = _FRONT.match(low, sentence.lead)
    yield front.end() if front else sentence.lead
    for found in _MODAL.finditer(sentence):
        if (
            subject_of(sentence, found.start(), organisation).kind
            in (
                "we",
                "you",
                "they",
                "person",
                "bare",
            )
            or _OPEN.match(low, found.start())
            or "'ll" in found[0]
        ):
            yield found.end()
    if _ALWAYS.search(low):
        yield from (found.end() for found in _NOW.finditer(sentence))


def everybody_starts(sentence: Sentence, organisation: Organisation) -> Iterator[int]:
    """The same where everybody, or all of some people, are asked."""
    for found in _MODAL.finditer(sentence):
        if _EVERYBODY.search(sentence.low, sentence.lead, found.start()) and subject_of(
            sentence, found.start(), organisation
        ).kind not in ("system", "outsider"):
            yield found.end()
