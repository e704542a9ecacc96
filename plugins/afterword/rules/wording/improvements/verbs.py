"""`Improve monitoring`, `take steps to prevent this`, `ensure it never happens again`: promises that a verb orders."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.rules.wording.gated import gated, mask_of
from afterword.rules.wording.improvements.purpose import GENERIC_PURPOSE, ORDER, TOLD, Vague, is_specific
from afterword.rules.wording.improvements.things import FILL, LOOSE, PLAIN_FILL, THINGS
from afterword.rules.wording.sentences import Sentence

_UP = (
    r"(?:improv(?:e|ing)|enhanc(?:e|ing)|strengthen(?:ing)?|increas(?:e|ing)|tighten(?:ing)?|better|refin(?:e|ing)|"
    r"bolster(?:ing)?|optimi[sz](?:e|ing)|streamlin(?:e|ing)|revisit(?:ing)?|rethink(?:ing)?|review(?:ing)?|"
    r"re-?evaluat(?:e|ing)|reconsider(?:ing)?|upgrad(?:e|ing)|harden(?:ing)?|formali[sz](?:e|ing)|"
    r"invest(?:ing)? (?:more )?in|work(?:ing)? on|focus(?:ing)? on|look(?:ing)? into|expand(?:ing)?|"
    r"step(?:ping)? up|clean(?:ing)? up)"
)
_DO = gated(rf"(?<![\w-])(?P<verb>{_UP}) (?P<thing>{FILL}{LOOSE}|{PLAIN_FILL}{THINGS})(?![\w-])(?P<rest>.{{0,140}})")
_STEPS = gated(
    r"(?<![\w-])(?:tak(?:e|en|ing)|implement(?:ed|ing)?|introduc(?:e|ing)|mak(?:e|ing)|explor(?:e|ing)|"
    r"consider(?:ing)?|look(?:ing)? (?:into|at)|find(?:ing)?|identify(?:ing)?) (?:\w+ ){0,3}?(?P<thing>steps|"
    r"measures|actions?|changes|ways|improvements|options|solutions|safeguards)(?: (?:to|that|so|for|"
    r"in)\b)(?P<rest>.{0,140})"
)
_LOOKS = gated(
    r"(?<![\w-])(?:tak(?:e|ing) (?:a |another )(?:closer|hard|harder|deeper|good|long) look|"
    r"(?:think about|discuss|figure out|consider|investigate|explore|look into|brainstorm|evaluate) (?:how|ways|"
    r"what) (?:we |to |can |could |else )*(?:better |best )?"
    r"(?:avoid|prevent|improve|reduce|do|handle|be|make) (?:\w+ ){0,2}?(?:this|these|similar|such|again|better|"
    r"differently|things|in (?:the )?future)|"
    r"(?:discuss|talk about|raise) (?:this|it|these|the (?:issue|incident|topic)))(?!\w)"
)
_ONGOING = gated(
    r"(?<![\w-])(?:(?:we|i|the team)(?: are| am| is| will be|'re|'m|'ll be)|currently|now)(?: now| currently| also| "
    r"actively| already| still)* (?:reviewing|re-?evaluating|evaluating|assessing|re-?assessing|re-?thinking|"
    r"re-?examining|looking (?:at|into)|exploring|considering|investigating|working (?:on|to|towards?))"
    r"(?: and \w+ing)? (?P<thing>(?:(?:improv\w+|strengthen\w*|enhanc\w+|our|the|all|more|better|other|further|"
    r"various|additional|different|internal|overall|and|these|this|long-term|whole|entire|operational|security|"
    r"deployment|release|incident|change|backup|disaster recovery|monitoring|review|communication) )*(?:set-?up|"
    r"process(?:es)?|procedures?|practices|policies|infrastructure|systems?|options|approach(?:es)?|solutions|ways|"
    r"measures|architecture|security|workflows?|protocols?|safeguards|improvements))(?![\w-])(?P<rest>.{0,140})"
)
_VAGUE_END = re.compile(
    r"\s*[.,]?\s*$|,? (?:(?:in order )?to|so that|which will)\b[^.;]*?\b(?:prevent|avoid|ensure|make sure|reduce|"
    r"improve|minimi[sz]e|mitigate)\b[^.;]*?\b(?:this|these|such|similar|future|again|outages?|incidents?|issues?|"
    r"problems?|disruptions?|failures?)\b|"
    r" (?:in|for) (?:the )?(?:future|light of|response|case)\b"
)
_AGAIN = gated(
    r"(?<![\w-])(?:make sure|making sure|ensure|ensuring|see to it)(?: that)? (?:(?:this|it|such|similar|these|"
    r"something like this|the same)\b[^.;]{0,40}?(?:not|n't|never) (?:happen|occur|recur|repeat)\w*(?: again)?|"
    r"(?:we|we're)\b[^.;]{0,30}?(?:not|n't|never) (?:caught|surprised|taken|hit|make|repeat|see|end up|let|have|face|"
    r"find)\b[^.;]{0,40}? again(?!\w))|"
    r"(?<![\w-])do (?:what(?:ever)? (?:is|it|we|i)|everything|all(?: that)? we|"
    r"anything)[^.;]{0,30}? to (?:prevent|avoid|"
    r"minimi[sz]e|reduce|ensure|make sure)(?!\w)"
)

_PURPOSE_FIRST = re.compile(r"(?:in order to|so as to|to) [^,;:]{1,80}, (?=[a-z])(?!and\b|or\b|but\b)")
"""An aim before the main clause, which says what is done for it."""
VERBS = mask_of(_DO, _STEPS, _LOOKS, _ONGOING, _AGAIN)


def ordered(sentence: Sentence) -> Iterator[Vague]:
    """Things that are to be improved."""
    low, lead = sentence.low, sentence.lead
    purpose = _PURPOSE_FIRST.match(low, lead)
    for found in _DO.finditer(sentence):
        if purpose and found.start() < purpose.end():
            continue
        verb = found["verb"]
        weak = verb.startswith(
            ("review", "work", "focus", "look", "expand", "increas", "clean", "upgrad", "revisit", "optimi", "better")
        )
        begins = found.start() == lead
        if not begins and (not ORDER.search(low[: found.start()]) or TOLD.search(low[: found.start()])):
            continue
        if weak and not begins and not re.search(r"\b(?:will|should|must|need to|have to|to) $", low[: found.start()]):
            continue
        if verb.startswith("better") or is_specific(found):
            continue
        if re.search(r"\bto $", low[: found.start()]) and not re.search(
            r"\b(?:need|needs|have|has|going|plan|want|continue|commit\w*|working|ought|provider|steps?|like|order|"
            r"action|needed) to $",
            low[: found.start()],
        ):
            continue
        yield found.start(), found.end("thing"), found["thing"].split()[-1]


def steps(sentence: Sentence) -> Iterator[Vague]:
    """Steps that are to be taken, looks that are to be had, and what is never to happen again."""
    low, lead = sentence.low, sentence.lead
    for found in _AGAIN.finditer(sentence):
        if (
            found.start() == lead or re.search(r"\b(?:we|will|must|to|should|'ll) $", low[: found.start()])
        ) and not re.search(r"\bby \w+ing\b", low):
            yield found.start(), found.end(), "it"
    for found in _ONGOING.finditer(sentence):
        if _VAGUE_END.match(found["rest"]) and not re.search(r"\d|\bby \w+ing\b|\u0000", found["rest"]):
            yield found.start(), found.end("thing"), found["thing"].split()[-1]
    for found in _LOOKS.finditer(sentence):
        if found.start() == lead or re.search(
            r"\b(?:will|will be|are|should|to|must|'ll|going to) $", low[: found.start()]
        ):
            yield found.start(), found.end(), "it"
    for found in _STEPS.finditer(sentence):
        is_order = found.start() == lead or ORDER.search(low[: found.start()])
        purpose = GENERIC_PURPOSE.match(found["rest"])
        by = (
            re.search(r"\b(?:by|including|such as|namely|these include|:)\b", found["rest"])
            or ":" in low[found.end("thing") :]
            or "following" in found[0]
            or "additional" in found[0]
        )
        if is_order and purpose and not by and not TOLD.search(low[: found.start()]):
            yield found.start(), found.end("thing"), "it"
