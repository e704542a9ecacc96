"""The people of the settings, by every form in which a report writes them.

`Anna Kowalska` is also Anna, Kowalska, Anna K., A. Kowalska and AK; a login such as `tlee` is written as listed, with
or without `@`. A form that means something else as well, as `Will` does, is weak: it counts only before what nothing
but a person does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from afterword.model.given_names import is_double, is_family, is_given, unaccented
from afterword.rules.wording.lexicon import words
from afterword.rules.wording.lexicon.names import PARTICLES
from afterword.rules.wording.sentences import Sentence

_TOKEN = re.compile(r"\w[\w'+-]*|[^\w\s]")
_LETTERS = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*\Z")
_ABBREVIATIONS = words(
    """ad ai am api as at aws ba bi bq br ca cd ci cpu cs cto db dc dd de dl dm dns do ds em eu gb gcp go gpu ha hr http
    ic id if in io ip is it js kb lb llm lt mb me ml ms mr my na ng no np ns oom on or os pc pd ph pm pr prod qa qc qps
    ra rc rca rds re ro rpc rr sa sd sdk se sg si sla sli slo so sp sql sre ssh st tb td tf to ts tv ui uk un up us utc
    ux va vm vp vs we"""
)
"""What two or three capital letters mean otherwise."""


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing a listed person.

    Attributes:
        tokens: its words in small letters, without accents.
        capitals: `any` for logins, `first` where each word has a capital, `all` for initials.
        weak: whether it means something else as well.
    """

    tokens: tuple[str, ...]
    capitals: str = "first"
    weak: bool = False


@dataclass(frozen=True)
class KnownPeople:
    """All forms, by their first word; the longest first."""

    forms: Mapping[str, tuple[Form, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, people: Iterable[str]) -> KnownPeople:
        """From the names and handles as the settings spell them."""
        by_first: dict[str, set[Form]] = {}
        for each in people:
            for form in _forms(each.strip().lstrip("@")):
                by_first.setdefault(form.tokens[0], set()).add(form)
        return cls(
            {
                first: tuple(sorted(forms, key=lambda form: (-len(form.tokens), form.weak, form.tokens, form.capitals)))
                for first, forms in sorted(by_first.items())
            }
        )

    @cached_property
    def words(self) -> frozenset[str]:
        """Words of which one stands in every sentence with one of the people."""
        return frozenset(word for first in self.forms for word in re.findall(r"[^\W\d_]+", first))

    def at(self, sentence: Sentence, place: int) -> tuple[int, bool]:
        """How many tokens the person at `place` takes, 0 for none, and whether the form is weak."""
        first = unaccented(sentence.tokens[place].text.removesuffix("'s"))
        for form in self.forms.get(first, ()):
            if _stands(sentence, place, form):
                return len(form.tokens), form.weak
        return 0, False


def _stands(sentence: Sentence, place: int, form: Form) -> bool:
    after = place + len(form.tokens)
    if after > len(sentence.tokens):
        return False
    for token, wanted in zip(sentence.tokens[place:after], form.tokens, strict=True):
        raw = sentence.passage.masked[sentence.start + token.start : sentence.start + token.end]
        raw = raw.removesuffix("'s").removesuffix("’s")
        if unaccented(raw) != wanted:
            return False
        if form.capitals == "all" and not raw.isupper():
            return False
        if form.capitals == "first" and raw[:1].islower() and wanted not in PARTICLES and "'" not in wanted[:2]:
            return False
    return True


def _forms(name: str) -> Iterable[Form]:
    parts = tuple(unaccented(each) for each in _TOKEN.findall(name))
    if not parts:
        return
    if len(parts) == 1:
        written = "first" if name[:1].isupper() else "any"
        yield Form(parts, written, weak=is_double(name))
        return
    yield Form(parts, "first" if name[:1].isupper() else "any")
    own = [each for each in parts if each not in PARTICLES]
    spelled = [each for each in name.split() if each[:1].isupper() or each[1:2] in ("'", "’")]
    if len(spelled) < 2 or len(own) != len(spelled) or not all(_LETTERS.match(each) for each in own):
        return
    given, family = own[0], own[-1]
    yield Form((given,), weak=is_double(given) and not is_given(given))
    yield Form((family,), weak=is_double(family) or not is_family(spelled[-1]))
    yield Form((given, family[0]))
    yield Form((given[0], ".", family))
    initials = "".join(part[0] for part in own)
    if initials not in _ABBREVIATIONS:
        yield Form((initials,), "all", weak=True)
