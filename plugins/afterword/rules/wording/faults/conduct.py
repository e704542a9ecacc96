"""How somebody went about it: against a rule, inattentive, anyway, without asking, too slowly."""

from __future__ import annotations

import re

from afterword.rules.wording.faults.fault import Fault, Sign, agentless, is_supposed, person_only
from afterword.rules.wording.frames import clause_before
from afterword.rules.wording.gated import gated
from afterword.rules.wording.lexicon import words
from afterword.rules.wording.organisation import Organisation
from afterword.rules.wording.reasons import has_condition
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.subjects import Subject, doer_of

_ANYWAY = gated(
    r"\b(?:anyway|nonetheless|nevertheless|regardless|all the same|even so)\b(?=[\s.!,;*]*$|[,.;])|"
    r"\bwithout (?:first |even |properly |really |any |prior )*(?:asking|telling|"
    r"checking|talking|testing|reviewing|consulting|reading|"
    r"thinking|bothering|looking|verifying|notifying|informing|coordinating|understanding|permission|"
    r"authori[sz]ation|waiting|"
    r"warning|regard|authori[sz]|approval|anybody|anyone)\w*"
    r"|\bagainst (?:the |our |its |own |all |explicit |company )*(?:advice|policy|procedures?|rules|"
    r"recommendations?|guidance|"
    r"warnings?)\b"
    r"|\bdespite (?:(?:the|several|our|repeated|clear|multiple|earlier|many|all|explicit) )*(?:warnings?|advice|"
    r"objections?|concerns|instructions|being (?:told|warned|aware|asked)|knowing|having been|recommendations?|"
    r"markings?|signs?|alarms?|labels?|(?:failing |failed |red )?tests|errors|the fact|polic(?:y|ies)|rules?|"
    r"procedures?|agreements?|requests?|reminders?|bans?|freeze|evidence|red flags?|protests?|feedback|guidance)\b|"
    r"\bwithout (?:reali[sz]ing|noticing)\b"
    r"|\b(?:far |way |much )?too (?:early|soon|quickly|hastily)\b|\bon (?:his|her|their) own (?:initiative|authority)\b"
)
_SURELY = re.compile(
    r"(?:anyway|nonetheless|nevertheless|regardless|all the same|even so|against|on (?:his|her|their) own)\b|"
    r"despite .*(?:warn|advice|objection|concern|instruct|told|aware|asked|knowing|rule|polic|procedure|freeze|ban)|"
    r"without .*(?:ask|bother|check|talk|test|review|consult|read|verify|permission|authori|approv|anybody|anyone)"
)
"""What is blame whoever reads it; the rest only warns."""
_ATTENTION = gated(
    r"(?<![\w-])(?:was|were|wasn't|weren't|had|had been)(?: \w+){0,2}? (?:not (?:\w+ )?)?(?:paying (?:enough |"
    r"close |much )?attention|careful enough|diligent enough|thorough enough|distracted(?! by)|complacent|"
    r"over-?confident|"
    r"inattentive|careless|"
    r"negligent|(?:too )?slow to|late to|unprepared|ill-prepared|not prepared|too slow|too late|too (?:focused|"
    r"fixated|hasty|quick|eager|optimistic|trusting)|in (?:too much of )?a (?:hurry|rush))(?!\w)"
)
_VIOLATED = gated(
    r"(?<![\w-])(?:violated|breached|flouted|broke|deviated from|strayed from|departed from|did not (?:follow|"
    r"adhere to|comply with)|didn't (?:follow|adhere to|comply with)|failed to (?:follow|adhere to|comply with))"
    r" (?!no\b|none\b)(?:the |our |its |their |all |established |standard |documented |written |change |company |"
    r"\w+ )*(?:polic(?:y|ies)|procedures?|process|rules?|protocol|guidelines?|standards?|instructions?|runbook|"
    r"checklist)(?!\w)"
)
_YOU = gated(
    r"(?:^|(?<=[,:;] ))you (?:\w+ly |just |have |'ve )?(?!had|were|are|have|need|should|can|could|will|would|must|"
    r"may|might|want|know|see|read|did(?! not)|received|selected|opted|used|created|subscribed|signed|joined|needed|"
    r"noticed|asked|requested|reported|experienced)(?:[\w-]+ed|broke|made|forgot|ran|wrote|put|let|"
    r"(?:did not|didn't) (?:\w+ly )?(?!receive|have|need|see|get|notice|use|lose|experience|find)[\w-]+)(?!\w)",
    "you",
)
_ACCUSED = re.compile(r"broke|forgot|did(?: not|n't)|ignor|skipp|delet|fail|neglect|overlook")
_SLOW = gated(
    r"(?<![\w-])(?:took|taken) (?:us|the team|the engineers?|engineers|operators?|everyone|me|them|support) (?:far |"
    r"way |much )?too long(?!\w)"
)


def _act(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    """What somebody did anyway, or without asking: the subject is that of the verb before."""
    subject = doer_of(sentence, found.start(), organisation)
    told = re.search(
        r"\b(?:was|were|had|did|chose|went|ran|made|took|put|sent|left|gave|cut|set|broke|wrote|\w+ed)\b",
        sentence.low[: found.start()],
    )
    if not told or not (subject.is_person or subject.kind == "they") or is_supposed(sentence, found.start()):
        return None
    if re.search(
        r"\b(?:can|could|may|might|will|would|should|must|cannot|allow\w*|able to|let)\b[^,;]*$",
        clause_before(sentence, found.start()),
    ):
        return None
    if has_condition(sentence, found.end()):
        return None
    return Fault(*found.span(), subject, subject.kind != "person" or _SURELY.match(found[0]) is None)


def _you(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    """Somebody who is told to their face what they did."""
    return Fault(*found.span(), Subject("you", "you", found.start(), found.start() + 3), not _ACCUSED.search(found[0]))


_ATTENTION_WORDS = words(
    """attention careful diligent thorough distracted complacent overconfident confident inattentive careless negligent
    slow late unprepared prepared focused fixated hasty quick eager optimistic trusting hurry rush"""
)
VIOLATING = Sign(
    words("violated breached flouted broke deviated strayed departed not didn't failed"), _VIOLATED, person_only
)
INATTENTIVE = Sign(_ATTENTION_WORDS, _ATTENTION, person_only)
ALL_THE_SAME = Sign(
    words("anyway without against own despite nonetheless nevertheless regardless same even too"), _ANYWAY, _act
)
TO_YOUR_FACE = Sign(words("you"), _YOU, _you)
TOO_LONG = Sign(words("long"), _SLOW, agentless)
