"""The vocabulary in words: all contributing factors and all kinds of remediation, with their definitions."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from afterword.index.index import Index
from afterword.model.vocabulary import Term
from afterword.pages.escape import render
from afterword.pages.factors import grouped_factors
from afterword.pages.marks import with_code
from afterword.pages.page import Page
from afterword.pages.remediations import STRENGTHS, kinds_by_strength
from afterword.pages.words import capital, factor_link, kind_link

PATH = "guide/vocabulary.md"


@dataclass(frozen=True)
class Entry:
    """One entry, which leads to its page."""

    link: Markup
    definition: Markup
    id: str


def render_vocabulary(index: Index) -> Page:
    """The page of both vocabularies, the organisation's own entries included."""
    title = "Vocabulary"
    sides = [
        (capital(side), [(group, [_factor(each, index) for each in factors]) for group, factors in groups])
        for side, groups in grouped_factors(index)
    ]
    strengths = [
        (capital(strength), STRENGTHS[strength], [_kind(each, index) for each in kinds])
        for strength, kinds in kinds_by_strength(index)
    ]
    markdown = render("guide_vocabulary.md.jinja", title=title, sides=sides, strengths=strengths)
    return Page(PATH, title, markdown, "All contributing factors and kinds of remediation, with definitions.")


def _factor(term: Term, index: Index) -> Entry:
    return Entry(factor_link(term.id, index, PATH), with_code(term.definition), term.id)


def _kind(term: Term, index: Index) -> Entry:
    return Entry(kind_link(term.id, index, PATH), with_code(term.definition), term.id)
