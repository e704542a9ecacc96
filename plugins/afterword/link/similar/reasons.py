"""What two reports have in common, looked up for those that are shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from afterword.link.graph import Graph
from afterword.link.similar.aspects import Values
from afterword.link.similar.bag import Bag
from afterword.link.similar.because import TIES, Because, Tie
from afterword.link.similar.phrases import Phrases
from afterword.link.similar.texts import Likeness
from afterword.model.report import Report

_NAMED = 3
"""How many factors, kinds and labels are named at most."""
_ALWAYS = frozenset({"factors", "system"})
"""Aspects that are named however many reports share them."""
_OUTGOING: dict[str, Tie] = {"related": "related", "supersedes": "replaced-by", "mentions": "mentioned-by"}
_INCOMING: dict[str, Tie] = {"related": "related", "supersedes": "replaces", "mentions": "mentions"}


class Reasons:
    """Looks up why two of some reports are related."""

    def __init__(
        self,
        reports: Sequence[Report],
        values: Mapping[str, Sequence[Values]],
        bags: Sequence[Bag],
        texts: Sequence[Sequence[tuple[str, int]]],
        likeness: Likeness,
        graph: Graph,
    ) -> None:
        self._ids = [report.id for report in reports]
        self._values = values
        self._spread = {name: Counter(value for each in found for value in each) for name, found in values.items()}
        self._likeness = likeness
        self._phrases = Phrases(bags, texts, likeness)
        self._ties = _ties(graph)

    def between(self, one: int, other: int, *, is_found: bool) -> Because:
        """What the reports at two places have in common; nothing where none was found."""
        if not is_found:
            return Because()
        return Because(
            ties=_told(self._ties.get((self._ids[one], self._ids[other]), frozenset())),
            factors=self._shared("factors", one, other),
            system=self._first("system", one, other),
            provider=self._first("provider", one, other),
            type=self._first("type", one, other),
            silent=self._shared("silent", one, other),
            kinds=self._shared("kinds", one, other),
            labels=self._shared("labels", one, other),
            phrases=self._phrases.shared(one, other),
            alike=other in self._likeness.near[one],
        )

    def _first(self, name: str, one: int, other: int) -> str:
        return next(iter(self._shared(name, one, other)), "")

    def _shared(self, name: str, one: int, other: int) -> tuple[str, ...]:
        """The values of an aspect that both have, the rarest first; what most reports have is no reason."""
        both = self._values[name][one].keys() & self._values[name][other].keys()
        spread = self._spread[name]
        most = len(self._ids) if name in _ALWAYS else max(3, len(self._ids) // 2)
        telling = [value for value in both if spread[value] <= most]
        return tuple(sorted(telling, key=lambda value: (spread[value], value))[:_NAMED])


def _told(ties: frozenset[Tie]) -> tuple[Tie, ...]:
    """The ties that are worth telling: that this report mentions the other is seen from any of the rest."""
    told = tuple(tie for tie in TIES if tie in ties)
    return told if len(told) < 2 else tuple(tie for tie in told if tie != "mentioned-by")


def _ties(graph: Graph) -> Mapping[tuple[str, str], frozenset[Tie]]:
    """What authors made of two reports, told of the second."""
    found: dict[tuple[str, str], set[Tie]] = {}
    for relation in _relations(graph):
        found.setdefault((relation[0], relation[1]), set()).add(_OUTGOING[relation[2]])
        found.setdefault((relation[1], relation[0]), set()).add(_INCOMING[relation[2]])
    return {pair: frozenset(ties) for pair, ties in found.items()}


def _relations(graph: Graph) -> Iterable[tuple[str, str, str]]:
    for relations in graph.outgoing.values():
        for relation in relations:
            yield relation.source, relation.target, relation.kind
