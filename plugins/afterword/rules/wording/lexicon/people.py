"""Nouns and pronouns by which a clause's subject is known as a person, and those that only look like one."""

from __future__ import annotations

from afterword.rules.wording.lexicon import words

FIRST = words("""we i we've i've we'd i'd we're i'm we'll i'll us me ourselves myself yours""")
SECOND = words("you you've you'd you're you'll")
THIRD = words("he she he'd she'd he's she's him her himself herself")
THEY = words("they they'd they've they're they'll them themselves")
INDEFINITE = words("""someone somebody anyone anybody everyone everybody nobody no-one whoever noone who""")
COUNTING = words(
    """one two three four five some many several most none each all both half any few majority couple number group
    bunch lot handful neither either nobody members member part"""
)
"""Heads that say how many: what they are of decides, as in `one of our engineers`."""

ROLES = words(
    """engineer developer programmer coder dev devs administrator admin sysadmin dba sre sres dbas operator technician
    analyst scientist researcher reviewer approver author committer maintainer contributor manager lead leader
    director executive officer owner facilitator tester architect designer consultant contractor supplier employee
    colleague coworker teammate worker staffer intern trainee apprentice newcomer newbie junior senior expert
    specialist coordinator dispatcher controller-operator supervisor foreman pilot captain nurse clinician
    physician doctor surgeon pharmacist teacher moderator editor writer translator labeller labeler annotator rater
    grader curator steward evaluator auditor inspector assessor prompter responder oncall on-call on-caller
    commander scribe author's human person individual guy guys folk folks people man woman men women boss ceo cto
    cio ciso founder co-founder strategist trader broker dispatcher agent-operator programmer committer merger
    deployer releaser approver requester caller assistant-manager interviewer recruiter lawyer counsel accountant
    clerk cashier salesperson marketer freelancer crew staff personnel management leadership workforce shift team
    squad department division vendor organisation organization company firm agency board provider group committee
    authority authorities ministry council subcontractor bureau engineering ops devops operations qa devrel ux
    infosec secops netops sysops support helpdesk
    electrician plumber janitor cleaner signer signatory holder volunteer artist musician cofounder investor hoster
    registrar isp carrier airline university hospital government police parliament county copilot flightcrew instructor
    mechanic trustee foundation corporation corp inc ltd llc gmbh startup studio administration faculty institute
    driver caseworker radiologist pathologist linguist teamer midwife paramedic therapist
    professor lecturer registrar secretary minister mayor commissioner superintendent treasurer chairman chair"""
)
"""Nouns that mean a person or a group of persons, in the singular; most take an -s."""
GROUPS = words(
    """crew staff personnel management leadership workforce shift team squad department division vendor organisation
    organization company firm agency board committee authority authorities ministry council bureau engineering ops
    devops operations qa devrel ux infosec secops netops sysops support helpdesk supplier subcontractor contractor
    provider"""
)
WEAK_ROLES = words(
    """group operations support engineering management operator provider shift lead board authority human owner manager
    division agency caller rater grader author editor senior junior controller"""
)
"""Nouns that also mean things; after a name of software or a technical word they do."""
TECHNICAL_BEFORE = words(
    """kubernetes k8s package process memory task session window password state identity cloud service dns email lock
    cluster resource queue cache connection transaction device configuration build release dependency query file
    data credential secret plugin postgres redis prometheus database storage network power boolean ternary logical
    arithmetic content payment boot auth authentication
    consumer replication placement certificate certification scaling instance block circuit code text video image"""
)
OUTSIDERS = words(
    """user customer client consumer visitor subscriber reader attacker adversary hacker intruder thief spammer actor
    bot scraper crawler player shopper buyer guest passenger patient student resident citizen tenant
    member-of-public merchant partner researcher-outside bank exchange squatter validator miner node"""
)
"""People outside of the organisation: what they do is no fault of its people."""


def singular(word: str) -> str:
    """A noun without the ending of its plural or genitive."""
    if word.endswith("'s"):
        word = word[:-2]
    elif word.endswith("'"):
        word = word[:-1]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("ss") or word in ("devops", "ops", "sysops", "netops", "secops", "always", "operations", "boss"):
        return word
    return word[:-1] if word.endswith("s") and len(word) > 3 else word


def is_role(word: str) -> bool:
    """Whether a noun, perhaps a compound such as `prompt-engineer`, means a person or a group of persons."""
    return _is_one_of(word, ROLES)


def is_outsider(word: str) -> bool:
    """Whether a noun means people outside of the organisation."""
    return _is_one_of(word, OUTSIDERS)


def _is_one_of(word: str, nouns: frozenset[str]) -> bool:
    return word in nouns or singular(word) in nouns or ("-" in word and singular(word.rsplit("-", 1)[1]) in nouns)
