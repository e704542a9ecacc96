"""Things that are promised to become better, as the words of a pattern."""

from __future__ import annotations

THINGS = (
    r"(?:monitoring(?: and alerting)?|logging|metrics|dashboards?|instrumentation|error (?:handling|reporting|"
    r"messages)|notifications?|coverage|observability|alerting|alerts|testing(?: coverage)?|test coverage|tests|"
    r"documentation|docs|process(?:es)?|procedures?|practices?|communications?|coordination|collaboration|"
    r"training|tooling|tools|reliability|resilien(?:ce|cy)|stability|quality|robustness|availability|performance|"
    r"security|safety|safeguards|controls|code reviews?|reviews?|reviewing|planning|response|"
    r"incident (?:response|management|handling|process(?:es)?)|operational excellence|excellence|readiness|"
    r"preparedness|culture|awareness|understanding|visibility|governance|policies|policy|"
    r"runbooks?|playbooks?|onboarding|hand-?overs?|handoffs?|workflow|detection(?: mechanisms?| capabilit(?:y|ies)|"
    r" time)?|capabilities|capability|measures|systems?|infrastructure|efforts|methods|experience|discipline|"
    r"ownership|oversight|standards|guidelines|qa|"
    r"change management(?: processes| process)?|deployments?|rollouts?|release process|quality assurance|checks|"
    r"approach|how we [\w-]+|the way we [\w-]+|strategy|knowledge|skills|hygiene|rigou?r|efficiency|responsiveness)"
)
LOOSE = (
    r"(?:process(?:es)?|procedures?|practices?|communications?|coordination|collaboration|response|documentation|"
    r"docs|culture|training|management|handling|planning|excellence|awareness|handovers?)"
)
"""Things so loose that words of any sort may stand before them."""
PLAIN_FILL = (
    r"(?:(?:and|or|the|our|its|their|this|these|all|general|overall|existing|current|internal|better|team|"
    r"cross-team|company|more|some|both|testing|monitoring|alerting|code|incident|logging|quality|operational|"
    r"service|system|release|deployment) ){0,4}?"
)
FILL = r"(?:(?!\w+ed\b|(?:without|with|of|for|in|on|to|than|no|not)(?![\w-]))[\w/-]+ ){0,4}?"
