"""What somebody did or left undone against what they knew, were told, were meant to do, or claimed."""

from __future__ import annotations

import re

from afterword.rules.wording.faults.fault import Fault, Sign, is_supposed
from afterword.rules.wording.frames import has_local_reason
from afterword.rules.wording.gated import gated
from afterword.rules.wording.lexicon import words
from afterword.rules.wording.organisation import Organisation
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.subjects import Subject

_BUT = r"[^.;]{1,90}?(?:,|\b(?:but|and|yet|though|although)\b) "
_BUT += (
    r"(?:(?:they|he|she|we|i|then|still|also|simply|just|yet|even|so|in the end|"
    r"the (?:team|engineers?|operators?|vendor)) ){0,3}?"
)
_UNDONE = (
    r"(?:did not|didn't|had not(?! (?:come|been|seen|reached|hit))|hadn't|never(?! (?:come|been|seen|reached|hit|"
    r"expected|had))|failed to|forgot|neglected|omitted|ignored|did nothing|said nothing|"
    r"told nobody|told no one|kept quiet|chose|decided|refused|declined|instead|went ahead|carried on|pressed on|"
    r"(?:(?:it|this|that|the [\w-]+(?: [\w-]+)?) )?(?:had|has|was|were) (?:not|never) (?:yet )?(?:been )?(?:applied|"
    r"rolled out|fixed|patched|renewed|replaced|"
    r"mended|acted on|followed up)|"
    r"proceeded|did (?:so|it)|shipped|deployed|(?:was|were)n't|took no|no one did|nobody did|still|let it|left it)\b"
)
_WARNED = gated(
    rf"(?<![\w-])(?P<how>knew|(?:was|were|had been|been) (?:\w+ly |well |fully |made )*(?:aware|told|warned|asked|"
    rf"instructed|advised|reminded|informed|alerted)|had (?:\w+ )?(?:warnings?|reminders?|notice|time)){_BUT}{_UNDONE}",
    "knew aware told warned asked instructed advised reminded informed alerted warning warnings reminder reminders "
    "notice "
    "time",
    "but and yet though although",
)
_MEANT = gated(
    rf"(?<![\w-])(?:was|were) (?:supposed|meant|expected|required|asked|scheduled|obliged|responsible) (?:to|for)\b"
    rf"{_BUT}(?:did not|didn't|had not|hadn't|never|failed|forgot|neglected|(?:was|were)n't|was not|were not|nobody|"
    rf"no one)(?!\w)"
)
_CLAIMED = gated(
    r"(?<![\w-])(?:claimed|pretended|promised|insisted|assured (?:us|everyone|the team|them))\b[^.;]{1,80}?"
    r"(?:,|\bbut\b) (?:he |she |they |but |in fact |in reality |actually |it (?=was|had))*(?:had not|hadn't|did not|"
    r"didn't|never|was not|wasn't|not)(?!\w)"
)
_PRESSED = gated(
    r"(?<![\w-])(?:insisted on|pressed (?:ahead|on)|pushed (?:ahead|on|through)|forged ahead|ploughed (?:on|ahead)|"
    r"plowed (?:on|ahead)|carried on|went ahead|kept going|shipped|released|deployed|launched|merged|approved|"
    r"proceeded|continued|signed off)\b[^.;]{0,70}?\b(?:although|even though|in spite of|despite|regardless of|"
    r"over the objections?|against the)\b(?! (?:a |the )?(?:few |several |many )?(?:attempts?|effort\w*|retries|"
    r"difficult\w*))(?=[^.;]{0,70}\b(?:warn\w*|advice|advised|recommend\w*|concerns?|objections?|objected|fail\w*|"
    r"known?|knew|red|"
    r"not|n't|never|untested|unreviewed|incomplete|no|missing|told|asked|rules?|polic(?:y|ies)|freeze|risks?|risky|"
    r"errors?|"
    r"protests?|signs?|without|broken|late)\b)"
)
_KNOWINGLY = gated(
    r"(?<![\w-])(?:chose|decided|elected|opted|preferred|refused|declined) (?:not to|against|to (?:ignore|skip|bypass|"
    r"disregard|dismiss|postpone|defer)|to (?:test|check|fix|patch|read|listen|follow|escalate|act|respond|help|wait|"
    r"update|upgrade|cooperate|acknowledge))(?!\w)"
)


def _told(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    if not (subject.is_person or subject.kind == "they") or is_supposed(sentence, found.start()):
        return None
    if has_local_reason(sentence, found.end()):
        return None
    return Fault(*found.span(), subject, subject.kind != "person", True)


def _knowingly(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    """A refusal by others than the writers, who may tell of a decision of their own."""
    if found[0].startswith(("refused", "declined")) or re.search(r"\bto (?:ignore|disregard|dismiss)", found[0]):
        return _told(sentence, found, subject, organisation) if subject.kind in ("person", "they") else None
    return None


KNEW = Sign(
    words(
        "knew aware told warned asked instructed advised reminded informed alerted warning warnings reminder "
        "reminders notice "
        "time"
    ),
    _WARNED,
    _told,
)
WAS_MEANT_TO = Sign(words("supposed meant expected required asked scheduled obliged responsible"), _MEANT, _told)
CLAIMED = Sign(words("claimed pretended promised insisted assured"), _CLAIMED, _told)
PRESSED_ON = Sign(words("although though spite despite regardless objection objections against"), _PRESSED, _told)
REFUSED = Sign(words("chose decided elected opted preferred refused declined"), _KNOWINGLY, _knowingly)
