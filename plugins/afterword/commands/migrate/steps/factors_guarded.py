"""Retired factors in the list of systems."""

from __future__ import annotations

from collections.abc import Iterator

from afterword.commands.migrate.steps.succession import follow
from afterword.commands.migrate.words import Question, Word
from afterword.model.vocabulary import Vocabulary
from afterword.read.node import Node, child_of


def factors_guarded(root: Node, vocabulary: Vocabulary) -> Iterator[Word | Question]:
    """What took the place of each retired factor in `factors_guarded`, by the vocabulary's `replaced_by`."""
    for system in root.items or ():
        guarded = child_of(system, "factors_guarded")
        if guarded is not None:
            yield from follow(guarded.items or (), vocabulary.retired_factors, once=True)
