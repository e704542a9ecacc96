"""Other ways to say that one thing explains everything: `came down to one thing`, `this alone caused it`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.rules.wording.gated import gated, mask_of, triggers_of
from afterword.rules.wording.sentences import Sentence

_WHOLE = r"(?:entire|whole|complete) (?:\w+ )?"
_EVENT = r"(?:outage|incident|failure|disruption|downtime|crash|problem|issue|accident|breach|disaster|mess|delay|loss)"
_EVENTS = "outage incident failure disruption downtime crash problem issue accident breach disaster mess delay loss"
_REALLY = r"(?: (?:all|really|essentially|ultimately|simply|basically|just|largely|mostly|mainly|probably|eventually))*"
_DOWN_TO = gated(
    rf"(?<![\w-])(?:it|this|that|which|everything|{_EVENT}s?|cause|reason|question|story|explanation|whole thing)"
    rf"(?: (?:is|was|can be|could be))?{_REALLY} (?:came|comes|come|boils|boiled|boil){_REALLY} down to (?!earth\b|"
    rf"zero\b|\d|a vote\b|two\b|three\b|several\b|how\b|the (?:way|interaction|interplay|combination)\b)",
    "boils boiled boil came comes come",
    "down",
)
_ONE = gated(
    r"(?<![\w-])(?:had|has|have|there (?:was|is)|shared) (?:only |just |but )?(?:one|a single|a common|a sole|"
    r"the same) "
    r"(?:(?:root|underlying|simple|common|real|true|single) )*(?:cause|culprit|explanation)\b|"
    r"(?:the )?one (?:thing|mistake|error|change|line|bug|setting) (?:that|which) (?:caused|broke|led to|triggered|"
    r"brought|"
    r"took|killed|made)\b|the one (?:reason|explanation) (?:for|why|behind|that)\b|"
    r"(?:caused|triggered|brought (?:down|about)|explained|produced|started|set off) by (?:just |only )?(?:this |"
    r"that |the |"
    rf"a )?(?:one|single|lone|sole) \w+|(?:single|lone|sole) (?:[\w-]+ ){{1,4}}?(?:was|is|"
    rf"were) (?:\w+ly )?(?:responsible "
    rf"for|the cause of|to blame for|behind) (?:everything|all of|(?:the |this |all |our )(?:\w+ )?{_EVENT})",
    "one single sole lone common same",
    "cause culprit explanation reason caused broke led triggered brought took killed made explained produced started "
    "set "
    "responsible blame behind",
)
_ALONE = gated(
    r"(?<![\w-])(?:this|that|it|[\w-]+) alone (?:caused|was (?:enough|sufficient) to (?:cause|bring)|"
    r"brought (?:down )?|"
    r"took down|led to|triggered|explains|explained|is responsible|was responsible)(?! (?:\d|nearly|about|over|"
    r"more))|"
    r"(?:caused|explained|triggered|driven) (?:solely|entirely|exclusively|purely|wholly|only|simply) by\b|"
    r"(?:was|is|were|are) (?:solely|entirely|purely|wholly|exclusively|fully) (?:the result|a result|a consequence|"
    rf"responsible|the fault|down) |responsible for the {_WHOLE}{_EVENT}",
    "alone solely entirely exclusively purely wholly simply fully responsible",
)
_SIMPLE = gated(
    r"(?<![\w-])(?:the )?(?:(?:root|real|underlying|actual|true) )*(?:cause|reason|explanation|culprit|"
    r"answer)(?: (?:for|of|behind|why|we|it|this|the) [^.;,:]{1,60}?)? (?:was|is|turned out to be|proved) (?:(?:very|"
    r"quite|rather|surprisingly|"
    r"embarrassingly|in "
    r"fact|actually) )*(?:simple|simply|just|nothing (?:more|other|but)|merely|trivial|straightforward|plain|obvious|"
    r"clear|"
    r"banal|mundane)(?! (?:enough|un|not|that|to (?:find|see|us|identify)))(?![\w-])",
    "simple simply just nothing merely trivial straightforward plain obvious clear banal mundane",
    "cause reason explanation culprit answer",
)
_AT_BOTTOM = gated(
    r"(?<![\w-])(?:ultimately|in the end|at bottom|at its core|fundamentally),? (?:the |its |this |it |"
    r"that )*(?:cause|"
    rf"reason|culprit|problem|issue|{_EVENT}) (?:(?:of|for) [^.;,:]{{1,50}}? |here )?(?:was|is|were)(?! (?:caused by "
    r"(?:both|several)|resolved|fixed|found|not|solved|mitigated|closed))\b",
    "ultimately end bottom core fundamentally",
    f"cause reason culprit {_EVENTS}",
)
_CLEFT = gated(
    r"(?<![\w-])what (?:broke|caused|brought down|took down|triggered|killed) (?:it|this|everything|all|"
    rf"(?:the |this )(?:\w+ )?{_EVENT}|us)"
    r"(?: (?:all|down|outage|incident|failure))? (?:was|is|were)(?! (?:not|un|still|a (?:combination|mix|series)))\b",
    "what",
    "broke caused brought took triggered killed",
)
_FOUND = gated(
    r"(?<![\w-])(?:identif(?:y|ied)|determined|found|established|pinpointed|traced|tracked|narrowed|isolated|"
    r"diagnosed|"
    r"confirmed|concluded|revealed|showed|discovered) (?:that )?(?:the |its |our )?(?:(?:true|real|actual|underlying|"
    r"main|"
    r"likely|ultimate|single|exact) )*(?:root[- ]causes?|(?:underlying|real|true|actual|primary|main|sole) "
    r"(?:cause|reason|culprit|problem))(?: (?:of|for|behind) [^.;,:]{1,60}?)? (?:to be|as being|as|was|is|lay|to|"
    r"down to|"
    r"back to)(?! (?:be (?:investigated|determined)|un|not|soon|quickly|well|follows|part|removed|fixed|addressed|"
    r"resolved|corrected|patched|mitigated|eliminated))\b",
    "root underlying real true actual primary main sole root-cause",
    "identify identified determined found established pinpointed traced tracked narrowed isolated diagnosed confirmed "
    "concluded revealed showed discovered",
)
_IT_WAS = gated(
    r"(?<![\w-])it was (?:just |only |simply |really )?(?:one|a single|this one|that one|this|"
    r"that) (?!not\b)[^.;,]{1,50}? "
    r"(?:that|which) (?:\w+ly )?(?:caused|broke|took|brought|led|triggered|did it|started|killed)\b",
    "caused broke took brought led triggered did started killed",
    "one single this that",
)
_FOLLOWED = gated(
    r"\b(?:everything|all|the rest|all else)(?: else)? (?:followed|flowed|stemmed|cascaded|resulted|came) from "
    r"(?:this|that|the|a|one|it)\b",
    "followed flowed stemmed cascaded resulted came",
    "everything all rest",
)
_HEART = gated(
    r"(?:is|was|lay|lies) (?:at )?the (?:root|heart|source|origin|bottom) of "
    rf"(?:the|this|all|our|it|these) ?(?:{_EVENT}|trouble|errors|everything)?|caused by nothing (?:more|other) than|"
    r"\bthe real (?:problem|issue) (?:was|is)\b(?! (?:not|un|still|being|twofold))",
    "root heart source origin bottom nothing real",
    "of than problem issue",
)
_TRACED = gated(
    r"(?<![\w-])(?:traced|tracked|narrowed|pinned)(?: it| this| that| the \w+)? (?:(?:back|down) )?(?:(?:entirely|"
    r"solely|"
    r"wholly) (?:back )?to|to (?:just )?(?:one|a single|a lone))\b",
    "traced tracked narrowed pinned",
)
_ROOTED = gated(
    r"(?<![\w-])(?:root|real|true|actual|underlying|core|basic|central|sole|primary|principal|ultimate|single|main|"
    r"fundamental) (?:cause|reason|culprit)(?: (?:of|for|behind) [^.;,:]{1,60}?)?(?:, [\w ]{2,25},)? (?:was|is|lies|"
    r"lay|stems|"
    r"stemmed|came|comes|goes back|can be (?:traced|attributed)|has been traced|is rooted|has to do|had to do|"
    r"revolves|boils|"
    r"involves?|involved|consist(?:s|ed)|began|started|relates?|related)\b(?! (?:\w+ly )?(?:not|immediately|hard|"
    r"difficult|"
    r"apparent|elusive|somewhere|isolated(?! to)|located|also|expected|already|shown|confirmed(?! as| to)|"
    r"discovered(?! to)|"
    r"established|understood|eliminated|removed|patched|corrected|mitigated|communicated|discussed|analy[sz]ed|never|"
    r"un\w+|still|yet|being|"
    r"under|thought|believed|suspected|assumed|two|three|several|multiple|a combination|both|partly|fixed|resolved|"
    r"addressed|"
    r"known|investigat\w+|to be (?:determined|found|investigated|un\w+|two|multiple)|found(?! to)|identified(?! as|"
    r" to)|"
    r"determined(?! to)|unclear|as follows|listed|described|explained|tracked|in place|one of|shared|available|"
    r"in progress|"
    r"pending|out of|more|dropped|abandoned|twofold|two-fold|manifold))",
    "cause reason culprit",
    "root real true actual underlying core basic central sole primary principal ultimate single main fundamental",
)
_DOUBT = re.compile(
    r"\b(?:not|never|no|n't|if|whether|maybe|perhaps|possibly|might|may|could|unlikely|initially|thought|suspected|"
    r"believed|assum\w+|what|second|third|another|other|one of|each|any|how|find|finding|until|once|to|first|several|"
    r"contributing|hard|difficult|wrongly|combination|search|look|looking|hunt)\b[^.;:]{0,30}$|n't[^.;:]{0,30}$"
)
_CONCERN = re.compile(
    r"(?:reason|cause|issue) (?:for|of) (?:concern|worry|alarm|optimism|celebration|hope|this (?:choice|design))\b"
)
_ONE_OF = re.compile(
    r"\b(?:one|an?|another|each|no|any|first|second|third|that|other)\s+$|\b(?:each|no|any|every|an? (?=well-|good|"
    r"plausible|coherent|convincing|believable))\s*[\w-]+\s+$"
)
_HURT = re.compile(rf"\b{_EVENT}")
_PATTERNS = (_DOWN_TO, _ONE, _ALONE, _SIMPLE, _AT_BOTTOM, _CLEFT, _FOUND, _IT_WAS, _FOLLOWED, _HEART, _TRACED, _ROOTED)
ONE_CAUSE_WORDS, ONE_CAUSE = triggers_of(*_PATTERNS), mask_of(*_PATTERNS)


def one_cause_in(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Start and end of every phrase that leaves room for one cause alone."""
    for pattern in _PATTERNS:
        for found in pattern.finditer(sentence):
            before = sentence.low[max(sentence.lead, found.start() - 45) : found.start()]
            if pattern is _ROOTED and (_ONE_OF.search(before) or ("reason" in found[0] and not _HURT.search(found[0]))):
                continue
            if not _CONCERN.search(found[0]) and not _DOUBT.search(before):
                yield found.span()
