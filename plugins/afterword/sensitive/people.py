"""The people and handles that the settings list."""

from __future__ import annotations

from collections.abc import Iterator

from afterword.sensitive.listed import listed_people
from afterword.sensitive.match import Kind, Match
from afterword.sensitive.visible import see

PERSON = Kind("person", "a name of `organisation.people`", "personal", guessable=True)


def find_people(text: str, people: tuple[str, ...]) -> Iterator[Match]:
    """Each listed name, wherever it stands."""
    if not people:
        return
    seen = see(text)
    for span in listed_people(seen.text, people):
        yield Match(PERSON, *seen.written(*span))
