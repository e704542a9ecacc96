"""Retired factors and kinds of remediation in a report."""

from __future__ import annotations

from collections.abc import Iterator

from afterword.commands.migrate.steps.succession import follow
from afterword.commands.migrate.words import Question, Word
from afterword.model.vocabulary import Vocabulary
from afterword.read.node import Node, child_of


def terms_of_report(root: Node, vocabulary: Vocabulary) -> Iterator[Word | Question]:
    """What took the place of each retired id in a report, by the vocabulary's `replaced_by`."""
    yield from follow(_values(root, "contributing_factors", "factor"), vocabulary.retired_factors, once=True)
    yield from follow(_values(root, "remediations", "kind"), vocabulary.retired_kinds, once=False)


def _values(root: Node, listed: str, key: str) -> Iterator[Node]:
    entries = child_of(root, listed)
    for entry in (entries.items or ()) if entries is not None else ():
        value = child_of(entry, key)
        if value is not None:
            yield value
