"""Verb forms: irregular participles and pasts, and the verbs of what only people do."""

from __future__ import annotations

import re

from afterword.rules.wording.lexicon import words

IRREGULAR_PARTICIPLES = words(
    """been become begun bet blown bought broken brought built burnt bound caught chosen come cost cut dealt done drawn
    driven fallen fed felt fled flown forbidden forgotten forgone found frozen given gone gotten got grown had heard
    held hidden hit hung hurt kept known laid lain learnt led left lent let lit lost made meant met overridden
    overseen overlooked paid put quit read redone rebuilt rerun reset rethought reverted ridden risen run said seen
    sent sent set shed shot shown shut slept sold sought spent split spoken spread stood stuck struck swept sworn
    taken taught thought thrown told torn undone understood undertaken upheld withdrawn withheld woken won worn
    written"""
)
IRREGULAR_PASTS = words(
    """dug spent paid drove sold bought caught threw stuck blew rose taught won fought hid dealt flew sought
    swept tore woke froze withdrew overwrote rewrote forbade hung slept swore stole struck sank shot quit crept fed
    bent bound clung was were had did went took ran made saw knew thought began wrote sent left kept found came got
    gave put let set
    read built chose broke brought held lost told led meant felt forgot misread misheard understood overlooked overrode
    undid wiped spoke stood fell grew drew hit cut shut said says has is are does goes takes runs makes sees knows
    writes sends leaves keeps finds comes gets gives puts sets"""
)
# Words that end in -ed before a noun and describe it, as in `we should have automated tests`.
ADJECTIVES_IN_ED = words(
    """automated dedicated detailed improved limited shared named centralised centralized increased distributed staged
    extended scheduled advanced unified integrated standardised standardized documented tiered isolated separated
    redundant dedicated-time enhanced combined fixed structured defined predefined required protected sufficiently
    synchronised better-tested layered tested reviewed up-to-date versioned curated need speed seed feed indeed"""
)

HUMAN_ACTIVITIES = words(
    """tested reviewed checked double-checked verified validated noticed noted communicated announced approved reverted
    rolled escalated informed notified told warned asked consulted considered thought planned coordinated discussed
    documented read followed understood realised realized recognised recognized anticipated foreseen expected
    remembered investigated questioned challenged learned practised practiced rehearsed trained studied prepared
    declared reported flagged raised spotted caught tagged assigned prioritised prioritized merged pushed committed
    deployed shipped released rolled-back done handled managed avoided prevented taken made given asked spelled
    explained written monitored watched audited vetted inspected paid involved invited treated used chosen decided
    disabled enabled paused stopped postponed delayed scoped tried added removed updated upgraded patched changed
    fixed addressed acted responded left kept performed carried run ran drained put set looked picked sent shared
    gated scheduled-by-us cleaned filed opened switched posted known recruited attempted looped cancelled aborted
    halted implemented configured designed scripted staged detected identified discovered found begun started brought
    built put acted held postponed deferred revisited retired backed sized practised drilled budgeted thought-through
    sanity-checked cross-checked double-checked scheduled-earlier included followed-up assessed evaluated foreseen
    obtained sought signed documented briefed onboarded mentioned clarified rejected-by-us closed resisted honoured
    honored muted silenced respected observed rotated renewed tightened restricted locked
    negotiated ordered hired staffed supervised trusted relied enforced prevented-by-us overruled"""
)
"""Participles of what people do, for sentences that do not say who."""
SYSTEM_OUTCOMES = words(
    """resolved restored recovered mitigated returned received delivered routed processed triggered fired raised-by
    rejected accepted retried failed served cached depooled scheduled queued created deleted occurred existed appeared
    expired refreshed
    replicated propagated redirected rendered loaded scaled paged alerted completed finished"""
)
DUTIES = (
    r"watch|wait|inspect|examine|stop|pause|check|double-check|verif(?:y|ied)|validate|test|review|read|"
    r"follow(?: up)?|notice|realis[e]|realize|recogni[sz]e|"
    r"communicate|inform|tell|notify|warn|ask|consult|consider|anticipate|foresee|account for|plan|coordinate|document|"
    r"escalate|understand|think|appreciate|remember|heed|pay attention|look|monitor|investigate|study|patch|raise|"
    r"report|"
    r"take (?:\w+ )?(?:care|time|seriously)|bother|question|spot|catch|see|make (?:the|a|this|that) connection|"
    r"announce|"
    r"declare|train|prepare|perform|conduct|ensure|respond|react|act|mention|disclose|share|update|listen|care|learn|"
    r"acknowledge|address|enforce|maintain|supervise|oversee|handle|manage|adhere|comply|revert|roll back|disable|"
    r"decommission|remove|rotate|include|add|set|configure|deploy|run|execute|provide|complete|implement|apply|"
    r"identify|practi[sc]e|rehearse|exercise|drill|hand over|attempt|tr(?:y|ied) to|factor in|prioriti[sz]e|"
    r"take (?:[\w'-]+ ){0,3}?into (?:account|consideration)|heed|vet|scrutini[sz]e|assess|evaluate|advertise|"
    r"publici[sz]e|loop in|loop (?:\w+ ){1,3}in|bring in|pull in|involve|engage|alert|reach out|flag|cross-check|"
    r"sanity[- ]check|audit|caught|understood|"
    r"detect|ping|page|clean up|confirm|specify|define|establish|write|put|give|send|do|get|keep|use"
)
"""Verbs of duty, knowledge and care, as the words of a pattern."""
STRICT_DUTIES = (
    r"patch|follow(?: up| through| the| (?:standard )?procedures?)?|communicate|(?:properly |thoroughly |"
    r"adequately )?(?:test|review|verify|check|vet)|"
    r"recogni[sz]e|notice|reali[sz]e|inform|tell|consult|heed|plan|anticipate|foresee|train|understand|escalate|"
    r"coordinate|document|notify|warn|catch|spot|read|take (?:[\w'-]+ ){0,3}?into (?:account|consideration)|consider|"
    r"account for|factor in|prepare|prevent|respond|react|rotate|maintain|enforce|prioriti[sz]e|announce|raise|report|"
    r"ensure|investigate|monitor|update|alert|assess|evaluate|appreciate|address|deliver on|learn|foresee|"
    r"double-check|supervise|think|ask|pay attention|act|listen|disclose|adhere|comply"
)
AGENTIVE = re.compile(
    r"(?:re|un|mis)?(?:accept|acknowledg|add|admit|agree|alert|announc|answer|apologi[sz]|appear|appl|approv|ask|"
    r"assess|assign|assum|attempt|"
    r"backfill|began|bump|call|cancel|chang|check|claim|clean|clear|click|clos|comment|commit|communicat|compar|"
    r"complain|"
    r"conclud|configur|confirm|connect|consider|consult|contact|contemplat|continu|cop(?:y|i)|correct|creat|declar|"
    r"decid|deni|delet|deploy|"
    r"depool|describ|diagnos|disabl|discover|discuss|dismiss|diagnos|drain|drop|edit|e-?mail|enabl|escalat|examin|"
    r"execut|explain|fail|"
    r"figur|fil|find|fix|flag|flip|forg|force-push|help|identif|ignor|implement|inform|initiat|inspect|install|"
    r"investigat|introduc|"
    r"issu|join|kick|kill|launch|load|log|look|manag|mention|merg|migrat|miss|mistyp|modif|monitor|mov|notic|notif|"
    r"observ|offer|"
    r"open|order|page|patch|paus|perform|phon|ping|point|pool|post|prepar|press|propos|provision|publish|pull|push|"
    r"query|question|rais|"
    r"reach|reali[sz]|reboot|recogni[sz]|recommend|redeploy|refactor|releas|remov|repair|replac|repli|report|request|"
    r"reset|resolv|respond|restart|restor|retr(?:y|i)|return|revert|review|roll|rotat|scal|schedul|search|self-|"
    r"ship|silenc|skip|spot|"
    r"start|stop|submit|suggest|suspect|switch|tag|tail|talk|test|text|track|train|trigger|tri|troubleshoot|turn|"
    r"type|updat|upgrad|upload|"
    r"us|verif|wip|wonder|work|wait)(?:e?s|ed|ies|ied|ing|ted|ged|ped|ned|led|n)?"
    r"|wrote|writes|sent|sends|ran|runs|took|takes|made|makes|went|goes|saw|sees|knew|knows|thought|thinks|told|"
    r"tells|said|says|found|"
    r"finds|gave|gives|got|gets|put|puts|set|sets|broke|breaks|brought|built|builds|chose|chooses|did|does|left|"
    r"leaves|kept|read|reads|woke|"
    r"came|comes|began|begins|held|led|forgot|forgets|spoke|rang|misread|shut|cut|pings|was|were|is|has|have|"
    r"haven't|had|hasn't|hadn't|didn't|couldn't|wasn't"
)
"""What somebody who is named does in a report: the whole of a verb form."""


def is_participle(word: str) -> bool:
    """Whether `word` can be a past participle."""
    return word in IRREGULAR_PARTICIPLES or (word.endswith("ed") and len(word) > 3)


def is_finite(word: str) -> bool:
    """Whether `word` looks like a verb with a subject before it."""
    return word in IRREGULAR_PASTS or (word.endswith("ed") and len(word) > 3)
