"""Word lists of the wording rules, in small letters: closed classes of grammar, people, verbs, judgements, names."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of `text`, which are set apart by blanks."""
    return frozenset(text.split())
