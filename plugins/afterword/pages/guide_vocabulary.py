"""The vocabulary in words: every entry with its definition, where it is used, and its codes in outside lists."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from afterword.index.index import Index
from afterword.model.vocabulary import Factor, RemediationKind, Term
from afterword.pages.codes import list_name
from afterword.pages.factors import grouped_factors
from afterword.pages.marks import code, with_code
from afterword.pages.remediations import STRENGTHS, kinds_by_strength
from afterword.pages.words import capital, counted, factor_link, fill, join, kind_link

PATH = "guide/vocabulary.md"
_SHORT = {
    "gmf": "GMF",
    "mit": "MIT",
    "mit-mitigation": "MIT mitigations",
    "owasp": "OWASP",
    "atlas": "ATLAS",
    "avid": "AVID",
    "nist-rmf": "NIST AI RMF",
    "nist-600-1": "NIST AI 600-1",
}
"""Outside lists by their short names, which the end of the page spells out."""


@dataclass(frozen=True)
class Entry:
    """One entry, which leads to its page: `use` tells how many reports name it, `codes` are those of outside lists."""

    link: Markup
    definition: Markup
    id: str
    use: str
    codes: Markup


def describe_vocabulary(index: Index) -> dict[str, object]:
    """Both vocabularies, the organisation's own entries included: factors by side and group, kinds by strength."""
    sides = [
        (capital(side), [(group, [_factor(each, index) for each in factors]) for group, factors in groups])
        for side, groups in grouped_factors(index)
    ]
    strengths = [
        (capital(strength), STRENGTHS[strength], [_kind(each, index) for each in kinds])
        for strength, kinds in kinds_by_strength(index)
    ]
    return {"sides": sides, "strengths": strengths}


def _factor(term: Factor, index: Index) -> Entry:
    return _entry(term, factor_link(term.id, index, PATH), {use.report.id for use in index.by_factor.get(term.id, ())})


def _kind(term: RemediationKind, index: Index) -> Entry:
    reports = {use.report.id for use in index.by_remediation_kind.get(term.id, ())}
    return _entry(term, kind_link(term.id, index, PATH), reports)


def _entry(term: Term, link: Markup, reports: set[str]) -> Entry:
    listed = [
        fill("{} {}", _SHORT.get(key, list_name(key)), join((code(each) for each in codes), " "))
        for key, codes in sorted(term.maps_to.items())
        if codes
    ]
    use = f"in {counted(len(reports), 'report')}" if reports else "in no report yet"
    return Entry(link, with_code(term.definition), term.id, use, Markup(" · ").join(listed))
