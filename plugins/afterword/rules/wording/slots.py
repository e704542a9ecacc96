"""What fills the gaps of a question: who acted, what was done or left undone, what came of it.

Only what certainly reads as English fills a gap. Roles, outcomes and things come from closed lists; what is taken from
the sentence stands in backticks, and is a whole clause of a known shape. In doubt there is no filling, and the question
is asked without it.
"""

from __future__ import annotations

import re

from afterword.rules.wording.frames import clause_after
from afterword.rules.wording.lexicon import words
from afterword.rules.wording.lexicon.functions import AUXILIARIES, CONJUNCTIONS, PREPOSITIONS, is_adverb
from afterword.rules.wording.lexicon.names import GIVEN_NAMES
from afterword.rules.wording.lexicon.people import is_role
from afterword.rules.wording.quoting import LONGEST, WITHIN_NUMBER, clean, phrase, shown
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.subjects import Subject

__all__ = [
    "NOBODY_NAMED", "OUTCOMES", "action_after", "clause_end", "clause_from", "names_somebody", "outcome_in",
    "participle_after", "phrase", "role_in", "tells", "thing_after", "verb_after",
]  # fmt: skip

NOBODY_NAMED = "those involved"
_DETERMINER = re.compile(r"^(?:one of )?(?:the|an?|our|some|several|its|their|my|his|her|this|that|these|those) ")
_FIELDS = words(
    """on-call data product platform support search ranking release security network storage database infrastructure
    billing payments prompt machine-learning ml ai evaluation labelling labeling operations incident change duty
    maintenance site reliability quality second first senior research software systems cloud frontend backend mobile
    customer care legal safety tools web traffic pipeline integration deployment edge identity content"""
)
"""Words before a role that say what sort it is, and no more."""
OUTCOMES = words(
    """outage incident failure disruption downtime interruption degradation loss leak breach exposure drop delay
    slowdown crash regression spike misrouting mix-up overcharge deletion misclassification bias drift corruption
    overflow lockout rejection latency backlog"""
)
_ACRONYMS = {word: word.upper() for word in words("ml ai sre sres qa llm")} | {"sres": "SREs"}
_NO_VERB = AUXILIARIES | CONJUNCTIONS | PREPOSITIONS | words("the a an this that these those it them us there")
_NO_END = CONJUNCTIONS | words(
    """it this that them these those so you your our their its his her my the a an me us such every each no not never of
    to for with from by at into than as which who whose whom when where while if because was were is are be been am
    has have had do does did will would can could should may might must i we he she they there very too"""
)
_TIME_AFTER = re.compile(
    r",? (?:(?:for|until|till|after|before|during|when|while|since|again|throughout|in time|at the|at that|at all|"
    r"twice|once|yesterday|today|earlier|immediately|if)\b|and [\w-]+ed\b).*$"
)
_TIME_OF_ACT = re.compile(r",? (?:if|when|while|before it|as soon as|instead of)\b.*$")
_COMPARING = re.compile(r"\b(?:better|sooner|faster|quicker|more|been)\b", re.IGNORECASE)
_STATES = words("been known had done had realised realized remembered thought been gone come got gotten happen")
_ASIDE = re.compile(r",? (?:until|till|despite|even though|although|in spite of|if|when|while|as)\b.*$")
_TELLS = re.compile(r"(?:that|how|what|which|where|whether) [\w'-]+ \S")
_THING = re.compile(r"(?:the|an?|our|its|their|all|both|two|three|one of|some) \S")


def role_in(subject: Subject) -> str:
    """The role as the sentence names it, in words that rate nobody; else words for those who are not to be named."""
    text = " ".join(subject.text.lower().split())
    determiner = _DETERMINER.match(text)
    if subject.kind != "person" or determiner is None:
        return NOBODY_NAMED
    *before, head = text[determiner.end() :].split() or [""]
    if not is_role(head) or not re.fullmatch(r"[a-z]+(?:-[a-z]+)*", head):
        return NOBODY_NAMED
    kept: list[str] = []
    for word in reversed(before):
        if word not in _FIELDS and not is_role(word):
            break
        kept.insert(0, word)
    one_of = "one of " if text.startswith("one of ") else ""
    return f"{one_of}the {' '.join(_ACRONYMS.get(word, word) for word in [*kept, head])}"


def outcome_in(subject: Subject) -> str:
    """What came of it: `lead to the outage` where an outcome is the subject, else `have this effect`."""
    head = subject.text.lower().split()[-1:]
    if subject.kind == "system" and head and head[0] in OUTCOMES:
        return f"lead to the {head[0]}"
    return "have this effect"


def action_after(sentence: Sentence, offset: int) -> str:
    """The words from `offset` to the end of the clause; empty where they are long, broken off or hang in the air."""
    action = clause_from(sentence, offset)
    low = action.lower().split()
    fits = 0 < len(action) <= LONGEST and action.isprintable() and not re.search(r"[\[\]{}<>|*_#\"“”•]|[.!?] ", action)
    if (
        not fits
        or names_somebody(action)
        or not action[0].isalpha()
        or low[-1] in _NO_END
        or {"you", "your"} & set(low)
    ):
        return ""
    return action


def names_somebody(text: str) -> bool:
    """Whether a name stands in it: a question is to carry no name further than the sentence does."""
    return "@" in text or not GIVEN_NAMES.isdisjoint(re.findall(r"[^\W\d_]+", text.lower()))


def clause_from(sentence: Sentence, offset: int) -> str:
    """The words from `offset` to the end of the clause, as people read them."""
    return clean(shown(sentence)[offset : clause_end(sentence, offset)]).strip(" ,;:")


def clause_end(sentence: Sentence, offset: int) -> int:
    """Where the clause from `offset` on ends; the signs within `09:40` and `3,400` end none."""
    end = offset + len(clause_after(sentence, offset).rstrip(" .!?*_,;:"))
    while within := WITHIN_NUMBER.match(sentence.low, end):
        end = within.end() + len(clause_after(sentence, within.end()).rstrip(" .!?*_,;:"))
    return end


def verb_after(sentence: Sentence, offset: int, *, points: bool = False) -> str:
    """What somebody was to do, as it stands after `to`: `re-enable the alarm`; empty where it is no such thing.

    Args:
        sentence: where it stands.
        offset: where its first word begins.
        points: whether a `this` or `it` in the middle may stay, as in a question right beside the sentence's own.
    """
    action = re.sub(r"^(?:to )?(?:bother to |even |also )?", "", action_after(sentence, offset))
    if offset == sentence.lead:
        action = action[:1].lower() + action[1:]
    action = _ASIDE.sub("", action)
    first, _, rest = action.partition(" ")
    is_verb = (
        re.fullmatch(r"[a-z]+(?:-[a-z]+)*", first)
        and first not in _NO_VERB
        and not first.endswith(("ed", "ing", "ly"))
        and not is_adverb(first)
    )
    hangs = not points and re.search(r"\b(?:it|them|this|that)\b", rest.lower())
    return action if is_verb and rest and not hangs and rest.split()[-1].lower() not in _NO_END else ""


def participle_after(sentence: Sentence, offset: int) -> str:
    """An act as it stands after `have`: `paged the data team`; empty for states, and where it is no whole."""
    act = _TIME_OF_ACT.sub("", action_after(sentence, offset))
    first = act.partition(" ")[0].lower()
    is_act = first not in _STATES and first not in _NO_VERB and len(act.split()) > 2 and not _COMPARING.search(act)
    return act if is_act and act.split()[-1].lower() not in _NO_END else ""


def tells(thing: str) -> bool:
    """Whether it is a clause, such as `that the alias moves`, and no noun."""
    return _TELLS.match(thing) is not None


def thing_after(sentence: Sentence, offset: int) -> str:
    """What was there to be seen: `the deprecation notice`, `how many stores use it`; empty where it is neither."""
    action = action_after(sentence, offset)
    if tells(action):
        return re.sub(r" and [\w-]+ed\b.*$", "", action)
    if not _THING.match(action):
        return ""
    thing = _TIME_AFTER.sub("", action)
    return thing if len(thing.split()) > 1 and thing.split()[-1].lower() not in _NO_END else ""
