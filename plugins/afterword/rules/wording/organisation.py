"""The organisation's own names for people and its own phrases, from the settings, ready to be looked up."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from afterword.model.settings import Settings
from afterword.rules.wording.known_people import KnownPeople
from afterword.rules.wording.prose import flatten, vocabulary_of


@dataclass(frozen=True)
class Organisation:
    """What the settings say of the organisation, in small letters.

    Attributes:
        people: names and handles of people.
        known: the same people by every form in which a report writes them.
        groups: names of the organisation, its teams and roles: who acts under them is a person.
        names: what is done about names: `roles`, `error` or `off`.
        added: own phrases, by the code of the rule that finds them.
        removed: phrases that are left alone, each with the code it is taken from, or an empty text for all.
    """

    people: frozenset[str] = frozenset()
    known: KnownPeople = field(default_factory=KnownPeople)
    groups: frozenset[str] = frozenset()
    names: str = "roles"
    added: tuple[tuple[str, str, str], ...] = ()
    removed: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, settings: Settings) -> Organisation:
        """From the settings."""
        given = settings.organisation
        groups = [*given.names, *given.teams, *given.roles]
        spoken = [each.replace("-", " ") for each in (*given.teams, *given.roles)]
        return cls(
            people=frozenset(flatten(each).strip().lstrip("@") for each in given.people) - {""},
            known=KnownPeople.of(given.people),
            groups=frozenset(flatten(each).strip() for each in (*groups, *spoken)) - {""},
            names=settings.names,
            added=tuple((flatten(each.phrase).strip(), each.rule, each.reason) for each in given.phrases.add),
            removed=tuple((flatten(each.phrase).strip(), each.rule or "") for each in given.phrases.remove),
        )

    def is_person(self, phrase: str) -> bool:
        """Whether a phrase is one of the people or groups."""
        return phrase in self.groups or phrase.lstrip("@") in self.people

    def ends_with_person(self, phrase: str) -> bool:
        """Whether a phrase ends with one of them, as a word of its own."""
        return any(phrase == each or phrase.endswith(f" {each}") for each in self._all)

    def has_phrases(self, code: str) -> bool:
        """Whether the rule `code` finds phrases of the organisation's own."""
        return any(of == code for _, of, _ in self.added)

    def words_for(self, code: str) -> frozenset[str]:
        """Words of the organisation's own on which the rule `code` has to look at a sentence."""
        phrases = [phrase for phrase, of, _ in self.added if of == code]
        own = frozenset(word for each in phrases for word in vocabulary_of(each))
        return own | self.known.words if code == "AW305" else own

    @cached_property
    def _all(self) -> frozenset[str]:
        return self.people | self.groups
