"""Single words of a YAML text changed in their places, in the quotes or the block in which they stand.

The outcome is read again: it must hold the same tree, with the new words in the places of the old ones and no others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from afterword.commands.edit_tree import EditError
from afterword.model.problem import Fix
from afterword.model.source import Source
from afterword.read.node import Node
from afterword.read.nodes import NodeError, read_nodes, resolve_tag

DEPTH = 100
"""How deep a tree may be nested; what was read with a tighter limit stays within that."""


@dataclass(frozen=True)
class Word:
    """One key or value that is to be written otherwise."""

    node: Node
    new: str


@dataclass(frozen=True)
class Question:
    """What needs a person, and where."""

    node: Node
    message: str


def change_words(source: Source, start: int, end: int, words: Sequence[Word], *, tags_allowed: bool = False) -> str:
    """The text of `source` with the words, which stand in the YAML between `start` and `end`.

    Raises:
        EditError: where that would change anything else.
    """
    text = source.text
    for fix in sorted((_fix(text, word) for word in words), key=lambda each: each.start, reverse=True):
        text = text[: fix.start] + fix.text + text[fix.end :]
    moved = end + len(text) - len(source.text)
    new = {word.node.start: word.new for word in words}
    before = _tree(source, start, end, tags_allowed=tags_allowed)
    after = _tree(Source(source.path, text), start, moved, tags_allowed=tags_allowed)
    if list(_tokens(before, new)) != list(_tokens(after, {})):
        raise EditError
    return text


def _fix(text: str, word: Word) -> Fix:
    start, end, old = word.node.start, word.node.end, word.node.text
    typed = text[start:end]
    if old and typed.count(old) == 1:
        at = start + typed.index(old)
        # A bare word that YAML reads as a number, a date or a truth is put in quotes.
        bare = word.node.plain and resolve_tag(word.new) != "str"
        return Fix(at, at + len(old), f'"{word.new}"' if bare else word.new)
    if typed[:1] in {'"', "'"}:
        return Fix(start, end, f'"{word.new}"')
    raise EditError


def _tree(source: Source, start: int, end: int, *, tags_allowed: bool) -> Node:
    try:
        root = read_nodes(source, start, end, max_depth=DEPTH, tags_allowed=tags_allowed)
    except NodeError:
        raise EditError from None
    if root is None:
        raise EditError
    return root


def _tokens(node: Node, new: Mapping[int, str]) -> Iterator[tuple[str, str]]:
    """The tree in one row: what opens, what stands there and what closes."""
    if node.entries is not None:
        yield "{", ""
        for key, value in node.entries:
            yield from _tokens(key, new)
            yield from _tokens(value, new)
        yield "}", ""
    elif node.items is not None:
        yield "[", ""
        for item in node.items:
            yield from _tokens(item, new)
        yield "]", ""
    elif node.start in new and node.text:
        yield "str", new[node.start]
    else:
        yield node.tag, node.text or ""
