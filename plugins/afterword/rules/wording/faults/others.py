"""What others did not do, and what the writers never did, whichever verb tells it."""

from __future__ import annotations

import re

from afterword.rules.wording.faults.fault import Fault, Sign, is_supposed
from afterword.rules.wording.faults.open_ends import HAS_NEVER, THERE_WERE
from afterword.rules.wording.frames import has_local_reason
from afterword.rules.wording.gated import gated
from afterword.rules.wording.lexicon import words
from afterword.rules.wording.organisation import Organisation
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.subjects import Subject

_INDEFINITE = words("nobody anyone anybody everyone everybody noone no-one he she him her who whoever")
_ANY_VERB = gated(
    r"(?<![\w-])(?:did not|didn't|never|had not|hadn't) (?:\w+ly |ever |once |even )?(?P<verb>[a-z][a-z-]+)(?![\w-])"
)
_UNTIL = re.compile(
    r"\b(?:until|till|before (?:a|an|the) (?:user|customer|alert)|before(?=[.,;]|$)|any|again|anymore|further)\b"
)
_STATES = re.compile(
    r"(?:know|have|had|want|need|expect|like|find|found|see|saw|seen|get|got|receive|succeed|work|lose|lost|mind|"
    r"believe|"
    r"experience|suffer|recall|belong|own|stay|arrive|observe|hear|heard|result|reproduce|reach|happen|exist|change|"
    r"affect|"
    r"impact|cause|trigger|fail|crash|start|stop|restart|appear|seem|look|feel|fall|come|go|agree|ever|even|yet|just|"
    r"only|at|"
    r"in|on|the|a|an|to|be|been|need|support|allow|make|own|return|contain|depend|finish|complete|help|win|reply|"
    r"imagine|"
    r"dream|intend|mean|meant|regain|again|before|more|enough|not|once|actually|use|used|lie|live|do|did|done|hit|face|"
    r"encounter|anticipate a|attend|join|roll|page|upgrade|tell|pursue|accept|alter|modif(?:y|i)|touch|wish|choose|"
    r"chose|"
    r"confirm|publish|decide|prove|restore|recover|resume|replace|move|connect|push|deploy|disable|enable|run|ran|turn|"
    r"rule|suspect|hesitate|regret|consider|spend|spent|wait|leave|left|proceed|continue|merge|involve|switch|lock|cut|"
    r"give|gave|provide|send|sent|write|wrote|define|do|stop|include|add|set|perform|complete|remove|panic|implement|"
    r"apply|"
    r"cancel|close|pass|open|reject|approve|grant|hold|held|offer|sell|sold|charge|pay|paid|play|work\w*)(?:s|ed|d|ing)?$"
)
"""What somebody does not do without any blame: states, and what happens to them."""


def _other(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    """What others did not do, and what the writers never did, whichever verb tells it."""
    verb = found["verb"]
    never = found[0].startswith("never")
    if subject.kind not in (("person", "we") if never else ("person",)) or _STATES.match(verb):
        return None
    if (
        subject.text.lower() in _INDEFINITE
        or is_supposed(sentence, found.start())
        or has_local_reason(sentence, found.end())
    ):
        return None
    if never and HAS_NEVER.search(sentence.low, 0, found.start()):
        return None
    if THERE_WERE.search(sentence.low, 0, found.start()):
        return None
    if _UNTIL.search(sentence.low, found.end()) or sentence.words & {"so", "why", "whether"}:
        return None
    return Fault(*found.span(), subject, True, True)


NOT_BY_OTHERS = Sign(words("not never didn't hadn't"), _ANY_VERB, _other)
