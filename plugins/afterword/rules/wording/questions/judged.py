"""What is asked of work that was rated: what it rested on, how it looked or went, or what the role did."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.rules.wording.lexicon import words
from afterword.rules.wording.lexicon.functions import (
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    SUBORDINATORS,
    is_auxiliary,
)
from afterword.rules.wording.lexicon.people import is_role
from afterword.rules.wording.lexicon.verbs import is_finite
from afterword.rules.wording.organisation import Organisation
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.slots import NOBODY_NAMED, role_in
from afterword.rules.wording.subjects import Subject, subject_of
from afterword.rules.wording.things import thing_before

_CIRCUMSTANCES = "under which constraint, with what in view?"
_RESTING = words(
    """decision decisions choice choices judgement judgment estimate estimates assumption assumptions plan plans
    strategy approach planning schedule scope timeline expectations reasoning roadmap design scoping estimation timing
    process processes procedure procedures"""
)
_LOOKING = words(
    """edit edits change changes deploy deploys deployment deployments rollout rollouts release releases migration
    migrations merge merges launch launches cutover upgrade upgrades switchover rollback fix fixes patch patches
    commit commits naming documentation query script move configuration refactoring"""
)
_GOING = words(
    """review reviews test tests testing handling response reaction preparation preparations training operation exercise
    execution monitoring handover handovers follow-up maintenance investigation project evacuation closure restore
    rehearsal"""
)
_TELLING = words("announcement announcements briefing briefings")
_ASKED = {
    **dict.fromkeys(_RESTING, f"what did the {{}} rest on, {_CIRCUMSTANCES}"),
    **dict.fromkeys(_LOOKING, f"how did the {{}} look at that point, {_CIRCUMSTANCES}"),
    **dict.fromkeys(_GOING, f"how did the {{}} go, {_CIRCUMSTANCES}"),
    **dict.fromkeys(_TELLING, "who learnt what from the {}, when, and by which path?"),
    **dict.fromkeys(("communication", "communications"), "who learnt what, when, and by which path?"),
}
_NOUNS = rf"(?P<noun>{'|'.join(sorted(_ASKED, key=len, reverse=True))})"
_NOUN = re.compile(rf"(?<![\w-]){_NOUNS}(?![\w-])")
_IS = r"(?:was|were|is|are|had been|has been|been|felt|looked|looks|seemed|seems|proved|proved to be|turned out to be)"
_IS_SAID = re.compile(
    rf" {_IS}(?: (?:just|so|very|really|rather|quite|simply|also|a bit|too|both|in hindsight|\w+ly),?)*$"
)
_SAYS_IT_IS = re.compile(rf"{_IS} ")
_SUBJECT = re.compile(rf"(?:the|our|their|this|that|its) (?:[\w'’-]+ ){{0,2}}?{_NOUNS}(?: (?:of|for|to) .*)?$")
_DONE_TO = re.compile(r"(?:\w+ed|did|done|doing|do) (?:the|these|this|those|that|our|their|its|an?) ")
"""Begins a phrase whose noun is what the work was done to, and not the work."""
_OF = re.compile(r"\b(?:of|for|in|on|about|with) (?:(?:the|an?|our|their|its|this|that) )?$")
"""Before a phrase whose noun another one stands before."""
_GERUND = re.compile(r"[a-z]+ing ")
_NO_NOUN = PREPOSITIONS | CONJUNCTIONS | DETERMINERS | SUBORDINATORS
_NAMED_AFTER = 3
"""Words after a rating that are looked at for the work or the role that it rates."""


def of_judgement(sentence: Sentence, start: int, end: int, organisation: Organisation) -> str:
    """The question for what the phrase from `start` to `end` rates: with the work or the role, where one is plain."""
    asked = _of_work(sentence, start, end) or _of_role(sentence, start, end, organisation)
    return f"describe it without rating it: {asked or f'what was done, {_CIRCUMSTANCES}'}"


def _of_work(sentence: Sentence, start: int, end: int) -> str:
    low = sentence.low
    if noun := _noun_in(low, start, end):
        return _ASKED[noun].format(noun)
    for word, after in _following(sentence, end):
        if word in _ASKED and _ends_noun(after):
            return _ASKED[word].format(word)
    return _of_subject(sentence, start)


def _of_subject(sentence: Sentence, start: int) -> str:
    """The question for the work, or for the act told as a gerund, that the rating is said of."""
    low, before = sentence.low, start
    if not _SAYS_IT_IS.match(low, start):
        copula = _IS_SAID.search(low, sentence.lead, len(low[:start].rstrip()))
        if copula is None:
            return ""
        before = copula.start()
    thing = thing_before(sentence, before, bare=True, people=True)
    small = thing[:1].lower() + thing[1:]
    if subject := _SUBJECT.match(small.lower()):
        return _ASKED[subject["noun"]].format(subject["noun"])
    return f"how did `{small}` look at that point, {_CIRCUMSTANCES}" if _GERUND.match(small) else ""


def _noun_in(low: str, start: int, end: int) -> str:
    """The work that the phrase itself names, by the head of its first noun phrase."""
    found = None if _DONE_TO.match(low, start) else _NOUN.search(low, start, end)
    if found and found.start() < start + len("the ") and _OF.search(low, 0, found.start()):
        return ""
    while found and (further := _NOUN.match(low, found.end() + 1, end)):
        found = further
    return found["noun"] if found else ""


def _of_role(sentence: Sentence, start: int, end: int, organisation: Organisation) -> str:
    """The question with the role that is rated: after the rating, or its subject."""
    role, named = NOBODY_NAMED, ["the"]
    for word, after in _following(sentence, end):
        named.append(word)
        if is_role(word) and _ends_noun(after):
            role = role_in(Subject("person", " ".join(named)))
            break
    if role == NOBODY_NAMED:
        role = role_in(subject_of(sentence, start, organisation))
    return f"what did {role} see and do, {_CIRCUMSTANCES}" if role != NOBODY_NAMED else ""


def _following(sentence: Sentence, end: int) -> Iterator[tuple[str, str]]:
    """The words after the rating that may be a noun's, each with the token after it."""
    tokens = sentence.tokens[sentence.index_at(end) :][: _NAMED_AFTER + 1]
    for token, after in zip(tokens[:_NAMED_AFTER], [*(each.text for each in tokens[1:]), "."], strict=False):
        if not token.is_word or is_finite(token.text) or token.text in _NO_NOUN:
            return
        yield token.text, after


def _ends_noun(after: str) -> bool:
    return not after[0].isalnum() or is_finite(after) or is_auxiliary(after) or after in _NO_NOUN
