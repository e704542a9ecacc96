"""A retired id in a list of others: what is written in its place, or what has to be asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from afterword.commands.migrate.words import Question, Word
from afterword.model.vocabulary import Retired
from afterword.read.node import Node


def follow(nodes: Iterable[Node], retired: Mapping[str, Retired], *, once: bool) -> Iterator[Word | Question]:
    """The successors of the retired ids among `nodes`.

    Args:
        nodes: the ids of one list, in its order.
        retired: the retired ids.
        once: whether an id may stand in the list only once; a second one is then left to a person.
    """
    listed = [node for node in nodes if node.text]
    taken = {node.text for node in listed}
    for node in listed:
        term = retired.get(node.text or "")
        if term is None:
            continue
        message, cure = term.words
        if len(term.now) != 1:
            yield Question(node, f"`{term.id}` {message}: {cure}")
        elif once and term.now[0] in taken:
            yield Question(node, f"`{term.id}` {message}, which stands beside it: make one entry of both")
        else:
            taken.add(term.now[0])
            yield Word(node, term.now[0])
