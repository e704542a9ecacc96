"""What sort of thing a noun or a pronoun means: the types by which words are blame or are not.

- Pronouns: `I` and `we` are `we`, `you` is `you`, `they` is `they`; `he`, `she`, `someone`, `nobody` and `who` are a
  `person`.
- The settings come before any list: people, teams, roles and the organisation's name are a `person`.
- Role nouns are a `person`, whichever work they do: on call, reliability, data science, labelling, prompts, a vendor's
  team. A few also mean things: after a technical word, as in `package manager` or `identity provider`, they are a
  `system`.
- Users, customers and attackers are an `outsider`: what they do is no fault of the organisation's people.
- A given name with a capital, and a surname after one, is a `person`.
- Everything else is a `system`: services, alerts, a model, an agent, and every noun that no list knows.
"""

from __future__ import annotations

from typing import Literal

from afterword.rules.wording.lexicon import words
from afterword.rules.wording.lexicon.names import GIVEN_NAMES
from afterword.rules.wording.lexicon.people import (
    FIRST,
    INDEFINITE,
    SECOND,
    TECHNICAL_BEFORE,
    THEY,
    THIRD,
    WEAK_ROLES,
    is_outsider,
    is_role,
    singular,
)
from afterword.rules.wording.lexicon.twofold import ASSISTANTS
from afterword.rules.wording.organisation import Organisation

_SERVING = words(
    "support service customer helpdesk desk sales call-centre call-center centre center travel field human"
)
"""What stands before an agent who is a person."""
_LEADING = words(
    "team project engineering group squad shift tech company business managing chief senior copy section guest"
)
"""What stands before a leader or an editor who is a person: alone, they are a replica or a program."""
_OWNED = words("data service system product process code risk model dataset feature budget incident")
"""What an owner who is a person answers for: that of a file or a lock is an account."""
NounKind = Literal["we", "you", "they", "person", "outsider", "system"]


def kind_of_pronoun(word: str) -> Literal["we", "you", "they", "person"] | None:
    """What a personal pronoun means; None for any other word."""
    if word in FIRST:
        return "we"
    if word in SECOND:
        return "you"
    if word in THEY:
        return "they"
    return "person" if word in THIRD or word in INDEFINITE else None


def kind_of_noun(word: str, before: str, phrase: str, raw: str, organisation: Organisation) -> NounKind:
    """What a noun means.

    Args:
        word: the noun in small letters.
        before: the word before it.
        phrase: the noun with up to two words before it, for names of several words.
        raw: the noun as written.
        organisation: the organisation's own names.
    """
    pronoun = kind_of_pronoun(word)
    if pronoun:
        return pronoun
    if word.startswith("@") or organisation.is_person(word) or organisation.ends_with_person(phrase):
        return "person"
    if word == "copilot" and raw == "Copilot":
        return "system"
    if raw in ("PM", "PMs", "TPM", "EM", "TL") or (word in ("hire", "hires") and before == "new"):
        return "person"
    if word in ("owner", "owners") and before in _OWNED:
        return "person"
    if word in ("agent", "agents") and before in _SERVING:
        return "person"
    if word in ("manager", "managers", "lead", "leads") and before in ("release", "build", "incident"):
        return "person"
    if word in ("leader", "editor") and before not in _LEADING:
        return "system"
    if word in ("group", "groups") and before == "security":
        return "system"
    if is_role(word):
        weak = singular(word) in WEAK_ROLES or word in WEAK_ROLES
        return "system" if weak and before in TECHNICAL_BEFORE else "person"
    if is_outsider(word):
        return "outsider"
    if raw[:1].isupper() and word in GIVEN_NAMES and word not in ASSISTANTS:
        return "person"
    if word in ("colleagues", "others") or (before[:1].isalpha() and raw[:1].isupper() and before in GIVEN_NAMES):
        return "person"
    return "system"
