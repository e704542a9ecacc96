"""Whether a sentence is an action: a plan or an order, under a heading or in a field for actions, or by its form."""

from __future__ import annotations

import re

from afterword.rules.wording.sentences import Sentence

_HEADING = re.compile(
    r"action|remediation|what we (?:will )?change|"
    r"what (?:we|the [\w-]+|the [\w-]+ team|each team|others)(?:'ll| will| shall| (?:are|is) going to| plan to|"
    r" intend to| commit)\b|"
    r"what we(?:'re| are) (?:doing|changing)|what(?:'s| is| comes) next|next step|follow[- ]?up|correct|"
    r"prevent|improve|to[- ]?do|"
    r"mitigation|recommend|lessons|going forward|what (?:is|will be) done|plan",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"\baction|\bremediation|\bwhat we (?:will )?(?:change|do)\b|\bnext steps?|\bfollow[- ]?ups?|\bcorrective|"
    r"\bpreventi|"
    r"\bto[- ]?dos?\b|\brecommendation|\bgoing forward|\bimprovements?\b",
    re.IGNORECASE,
)
"""A heading whose sections, one for each team or topic, are all of actions."""
_TOLD = re.compile(
    r"\b(?:went|lucky|luck|happened|well|wrong|timeline|background|context|impact|learned|learnt|causes?|factors?|"
    r"done|complete[d]?|taken|during|detection|response|discussion|rejected|declined|why|how)\b",
    re.IGNORECASE,
)
_PROCEDURE = re.compile(
    r"\b(?:runbooks?|playbooks?|procedures?|checklists?|instructions?|polic(?:y|ies)|guides?|guidelines?|manual|steps?|"
    r"how|usage|rules?|says?|said|reads?|wrote|written|tells?|told|quotes?|prompts?|messages?|banner|memo|e-?mails?|"
    r"example|wording|text|template|advice|tips?|rejected|declined|configuration|settings?|modes?)\b",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\b(?:checklists?|runbooks?|playbooks?|templates?)\b[^.;]*:\W*$")
_CARE = re.compile(
    r"\b(?:care(?:ful\w*)?|cautio\w+|attenti\w+|vigilan\w+|mindful|diligen\w+|thorough\w*|seriously|harder|better|alert|"
    r"disciplined?|rigou?r\w*)\b"
)
_LESSON = re.compile(
    r"learn|lesson|take-?aways?|conclusion|reflection|retrospective|insight|better|differently|improve|"
    r"in (?:the )?future|next time|outlook|moral\b|closing|where (?:do )?we go",
    re.IGNORECASE,
)
_SPOKEN_OF = re.compile(r"\b(?:was|were|says?|said|reads|wrote|goes|told)\b")
_COMPLETED = re.compile(r"\(completed\)|\bcompleted (?:actions?|work|items?|steps?)\b|\balready (?:done|taken)\b", re.I)
_PLAN = re.compile(
    r"\b(?:we|i|they|everyone|the team|teams?|engineers?|developers?|staff|people|operators?|it|this|more \w+|"
    r"[\w-]+s)(?:'ll| will| shall| should| must| need| needs| have to| ought to| want to| plan to| are going to|"
    r" can and will| can| could| are| is)\b|"
    r"\blet's\b|\bneeds? to\b|\bgoing forward\b|\bin (?:the )?future\b|\bnext time\b|\bfrom now on\b|"
    r"\bhave (?:taken|implemented|put|started|begun)\b"
)
_STRONGER = re.compile(
    r"\b(?:automat\w+|alert(?:s|ing)?\b(?= (?:on|when|if|for|that))|gate[sd]?|block(?:s|ed|ing)?|enforc\w+|"
    r"refus(?:e|es|ed|ing)|"
    r"guard(?:s|rail|rails)?|limit(?:s|ed|er|ing)?|canary|canaries|lint\w*|ci\b|pre-commit|rollback path|"
    r"feature flags?|circuit breakers?|rate limit\w*|quota\w*|e2e tests?|integration tests?|regression tests?|"
    r"unit tests?|eval (?:case|suite|gate)s?|dry[- ]run|permission\w*|two-person|default\w*|"
    r"validat\w+|replace\w*|migrat\w+|remov\w+|disabl\w+|isolat\w+|shard\w*|throttl\w*|timeouts?|script\w*|staging)\b"
)
_TWO_WORDS = re.compile(r"\w\S* +\w")


def is_action_place(sentence: Sentence) -> bool:
    """Whether it stands in a field or under a heading for actions still to be done, or in a text without headings."""
    field = sentence.passage.field
    if field:
        return field[0] in ("remediations", "ideas")
    heading, above = sentence.passage.heading, sentence.passage.above
    if not heading or (_HEADING.search(heading) and not _COMPLETED.search(heading)):
        return True
    return (
        any(map(_SECTION.search, above))
        and not any(map(_COMPLETED.search, (heading, *above)))
        and not _TOLD.search(heading)
    )


def is_bare_order(sentence: Sentence, start: int) -> bool:
    """Whether an item of a list, or a text of nothing else, is an order to people from `start` on.

    What appeals to care alone is one under any heading, and what asks for an act (`always check …`) among lessons. A
    step of a procedure, and what somebody is told to have said, is an order too, and none of the report's.
    """
    passage = sentence.passage
    before = sentence.low[:start]
    return bool(
        (passage.is_item or not (sentence.start or sentence.next))
        and not any(each.isalnum() for each in before.replace("please ", ""))
        and not passage.is_heading
        and (_CARE.search(sentence.low, start) or any(map(_LESSON.search, (passage.heading, *passage.above))))
        and not _SPOKEN_OF.search(sentence.low, start)
        and not any(map(_PROCEDURE.search, (passage.heading, *passage.above, passage.intro)))
    )


def is_entry_of_a_list(sentence: Sentence) -> bool:
    """Whether it is an entry of a checklist or the like that the report describes: that list is the action."""
    return sentence.passage.is_item and _LISTED.search(sentence.passage.intro) is not None


def is_label(sentence: Sentence) -> bool:
    """Whether it is a heading, or a cell, item or line of one word: a name of something, and no action."""
    if sentence.passage.is_heading:
        return True
    # Most sentences show two words at once; to take one apart into tokens costs more than all else that is asked here.
    return not _TWO_WORDS.search(sentence.low, sentence.lead) and sum(each.is_word for each in sentence.tokens) < 2


def is_plan(sentence: Sentence) -> bool:
    """Whether the sentence itself says what is to be done."""
    return _PLAN.search(sentence.low) is not None


def names_stronger(sentence: Sentence) -> bool:
    """Whether the sentence also names a change to the system."""
    return names_stronger_in(sentence.low)


def names_stronger_in(low: str) -> bool:
    """The same of a text in small letters."""
    return _STRONGER.search(low) is not None
