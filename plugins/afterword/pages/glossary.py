"""The glossary as a page: every term in plain words, by its first letter."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from afterword.index.index import Index
from afterword.model.glossary import Explained
from afterword.pages.escape import escape_text, render
from afterword.pages.page import Page
from afterword.pages.words import capital, join, sentence

GLOSSARY = "glossary.md"
OTHER = "Other letters"


@dataclass(frozen=True)
class Term:
    """One term with its anchor, its meaning, and lines on other spellings, what to read beside it, and its source."""

    anchor: str
    name: str
    meaning: str
    more: Markup


def render_glossary(index: Index) -> Page:
    """The page of all terms that this audience may read, own ones included."""
    known = index.view.glossary.by_id
    ordered = sorted(known.values(), key=lambda each: (_letter(each) == OTHER, _key(each), each.id))
    letters = [(letter, [_term(each, known) for each in entries]) for letter, entries in groupby(ordered, key=_letter)]
    title = "Glossary"
    markdown = render("glossary.md.jinja", title=title, letters=letters, count=len(ordered))
    return Page(GLOSSARY, title, markdown, "The terms of reports, each in a sentence or two of plain words.")


def _term(entry: Explained, known: Mapping[str, Explained]) -> Term:
    said: list[Markup] = []
    if others := _others(entry):
        said.append(Markup("Also: {}.").format(join(others)))
    if entry.see:
        links = [Markup("[{}](#{})").format(escape_text(known[other].term), Markup(other)) for other in entry.see]
        said.append(Markup("See also {}.").format(join(links)))
    if entry.source:
        said.append(Markup("Source: {}").format(escape_text(sentence(entry.source))))
    return Term(entry.id, capital(entry.term), sentence(entry.meaning), join(said, " "))


def _others(entry: Explained) -> list[str]:
    """The other spellings without those that only lengthen one before them, such as plurals."""
    shown = [entry.term]
    for each in entry.also:
        if not each.casefold().startswith(tuple(known.casefold() for known in shown)):
            shown.append(each)
    return shown[1:]


def _key(entry: Explained) -> str:
    return unicodedata.normalize("NFKD", entry.term).casefold()


def _letter(entry: Explained) -> str:
    first = _key(entry)[:1].upper()
    return first if "A" <= first <= "Z" else OTHER
