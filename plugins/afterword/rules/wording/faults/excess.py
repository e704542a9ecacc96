"""Too much of it, or all of it wrong: `spent too long on`, `did everything wrong`, `our biggest mistake`."""

from __future__ import annotations

import re

from afterword.rules.wording.faults.fault import Fault, Sign, is_supposed
from afterword.rules.wording.frames import clause_before, has_local_reason, is_guarded_against, is_negated
from afterword.rules.wording.gated import gated
from afterword.rules.wording.lexicon import words
from afterword.rules.wording.organisation import Organisation
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.subjects import Subject, doer_of

_CHOSEN = (
    r"spent|waited|took|taken|started|stuck|moved|reacted|put|tried|attempted|implemented|planned|focus+ed|relied|"
    r"trusted|"
    r"invested|aimed|cut|released|launched|shipped|announced|made|did|went|hired|changed|pushed|built|gave|worked|"
    r"escalated|"
    r"communicated|responded|acted|left|let|kept|held|assumed|expected|wrote|added|spread|asked|decided|stopped|paid|"
    r"called|"
    r"declared|merged|deployed|reverted|rolled|tested|reviewed|learned|learnt|noticed|involved|set|scheduled|prepared|"
    r"delegated|promised|took on|bit off|leaned|leant|depended|optimi[sz]ed|postponed|delayed|allowed|ended up"
)
_TOO = gated(
    rf"(?<![\w-])(?:{_CHOSEN})\b[^.;,]{{0,50}}? (?:far |way |much |a bit |a little |perhaps |probably |"
    rf"just )*too (?:much|many|"
    r"little|few|long|late|slow|slowly|quick|quickly|fast|far|heavily|hard|high|low|soon|early|often|rarely|lightly|"
    r"casually|"
    r"broad|broadly|narrow|narrowly|aggressively|conservatively|optimistically|ambitious|optimistic)\b(?! (?:low|"
    r"small|large) to)"
)
_OF_SETTING = re.compile(
    r"(?:set|started|made|sized|allocated|kept|held|left|put|built|changed)\b.* too (?:low|high|small|many|few|large|"
    r"long|short)$"
)
"""A number that was off: `set the timeout too low`."""
_BARE_TOO = gated(
    r"^(?:we |i )?(?:spent |spending )?(?:far |way )?too (?:much|little|many|few) (?:time|effort|energy|focus|"
    r"emphasis|attention|"
    r"planning|trust|confidence|scope|work|thought|communication|testing|optimism|reliance|pressure|haste)\b|"
    r"^(?:we were |i was |we weren't |i wasn't )?not [\w-]+ enough (?:with|about|at|in|on|of)\b|"
    r"\btoo (?:much|many|little|few) [\w-]+ on (?:our|my|their|his|her) parts?\b"
)
_AMISS = gated(
    r"(?<![\w-])(?:did|done|doing|got|gotten|went about|handled|approached|managed) (?:it|this|that|things|"
    r"everything|so much|"
    r"(?:a |quite a |an awful )?(?:lot|few|couple|number|bunch)(?: of)?(?: \w+)?|several things|many things|"
    r"some things|"
    r"something|the \w+)(?: (?:all|completely|so|very|badly|horribly|terribly))? (?:wrong|badly|poorly|"
    r"backwards)(?!\w)|"
    r"(?<=\bi )(?:did|got|have done) (?:so |all |badly )?wrong(?!\w)|(?<=\bwe )(?:did|have done) (?:so |all |"
    r"badly )?wrong(?!\w)"
)
_MISTAKES = gated(
    r"(?<![\w-])(?:mistakes?|errors?|blunders?|missteps?) (?:that |which )?(?:i|we|they|he|she|you|"
    r"the (?:[\w-]+ )?(?:team|"
    r"engineers?|operators?|staff|crew|founders?|developers?)) (?:\w+ly |also |had |have )?(?:made|committed|"
    r"did)(?!\w)|"
    r"(?<![\w-])(?:my|our|his|her|their|the team's) (?:(?:own|first|second|third|biggest|big|worst|main|real|major|"
    r"costly|"
    r"critical|greatest|only|one|fatal|initial|fundamental|key|serious|stupid|silly|huge|single|next|other) )+"
    r"(?:mistakes?|errors?|blunders?|failures?|failings?|regrets?|oversights?|missteps?)(?! (?:rates?|messages?|"
    r"logs?|codes?))|"
    r"(?<![\w-])the (?:(?:first|second|third|biggest|worst|main|real|major|costly|critical|greatest|fatal|"
    r"fundamental) )+"
    r"(?:mistakes?|blunders?|failings?|missteps?|oversights?) (?:\w+ ){0,3}?(?:was|were|is|made|i|we|they)\b"
    r"(?! (?:\w+ )?(?:found|caught|detected|fixed|noticed|spotted|corrected|reported|repaired))"
)
_FELL_SHORT = gated(
    r"(?<![\w-])(?:fell (?:far |well |woefully )?short(?! of (?:the |our |its |their |this |"
    r"that )?(?:[\w-]+ ){0,3}?(?:targets?|slos?|slas?|"
    r"goals?|objectives?|availability|quota|budget)\b)|(?:did not|didn't|failed to|have not|haven't) (?:live up to|"
    r"hold ourselves|"
    r"do (?:our|my|their) (?:job|homework|due diligence|part|best)|meet (?:our|your|the) (?:own )?(?:standards?|"
    r"expectations?))|"
    r"failed(?= (?:you|our (?:customers|users|community|players)|them|in our|at (?:our|this|that)|miserably|badly)\b|"
    r"[.!]|$)|failed (?:multiple|several|many|two|three) times (?:to|for|in|at)\b|went on (?:our|my|their|his|"
    r"her) merry way|"
    r"(?:was|were) out of (?:my|our|their|his|her) depth|bit off more than|got (?:lazy|sloppy|careless|complacent|"
    r"cocky|greedy|"
    r"carried away|distracted|lost in)|lost our way|took (?:our|my|their|his|her) eyes? off|(?:had|were having|"
    r"was having) tunnel "
    r"vision|(?:had|was) no (?:business|right) \w+ing)(?!\w)"
)
_WRONG = gated(
    r"(?<![\w-])(?:was|were|proved|turned out to be) (?:\w+ly |so |dead |very |just |plain |also )*(?:wrong|"
    r"mistaken)(?= (?:about|to|in "
    r"(?:thinking|assuming|believing))\b|[.,;!]|$)|"
    r"(?:had|have|has) (?:absolutely |really )?(?:no|not a|not the slightest|zero|any) (?:clue|idea) (?:what|"
    r"how) (?:we|"
    r"i|they|he|she) "
    r"(?:was|were|are) doing"
)
_CONTRARY = gated(
    r"(?<![\w-])(?:contrary to|in violation of|in breach of|in defiance of|in disregard of|without regard (?:for|"
    r"to)) (?:the |our |their "
    r"|its |all |every |company |established |standard |documented |written |explicit |[\w'-]+ )*?(?:polic(?:y|ies)|"
    r"procedures?|"
    r"practices?|instructions?|rules?|guidelines?|recommendations?|advice|requirements?|process|runbook|checklist|"
    r"agreement)(?!\w)"
)
_ASSUMED = gated(
    r"(?<![\w-])(?:my|our|his|her|their|the team's|the [\w-]+'s) (?:\w+ )?(?:assumptions?|beliefs?|understanding|"
    r"estimates?|"
    r"estimations?|judge?ment|intuition|guess|reasoning|diagnosis|reading|interpretation|expectations?)(?: (?:of|"
    r"about|that|on) "
    r"[^.;,]{1,60}?)? (?:was|were|proved|turned out(?: to be)?) (?:\w+ly |completely |quite |very |just |"
    r"plain )*(?:wrong|"
    r"incorrect|false|mistaken|flawed|misplaced|unfounded|faulty|misguided|naive|too optimistic|"
    r"optimistic)(?!\w)"
)


def _too(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    if subject.kind in ("system", "unknown"):
        subject = doer_of(sentence, found.end(), organisation) if subject.kind == "unknown" else subject
    if subject.kind not in ("we", "person", "they") or is_supposed(sentence, found.start()):
        return None
    if has_local_reason(sentence, found.end()) or is_negated(sentence, found.start()) or _OF_SETTING.match(found[0]):
        return None
    return Fault(*found.span(), subject, True)


def _plainly(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    if is_guarded_against(sentence, found.start()) or is_negated(sentence, found.start()):
        return None
    if re.search(r"\b(?:from|fix|correct|repeat|learn)\w* (?:\w+ ){0,3}$", clause_before(sentence, found.start())):
        return None
    if has_local_reason(sentence, found.end()):
        return None
    return Fault(*found.span(), Subject("bare"), True)


TOO_MUCH = Sign(words("too"), _TOO, _too)
TOO_MUCH_OF = Sign(words("too not"), _BARE_TOO, _plainly)
DID_AMISS = Sign(words("wrong badly poorly backwards"), _AMISS, _too)
OWN_MISTAKES = Sign(
    words(
        """mistake mistakes error errors blunder blunders misstep missteps failure failures failing failings regret
        regrets
        oversight oversights"""
    ),
    _MISTAKES,
    _plainly,
)
FELL_SHORT = Sign(
    words("fell live hold do meet failed depth bit got lost took vision business right merry"), _FELL_SHORT, _too
)
WAS_WRONG = Sign(words("wrong mistaken clue idea"), _WRONG, _too)
CONTRARY_TO = Sign(words("contrary violation breach defiance disregard regard"), _CONTRARY, _plainly)
MISJUDGED = Sign(
    words("wrong incorrect false mistaken flawed misplaced unfounded off faulty misguided naive optimistic too"),
    _ASSUMED,
    _plainly,
)
