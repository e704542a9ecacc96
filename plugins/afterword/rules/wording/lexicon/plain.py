"""Words of promises that name nothing: a sentence made of these alone could stand in any report."""

from __future__ import annotations

from afterword.rules.wording.lexicon import words

GLUE = words(
    """a an the this that these those our your their its it us we they i one each every all any some both
    everyone everybody people nobody of in on at for from with by to into within across between among around
    about over after before during through via as than and or not no nor also too again then so such more most
    less least much many few even very really quite well far always never often ever sometimes regularly here
    there where how what which who when if while whenever next last time times now on going forward future term
    long short run once soon later today up out off down together each other others another own same only just
    still yet please let let's board does done overall general generally further ahead way ways manner fashion
    bit lot part parts whole entire everything anything something nothing things thing place order case cases
    possible necessary needed required appropriate where there's it's we're well-being etc"""
)
_MODALS = words(
    """will shall should must need needs have has ought want wants plan plans intend intends aim aims would like
    can could may might do does be being become becoming get getting is are try trying continue continuing start
    starting begin go make making keep keeping take taking give giving put putting bring set see find look
    looking seek hope strive endeavour endeavor commit commits committed pledge promise we'll they'll it'll i'll"""
)
_DEEDS = words(
    """improve improving enhance enhancing strengthen strengthening tighten tightening increase increasing raise
    raising refine refining rework reworking revisit revisiting rethink rethinking review reviewing update
    updating streamline streamlining formalise formalize formalising formalizing evaluate evaluating assess
    assessing examine examining analyse analyze analysing analyzing investigate investigating explore exploring
    consider considering discuss discussing work working focus focusing address addressing optimise optimize
    optimising optimizing step intensify deepen expand extend reinforce reinforcing develop developing establish
    establishing ensure ensuring guarantee provide providing invest investing prioritise prioritize prioritising
    prioritizing emphasise emphasize foster fostering promote promoting encourage encouraging build building
    create creating maintain maintaining implement implementing introduce introducing define defining clarify
    clarifying simplify communicate communicating coordinate coordinating collaborate collaborating cooperate
    align aligning share sharing document documenting test testing monitor monitoring plan planning prepare
    preparing prevent preventing avoid avoiding reduce reducing minimise minimize minimising minimizing mitigate
    mitigating eliminate resolve resolving fix fixing tackle handle handling manage managing respond responding
    react reacting detect detecting identify identifying catch learn learning apply applying incorporate happen
    happening occur occurring recur repeat repeating add adding upgrade upgrading evolve modernise modernize
    harden hardening adopt adopting follow following adhere support supporting escalate escalating inform
    informing involve involving listen talk speak act perform conduct carry deliver achieve reach meet boost
    bolster solidify shape grow growing rise speed accelerate overhaul restructure reorganise reorganize change
    changing adapt adjust adjusting deploy deploying release releasing ship merge hand treat check checking
    verify verifying"""
)
_QUALITIES = words(
    """better best improved improving enhanced stronger tighter stricter clearer clear closer close earlier
    early sooner faster quicker quickly rapidly smoother regular regularly timely open openly proactive
    proactively proper properly thorough thoroughly careful carefully consistent consistently effective
    effectively efficient efficiently adequate sufficient sufficiently enough robust rigorous frequent
    frequently increased additional continued continuous ongoing deeper wider broader good great greater high
    higher strong solid reliable comprehensive extensive structured formal sound mature safe safer simple
    simpler clearly closely transparent affected coordinated organised organized safer easier smarter leaner
    internal external existing current new different similar future potential common key critical important
    various several certain overall cross-team cross-functional end-to-end technical operational organisational
    organizational underlying root main recurring entire general daily weekly monthly human wherever up-to-date
    ready prepared able responsible available stable resilient professional"""
)
_THINGS = words(
    """process processes procedure procedures practice practices communication communications coordination
    collaboration cooperation alignment documentation docs doc planning preparation preparedness readiness
    testing tests test coverage monitoring alerting alerts alert logging observability visibility transparency
    tooling tools tool training awareness knowledge understanding education feedback exchange information flow
    handover handovers hand-over handoff handoffs review reviews code quality reliability resilience resiliency
    stability robustness availability performance security safety scalability maintainability hygiene culture
    mindset ownership accountability responsibility responsibilities governance oversight compliance control
    controls safeguards measures measure steps step action actions activities effort efforts initiative
    initiatives improvement improvements enhancement enhancements plans plan strategy strategies approach
    approaches method methods methodology methodologies policy policies guideline guidelines guidance standard
    standards rule rules checklist checklists runbook runbooks playbook playbooks workflow workflows routine
    routines team teams department departments company organisation organization management leadership
    engineering engineers engineer developers developer staff colleagues members member stakeholders stakeholder
    product business operations support customers customer users user clients client vendor vendors partners
    partner supplier suppliers provider research analysts annotators reviewers operators on-call oncall system
    systems service services platform platforms infrastructure environment environments software application
    applications product products project projects pipeline pipelines component components feature features data
    change changes deployment deployments release releases rollout rollouts deploys migration migrations
    maintenance upgrade upgrades incident incidents outage outages issue issues problem problems error errors
    failure failures mistake mistakes situation situations event events risk risks threat threats downtime
    disruption disruptions recurrence occurrence occurrences cause causes factor factors gap gaps weakness
    weaknesses vulnerability vulnerabilities bug bugs kind kinds type types sort sorts nature area areas aspect
    aspects level levels area detection response responses reaction recovery resolution mitigation prevention
    escalation escalations management change-management meeting meetings retrospective retrospectives postmortem
    postmortems post-mortem lessons lesson learnings experience expertise skills skill capability capabilities
    capacity resources resource priority priorities emphasis focus attention work room options option
    alternatives alternative possibilities possibility opportunities opportunity solutions solution ideas idea
    expectations goals goal quality date trust confidence mechanisms mechanism techniques technique models
    review-process qa launch launches production code-review shift shifts analysis assessment assessments
    investigation investigations report reporting reports impact model agent agents assistant assistants prompt
    prompts dataset datasets evaluation evaluations evals label labels labelling labeling annotation annotations
    frequency sync syncs"""
)
PLAIN = GLUE | _MODALS | _DEEDS | _QUALITIES | _THINGS
PROMISING = words(
    """improve improving improvement improvements enhance enhancing enhancement enhancements strengthen
    strengthening tighten tightening refine refining rework revisit revisiting rethink rethinking streamline
    streamlining formalise formalize evaluate evaluating explore exploring examine consider considering discuss
    reinforce better improved enhanced stronger tighter stricter clearer closer earlier sooner faster quicker
    smoother more-frequent increased increasing regular proactive proper thorough careful consistent adequate
    sufficient robust rigorous timely foster promote prioritise prioritize emphasis prevent avoid minimise
    minimize mitigate reduce optimise optimize intensify deepen greater boost bolster overhaul modernise
    modernize more invest learn up-to-date aligned alignment safer easier smarter leaner coordinated"""
)
"""Of these a promise needs one: what becomes better, or is to be looked at."""
