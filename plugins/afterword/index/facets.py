"""What reports have in common, facet by facet: the values by which readers choose among all listed reports.

A facet's values stand in the order in which they are shown. Kind, strength and status of remediations belong together:
who asks for a verified gold dataset means one remediation that is both, so their values are kept as triples.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal, get_args

from afterword.index.index import Group, Index
from afterword.index.remediations import RemediationUse
from afterword.index.slugs import slug_of
from afterword.index.systems import system_title
from afterword.model.choices import DetectedBy, Kind, MissedBecause, Severity, Side, Status, Strength
from afterword.model.report import Report

FacetId = Literal[
    "factor", "side", "remediation", "strength", "status", "system", "team", "severity", "kind", "detected", "silent",
    "year",
]  # fmt: skip
FACETS: tuple[FacetId, ...] = get_args(FacetId)
OF_REMEDIATIONS: tuple[FacetId, ...] = ("remediation", "strength", "status")
"""The facets that ask for one remediation together, in the order of a `Triple`."""
NOT_TOLD = "not-told"
"""A silent check whose report does not say why it stayed quiet."""
UNDATED = "undated"
Triple = tuple[str, str, str]
"""Kind, strength and status of one remediation; an empty text where one is not known."""


@dataclass(frozen=True)
class Facet:
    """One facet: the values that some report carries, and those of each listed report, in the order of `listed`."""

    id: FacetId
    values: tuple[str, ...]
    reports: tuple[tuple[str, ...], ...]

    def count(self, value: str) -> int:
        """How many listed reports carry the value."""
        return sum(value in each for each in self.reports)


def list_facets(index: Index) -> tuple[Facet, ...]:
    """All facets, in the order in which they are shown."""
    triples = list_triples(index)
    found: dict[FacetId, Sequence[tuple[str, ...]]] = {
        "factor": [_unique(each.factor for each in report.front.contributing_factors) for report in index.listed],
        "side": [_unique(_sides(report, index)) for report in index.listed],
        "system": _members(index, index.systems, _first_system),
        "team": _members(index, index.teams, lambda _: ""),
        "severity": [_unique([report.severity]) for report in index.listed],
        "kind": [(report.kind,) for report in index.listed],
        "detected": [_unique(_detected(report)) for report in index.listed],
        "silent": [_unique(_silent(report)) for report in index.listed],
        "year": [(_year(report),) for report in index.listed],
    }
    for place, facet in enumerate(OF_REMEDIATIONS):
        found[facet] = [_unique(triple[place] for triple in of_report) for of_report in triples]
    ranks = _ranks(index)
    return tuple(_facet(facet, found[facet], ranks.get(facet, {})) for facet in FACETS)


def list_triples(index: Index) -> tuple[tuple[Triple, ...], ...]:
    """The different remediations of each listed report, statuses joined with the tracker's; sorted."""
    return tuple(tuple(sorted({_triple(use) for use in index.remediations_of(report)})) for report in index.listed)


def _triple(use: RemediationUse) -> Triple:
    return (use.remediation.kind or "", use.strength or "", use.status)


def _facet(facet: FacetId, reports: Sequence[tuple[str, ...]], rank: Mapping[str, int]) -> Facet:
    used = {value for each in reports for value in each}
    ordered = sorted(used, key=lambda value: (rank.get(value, len(rank)), value))
    if facet == "year":
        ordered = sorted(used, key=lambda year: (year != UNDATED, year), reverse=True)
    return Facet(facet, tuple(ordered), tuple(reports))


def _ranks(index: Index) -> dict[FacetId, Mapping[str, int]]:
    """The place of each value: as in the vocabulary or its list of choices, names by the alphabet."""
    vocabulary = index.view.vocabulary
    sides = get_args(Side)
    factors = sorted(vocabulary.factors, key=lambda factor: sides.index(factor.side))
    groups: dict[tuple[str, str], int] = {}
    for factor in factors:
        groups.setdefault((factor.side, factor.group), len(groups))
    grouped = sorted(factors, key=lambda factor: groups[factor.side, factor.group])
    strengths = get_args(Strength)
    kinds = sorted(vocabulary.kinds, key=lambda kind: strengths.index(kind.strength))
    names: dict[FacetId, Iterable[str]] = {
        "factor": (factor.id for factor in grouped),
        "side": sides,
        "remediation": (kind.id for kind in kinds),
        "strength": strengths,
        "status": get_args(Status),
        "system": _alphabetical(index.systems, partial(system_title, index=index)),
        "team": _alphabetical(index.teams, lambda group: group.name),
        "severity": get_args(Severity),
        "kind": get_args(Kind),
        "detected": get_args(DetectedBy),
        "silent": (*get_args(MissedBecause), NOT_TOLD),
    }
    return {facet: {name: place for place, name in enumerate(each)} for facet, each in names.items()}


def _alphabetical(groups: Mapping[str, Group], name: Callable[[Group], str]) -> list[str]:
    return sorted(groups, key=lambda slug: (name(groups[slug]).casefold(), slug))


def _members(index: Index, groups: Mapping[str, Group], first: Callable[[Report], str]) -> list[tuple[str, ...]]:
    """The slugs of the groups to which each report belongs, that of `first` before the others."""
    found: dict[str, list[str]] = {}
    for slug, group in groups.items():
        for report in group.reports:
            found.setdefault(report.id, []).append(slug)
    return [
        tuple(sorted(found.get(report.id, ()), key=lambda slug: (slug != first(report), slug)))
        for report in index.listed
    ]


def _first_system(report: Report) -> str:
    system = report.front.system
    return slug_of(system.name or "") if system else ""


def _sides(report: Report, index: Index) -> Iterable[str]:
    """The sides of its contributing factors, as far as a vocabulary holds them."""
    known = index.view.vocabulary.factor_by_id
    return (known[name].side for each in report.front.contributing_factors if (name := each.factor or "") in known)


def _detected(report: Report) -> Iterable[str | None]:
    return (entry.detected_by for entry in report.front.timeline if entry.kind == "detected")


def _silent(report: Report) -> Iterable[str]:
    return (entry.missed_because or NOT_TOLD for entry in report.front.timeline if entry.kind == "alert_missed")


def _year(report: Report) -> str:
    return str(report.date.last.year) if report.date else UNDATED


def _unique(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))
