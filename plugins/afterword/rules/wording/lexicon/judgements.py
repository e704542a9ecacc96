"""Words that rate, activities of people that a lack of is held against, and the technical words that look like them."""

from __future__ import annotations

from afterword.rules.wording.lexicon import words

SURE = (
    r"careless(?:ly|ness)?|negligent(?:ly)?|gross negligence|negligence|reckless(?:ly|ness)?|slopp(?:y|ily|iness)|"
    r"stupid(?:ly|ity)|laziness|irresponsib(?:le|ly)|"
    r"incompeten(?:t|tly|ce|cy)|inexcusabl[ey]|shoddy|amateurish|unprofessional(?:ly)?|blunders?|boneheaded|idiotic|"
    r"idiots?|idiocy|not (?:doing|performing|exercising) (?:our |any |the )?due diligence|disgraceful|"
    r"shameful(?:ly)?|"
    r"complacen(?:t|cy)|cavalier|thoughtless(?:ly)?|lackadaisical|clueless|unforgivable|slapdash|half-baked|"
    r"half-assed|ill-advised|misguided|short-?sighted|"
    r"arrogan(?:t|ce)|ineptitude|dereliction|malpractice|mismanagement|rookie (?:mistake|error|"
    r"move)|beginner's (?:mistake|error|blunder)|cowboy|"
    r"ignorance|pathetic|lack of (?:care|discipline|professionalism|diligence|common sense|judge?ment|responsibility)"
)
"""Words that rate whatever they stand with."""
OF_MODELS = (
    r"(?:models?|agents?|assistants?|chatbots?|bots?|llms?|ai|classifiers?|rankers?|recommenders?|detectors?|"
    r"predictors?|networks?|detectors?|graders?|algorithms?|systems?|gpt|chatgpt|claude|gemini|copilot|llama)(?:-[\w.]+)?"
)
"""What decides, scores or answers and is no person."""
OUTPUTS = (
    r"(?:predictions?|scores?|probabilit(?:y|ies)|outputs?|answers?|calibrat\w+|confidences?|logits?|softmax|"
    r"classifications?|labels?|thresholds?|completions?)"
)
"""What a model gives, of which `overconfident` is a measure."""
UNSURE = (
    r"stupid(?:ly)?|lazy|foolish(?:ly)?|rushed|lax(?:ly)?|haphazard(?:ly)?|dumb|silly|embarrassing(?:ly)?|hasty|"
    r"hastily|"
    r"(?:naive|naïve|inept|inattentive)(?:ly)?|inexperienced|unqualified|ignorant(?:ly)?|"
    r"(?:unwise|imprudent|neglectful|insane|absurd)(?:ly)?|crazy|gonzo"
)
"""Words that rate people and their acts, and say something else of machines."""
_OF_PEOPLE = (
    r"decisions?|practices?|judge?ment|choices?|management|planning|communication|coordination|leadership|"
    r"discipline|habits?|workmanship|"
    r"attitudes?|execution|time management|timing|organi[sz]ation|scoping|estimation|work ethic|mindset|"
    r"follow-?through|"
    r"approach to \w+|handling|foresight|estimates?|engineering|preparation|reasoning|oversight|supervision|"
    r"team ?work|process discipline|"
    r"security practices?|hygiene|thinking|culture|programming|software design"
)
_WORKS = (
    r"documentation|strategy|process|procedures?|planning|communication|reviews?|response|rollout|release|handover|"
    r"decisions?|testing|management|coordination|training|preparation|plan|execution|"
    r"approach|choice|design review|supervision|oversight|leadership|handling|follow-?up|work|judge?ment|"
    r"performance of the team"
)
JUDGED_ACTS = (
    rf"(?:bad|poor|wrong|terrible|awful|horrible|questionable|dangerous|foolish|stupid|lazy|unwise|lax|weak|risky|"
    rf"reckless|irresponsible|baffling|crazy|silly|dumb|hasty|naive|sloppy|"
    rf"rushed|casual|cavalier|relaxed|complacent|careless|laissez-faire|messy|suboptimal|"
    rf"inadequate)(?: and \w+)?(?: (?!(?:error|exception|null|memory|input|retry|session|connection|signal|"
    rf"event|data|file|"
    rf"state|cache|resource|query|storage|power|traffic|load|service|process|time ?zone|string|request|key|secret|"
    rf"credential|version|dependency|configuration|log|cable|thread|queue)s? )(?:[\w-]+ )?)(?:{_OF_PEOPLE})|"
    r"(?:was|were|been) (?:such |really |just |clearly |obviously |also )?an? (?:very |really )?(?:bad|poor|"
    r"terrible|awful|horrible|stupid|dumb|silly|wrong) (?:idea|call|move|job)|(?:our|my|their) (?:bad|poor|"
    r"wrong) (?:idea|call|assumptions?)|"
    r"(?:did|done|doing|do) an? (?:\w+ )?(?:poor|bad|terrible|awful|lousy) job|"
    r"had the (?:bright|brilliant|genius) idea|(?:turned out to be|proved to be|proved) an? (?:very |really )?(?:bad|"
    r"terrible|stupid|awful) (?:idea|decision|choice|call)|worst (?:decision|mistake)s?|"
    r"(?:very|really|extremely|incredibly) (?:bad|poor|sloppy) (?:[\w-]+ ){0,2}?process(?:es)?|"
    r"(?:managed|handled|communicated|planned|tested|executed|coordinated|reviewed) (?:the |these |this |those |"
    r"our |their |its )(?:[\w-]+ ){1,2}(?:"
    r"ineffectively|incompetently|poorly|badly|carelessly|inadequately)|"
    r"(?:poor|bad|weak|flawed|terrible|sloppy|chaotic|misguided|unwise|short-?sighted) (?:release|communications?|"
    r"testing|rollout|planning|deployment|migration|upgrade|project|review|training|launch|staffing) (?:strategy|"
    r"plans?|"
    r"approach|policy)|"
    r"an? unforced error|(?:glaring|gross|egregious|blatant) (?:oversights?|mistakes?|omissions?|errors?|failures?|"
    r"lapses?)|"
    r"(?:not |never |hardly )(?:\w+ )?(?:well[- ]thought[- ](?:out|through)|thought (?:out|through)|well (?:planned|"
    r"coordinated|communicated|prepared|managed|handled|tested|reviewed))|ill-conceived|"
    rf"(?:{_WORKS})(?: \w+)? (?:was|were|is|are|has been|had been) (?:(?:just|so|too|very|really|rather|quite|"
    rf"simply|also|a bit|clearly|\w+ly) )*(?:terrible|poor|awful|horrible|chaotic|superficial|inadequate|"
    rf"insufficient|lacking|"
    rf"lousy|abysmal|naive|laughabl\w+(?: \w+)?|disorgani[sz]ed|half-hearted|not good enough|sub-?par|deficient|"
    rf"inept|unprofessional|a mess|"
    rf"pathetic)|"
    r"(?:silly|stupid|dumb|foolish|rushed|hasty|embarrassing|careless|basic|elementary|avoidable|unforced|"
    r"inexcusable) (?:mistakes?|errors?|oversights?|blunders?|slips?)"
)
ADVERBS = (
    r"(?:badly|poorly|terribly|carelessly|hastily|haphazardly|inadequately|insufficiently|improperly|sloppily|"
    r"awfully|negligently) "
    r"(?:and \w+ly )?(?:executed|planned|tested|reviewed|communicated|coordinated|managed|handled|refactored|"
    r"written|prepared|documented|thought[- ]out|thought[- ]through|designed|"
    r"conceived|vetted|researched|trained|supervised|organi[sz]ed|run|done|timed|checked|maintained|engineered|"
    r"implemented|scoped|staffed|understood)"
)
TECHNICAL_AFTER = words(
    """load loads loaded loading loader evaluation eval initialization initialisation init db lookup lookups import
    imports mode bayes terminal gateway request requests config configs configuration node nodes data state states
    row rows block blocks checksum sector deploy release build host hosts bit bits query queries script scripts
    image images pointer input inputs file files packet packets response responses url path key keys value values
    record records table cache disk delete deletion join fetch field fields retry retries limit limits proxy
    connection string strings name names algorithm approach-to implementation estimator sampler baseline default
    defaults policy policies sudo permissions tls ssl cert certificate certs module modules component components
    attribute propagation object objects version versions consistency expiry quota quotas hour hours propagation
    sharding binding"""
)
"""Nouns before which `lazy`, `bad`, `dumb`, `naive` or `lax` is a technical word."""

ACTIVITIES = (
    r"(?:pre-?launch |pre-?release |end-to-end |load |integration |manual |regression |user |acceptance |internal |"
    r"security |code |peer |change |risk |incident |cross-team |technical |overall |"
    r"operational |staging |safety |legal |data |editorial |system |situational |proper |real |adequate |"
    r"sufficient |early |prior |software |human |design |domain |project |program(?:me)? |quality )*"
    r"(?:testing(?: procedures?| practices?| process(?:es)?)?|reviews?|reviewing|communications?|planning|"
    r"coordination|training|care|diligence|due diligence|awareness|supervision|oversight|"
    r"understanding|preparation|preparedness|management|discipline|attention|vetting|qa|quality assurance|"
    r"follow-?up|follow-?through|foresight|rigou?r|practices?|procedures?|"
    r"leadership|ownership|accountability|organi[sz]ation|motivation|cohesion|commitment|urgency|professionalism|"
    r"transparency|openness|cooperation|"
    r"initiative|engagement|forethought|consideration|collaboration|teamwork|scrutiny|investigation|knowledge|"
    r"expertise|experience|judge?ment|thought|funding|staffing decisions|"
    r"risk assessment|impact analysis|change management|change control|research|verification|handover|briefing|"
    r"consultation|governance|focus|checking|maintenance|hygiene|process discipline|thoroughness|vigilance|"
    r"curiosity)"
)
"""What people do, know or take care of, as the words of a pattern."""
