"""Where a name stands in a sentence, and how surely it is a person's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from afterword.model.given_names import MARKS, is_double, is_family, is_given, unaccented
from afterword.rules.wording.lexicon import words
from afterword.rules.wording.lexicon.names import NAMED_ROLES, SURNAMES, TITLES
from afterword.rules.wording.named.spelling import family_after, is_owning, is_thing, written
from afterword.rules.wording.organisation import Organisation
from afterword.rules.wording.prose import GAP
from afterword.rules.wording.sentences import Sentence

TIME = re.compile(r"\d{1,2}[:.h]\d{2}|\d{4}-\d\d-\d\d")
_EVERYBODY = words(
    """@all @here @channel @everyone @team @param @return @returns @media @import @override @property @deprecated
    @staticmethod @classmethod @dataclass @test @oncall @on-call"""
)
_LOGIN = re.compile(r"[a-z]{2,}\.[a-z]{3,}\Z")
_TOWNS = words("san santa santo st saint port fort los las el mount lake cape new north south east west")
"""Before a name that is a town's, as in San Francisco."""
_MARKED = words("decorator annotation macro directive attribute tag package scope")
"""Before an `@` that is no handle."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name among the tokens of a sentence.

    Attributes:
        first: the place of its first token.
        after: the place behind its last one.
        kind: `known` is one of the settings' people, `handle` an `@handle`, `titled` follows a title or a role,
            `given` begins with a given name, `weak` means something else as often.
        marks: what a weak name means otherwise.
    """

    first: int
    after: int
    kind: Literal["known", "handle", "titled", "given", "weak"]
    marks: frozenset[str] = frozenset()

    @property
    def is_sure(self) -> bool:
        """Whether it is a person's name wherever it stands."""
        return self.kind != "weak"


def is_timed(sentence: Sentence) -> bool:
    """Whether the sentence is an entry of a timeline: a time leads it, or the field is the timeline's."""
    field = sentence.passage.field
    if field[:1] == ("timeline",) and field[-1] == "what" and not sentence.start:
        return True
    return TIME.search(sentence.low, 0, sentence.lead) is not None


def names_at(sentence: Sentence, organisation: Organisation) -> Iterator[Name]:
    """The names in a sentence, in order; none overlaps another."""
    place, tokens, raw = 0, sentence.tokens, sentence.raw
    has_known = bool(organisation.known.forms)
    while place < len(tokens):
        token = tokens[place]
        # Most words begin with a small letter, where nothing but a login or one of the settings' people is a name.
        if place and raw[token.start].islower() and "." not in token.text and not has_known:
            place += 1
            continue
        name = name_at(sentence, place, organisation)
        if name is None:
            place += 1
        else:
            yield name
            place = name.after


def name_at(sentence: Sentence, place: int, organisation: Organisation) -> Name | None:
    """The name that begins at the token at `place`."""
    if place not in sentence.names:
        sentence.names[place] = _look(sentence, place, organisation)
    return sentence.names[place]


def _look(sentence: Sentence, place: int, organisation: Organisation) -> Name | None:
    token = sentence.tokens[place]
    if token.text[0] == "@":
        return _handle_at(sentence, place)
    length, is_weak = organisation.known.at(sentence, place)
    if length:
        marks = _marks_of(sentence, place) if is_weak else frozenset()
        return Name(place, place + length, "weak" if is_weak else "known", marks)
    raw = written(sentence, token)
    if not raw[:1].isupper():
        return _in_small_letters(sentence, place)
    if token.text in TITLES:
        return _after_title(sentence, place)
    if raw.isupper() and len(raw) > 1:
        return None
    if is_given(raw) and all(part[:1].isupper() for part in raw.split("-")):
        return _given_at(sentence, place)
    if is_double(raw) or unaccented(raw) in SURNAMES:
        return _weak_at(sentence, place)
    if _follows_role(sentence, place) and raw.isalpha() and not is_thing(sentence, place):
        return Name(place, family_after(sentence, place), "titled")
    return None


def _follows_role(sentence: Sentence, place: int) -> bool:
    """Whether a role in small letters stands right before, as in `our engineer Anna`."""
    before = sentence.tokens[place - 1] if place else None
    return before is not None and before.text in NAMED_ROLES and written(sentence, before)[0].islower()


def _handle_at(sentence: Sentence, place: int) -> Name | None:
    token = sentence.tokens[place]
    in_address = token.start and sentence.low[token.start - 1].isalnum()
    if place and sentence.tokens[place - 1].text in _MARKED:
        return None
    if len(token.text) < 3 or in_address or "/" in token.text or token.text in _EVERYBODY:
        return None
    return Name(place, place + 1, "handle")


def _in_small_letters(sentence: Sentence, place: int) -> Name | None:
    """A login such as `anna.kowalska`, and a given name that begins a sentence without a capital."""
    token = sentence.tokens[place]
    if "." in token.text and _LOGIN.match(token.text):
        given, _, family = token.text.partition(".")
        return Name(place, place + 1, "given") if is_given(given) and is_family(family) else None
    if place == 0 and is_given(token.text):
        return Name(place, place + 1, "weak", frozenset({"word"}))
    return None


def _after_title(sentence: Sentence, place: int) -> Name | None:
    tokens = sentence.tokens
    after = place + 1
    if after < len(tokens) and tokens[after].text == ".":
        after += 1
    if after >= len(tokens) or not written(sentence, tokens[after])[:1].isupper():
        return None
    return Name(place, family_after(sentence, after), "titled")


def _given_at(sentence: Sentence, place: int) -> Name | None:
    before = sentence.tokens[place - 1] if place else None
    after = family_after(sentence, place)
    if any(is_thing(sentence, at) for at in range(place + 1, after + 1)):
        return None
    if before is not None and before.text in _TOWNS and written(sentence, before)[:1].isupper():
        return None
    if (
        before is not None
        and not is_owning(sentence, after - 1)
        and (before.text in ("the", "a", "an", "in", "at", "of") or before.text[0] == GAP)
    ):
        return None
    return Name(place, after, "given")


def _weak_at(sentence: Sentence, place: int) -> Name | None:
    after = family_after(sentence, place)
    plain = unaccented(written(sentence, sentence.tokens[place]))
    if place and sentence.tokens[place - 1].text.isdigit():
        return None
    if is_thing(sentence, after - 1) and after > place + 1:
        return None
    if after > place + 1 and is_double(plain):
        last = written(sentence, sentence.tokens[after - 1])
        is_initial = len(last) == 1
        if is_initial or is_family(last):
            return Name(place, after, "given")
    marks = _marks_of(sentence, place)
    return Name(place, min(after, place + 2) if marks <= {"word"} else place + 1, "weak", marks)


def _marks_of(sentence: Sentence, place: int) -> frozenset[str]:
    """What a weak name means otherwise; `form` where no list knows it, as with initials."""
    plain = unaccented(written(sentence, sentence.tokens[place]))
    return (MARKS.get(plain, frozenset()) - {"person", "family"}) or frozenset({"form"})
