"""What went wrong in somebody's hands: `accidentally deleted`, `by mistake`, `made an error`, `broke the build`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.rules.wording.faults.fault import Fault, Sign, is_supposed, person_only
from afterword.rules.wording.frames import clause_after, clause_before, has_local_reason, is_guarded_against
from afterword.rules.wording.gated import gated, mask_of
from afterword.rules.wording.lexicon import words
from afterword.rules.wording.lexicon.verbs import is_finite
from afterword.rules.wording.organisation import Organisation
from afterword.rules.wording.reasons import has_condition
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.subjects import Subject, doer_of
from afterword.rules.wording.subjects.after import agent_after

_ADVERB = gated(
    r"(?<![\w-])(?:mistakenly|accidentally|inadvertently|erroneously|unintentionally|unwittingly|unknowingly|"
    r"carelessly|blindly|incorrectly|wrongly|"
    r"improperly|recklessly|hastily|hurriedly|falsely|wrongfully|foolishly|stupidly|naively|prematurely)(?!\w)"
)
_PROMPTED = re.compile(
    r"\b(?:user|customer|client|student|patient|visitor|citizen)s? (?:had |simply |just |"
    r"also )*(?:prompted|asked|phrased|"
    r"worded|queried|instructed|used) (?:it|them|the [\w-]+|(?:their|his|her|its) [\w-]+)$"
)
"""A user who is said to have put the question to a model in the wrong way."""
_BY_MISTAKE = gated(r"\bby (?:mistake|accident)\b(?! of\b)|\bin error\b")
_MISTAKE = gated(
    r"(?<![\w-])(?:made|making|makes|committed)(?: \w+){0,4}?(?: \([^()]{1,40}\))? (?:mistakes?|errors?|blunders?|"
    r"slips?|oversights?|"
    r"false assumptions?|wrong assumptions?|bad calls?|missteps?|gaffe)(?!\w)"
    r"|(?<![\w-])reali[sz]ed (?:his|her|their|my|our) (?:mistake|error|blunder)(?!\w)"
)
_WRONG = gated(
    r"(?<![\w-])(?:ran|executed|typed|clicked|pressed|pushed|selected|chose|picked|used|deleted|removed|dropped|"
    r"deployed|entered|restarted|edited|changed|applied|"
    r"merged|copied|pasted|stopped|uploaded|sent|opened|connected|unplugged|pulled|cut|configured|set|"
    r"went)(?: \w+){0,3}? (?:on |to |in |against |into |from )?(?:the |a |an )?wrong(?!\w)"
)
_BROKE = gated(
    r"(?<![\w-])(?:broke|trashed|wrecked|nuked|caused(?= (?:the|this|an?|our|that|all) (?:\w+ ){0,2}?(?:outages?|"
    r"incidents?|issues?|problems?|failures?|downtime|breakage|errors?|mess)\b))(?= (?:an? |the|our|main|master|"
    r"prod\w*|staging|it|things|everything|all|this|that|your|my|both)\b)"
    r"(?! (?:[\w'-]+ ){1,5}?(?:into|apart|down|up|out|off|free|loose)\b)"
    r"(?! (?:\w+ )?(?:[\w-]+ )?(?:lock|deadlock|circuit|loop|glass|tie|cycle|silence|seal|chain|connection|link|news|"
    r"ice|record|contract|compatibility|"
    r"interface|format|symmetry|ground|even)\b)"
)
_NOMINAL = gated(
    r"(?<![\w-])(?:accidental|inadvertent|mistaken|erroneous|unintended|improper|incorrect|wrong|careless|premature|"
    r"botched|flawed|faulty|hasty|unintentional) (?:[\w-]+ ){1,6}?by (?P<who>(?:an?|the|our|one of|some|another)\b"
    r"[^.;,()]{1,40})"
)
_DID = re.compile(
    r" (?:had |has |have |then )?(?:[a-z-]+ed|did|ran|made|sent|put|left|took|cut|set|shut|broke|wrote|let|gave)\b"
)
"""What shows that the person after an adverb acts: `accidentally one of the members pushed`."""
_LUCKY = re.compile(
    r"discover|found|find|notic|help|sav|uncover|reveal|learn|spot|solv|fix|stumbl|hit on|caught|over-?provision"
)
"""What is no harm, though it was not meant."""
_TURNED_WELL = re.compile(
    r"\b(?:helped|saved|luckily|fortunately|thankfully a good|turned out (?:well|to help|to be useful|"
    r"for the better))\b"
)
_AFTERWARDS = re.compile(r"[.,;!)]|$| (?:and|but|which|so|before|after|when|in|on|at|during|without)\b")
"""What follows an adverb that stands after its verb: `launched the feature prematurely`."""
_BY_PERSON = re.compile(
    r"\bby (?P<who>(?:an?|the|our|one of|some|another|its|their|his|her|my|several|two|whoever|someone|"
    r"somebody)\b[^,;.()]{0,50}|us|me|him|her|them|you|[\w-]+)"
)


def _gap(after: str) -> int:
    """How many commas and blanks a text begins with."""
    return len(after) - len(after.lstrip(", "))


def _adverb(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    before = sentence.low[: found.start()].rstrip()
    after = re.match(r"\s*(?:and \w+ly |also |then |again )?([\w-]+)", sentence.low[found.end() :])
    verb = after[1] if after else ""
    passive = re.search(r"\b(?:was|were|been|being|be|is|are|got|gets)(?: \w+ly| also| not)*$", before) is not None
    if passive and not verb.endswith("ing"):
        return None
    if (
        subject.kind in ("system", "unknown")
        and _AFTERWARDS.match(sentence.low, found.end())
        and not re.search(r"\b(?:was|were|been|being|is|are|be|got) [^,;]{1,30}$", before)
    ):
        subject = doer_of(sentence, found.start(), organisation)
    if before.endswith(" by") and verb.endswith("ing"):
        subject = doer_of(sentence, found.start(), organisation)
    if subject.kind in ("bare", "unknown") and not verb.endswith("ing"):
        who = agent_after(sentence, found.end() + _gap(sentence.low[found.end() :]), organisation)
        if who.kind in ("we", "person") and _DID.match(sentence.low, who.end):
            return None if has_local_reason(sentence, who.end) else Fault(found.start(), who.end, who, who.is_mild)
    if _PROMPTED.search(before) and not verb and not is_supposed(sentence, found.start()):
        return Fault(*found.span(), Subject("outsider", "the user"), True)
    if subject.kind not in ("we", "you", "person") or is_supposed(sentence, found.start()):
        return None
    if not (is_finite(verb) or verb.endswith("ing")) and verb:
        return None
    if _LUCKY.match(verb) or _TURNED_WELL.search(sentence.low, found.end()):
        return None
    if has_condition(sentence, found.end()) or (has_local_reason(sentence, found.end()) and subject.is_mild):
        return None
    return Fault(found.start(), found.end() + (after.end() if after else 0), subject, subject.is_mild)


def _by_mistake(sentence: Sentence, found: re.Match[str], subject: Subject, organisation: Organisation) -> Fault | None:
    before = clause_before(sentence, found.start())
    if is_guarded_against(sentence, found.start()) or re.search(
        r"\b(?:to(?! (?:the|an?|our|all|its|their|his|her|some|\w+s)\b)|be|been|was|were|could|may|might|can|"
        r"not)\b[^,;]*$",
        before,
    ):
        return None
    doer = subject if subject.is_person else doer_of(sentence, found.start(), organisation)
    if found[0] == "in error" and not subject.is_person and doer.kind != "person":
        return None
    if not doer.is_person or has_condition(sentence, found.end()):
        return None
    return Fault(*found.span(), doer, doer.is_mild)


def by_agents(sentence: Sentence, organisation: Organisation) -> Iterator[Fault]:
    """A passive with an adverb of fault and a person after `by`: `was accidentally deleted by an engineer`."""
    if " by " not in sentence.low:
        return
    for found in _NOMINAL.finditer(sentence):
        who = agent_after(sentence, found.start("who"), organisation)
        if who.kind in ("person", "we", "you") and not (
            is_guarded_against(sentence, found.start()) or has_condition(sentence, who.end)
        ):
            yield Fault(found.start(), found.end(), who, who.is_mild)
    for found in _ADVERB.finditer(sentence):
        by = _BY_PERSON.search(clause_after(sentence, found.end()))
        if by is None or is_guarded_against(sentence, found.start()):
            continue
        who = agent_after(sentence, found.end() + by.start("who"), organisation)
        if who.kind in ("person", "we", "you") and not has_condition(sentence, who.end):
            yield Fault(*found.span(), who, who.is_mild)


_ADVERBS = words(
    """mistakenly accidentally inadvertently erroneously unintentionally unwittingly unknowingly carelessly blindly
    incorrectly wrongly improperly recklessly hastily hurriedly falsely wrongfully foolishly stupidly naively
    prematurely"""
)
MISTAKENLY = Sign(_ADVERBS, _ADVERB, _adverb)
BY_ACCIDENT = Sign(words("mistake accident error"), _BY_MISTAKE, _by_mistake)
MADE_A_MISTAKE = Sign(
    words(
        "mistake mistakes error errors blunder blunders slip slips oversight oversights assumption assumptions "
        "call calls misstep missteps gaffe"
    ),
    _MISTAKE,
    person_only,
)
WENT_WRONG = Sign(words("wrong"), _WRONG, person_only)
BROKEN = Sign(words("broke trashed wrecked nuked caused"), _BROKE, person_only)
AGENT_WORDS = _ADVERBS | words(
    """incorrect wrong careless premature botched flawed faulty hasty accidental inadvertent mistaken erroneous
    unintended improper unintentional"""
)
"""Words on which a person after `by` is looked for."""
BY_AGENTS = mask_of(_NOMINAL, _ADVERB)
