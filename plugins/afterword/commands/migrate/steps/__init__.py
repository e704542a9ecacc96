"""Every step of a migration, in the order in which they are made. Nothing is found by magic.

A step looks at what stands there and never at a version: it takes up any older state, and does nothing the second time.
It names words of the tree and their successors, and asks where more than one answer is possible.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from afterword.commands.migrate.steps.factors_guarded import factors_guarded
from afterword.commands.migrate.steps.model_attributes import model_attributes
from afterword.commands.migrate.steps.settings_words import settings_words
from afterword.commands.migrate.steps.terms_of_report import terms_of_report
from afterword.commands.migrate.words import Question, Word
from afterword.model.vocabulary import Vocabulary
from afterword.read.node import Node

Subject = Literal["settings", "systems", "report"]
"""What a step looks at: the file with the settings, the list of systems, or the front matter of a report."""


@dataclass(frozen=True)
class Step:
    """One step.

    Attributes:
        of: what it looks at.
        since: the release that brought it; it moves what any release before that wrote.
        find: what is to be changed and asked in the tree of one file.
    """

    of: Subject
    since: str
    find: Callable[[Node, Vocabulary], Iterator[Word | Question]]


STEPS = (
    Step("settings", "0.1.0", settings_words),
    Step("systems", "0.1.0", factors_guarded),
    Step("report", "0.1.0", terms_of_report),
    Step("report", "0.1.0", model_attributes),
)
