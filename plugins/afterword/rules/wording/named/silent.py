"""Thanks, credit, lists of attendees, authors and owners: names that stay."""

from __future__ import annotations

import re

from afterword.rules.wording.prose import GAP
from afterword.rules.wording.sentences import Sentence

_REACH = 60
"""Characters after the lead within which the label or the thanks stand."""
_LABEL = (
    r"(?:incident |report |post-?mortem |action |document |code )?(?:authors?|owners?|assignees?|attend(?:ees?|ed)|"
    r"participants?|reporters?|reviewers?|approvers?|facilitators?|scribes?|present|contacts?|"
    r"signed(?:[- ]off(?:[- ]by)?)?|credits?|contributors?|maintainers?|acknowledge?ments?|in the room|invited|cc|"
    r"commander|ic|leads?|roles?)"
)
_LABELLED = re.compile(rf"\W*{_LABEL}[*_ ]*(?:[:|–—]|\bby\b|\bare\b|\bis\b|\bwere\b|{GAP})")
_THANKS = re.compile(
    r"\b(?:thank|thanks(?! to (?:the|a|an|our|this|that|its)\b)|thx|kudos|props|shout-?outs?|grateful|gratitude|"
    r"hat tip|h/t|authored|facilitat\w+|appreciat\w+|courtesy of|credits? (?:to|go)|co-authored|"
    r"first contribution|well done|congratulat\w+|generous\w*|altruistic\w*|donat(?:ed|ions?))\b|"
    r" (?:kindly |also )?offer(?:ed|s) (?:us )?(?:to (?:help|support|assist|lend|sponsor|host)|help|support|hosting)\b"
)
_OUTSIDER = re.compile(
    r"\b(?:user|customer|researcher|reporter|reader|subscriber|visitor|bug hunter|white ?hat|"
    r"(?:security|outside) firm) $"
)
_GIVEN = re.compile(
    r"\b(?:generous\w*|donat\w+|kindly|with (?:the )?(?:kind )?help (?:of|from)|courtesy of)\b[^.;:]{0,50}$"
)
_REPORTS = re.compile(
    r"(?: (?:of|from|at) [\w&.'-]+(?: [\w&.'-]+)?)?,? (?:\w+ly |first |also )?"
    r"(?:(?:submit(?:s|ted)|files?d?|sends?|sent(?: in)?|report(?:s|ed)|disclos(?:es|ed))"
    r" (?:\w+ ){0,4}?(?:reports?|vulnerabilit(?:y|ies)|findings?|bugs?|flaws?|proof)\b|"
    r"report(?:s|ed) (?:this|that|the same|a|an|the) (?:[\w-]+ ){0,2}?(?:problem|issue|behaviou?r|symptom|error)s?\b)"
)
_CREDIT = re.compile(r" (?:contribut|maintain|author|co-creat|co-author|sponsor|suppl(?:y|ies|ied)|submitt?)\w*\b")
# `(#440 by …)` and `by … in #607` are how lists of changes give credit.
_CHANGE_BEFORE = re.compile(r"#\d+\W*by $")
_CHANGE_AFTER = re.compile(rf"[\])]* (?:in|on) [\[(]?(?:#\d|{GAP}|http)")


def is_list_or_thanks(sentence: Sentence) -> bool:
    """Whether the sentence lists, thanks or credits people."""
    start = sentence.low[: sentence.lead + _REACH]
    return _LABELLED.match(start) is not None or _THANKS.search(start) is not None


def is_outside(sentence: Sentence, start: int) -> bool:
    """Whether what stands before the name says that its bearer is a user or a researcher, or gave something."""
    return (
        _OUTSIDER.search(sentence.low, max(0, start - 30), start) is not None
        or _GIVEN.search(sentence.low, max(0, start - 90), start) is not None
    )


def is_credit_after(sentence: Sentence, end: int) -> bool:
    """Whether what follows the name tells of a report of a flaw, or of work that was given."""
    return _REPORTS.match(sentence.low, end) is not None or _CREDIT.match(sentence.low, end) is not None


def is_change_credit(sentence: Sentence, start: int, end: int) -> bool:
    """Whether `by` and a name close an entry of a list of changes."""
    before = sentence.low[max(0, start - 40) : start]
    return _CHANGE_BEFORE.search(before) is not None or (
        before.endswith("by ") and _CHANGE_AFTER.match(sentence.low, end) is not None
    )
