"""Whether a sentence is an action: a plan or an order, under a heading or in a field for actions, or by its form."""

from __future__ import annotations

import re

from afterword.rules.wording.sentences import Sentence

_HEADING = re.compile(
    r"action|remediation|what we (?:will )?change|next step|follow[- ]?up|correct|prevent|improve|to[- ]?do|"
    r"mitigation|recommend|lessons|going forward|what (?:is|will be) done|plan",
    re.IGNORECASE,
)
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
    heading = sentence.passage.heading
    return not heading or (_HEADING.search(heading) is not None and _COMPLETED.search(heading) is None)


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
