"""Outside lists by name, and their codes that describe the same thing as an entry of the vocabulary."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from afterword.model.vocabulary import Term
from afterword.pages.marks import code
from afterword.pages.words import label

_LISTS = {
    "gmf": "AI Incident Database, Goals-Methods-Failures",
    "mit": "MIT AI Risk Repository",
    "mit_subdomain": "MIT AI Risk Repository, sub-domain",
    "mit-mitigation": "MIT AI Risk Repository, mitigations",
    "owasp": "OWASP Top 10 for LLM and agentic applications",
    "atlas": "MITRE ATLAS",
    "avid": "AI Vulnerability Database",
    "nist-rmf": "NIST AI RMF outcome",
    "nist-600-1": "NIST AI 600-1 section",
    "oecd_severity": "OECD severity",
}


@dataclass(frozen=True)
class Codes:
    """The codes of one outside list."""

    list: str
    codes: Markup


def list_name(key: str) -> str:
    """The name of an outside list; one that is not known here is named by its key in words."""
    return _LISTS.get(key, label(key))


def outside_codes(term: Term) -> list[Codes]:
    """The term's codes, list by list, in the order of the lists' names."""
    found = [Codes(list_name(key), _joined(codes)) for key, codes in term.maps_to.items() if codes]
    return sorted(found, key=lambda each: each.list)


def _joined(codes: tuple[str, ...]) -> Markup:
    return Markup(", ").join(code(each) for each in codes)
