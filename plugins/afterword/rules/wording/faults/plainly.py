"""Fault in plain verbs: a sign that was seen and passed over, others left without word, and who it was that did it."""

from __future__ import annotations

import re

from afterword.rules.wording.faults.fault import Fault, Sign, culpable
from afterword.rules.wording.frames import has_local_reason
from afterword.rules.wording.gated import gated
from afterword.rules.wording.lexicon import words
from afterword.rules.wording.organisation import Organisation
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.subjects import Subject
from afterword.rules.wording.subjects.after import agent_after

_SIGNAL = (
    r"(?:warnings?|alerts?|alarms?|pages?|errors?|failures?|complaints?|notices?|e-?mails?|tickets?|messages?|"
    r"reminders?|backlog|spikes?|red|smoke|(?:rise|climb|grow|growing|rising|climbing|pile up|piling up|filling up|"
    r"fill up|slow down|slowing down))"
)
_OVER = r"\b(?:recover|clear|f[ae]ll|drop|eas|stop|resolv|subsid|shr[aiu]nk|go(?:ing)? (?:down|away)|end)"
"""What a signal does that is over: to go on is then no fault."""
_PASSED_OVER = gated(
    rf"(?<![\w-])(?:saw|seen|heard|read|got|received|noticed|watched) (?:the|an?|its|our|his|her|their|two|three|"
    rf"several|"
    rf"many) (?:[\w'-]+ ){{0,5}}?{_SIGNAL}\b(?:(?!{_OVER})[^.;]){{0,40}}?(?:,? (?:but|and|yet|then)|,) (?:(?:simply|"
    rf"just|then|still|"
    rf"yet|also|we|they|he|she|i) )*(?:carried on|went on|went ahead|pressed on|pushed on|kept (?:going|on)|moved on|"
    rf"did nothing|turned (?:to|back to)|left it|let it|closed (?:it|them)|clicked|dismissed|scrolled|archived|"
    rf"said nothing|told nobody|waited)(?!\w)",
    "saw seen heard read got received noticed watched",
    "carried went pressed pushed kept moved did turned left let closed clicked dismissed scrolled archived said told "
    "waited",
)
_PLAINLY = gated(
    r"(?<![\w-])(?:kept (?:us|me|them|everyone|everybody|others|the (?:[\w-]+ ){1,2}?)(?: ?)(?:in the dark|"
    r"out of the loop)|"
    r"kept (?:it|this|that|the [\w-]+) to (?:them|him|her|our|my)sel(?:f|ves)|(?:went|gone) back to (?:sleep|bed)|"
    r"(?:took|taken) (?:[\w'-]+ ){1,4}?at face value|clicked (?:straight |right )?(?:through|past) (?:it|them|this)|"
    r"(?:closed|resolved|archived|deleted|approved|merged|signed) (?:[\w'-]+ ){1,4}?(?:unread|unseen|unopened|untested|"
    r"unreviewed)|passed the buck|washed (?:our|his|her|their) hands|(?:stood|sat) (?:idly )?by(?= |[.,;])|"
    r"talked (?:us|me|them|him|her|the [\w-]+) into|played down|swept (?:[\w'-]+ ){1,4}?under the (?:rug|carpet)|"
    r"let (?:[\w'-]+ ){1,4}?run (?:dry|low|full|hot|warm|unattended)(?! (?:before|so|first|to)\b)|"
    r"left (?:us|others|everyone|everybody|the (?:rest|others|next shift)) (?:to (?:guess|clean up|pick up|work out)|"
    r"guessing|without (?:a )?word)|"
    r"buried (?:[\w'-]+ ){1,4}?in (?:an?|the) (?:[\w-]+ )?(?:e-?mails?|threads?|footnotes?|appendix|minutes)|"
    r"(?:did not|didn't|never|had not|hadn't) (?:spen[dt]|devoted?|invest(?:ed)?|put|allow(?:ed)?|allot(?:ted)?|"
    r"la(?:y|id)) "
    r"(?:in )?(?:enough|sufficient|adequate|much|nearly enough) (?:time|effort|thought|attention|care|energy|"
    r"emphasis|work)|"
    r"(?:was|were|got) caught (?:with (?:our|their|his|her|my) (?:pants|trousers) down|napping|flat-?footed)|"
    r"(?:remained|stayed|kept|were|was) silent(?! (?:mode|install))|(?:remained|stayed|kept) quiet|"
    r"hoped for the best|crossed (?:our|his|her|their) fingers|winged it)(?!\w)"
)
_IT_WAS = gated(
    r"(?<![\w-])it was (?P<who>(?!(?:the (?:first|second|third|last|next|only|same|very)|a|an|not) )(?:[\w'-]+ "
    r"){1,6}?)(?:who|that) (?:\w+ly |had |then |also )*(?:deleted|"
    r"ran|"
    r"dropped|merged|approved|removed|changed|pushed|broke|left|disabled|restarted|typed|clicked|deployed|shipped|"
    r"skipped|overwrote|let|caused|introduced|unplugged|pulled|switched|turned|edited|pasted|sent|forgot|missed|"
    r"ordered|insisted|decided)(?!\w)",
    """deleted ran dropped merged approved removed changed pushed broke left disabled restarted typed clicked deployed
    shipped skipped overwrote let caused introduced unplugged pulled switched turned edited pasted sent forgot missed
    ordered insisted decided""",
    "who that",
)


def _plainly(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    """What somebody did, with no word of fault in it; a reason or an intention makes sense of it."""
    doer = culpable(sentence, found, subject, organisation)
    return Fault(*found.span(), doer, True) if doer else None


def _it_was(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    """`It was the night shift who restarted it`: the sentence is there to say who."""
    who = agent_after(sentence, found.start("who"), organisation)
    if who.kind not in ("we", "person") or has_local_reason(sentence, found.end()):
        return None
    return Fault(*found.span(), who, True)


PASSED_OVER = Sign(
    words("saw seen heard read got received noticed watched"),
    _PASSED_OVER,
    _plainly,
)
PLAINLY = Sign(
    words(
        """kept went gone took taken clicked closed resolved archived deleted approved merged signed passed washed stood
        sat talked played swept let left buried hoped crossed winged
        not didn't never hadn't caught silent quiet"""
    ),
    _PLAINLY,
    _plainly,
)
IT_WAS = Sign(words("who that"), _IT_WAS, _it_was)
