"""Relations between reports, typed in front matter or made by a link in a body, seen from both ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from afterword.link.targets import resolve_href
from afterword.model.report import Report

RelationKind = Literal["related", "supersedes", "mentions"]


@dataclass(frozen=True, order=True)
class Relation:
    """One report leads to another: declared (`related`, `supersedes`) or by a link in its body (`mentions`)."""

    source: str
    target: str
    kind: RelationKind


@dataclass(frozen=True)
class Graph:
    """All relations among a set of reports; a relation to a report outside of the set is not in it."""

    outgoing: Mapping[str, tuple[Relation, ...]]
    incoming: Mapping[str, tuple[Relation, ...]]

    def related(self, report_id: str) -> tuple[str, ...]:
        """Ids declared as related, from either end, sorted: the relation reads the same both ways."""
        declared = {relation.target for relation in self.outgoing.get(report_id, ()) if relation.kind == "related"}
        declared |= {relation.source for relation in self.incoming.get(report_id, ()) if relation.kind == "related"}
        return tuple(sorted(declared))

    def backlinks(self, report_id: str) -> tuple[Relation, ...]:
        """Relations that lead to `report_id`, sorted."""
        return self.incoming.get(report_id, ())

    def superseded_by(self, report_id: str) -> tuple[str, ...]:
        """Ids of the reports that say they replace `report_id`."""
        return tuple(each.source for each in self.backlinks(report_id) if each.kind == "supersedes")


def link_reports(reports: Iterable[Report]) -> Graph:
    """The graph of the given reports. A report that is not among them is no end of any relation."""
    listed = list(reports)
    ids = {report.id for report in listed} | {alias for report in listed for alias in report.front.aliases}
    by_alias = {alias: report.id for report in listed for alias in report.front.aliases}
    found: set[Relation] = set()
    for report in listed:
        found.update(_relations(report, ids, by_alias))
    outgoing: dict[str, list[Relation]] = defaultdict(list)
    incoming: dict[str, list[Relation]] = defaultdict(list)
    for relation in sorted(found):
        outgoing[relation.source].append(relation)
        incoming[relation.target].append(relation)
    return Graph(
        {key: tuple(each) for key, each in outgoing.items()}, {key: tuple(each) for key, each in incoming.items()}
    )


def _relations(report: Report, ids: set[str], by_alias: Mapping[str, str]) -> Iterable[Relation]:
    typed: list[tuple[str, RelationKind]] = [(each, "related") for each in report.front.related]
    typed += [(each, "supersedes") for each in report.front.supersedes]
    for link in report.body.links:
        target = resolve_href(report, link.href)
        if target.kind == "report":
            typed.append((target.value, "mentions"))
    for target_id, kind in typed:
        known = by_alias.get(target_id, target_id)
        if target_id in ids and known != report.id:
            yield Relation(report.id, known, kind)
