"""Facets and their values in words, as Explore and its lists show them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from afterword.index.facets import NOT_TOLD, UNDATED, FacetId
from afterword.index.index import Index
from afterword.index.systems import system_title
from afterword.model.choices import Severity
from afterword.pages.escape import one_line
from afterword.pages.factors import group_title
from afterword.pages.words import capital, label

TITLES: Mapping[FacetId, str] = {
    "factor": "Contributing factor",
    "side": "Side of the factors",
    "remediation": "Remediation kind",
    "strength": "Remediation strength",
    "status": "Remediation status",
    "system": "System",
    "team": "Team",
    "severity": "Severity",
    "kind": "Kind of report",
    "detected": "Detected by",
    "silent": "Silent check",
    "year": "Year",
}
OUTSIDE = "Not in the vocabulary"
"""The heading of factors and kinds that a report names and no vocabulary holds."""
_NOT_TOLD = {NOT_TOLD: "No reason told", UNDATED: "Without a date"}


def value_words(facet: FacetId, value: str, index: Index) -> str:
    """One value in words, on one line; plain text that is not escaped yet."""
    return one_line(_words(facet, value, index))


def value_group(facet: FacetId, value: str, index: Index) -> tuple[str, str]:
    """The side and the group under which a value stands; empty texts where it stands in none.

    Factors stand by side and group, kinds of remediation by strength.
    """
    if facet == "factor":
        factor = index.view.vocabulary.factor_by_id.get(value)
        return (capital(factor.side), group_title(factor.group)) if factor else ("", OUTSIDE)
    if facet == "remediation":
        kind = index.view.vocabulary.kind_by_id.get(value)
        return ("", capital(kind.strength) if kind else OUTSIDE)
    return ("", "")


def _words(facet: FacetId, value: str, index: Index) -> str:
    if facet == "factor":
        factor = index.view.vocabulary.factor_by_id.get(value)
        return factor.title if factor else value
    if facet == "remediation":
        kind = index.view.vocabulary.kind_by_id.get(value)
        return kind.title if kind else value
    if facet == "system":
        return system_title(index.systems[value], index)
    if facet == "team":
        return index.teams[value].name
    if facet == "severity" and value in get_args(Severity):
        return label(value)
    return _NOT_TOLD.get(value) or capital(label(value))
