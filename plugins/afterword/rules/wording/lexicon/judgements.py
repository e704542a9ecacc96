"""Words that rate, activities of people that a lack of is held against, and the technical words that look like them."""

from __future__ import annotations

SURE = (
    r"careless(?:ly|ness)?|negligent(?:ly)?|gross negligence|negligence|reckless(?:ly|ness)?|slopp(?:y|ily|iness)|stupid(?:ly|ity)|laziness|irresponsib(?:le|ly)|"
    r"incompeten(?:t|tly|ce|cy)|inexcusabl[ey]|shoddy|amateurish|unprofessional(?:ly)?|blunders?|boneheaded|idiotic|idiots?|disgraceful|shameful(?:ly)?|"
    r"complacen(?:t|cy)|cavalier|thoughtless(?:ly)?|lackadaisical|clueless|unforgivable|slapdash|half-baked|half-assed|ill-advised|misguided|short-?sighted|"
    r"overconfiden(?:t|ce)|arrogan(?:t|ce)|ineptitude|dereliction|malpractice|mismanagement|rookie (?:mistake|error|move)|beginner's (?:mistake|error|blunder)|cowboy|"
    r"ignorance|pathetic|lack of (?:care|discipline|professionalism|diligence|common sense|judge?ment|responsibility)"
)
"""Words that rate whatever they stand with."""
UNSURE = (
    r"stupid|lazy|foolish(?:ly)?|rushed|lax|haphazard(?:ly)?|dumb|silly|embarrassing|hasty|hastily|naive|naïve|inept|inattentive|inexperienced|unqualified|ignorant|"
    r"unwise|imprudent|neglectful|crazy|insane|absurd|gonzo"
)
"""Words that rate people and their acts, and say something else of machines."""
_OF_PEOPLE = (
    r"decisions?|practices?|judge?ment|choices?|management|planning|communication|coordination|leadership|discipline|habits?|workmanship|"
    r"attitude|engineering|preparation|reasoning|oversight|supervision|team ?work|process discipline|security practices?|hygiene|thinking|culture"
)
JUDGED_ACTS = (
    rf"(?:bad|poor|wrong|terrible|awful|horrible|questionable|dangerous|foolish|stupid|lazy|unwise|lax|weak|risky|reckless|irresponsible|baffling|crazy|silly|dumb|hasty|naive|sloppy|rushed)(?: and \w+)?(?: (?:[\w-]+ )?)(?:{_OF_PEOPLE})|"
    r"(?:was|were|been) (?:such |really |just |clearly |obviously |also )?an? (?:very |really )?(?:bad|poor|terrible|awful|horrible|stupid|dumb|silly|wrong) (?:idea|call|move|job)|(?:our|my|their) (?:bad|poor|wrong) (?:idea|call|assumptions?)|"
    r"(?:silly|stupid|dumb|foolish|embarrassing|careless|basic|elementary|avoidable|unforced|inexcusable) (?:mistakes?|errors?|oversights?|blunders?|slips?)"
)
ADVERBS = (
    r"(?:badly|poorly|terribly|carelessly|hastily|haphazardly|inadequately|insufficiently|improperly|sloppily|awfully|negligently) "
    r"(?:and \w+ly )?(?:executed|planned|tested|reviewed|communicated|coordinated|managed|handled|refactored|written|prepared|documented|thought[- ]out|thought[- ]through|designed|"
    r"conceived|vetted|researched|trained|supervised|organi[sz]ed|run|done|timed|checked|maintained|engineered|implemented|scoped|staffed|understood)"
)
TECHNICAL_AFTER = frozenset(
    """load loads loaded loading loader evaluation eval initialization initialisation init db lookup lookups import imports mode bayes
    terminal gateway request requests config configs configuration node nodes data state states row rows block blocks checksum sector deploy
    release build host hosts bit bits query queries script scripts image images pointer input inputs file files packet packets
    response responses url path key keys value values record records table cache disk delete deletion join fetch field fields retry
    retries limit limits proxy connection string strings name names algorithm approach-to implementation estimator sampler baseline
    default defaults policy policies sudo permissions tls ssl cert certificate certs module modules component components
    attribute propagation object objects version versions consistency expiry quota quotas hour hours propagation sharding binding""".split()
)
"""Nouns before which `lazy`, `bad`, `dumb`, `naive` or `lax` is a technical word."""

ACTIVITIES = (
    r"(?:pre-?launch |pre-?release |end-to-end |load |integration |manual |regression |user |acceptance |internal |security |code |peer |change |risk |incident |cross-team |technical |overall |"
    r"operational |staging |safety |legal |data |editorial |system |situational |proper |real |adequate |sufficient |early |prior |software |human |design |domain |project |program(?:me)? |quality )*"
    r"(?:testing(?: procedures?| practices?| process(?:es)?)?|reviews?|reviewing|communications?|planning|coordination|training|care|diligence|due diligence|awareness|supervision|oversight|"
    r"understanding|preparation|preparedness|management|discipline|attention|vetting|qa|quality assurance|follow-?up|follow-?through|foresight|rigou?r|practices?|procedures?|"
    r"leadership|ownership|accountability|consideration|collaboration|teamwork|scrutiny|investigation|knowledge|expertise|experience|judge?ment|thought|funding|staffing decisions|"
    r"risk assessment|impact analysis|change management|change control|research|verification|handover|briefing|consultation|governance|focus|checking|maintenance|hygiene|process discipline|thoroughness|vigilance|curiosity)"
)
"""What people do, know or take care of, as the words of a pattern."""
