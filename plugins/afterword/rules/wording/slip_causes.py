"""A slip in the place of a cause, in other shapes: `a manual slip caused …`, `caused by someone running …`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.rules.wording.frames import has_local_reason, is_deliberate, is_guarded_against, is_negated
from afterword.rules.wording.gated import gated, mask_of, triggers_of
from afterword.rules.wording.lexicon import words
from afterword.rules.wording.organisation import Organisation
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.subjects.after import agent_after

_SORT = (
    r"(?:human|manual|operator|user|personnel|staff|employee|administrat(?:ive|or)|clerical|procedural|"
    r"copy[- ]?(?:and[- ])?"
    r"paste|typing|keyboard|data[- ]entry|fat[- ]finger|labell?ing|annotation|transcription|maintenance|pilot|driver|"
    r"technician|engineer(?:ing)?|developer|programmer|admin|sysadmin|contractor|vendor|reviewer|deployment|"
    r"configuration|prompt(?:ing)?|judge?ment|communication|management|managerial|organi[sz]ational|leadership|"
    r"planning|navigation(?:al)?|coordination|supervisory|testing|set-?up|scheduling)"
)
_SLIP = r"(?:errors?|mistakes?|slips?|slip-ups?|blunders?|oversights?|lapses?|mix-ups?|mishaps?|typos?|faults?)"
_RATE = re.compile(rf"(?:[\w/-]+ ){{0,8}}?{_SLIP} (?:rates?|counts?|budgets?|ratios?|margins?)(?![\w-])")
"""What is measured, and no slip."""
_SLIPS = (
    "error errors mistake mistakes slip slips blunder blunders oversight oversights lapse lapses mix mixup mixups "
    "mishap "
    "mishaps typo typos fault faults"
)
_LED = (
    r"(?:caused|led to|resulted in|brought (?:down|about)|took (?:down|out|\w+ offline)|exposed|cut|deleted|wiped|"
    r"triggered|"
    r"meant|created|produced|was (?:the (?:\w+ )?(?:cause|reason|culprit)|responsible|to blame|behind|made|"
    r"at (?:the root|"
    r"fault))|were (?:made|to blame|behind|the)|let|allowed|broke|started|contributed|played|set off|introduced|during|"
    r"while|when)"
)
_SUBJECT = gated(
    rf"(?<![\w-])(?:(?:an?|the|some|another|one|simple|honest|small|single|"
    rf"silly) )*(?P<sort>{_SORT})(?: and [\w-]+)?[ -]{_SLIP}"
    rf"(?: (?:in|on|at|during|with|while|when|of|by|from) [^.;,:]{{1,50}}?)?,? (?:which |"
    rf"that )?(?:\w+ly )?{_LED}(?!\w)",
    _SLIPS,
    "human manual operator user personnel staff employee administrative administrator clerical procedural copy paste "
    "typing "
    "keyboard entry finger labelling labeling annotation transcription maintenance pilot driver technician engineer "
    "engineering developer programmer admin sysadmin contractor vendor reviewer deployment configuration prompt "
    "prompting "
    "judgement judgment communication management managerial organisational organizational leadership planning "
    "navigation "
    "navigational coordination supervisory testing setup set scheduling",
)
_ARTEFACT = re.compile(
    r"\s+(?:in|with|of) (?:the |our |a |an |its |this |that |one |some )*(?:[\w\x00-]+ ){0,2}?(?:code|config\w*|"
    r"patch\w*|"
    r"script\w*|"
    r"file\w*|quer(?:y|ies)|rules?|templates?|manifests?|schema\w*|terraform|helm|yaml|json|pipeline\w*|formula|"
    r"calculation|"
    r"documentation|docs|spec\w*|library|regex\w*|logic|contract|design|implementation|algorithm|functions?|modules?|"
    r"tables?|index|mapping|translation|software|firmware|handler|"
    r"parser|interface|wrapper|scheduler|allocator|planner|compiler|driver|kernel|program|playbook|makefile|"
    r"dockerfile|workflow|migration|\x00+ [\w-]+)\b"
)
_MANUAL = words(
    """deployment configuration communication engineering prompt prompting maintenance testing setup set-up set
    scheduling"""
)
"""Sorts that are a person's only where someone made the slip."""
_OVERSIGHTS = ("oversight", "lapse", "blunder")
"""Slips that are a person's whatever sort they are."""
_OUT_OF = gated(
    rf"\b(?:originated (?:in|from|with)|began with|started with|goes back to|came from|came about through|"
    rf"put down to|was down "
    rf"to|were down to|been down to|explained by|arose from|root(?:ed)? in|the reason (?:was|is)|happened because of|"
    rf"blamed on|"
    rf"ascribed to|chalked up to|attributed to|occurred (?:because of|due to|through)|due to|because of|caused by|"
    rf"result of|"
    rf"triggered by|source (?:was|of)|thanks to|as a consequence of|through|case of|instance of|example of|matter of|"
    rf"(?:this|that|it|problem|issue|cause|reason|incident|outage|failure) (?:was|is)) "
    rf"(?:(?:an?|the|some|two|several|simple|honest|small|single|silly|plain|sheer|pure|basic|common|classic|"
    rf"good old|our|my|"
    rf"own|unfortunate|avoidable|stupid|minor|momentary|lazy|dumb|albeit|[–—,-]|though|very|slight|mere|little|partly|"
    rf"mostly|largely|either|and|a lot of|bit of|kind of|just|another|terrible|big|huge|bad|grave|costly|serious) ?)*"
    rf"(?P<slip>{_SORT}[ -]{_SLIP}|mistakes?(?= (?:made |on |by |of (?:mine|ours)|when |while |in (?:how|the way|our|"
    rf"my))|"
    rf"[.,;)]|$)|oversights?|slip-ups?|mix-ups?|(?:slips?|lapses?)(?= (?:when|while|in|by|on|during|at)\b)|"
    rf"fat[- ]?finger\w*|pebkac|finger trouble|forgetfulness|sloppiness|"
    rf"carelessness|errors?(?= in (?:how|the way) (?:we|i|they|he|she|our|the (?:team|engineers?|operators?|staff))\b)|"
    rf"miscommunications?|misunderstandings?(?= (?:between|among|by|of|on|about))|inattention|negligence|"
    rf"typos?(?= (?:by|made|"
    rf"on (?:my|our))))(?![\w-])",
    f"{_SLIPS} finger fingers fingered fingering pebkac trouble forgetfulness sloppiness carelessness miscommunication "
    "miscommunications misunderstanding misunderstandings inattention negligence",
)
_FACTOR = gated(
    r"(?<![\w-])human (?:factors?|element|failings?|failures?|fallibility|nature|weakness|action|actions|intervention|"
    r"interference|performance|shortcomings?) (?:(?:was|were|is) (?:the (?:\w+ )?(?:cause|reason|culprit|problem)|"
    r"to blame|"
    r"at fault|responsible|behind)|caused|led|played|contributed|resulted|brought)(?!\w)|"
    r"(?<![\w-])human (?:failings?|failures?|fallibility|weakness|shortcomings?) (?:was|were|is)(?!\w)|"
    r"(?:human|wetware|layer[- ]8|meat|picnic|user) (?:problem|issue|bug)(?= (?:caused|was|in)|[.!]|$)|"
    r"\b(?:user|human|operator|engineer|developer)-(?:induced|inflicted|caused)\b|"
    r"\b(?:user|human|operator) (?:induced|inflicted)\b|"
    r"\bself-inflicted(?= (?:outages?|incidents?|wounds?|problems?|failures?|damage|downtime|errors?|injur\w+|"
    r"pain)\b|[.,;]|$)",
    "human wetware layer meat picnic user self operator engineer developer",
    "factor factors element failing failings failure failures fallibility nature weakness action actions intervention "
    "interference performance shortcoming shortcomings problem issue bug induced inflicted caused initiated",
)
_FINGER = gated(
    r"(?<![\w-])(?:mistakes?|errors?|slips?|oversights?|typos?|blunders?) of (?:mine|ours|his|hers)(?!\w)|"
    r"(?<![\w-])(?:one|single|1|an?)[- ](?:character|letter|digit|line|word)[- ](?:typo|mistake|"
    r"slip)(?= (?:\w+ )?(?:cost|caused|"
    r"took|brought|broke|led|knocked)\b)|"
    r"(?<![\w-])(?:an?|one|the|single) (?:wrong|stray|mistaken|errant|misplaced|careless) (?:click|keystroke|"
    r"key ?press|"
    r"mouse click|command|copy and paste|copy-paste|paste|swipe|tap)(?!\w)"
    r"(?! (?:in (?:the|a|our) (?:[\w-]+ )?(?:script|job|file|code|config\w*|playbook|template|cron\w*|hook|test)\b|"
    r"is |are |can |will |could |would |no ))|\b(?:pebkac|pebcak|id-?10-?t)\b|"
    r"\bfat[- ]?finger(?:ed|ing|s)?\b|\bfinger trouble\b|\bbrain ?farts?\b",
    "mistake mistakes error errors slip slips oversight oversights typo typos blunder blunders pebkac pebcak id fat "
    "fatfinger fatfingered finger brain brainfart wrong stray mistaken errant misplaced careless",
)
_BY_SOMEONE = gated(
    r"(?<![\w-])(?:caused by|due to|because of|result of|triggered by|as a consequence of|on account of|cause was|"
    r"reason was|"
    r"stemmed from|resulted from|came from|happened through|came about through|down to|traced (?:back )?to|"
    r"owing to) (?=\w)",
    "caused due because result triggered consequence account cause reason stemmed resulted happened came down traced "
    "owing",
)
_DOING = re.compile(
    r" (?:(?:\w+ly|then|also|just|simply) )?(?!during\b|following\b|being\b|including\b|regarding\b)\w+ing\b"
    r"(?! (?:team|group|department|company|staff))"
)
_NO_SLIP = re.compile(
    r" (?:\w+ly )?(?:waiting|testing|using|working|digging|cutting|leaving|retrying|trying|looking|reading|"
    r"restarting|pausing|"
    r"refreshing|logging|moving|joining|returning|investigating|verifying|checking|reporting|visiting|watching|"
    r"asking|draining|"
    r"protecting|debugging|rolling back|reverting|restoring|scaling|switching back|going|being|doing|having|attempting|"
    r"running (?:an? |the )?(?:\w+ )?(?:load test|drill|test|report|export|backup|query|benchmark|audit|planned))\b"
)
"""What people do that only happens to come before: no act that slipped."""
_WAS_A = gated(
    r"(?<![\w-])(?:was|were|proved|turned out) (?:to be )?(?:\w+ly )?(?:an?|our|my|their|his|her|the) (?:(?:big|huge|"
    r"bad|costly|"
    r"serious|grave|major|expensive|silly|stupid|honest|simple|clear|terrible|fatal|rookie|real|critical|colossal|"
    r"complete|"
    r"genuine|unfortunate|embarrassing|classic|small|obvious|monumental|first|second|biggest) )*(?:mistake|"
    r"misjudge?ment|"
    r"miscalculation|blunder|error (?:of|in) judge?ment|oversight|lapse of judge?ment|lapse in judge?ment|screw-?up|"
    r"cock-?up)(?!\w)",
    "mistake misjudgment misjudgement miscalculation blunder judgment judgement oversight screw screwup cock cockup",
    "was were proved turned",
)
_MISSET = gated(
    r"(?<![\w-])(?:misconfigurations?|misuse|mishandling|mismanagement|misjudge?ment|misreading|misapplication|"
    r"mislabell?ing|misunderstanding|misinterpretation|miscalculation|misestimation|misidentification|mis-?click|"
    r"(?:configuration|setup|deployment|installation|coding|programming|entry|typing) (?:mistakes?|errors?|slips?)|"
    r"typos?|copy-paste errors?) (?:by|from|of|on the part of|made by|introduced by|committed by) (?=\w)",
    "misconfiguration misconfigurations misuse mishandling mismanagement misjudgment misjudgement misreading "
    "misapplication "
    "mislabelling mislabeling misunderstanding misinterpretation miscalculation misestimation misidentification "
    "misclick mis "
    "mistake mistakes error errors slip slips typo typos",
)
_PATTERNS = (_SUBJECT, _OUT_OF, _WAS_A, _FACTOR, _FINGER, _MISSET, _BY_SOMEONE)
SLIP_CAUSE_WORDS, SLIP_CAUSES = triggers_of(*_PATTERNS), mask_of(*_PATTERNS)


def slip_causes_in(sentence: Sentence, organisation: Organisation) -> Iterator[tuple[int, int, bool]]:
    """Start and end of every slip that stands for a cause, and whether that is certain."""
    low = sentence.low
    for found in _SUBJECT.finditer(sentence):
        if found["sort"] in _MANUAL or _is_set_aside(sentence, found.start()):
            continue
        yield found.start("sort"), found.end(), True
    for found in _OUT_OF.finditer(sentence):
        sort, *slip = re.split(r"[ -]", found["slip"])
        if (sort in _MANUAL and not "".join(slip).startswith(_OVERSIGHTS)) or _is_set_aside(sentence, found.start()):
            continue
        if _ARTEFACT.match(sentence.low, found.end()):
            continue
        yield *found.span("slip"), True
    for found in _WAS_A.finditer(sentence):
        if not _ARTEFACT.match(sentence.low, found.end()) and not _is_set_aside(sentence, found.start()):
            yield *found.span(), True
    for pattern in (_FACTOR, _FINGER):
        for found in pattern.finditer(sentence):
            if not _is_set_aside(sentence, found.start()):
                yield *found.span(), True
    for found in _MISSET.finditer(sentence):
        who = agent_after(sentence, found.end(), organisation)
        if who.kind in ("person", "we", "you") and not _is_set_aside(sentence, found.start()):
            yield found.start(), who.end, True
    for found in _BY_SOMEONE.finditer(sentence):
        who = agent_after(sentence, found.end(), organisation)
        doing = _DOING.match(low, who.end) if who.kind in ("person", "we") else None
        if not doing or (_NO_SLIP.match(low, who.end) and "wrong" not in low):
            continue
        if is_negated(sentence, found.start()) or has_local_reason(sentence, doing.end()):
            continue
        if not is_deliberate(sentence, doing.end()):
            yield found.start(), doing.end(), False


def _is_set_aside(sentence: Sentence, start: int) -> bool:
    if _RATE.match(sentence.low, start):
        return True
    return is_negated(sentence, start) or is_guarded_against(sentence, start)
