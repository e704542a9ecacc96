"""One file as it is and as it is to be, with what was changed in it and what is left to a person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from afterword.commands.edit_tree import EditError
from afterword.commands.migrate.steps import STEPS, Subject
from afterword.commands.migrate.words import Question, Word, change_words
from afterword.model.source import Source
from afterword.model.tree import DataProblem
from afterword.model.vocabulary import Vocabulary
from afterword.read.node import Node


@dataclass(frozen=True)
class Changed:
    """One word that is written otherwise, and the line on which it stands."""

    line: int
    old: str
    new: str


@dataclass(frozen=True)
class Asked:
    """What needs a person, and the line that it is about."""

    line: int
    message: str


@dataclass(frozen=True)
class Planned:
    """One file.

    Attributes:
        file: where it lies.
        shown: its path as the project shows it.
        before: its bytes as they were read.
        after: its bytes as they are to be, the same where nothing is changed.
        changed: what is changed, in the order of the file.
        asked: what is left to a person, in the order of the file.
    """

    file: Path
    shown: str
    before: bytes = b""
    after: bytes = b""
    changed: tuple[Changed, ...] = ()
    asked: tuple[Asked, ...] = ()


@dataclass(frozen=True)
class Tree:
    """The YAML of one file: its root, and between which offsets of the text it stands."""

    source: Source
    start: int
    end: int
    root: Node
    tags_allowed: bool = False


def unread(file: Path, shown: str, line: int, message: str) -> Planned:
    """A file that is left as it is, since it cannot be read."""
    return Planned(file, shown, asked=(Asked(line, message),))


def unread_data(file: Path, problem: DataProblem) -> Planned:
    """The same for a list with a problem."""
    return unread(file, problem.path, problem.line, f"{problem.message}; the file is left as it is")


def plan_tree(file: Path, tree: Tree, subject: Subject, vocabulary: Vocabulary) -> Planned:
    """The file after every step that looks at such a file; all of their words are changed, or none."""
    found = [each for step in STEPS if step.of == subject for each in step.find(tree.root, vocabulary)]
    asked = [_asked(tree, each.node, each.message) for each in found if isinstance(each, Question)]
    text, words = _changed(tree, [each for each in found if isinstance(each, Word)])
    changed = [Changed(_line(tree, each.node), each.node.text or "", each.new) for each in words]
    asked += [
        _asked(
            tree, each.node, f"`{each.node.text}` is written `{each.new}` now; change it by hand, as it stands oddly"
        )
        for each in found
        if isinstance(each, Word) and each not in words
    ]
    return plan_text(file, tree.source, text, changed, asked)


def _changed(tree: Tree, words: list[Word]) -> tuple[str, list[Word]]:
    """The text with the words that can be changed and touch nothing else, and these words."""

    def text_with(some: list[Word]) -> str | None:
        try:
            return change_words(tree.source, tree.start, tree.end, some, tags_allowed=tree.tags_allowed)
        except EditError:
            return None

    for some in (words, [each for each in words if text_with([each]) is not None]):
        text = text_with(some) if some else None
        if text is not None:
            return text, some
    return tree.source.text, []


def plan_text(file: Path, source: Source, text: str, changed: Iterable[Changed], asked: Sequence[Asked]) -> Planned:
    """The file whose text becomes `text`."""
    return Planned(
        file,
        source.path,
        bytes_of(source, source.text),
        bytes_of(source, text),
        tuple(sorted(changed, key=lambda each: each.line)),
        tuple(sorted(asked, key=lambda each: each.line)),
    )


def bytes_of(source: Source, text: str) -> bytes:
    """A text of the file as bytes, with its BOM where it has one."""
    return (("\ufeff" if source.bom else "") + text).encode()


def _line(tree: Tree, node: Node) -> int:
    return tree.source.span(node.start, node.start).line


def _asked(tree: Tree, node: Node, message: str) -> Asked:
    return Asked(_line(tree, node), message)
