"""Regrets in other shapes: `better to have waited`, `was supposed to`, `with more care`, `a missed opportunity`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.rules.wording.counterfactuals.modals import SYSTEM_IF, Counterfactual
from afterword.rules.wording.frames import is_negated
from afterword.rules.wording.gated import gated, mask_of, triggers_of
from afterword.rules.wording.organisation import Organisation
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.subjects import Subject, subject_of

_ACT = (
    r"(?:care|attention|review|reviews|reviewing|planning|testing|preparation|communication|coordination|diligence|"
    r"thought|"
    r"foresight|caution|vigilance|discipline|training|rehearsal|collaboration|investigation|research|practice|"
    r"scrutiny|"
    r"oversight|supervision|experience|patience|transparency|documentation|due diligence|peer review|code review)"
)
_CARE = gated(
    rf"(?<![\w-])(?:with|given) (?:(?:an?|the|some|bit|little|lot|of|more|better|greater|proper|adequate|sufficient|"
    rf"closer|"
    rf"careful|thorough|earlier|enough|prior|good|due|additional|further|extra) )+(?:[\w-]+ )?{_ACT}\b[^.;]{{0,60}}?"
    rf"\b(?:would|could|might)(?:n't| not| never| \w+ly)* have\b|"
    rf"\b(?:would|could|might)(?:n't| not| never| \w+ly)* have\b[^.;]{{0,50}}? with (?:(?:an?|some|bit|little|of|"
    rf"more|better|"
    rf"greater|proper|closer|careful|thorough|earlier|adequate|sufficient) )+(?:[\w-]+ )?{_ACT}(?!\w)|"
    rf"(?<![\w-])(?:more|better|earlier|closer|proper|careful|thorough|adequate|sufficient|greater|additional|(?:a )?"
    rf"(?:more |better )(?:careful|thorough|detailed|rigorous|cautious)) (?:[\w-]+ )?{_ACT}(?: [\w-]+){{0,5}}? "
    rf"(?:would|could|might|should)(?: \w+ly| also| well)* have\b",
    "would could might should wouldn't couldn't",
    "care attention review reviews reviewing planning testing preparation communication coordination diligence thought "
    "foresight caution vigilance discipline training rehearsal collaboration investigation research practice scrutiny "
    "oversight supervision experience patience transparency documentation",
)
_PERSON = (
    r"(?:engineers?|developers?|reviewers?|operators?|teams?|person|people|someone|maintainers?|admin\w*|managers?|"
    r"responders?|colleagues?|technicians?|pilots?|driver|professional|expert|programmers?|testers?|organi[sz]ation|"
    r"company|vendor|provider)"
)
_ANYBODY = gated(
    rf"(?<![\w-])(?:an?|any|most|every) (?:(?:more|less|better|\w+ly) )*(?:(?:careful|attentive|competent|"
    rf"experienced|trained|"
    rf"cautious|diligent|thorough|reasonable|sensible|half-decent|decent|responsible|skilled|senior|good|qualified|"
    rf"prepared|"
    rf"alert|sane|second) )*{_PERSON} would (?:\w+ly |surely |also |at least )?(?:have|never have|not have|"
    rf"know)\b(?! had to\b)",
    "would",
    "any most every a an",
    "have know",
)
_BETTER_OFF = gated(
    r"(?<![\w-])(?:(?:we|i|they|he|she|it|this|that) (?:would|might|may|could)(?:'ve| have) (?:been |done )"
    r"(?:much |far |a lot |so much )?(?:better|best|wiser|smarter|safer|more (?:prudent|sensible|careful|"
    r"appropriate))"
    r"(?! than (?:the|a|an)\b)|(?:we|i|they|he|she)'d have (?:been|done) better|"
    r"(?:far |much )?better to have (?!(?:been|an?|the|one|two|some|more|no|any|our|such)\b)[\w-]+|"
    r"(?:it )?would have been (?:\w+ )?(?:prudent|wise|better|best|"
    r"sensible|"
    r"advisable|preferable|nice|good|ideal|helpful)(?: \w+){0,6}? to have (?!an?\b|the\b|some\b|more\b|two\b|logs\b)"
    r"(?:\w+ly )?(?:\w+ed|done|gone|had|kept|run|sent|split|taken|told|begun|chosen|held|made|put|read|set|"
    r"written)\b|would have done well to|"
    r"would have preferred (?:that )?(?:we|they|the team)|(?:what )?(?:we|they|i|he|she) (?:should|"
    r"could) have done(?! so)|"
    r"(?:the )?(?:right|correct|proper|sensible|obvious|better|best|safer|wiser|smart) (?:thing|move|call|choice|"
    r"course|"
    r"approach|option|decision|response|way|action|step)(?: (?:here|then|at (?:this|that) point|to do|for us|"
    r"of action))* "
    r"(?:would|might) have been)",
    "would might may could should better we'd i'd they'd he'd she'd would've could've should've",
    "have would've could've should've we'd i'd they'd he'd she'd 've",
)
_RIGHT_ONE = gated(
    r"(?<![\w-])(?:the |a )?(?:smarter|wiser|prudent) (?:thing|choice|move|"
    r"call|option|course|decision|approach)(?: (?:here|then|to do))? was to\b|would have been (?:the|"
    r"a) (?:\w+ )?"
    r"(?:smarter|better|right|safer|wiser|correct|sensible|best|proper|prudent|obvious|good|wise|"
    r"smart)(?: \w+)? (?:thing|choice|"
    r"move|call|option|course|decision|approach|way|idea|plan|solution)|if (?:i|we) could (?:do|start|go through|"
    r"run) (?:it|this|that|"
    r"things|everything)?(?: all)? ?(?:again|over)|(?:i|we)(?:'d| would| will|"
    r"'ll) (?:\w+ )?do (?:[\w'-]+ ){1,4}?(?:differently|another "
    r"way)|(?:never|not) should have (?!been able)[\w-]+",
    "smarter wiser prudent would could should differently another",
)
_CHANCE = gated(
    r"(?<![\w-])(?:(?:was|were|is|as|been) (?:an? |another |several |many |clearly )*(?:missed|lost|"
    r"wasted) (?:opportunit"
    r"(?:y|ies)|chances?)|missed (?:(?:an?|the|our|this|that|another|several|many|every|"
    r"one) )+(?:\w+ )?(?:opportunit(?:y|ies)"
    r"|chances?)|missing (?:an?|the|our|this|several) (?:\w+ )?(?:opportunit(?:y|ies)|chances?)|"
    r"had (?:two|three|four|five|every|ample|plenty of|several|many|multiple|enough|numerous) (?:opportunit(?:y|ies)|"
    r"chances?)(?: to)?(?= )|nothing (?:stopped|prevented|kept) (?:us|me|them|him|her|the (?:team|operators?|"
    r"engineers?|reviewers?|developers?|vendor)) from|"
    r"there was no (?:good |real )?(?:reason|excuse) (?:not to|for us|why we))(?!\w)",
    "opportunity opportunities chance chances nothing reason excuse warning warnings time notice reasons",
    "missed missing lost wasted had stopped prevented kept no",
)
_QUICK_LOOK = gated(
    r"(?<![\w-])(?:an?|one|even|even an?|just one|the) (?:(?:quick|simple|brief|cursory|single|phone|short|basic|"
    r"closer|"
    r"second|five-minute|careful|proper|thorough) (?:look|check|test|glance|call|question|read|review|search|message|"
    r"conversation|chat|e-?mail|test run|dry run|phone call|inspection|walkthrough|rehearsal|sanity check)|glance)"
    r"(?: [^.;,]{1,50}?)? (?:would|could|might) (?:\w+ly )?have\b",
    "would could might",
    "quick simple brief cursory single phone short basic closer second five glance careful proper thorough",
)
_WORK = gated(
    r"(?<![\w-])(?:rollback|review|testing|tests?|communications?|announcement|discussion|planning|rollout|"
    r"deployment|"
    r"maintenance|migration|decision|escalation|handover|training|documentation|verification|investigation|"
    r"notification|"
    r"release|upgrade|rehearsal|meeting|evacuation|failover|work|approval|change)(?: (?:of|to|for|with|"
    r"by) [^.;,]{1,40}?)? "
    r"(?:should|ought to)(?: not|n't| never| really| at least| also)* (?:'ve|have) (?:started|begun|happened|"
    r"taken place|come|"
    r"gone (?:out|ahead|live|in)|included|covered|involved|preceded|waited|stopped|ended there|been (?:more|better|"
    r"earlier|"
    r"sooner|clearer|first|part of|a (?:priority|requirement)|in place|standard))(?!\w)"
    r"(?! (?:automatic\w*|within|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|at \d|in \d|by|release|version)\b)",
    "should shouldn't ought",
    "started begun happened taken come gone included covered involved preceded waited stopped ended more better "
    "earlier sooner "
    "clearer first part priority requirement place standard",
)
_WISH = gated(
    r"(?<![\w-])(?:i|we|they|he|she) (?:really |now |only |all )?wish(?:ed)? (?:that )?(?:i|we|they|he|she|somebody|"
    r"someone|"
    r"the [\w-]+)(?: had|'d)(?!\w)|(?:i|we|they|he|she|you|somebody|someone|the team) (?:should|shouldn't)(?: not|"
    r" never)? have"
    r"(?=[.,;!]|$)(?<!than we should have)(?<!as we should have)",
    "wish wished should shouldn't",
)
_TAKEN = gated(
    r"(?<![\w-])(?:should|shouldn't|need|ought)(?: not|n't| never)* (?:to )?have (?:taken (?:us |me |them |the team |"
    r"anyone )?(?:so|this|that|as|too|nearly|more|over|\w+ (?:hours?|minutes?|days?|weeks?)|an? (?:hour|day|week|"
    r"outage|"
    r"customer|incident)|longer)|(?:had|needed) to\b|been (?:something|a (?:surprise|priority|no-brainer|red flag|"
    r"warning|"
    r"clue|hint)|the first|obvious|clear to|aware|more|better|less|quicker|faster|clearer|able to (?:see|tell|spot|"
    r"notice|"
    r"catch|foresee|predict)|possible|on (?:top of|our)|in place|part of|done|our|standard|common|second nature|"
    r"an? (?:alarm|signal|trigger|reason)))\b",
    "should shouldn't need ought",
    "have",
)
_NEVER = gated(
    r"(?<![\w-])(?:(?:this|that|it|they|these|which|the [\w-]+) )?(?:should not|shouldn't|should never|ought not to|"
    r"ought "
    r"never to) have (?:been (?:allowed|permitted|left|done|made|merged|approved|released|shipped|deployed|"
    r"used|enabled|accepted|given|trusted|assumed|ignored|changed|removed|skipped)|relied|assumed|"
    r"trusted|"
    r"happened|let|gone|made|come to this|waited)\b",
    "should shouldn't ought",
    "have",
)
_MIGHT = gated(
    r"(?<![\w-])(?:might|may|could)(?: well| easily| \w+ly| even)* (?:have |'ve )(?:avoided|prevented|caught|noticed|"
    r"spotted|"
    r"saved|stopped|foreseen|anticipated|averted|detected|found|discovered|reali[sz]ed)\b(?! by an?)",
    "might may could",
    "have might've could've",
)


_SHAPES = (_CARE, _ANYBODY, _BETTER_OFF, _RIGHT_ONE, _CHANCE, _QUICK_LOOK, _WORK, _WISH, _TAKEN, _NEVER)
_SAID_OF_SYSTEMS = frozenset(each.pattern for each in (_CHANCE, _TAKEN, _NEVER))
_SHOULD_OR_HAD = re.compile(r"\b(?:should|shouldn't|ought|need|had|missed|was|were)\b(?:.* been (?P<passive>\w+ed)\b)?")
_ASKED_IF = re.compile(r"\b(?:if|whether) (?:an? |the )?$|^[\W_]*having (?:an?|the|some|more) [^,;]*$")
REGRET_WORDS, REGRETS = triggers_of(*_SHAPES, _MIGHT), mask_of(*_SHAPES, _MIGHT)


def regrets_in(sentence: Sentence, organisation: Organisation) -> Iterator[Counterfactual]:
    """Regrets of people, whatever their shape."""
    for pattern in _SHAPES:
        for found in pattern.finditer(sentence):
            if not is_negated(sentence, found.start()) and not _is_of_a_system(sentence, found, organisation):
                yield Counterfactual(*found.span(), Subject("bare"))
    for found in _MIGHT.finditer(sentence):
        subject = subject_of(sentence, found.start(), organisation)
        if subject.is_person and not SYSTEM_IF.search(sentence.low) and not _is_guess(found[0]):
            yield Counterfactual(*found.span(), subject)


def _is_of_a_system(sentence: Sentence, found: re.Match[str], organisation: Organisation) -> bool:
    """Whether a system had the chance or was to behave, or the sentence only asks whether it would have helped."""
    if _ASKED_IF.search(sentence.low, 0, found.start()):
        return True
    modal = _SHOULD_OR_HAD.search(found[0])
    if modal is None or found[0].endswith("something") or found.re not in _SAID_OF_SYSTEMS or modal["passive"]:
        return False
    return subject_of(sentence, found.start() + modal.start(), organisation).kind in ("system", "outsider")


def _is_guess(said: str) -> bool:
    """Whether it is a guess at what happened: `we may have found the bug`."""
    return said.startswith("may ") and re.search(r"(?:avoided|prevented|averted|stopped|saved)$", said) is None
