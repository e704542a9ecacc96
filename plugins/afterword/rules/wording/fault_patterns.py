"""Words of fault as patterns; who they are said of is judged in `faults`."""

from __future__ import annotations

import re

from afterword.rules.wording.lexicon import words
from afterword.rules.wording.lexicon.verbs import DUTIES, STRICT_DUTIES

MODAL_BEFORE = re.compile(
    r"\b(?:may|might|could|can|would|will|should|to|if|if \w+|cannot|must)(?: \w+ly| also| not| have| has| had)*\s+$"
)
HARD = re.compile(
    r"(?<![\w-])(?:forgot|(?:have|has|had|'d|'ve) (?:\w+ly )?(?:forgotten|neglected|overlooked)|neglected|"
    r"overlooked|misread|misjudged|miscalculated|mistyped|"
    r"mis-?clicked|misinterpreted|misdiagnosed|botched|fumbled|bungled|mishandled|mismanaged|screwed (?:\w+ )?up|"
    r"messed (?:\w+ )?up|fucked (?:\w+ )?up|goofed|slipped up|"
    r"blundered|mistook|mixed up|mix(?:ed)? the \w+ up|mis-?(?:labell?|tagg|plac|appli|nam|report|assign|rout|count|"
    r"copi|spell|typ|set)\w*ed|blew it|cut corners|took (?:a |some )?short-?cuts?|dropped the ball|lost (?:track|"
    r"sight) of|turned a blind eye|fell asleep|"
    r"were asleep|was asleep|should know better|did not care|didn't care|did nothing|never bothered|"
    r"slept through|had no business|knowingly|rushed(?= (?:the|this|it|our|an?|through)\b)|left (?:the|an?|our|his|"
    r"her|their|its|it)(?: [\w-]+){0,4}? (?:on|open|enabled|disabled|running|unlocked|unattended|exposed|"
    r"unprotected)(?= (?:after|when|over|for|and|on|in|during|before)\b|[.,;]|$)|waved (?:\w+ ){1,3}through|"
    r"panicked|let (?:\w+ ){1,4}(?:slip|lapse|slide|expire)|rubber-stamped|"
    r"looked the other way|did not bother|acted alone|"
    r"jumped the gun)(?!\w)"
)
SOFT = re.compile(
    r"(?<![\w-])(?:ignored|disregarded|skipped|bypassed|circumvented|underestimated|overestimated|misunderstood|"
    r"misconfigured|dismissed|"
    r"missed(?= (?:the |this |that |these |those |an? |our |its |all |some |several |many |two |three |"
    r"it\b)+(?:\w+ ){0,2}?(?:alert|warning|sign|signal|issue|bug|error|change|step|"
    r"problem|fact|message|page|notification|notice|email|ticket|flag|case|dependency|detail|line|part|check|"
    r"connection|implication|it\b|that\b|this\b)))(?!\w)"
)
FAILED = re.compile(
    r"(?<![\w-])(?:failed|failing|neglected|omitted)(?: \w+ly)* to (?P<verb>(?:\w+ly )*[\w-]+(?: \w+)?)"
)
FAILURE = re.compile(rf"(?<![\w-])failures? (?:\w+ ){{0,3}}to (?:\w+ly )*(?P<verb>{STRICT_DUTIES})(?!\w)")
ADVERB = re.compile(
    r"(?<![\w-])(?:mistakenly|accidentally|inadvertently|erroneously|unintentionally|unwittingly|unknowingly|"
    r"carelessly|blindly|incorrectly|wrongly|"
    r"improperly|recklessly|hastily|falsely|wrongfully|foolishly|stupidly|naively|prematurely)(?!\w)"
)
BY_MISTAKE = re.compile(r"\bby (?:mistake|accident)\b|\bin error\b")
NOT = re.compile(
    rf"(?<![\w-])(?:did not|didn't|had not|hadn't|never|have not|has not)(?P<how>(?: \w+ly| even| fully| bother to|"
    rf" bother| take the time to| think to| well enough)*) (?P<verb>{DUTIES})(?:e?d|ted|ned|ped|ing)?(?!\w)"
)
ADEQUATELY = re.compile(
    r"adequately|sufficiently|properly|thoroughly|fully|carefully|correctly|even|bother|take the time|think to|"
    r"well enough|diligently|actually|obviously"
)
AWARE = re.compile(
    r"\b(?:despite|even though|although|though|while|in spite of)\b[^.;]{0,30}\b(?:aware|knew|knowing|known|warned|"
    r"warnings?|told|advised|instructed|advice)\b"
)
MISTAKE = re.compile(
    r"(?<![\w-])(?:made|making|makes|committed)(?: \w+){0,4}? (?:mistakes?|errors?|blunders?|slips?|oversights?|"
    r"false assumptions?|wrong assumptions?|bad calls?|missteps?|gaffe)(?!\w)"
    r"|(?<![\w-])reali[sz]ed (?:his|her|their|my|our) (?:mistake|error|blunder)(?!\w)"
)
WRONG = re.compile(
    r"(?<![\w-])(?:ran|executed|typed|clicked|pressed|pushed|selected|chose|picked|used|deleted|removed|dropped|"
    r"deployed|entered|restarted|edited|changed|applied|"
    r"merged|copied|pasted|stopped|uploaded|sent|opened|connected|unplugged|pulled|cut|configured|set|got|"
    r"went)(?: \w+){0,3}? (?:on |to |in |against |into |from )?(?:the |a |an )?wrong(?!\w)"
)
ANYWAY = re.compile(
    r"\b(?:anyway|nonetheless|nevertheless|regardless|all the same|even so)\b(?=[\s.!,;*]*$|[,.;])|"
    r"\bwithout (?:first |even |properly |really |any |prior )*(?:asking|telling|"
    r"checking|talking|testing|reviewing|consulting|reading|"
    r"thinking|looking|verifying|notifying|informing|coordinating|understanding|permission|authori[sz]ation|waiting|"
    r"warning|regard|authori[sz]|approval|anybody|anyone)\w*"
    r"|\bagainst (?:the |our |its |own |all |explicit |company )*(?:advice|policy|procedures?|rules|"
    r"recommendations?|guidance|"
    r"warnings?)\b"
    r"|\bdespite (?:(?:the|several|our|repeated|clear|multiple|earlier|many|all|explicit) )*(?:warnings?|advice|"
    r"objections?|concerns|instructions|being (?:told|warned|aware|asked)|knowing|having been|recommendations?)\b|"
    r"\bwithout (?:reali[sz]ing|noticing)\b"
    r"|\b(?:far |way |much )?too (?:early|soon|quickly|hastily)\b|\bon (?:his|her|their) own (?:initiative|authority)\b"
)
ATTENTION = re.compile(
    r"(?<![\w-])(?:was|were|wasn't|weren't|had|had been)(?: \w+){0,2}? (?:not (?:\w+ )?)?(?:paying (?:enough |"
    r"close |much )?attention|careful enough|diligent enough|thorough enough|distracted|complacent|over-?confident|"
    r"inattentive|careless|"
    r"negligent|(?:too )?slow to|late to|unprepared|ill-prepared|not prepared|too slow|too late|too (?:focused|"
    r"fixated|hasty|quick|eager|optimistic|trusting)|in (?:too much of )?a (?:hurry|rush))(?!\w)"
)
BROKE = re.compile(
    r"(?<![\w-])(?:broke|trashed|wrecked|nuked|caused(?= (?:the|this|an?|our|that|all) (?:\w+ ){0,2}?(?:outages?|"
    r"incidents?|issues?|problems?|failures?|downtime|breakage|errors?|mess)\b))(?= (?:an? |the|our|main|master|"
    r"prod\w*|staging|it|things|everything|all|this|that|your|my|both)\b)"
)
VIOLATED = re.compile(
    r"(?<![\w-])(?:violated|breached|flouted|broke|deviated from|strayed from|departed from|did not (?:follow|"
    r"adhere to|comply with)|didn't (?:follow|adhere to|comply with)|failed to (?:follow|adhere to|comply with))"
    r" (?:the |our |its |their |all |established |standard |documented |written |change |company |"
    r"\w+ )*(?:polic(?:y|ies)|procedures?|process|rules?|protocol|guidelines?|standards?|instructions?|runbook|"
    r"checklist)(?!\w)"
)
PASSIVE = re.compile(
    r"(?<![\w-])(?:was|were|been|being|got)(?: \w+ly| just| also)* (?P<what>overlooked|neglected|disregarded|"
    r"forgotten|not taken seriously|ignored|missed|skipped|dismissed|brushed aside|swept under)(?!\w)"
)
DUTY_THING = re.compile(
    r"\b(?:steps?|checks?|reviews?|tests?|testing|procedures?|checklists?|warnings?|signs?|tickets?|feedback|"
    r"concerns?|advice|recommendations?|runbook)\b[^,;]{0,20}$"
)
BY_PERSON = re.compile(
    r"\bby (?P<who>(?:an?|the|our|one of|some|another|its|their|his|her|my|several|two|whoever|someone|"
    r"somebody)\b[^,;.()]{0,50}|us|me|him|her|them|you|[\w-]+)"
)
GENERIC = words(
    """reach reproduce connect log login deliver meet live win start restart boot mount restore recover resolve fix
    mitigate build compile install complete load find achieve obtain scale failover render upgrade"""
)
DUTY_OBJECT = re.compile(
    r"\s+(?:the |our |all |both |its |their |some |an? |any |several |\w+ ){0,4}?(?:checks?|tests?|testing|reviews?|"
    r"steps?|process|procedures?|approvals?|validation|canary|canaries|warnings?|polic(?:y|ies)|"
    r"qa|staging|evals?|evaluation|checklist|runbook|gates?|sign-?off|verification|safeguards?|audit|dry[- ]run|"
    r"backup|rehearsal|training)\b"
)
GERUND = re.compile(
    r"(?<![\w-])(?:forgetting to|failing to (?:\w+ly )*(?:follow|check|verify|test|review|communicate|inform|notify|"
    r"notice|read|consult|escalate|consider|plan|coordinate|document)|neglecting to|overlooking|misreading|"
    r"misjudging|carelessly \w+ing|"
    r"not (?:properly |fully |carefully |thoroughly |sufficiently |adequately )*(?:following|checking|"
    r"double-checking|testing|verifying|reviewing|communicating|informing|notifying|paying|"
    r"thinking|reading|considering|bothering|asking|telling|consulting|reali[sz]ing|noticing))(?!\w)"
)
RASH = re.compile(
    r"(?<![\w-])(?:was|were|been|got|is being)(?: \w+ly)* (?:(?:self-)?merged|deployed|pushed|released|shipped|"
    r"rolled out|"
    r"approved|enabled|applied|performed|launched|made live|turned on|switched on|implemented|"
    r"changed)\b[^.;,]{0,50}? without "
    r"(?:(?:any|proper|being|prior|first|adequate|sufficient|further|enough|due|a|an|the|having been|full|thorough|"
    r"real|previous|formal|code|peer) )*(?:reviews?|testing|tests?|tested|reviewed|notice|announcements?|announcing|"
    r"approval|communication|communicating|coordination|"
    r"discussion|consultation|consulting|warning|checking|verification|verifying|asking|consideration|planning)(?!\w)"
)
SLOW = re.compile(
    r"(?<![\w-])(?:took|taken) (?:us|the team|the engineers?|engineers|operators?|everyone|me|them|support) (?:far |"
    r"way |much )?too long(?!\w)"
)
MISSED_AIM = re.compile(
    r"\s*(?:the|this|that|our|a|its) (?:mark|deadline|target|goal|slo|sla|opportunity|chance|expectations?|window|"
    r"date)\b"
)
TRIGGERS = words(
    """forgot forgotten neglected overlooked misread misjudged miscalculated mistyped misclicked clicked misinterpreted
    misdiagnosed botched fumbled bungled mishandled mismanaged screwed messed fucked goofed slipped blundered blew
    corners shortcut shortcuts short cut cuts ball track sight blind asleep bothered slip alone gun ignored
    disregarded skipped bypassed circumvented underestimated overestimated misunderstood misconfigured dismissed
    missed failed failing omitted failure failures mistakenly accidentally inadvertently erroneously unintentionally
    unwittingly unknowingly carelessly blindly incorrectly wrongly improperly recklessly hastily falsely wrongfully
    foolishly stupidly naively prematurely mistake accident error errors mistakes blunder blunders oversight
    assumption assumptions misstep missteps call calls not didn't hadn't never hasn't wrong anyway without against
    initiative authority attention careful diligent thorough distracted complacent overconfident confident
    inattentive careless negligent focused fixated hasty quick eager optimistic trusting hurry rush broke trashed
    wrecked took brought nuked violated breached flouted deviated strayed departed seriously better nothing care
    brushed swept nobody no none one you been was were wasn't weren't lapse slide expire waved panicked slept
    business knowingly rushed left nonetheless nevertheless regardless same even too rubber-stamped rubber looked
    let forgetting neglecting overlooking misreading misjudging slow late unprepared prepared long caused mistook
    mixed mislabelled mislabeled mistagged misplaced misapplied misnamed misreported misassigned misrouted
    miscounted miscopied misspelled mistyped accidental inadvertent mistaken erroneous unintended improper
    unintentional despite"""
)
YOU = re.compile(
    r"(?:^|(?<=[,:;] ))you (?:\w+ly |just |have |'ve )?(?!had|were|are|have|need|should|can|could|will|would|must|"
    r"may|might|want|know|see|read|did(?! not))(?:[\w-]+ed|broke|took|made|left|forgot|ran|wrote|put|let|sent|"
    r"did not|didn't|chose|cut)(?!\w)"
)
NOBODY = re.compile(
    r"(?<![\w-])(?:nobody|no one|no-one|none of (?:us|them|the [\w-]+))(?: (?:on|in|at|from|of) (?:the |"
    r"our )?(?:[\w-]+ ){0,2}(?:team|side|group|shift|call))?(?: \w+ly| even| ever)* "
    r"(?:checked|double-checked|verified|tested|reviewed|reali[sz]ed|bothered|followed up|followed|remembered|"
    r"thought|questioned|considered|looked|read|took (?:the time|ownership|responsibility|it)|"
    r"raised|spoke up|told|informed|communicated|escalated|acted|reacted|responded|spotted|caught|cared)(?!\w)"
)
UNEVEN = re.compile(
    r"(?<![\w-])(?:did not|didn't|had not|hadn't|never|have not) (?:adequately|sufficiently|properly|thoroughly|"
    r"carefully|diligently|seriously|bother(?:ed)? to|even) (?P<verb>(?!if|when|though|in|at|with|after|the|"
    r"a\b)[a-z-]+)(?!\w)"
)
UNTOLD = re.compile(
    r"(?<![\w-])(?:was|were|had been|has been|been|wasn't|weren't|being)(?: also| then)? (?:(?:not|"
    r"never)(?: been)? )?(?P<how>(?:properly|adequately|sufficiently|thoroughly|correctly|carefully|fully|clearly|"
    r"well|widely|promptly) )?"
    r"(?P<verb>communicated|announced|followed(?! by)|coordinated|double-checked|thought through|thought of|"
    r"taken into account|reviewed|tested|vetted|considered|discussed|planned|agreed)(?!\w)"
)
LEFT_OUT = re.compile(r"(?<![\w-])(?:did not|didn't|had not|hadn't|never|have not) (?:\w+ly )?[a-z-]+(?!\w)")
NOMINAL = re.compile(
    r"(?<![\w-])(?:accidental|inadvertent|mistaken|erroneous|unintended|improper|"
    r"unintentional) [\w-]+(?: of (?:the |our |an? |two |some |all )?(?:[\w-]+ ){1,3}?)? ?by (?P<who>(?:an?|the|our|"
    r"one of|some|another)\b[^.;,()]{1,40})"
)
