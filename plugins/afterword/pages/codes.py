"""Codes of outside lists that describe the same thing as an entry of the vocabulary."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from afterword.model.vocabulary import Term
from afterword.pages.marks import code

_LISTS = {
    "gmf": "AI Incident Database, Goals-Methods-Failures",
    "mit": "MIT AI Risk Repository",
    "mit-mitigation": "MIT AI Risk Repository, mitigations",
    "owasp": "OWASP Top 10 for LLM and agentic applications",
    "atlas": "MITRE ATLAS",
    "avid": "AI Vulnerability Database",
    "nist-rmf": "NIST AI RMF outcome",
    "nist-600-1": "NIST AI 600-1 section",
}


@dataclass(frozen=True)
class Codes:
    """The codes of one outside list."""

    list: str
    codes: Markup


def outside_codes(term: Term) -> list[Codes]:
    """The term's codes, list by list, in the order of the lists' names."""
    found = [Codes(_LISTS.get(key, key), _joined(codes)) for key, codes in term.maps_to.items() if codes]
    return sorted(found, key=lambda each: each.list)


def _joined(codes: tuple[str, ...]) -> Markup:
    return Markup(", ").join(code(each) for each in codes)
