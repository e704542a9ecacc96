"""What a call for care is made of, as the words of patterns: care, more of it, how, the rules, what is done."""

from __future__ import annotations

CARE = (
    r"(?:care|caution|diligence|attention|vigilance|discipline|rigou?r|awareness|thoroughness|focus|scrutiny|"
    r"mindfulness|"
    r"alertness|patience|consideration|responsibility|accountability|ownership|transparency|openness|thought|"
    r"consistency|"
    r"prudence|urgency|haste|emphasis|adherence|respect|commitment|seriousness|eyes|honesty|curiosity|humility|"
    r"foresight|forethought|deliberation|precision|"
    r"sense of (?:urgency|ownership|responsibility))(?! (?:heads?|layers?|weights?|scores?|mechanisms?|window|span))"
)
MORE = (
    r"(?:more|greater|extra|better|closer|increased|additional|improved|higher|renewed|constant|stricter|tighter|less|"
    r"stronger|enhanced|heightened|continued|special|particular|due|utmost)"
)
HOW = (
    r"(?:carefully|closely|thoroughly|diligently|rigorously|cautiously|attentively|conscientiously|seriously|"
    r"consistently|proactively|strictly|responsibly|deliberately|mindfully|vigilantly|critically|openly|actively|"
    r"thoughtfully|patiently|honestly|clearly|often|frequently|regularly|quickly|intensively|consciously)"
)
FULL = (
    r"(?:carefully|thoroughly|diligently|rigorously|properly|seriously|attentively|responsibly|conscientiously|"
    r"in a timely manner|in good time|with (?:due |great |the necessary |utmost )?(?:care|caution|diligence))"
)
RULES = (
    r"(?:docs?|documentation|manuals?|runbooks?|playbooks?|guidelines?|guides?|release notes|changelogs?|instructions?|"
    r"warnings?|alerts?|rules?|polic(?:y|ies)|process(?:es)?|procedures?|checklists?|freezes?|conventions|"
    r"standards|diffs?|"
    r"best practices|protocols?|escalation paths?|deadlines?|plans?)"
)
OF_RULES = rf"(?:the |our |all |every |any |each |agreed |established |existing )*(?:[\w-]+ ){{0,2}}?{RULES}"
ACTS = (
    r"(?:look|read|check|test|review|verify|monitor|plan|follow|communicat|document|watch|inspect|validat|"
    r"coordinat|listen|"
    r"think|study|examin|vet|work|collaborat|talk|discuss|shar|escalat|rais|announc|deploy|releas|merg|roll|"
    r"handl|treat|"
    r"act|respond|react|declar|prepar|question|challeng|observ|label|annotat|involv|engag|consult|report|tak|"
    r"keep|speak|"
    r"inform|updat|manag|scrutini[sz]|analy[sz]|ask|writ|introduc|chang|touch|edit|copy|investigat|consider|"
    r"assess|learn)"
    r"(?:e|es|s|ing|ning|ting|ping|ies)?"
)
ACTED = (
    r"(?:declared|communicated|reviewed|checked|tested|read|announced|escalated|discussed|documented|planned|followed|"
    r"double-checked|monitored|watched|handled|treated|taken|done|verified|questioned|vetted|shared|raised|"
    r"reported|looked "
    r"(?:at|into)|considered|examined|prepared|coordinated|merged|released|deployed|performed|carried out|"
    r"scrutini[sz]ed)"
)
