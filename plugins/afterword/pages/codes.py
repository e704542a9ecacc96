"""Outside lists with edition and address, and their codes that describe the same thing as an entry of ours."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from afterword.model.vocabulary import Term
from afterword.pages.escape import escape_text, link_to
from afterword.pages.marks import code
from afterword.pages.words import fill, label


@dataclass(frozen=True)
class OutsideList:
    """One outside list.

    Attributes:
        name: what it is called.
        edition: which edition of it the codes were taken from; empty where none is told.
        address: where it is read.
    """

    name: str
    edition: str = ""
    address: str = ""


_LISTS: Mapping[str, OutsideList] = {
    "gmf": OutsideList(
        "AI Incident Database, Goals-Methods-Failures", "as of May 2026", "https://incidentdatabase.ai/taxonomies/gmf/"
    ),
    "mit": OutsideList("MIT AI Risk Repository", "sub-domains as of February 2025", "https://airisk.mit.edu/"),
    "mit_subdomain": OutsideList("MIT AI Risk Repository, sub-domain", address="https://airisk.mit.edu/"),
    "mit-mitigation": OutsideList(
        "MIT AI Risk Repository, mitigations",
        "draft of 2025",
        "https://airisk.mit.edu/blog/mapping-ai-risk-mitigations",
    ),
    "owasp": OutsideList(
        "OWASP Top 10 for LLM and agentic applications",
        "LLM 2025, agentic 2026",
        "https://genai.owasp.org/llm-top-10/",
    ),
    "atlas": OutsideList("MITRE ATLAS", "5.6.0", "https://atlas.mitre.org/"),
    "avid": OutsideList("AI Vulnerability Database", "SEP view", "https://docs.avidml.org/taxonomy/effect-sep-view"),
    "nist-rmf": OutsideList("NIST AI RMF outcome", "1.0", "https://doi.org/10.6028/NIST.AI.100-1"),
    "nist-600-1": OutsideList("NIST AI 600-1 section", "July 2024", "https://doi.org/10.6028/NIST.AI.600-1"),
    "oecd_severity": OutsideList("OECD severity"),
}
_AGENTIC = "https://genai.owasp.org/resource/owasp-top-10-for-agentic-applications-for-2026/"
# Addresses of single codes, for lists that give each a page which its code alone leads to.
_PAGES: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("atlas", re.compile(r"AML\.T[0-9]{4}(?:\.[0-9]{3})?"), "https://atlas.mitre.org/techniques/{}"),
    ("atlas", re.compile(r"AML\.M[0-9]{4}"), "https://atlas.mitre.org/mitigations/{}"),
    ("owasp", re.compile(r"ASI[0-9]{2}"), _AGENTIC),
)


@dataclass(frozen=True)
class Codes:
    """The codes of one outside list; `list` is its name as a link, `edition` the one that the codes are of."""

    list: Markup
    codes: Markup
    edition: str


def list_name(key: str) -> str:
    """The name of an outside list; one that is not known here is named by its key in words."""
    return _LISTS[key].name if key in _LISTS else label(key)


def outside_codes(term: Term) -> list[Codes]:
    """The term's codes, list by list, in the order of the lists' names."""
    keys = sorted((key for key, codes in term.maps_to.items() if codes), key=list_name)
    return [_codes(key, term.maps_to[key]) for key in keys]


def _codes(key: str, codes: tuple[str, ...]) -> Codes:
    known = _LISTS.get(key, OutsideList(list_name(key)))
    name = link_to(known.name, known.address) if known.address else escape_text(known.name)
    return Codes(name, Markup(", ").join(_linked(key, each) for each in codes), known.edition)


def _linked(key: str, text: str) -> Markup:
    """A code, as a link where its list has a page for it."""
    found = next((page for of, form, page in _PAGES if of == key and form.fullmatch(text)), None)
    return fill("[{}](<{}>)", code(text), Markup(found.format(text))) if found else code(text)
