"""Remediations: what is still open, all kinds by strength, and one page for each kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import get_args

from markupsafe import Markup

from afterword.index.index import Index
from afterword.index.remediations import RemediationUse
from afterword.model.choices import Strength
from afterword.model.vocabulary import RemediationKind
from afterword.pages.codes import outside_codes
from afterword.pages.escape import render
from afterword.pages.marks import mark, quiet, with_code
from afterword.pages.page import Page
from afterword.pages.remediation_rows import remediation_rows
from afterword.pages.words import capital, counted, kind_link

INDEX = "remediations/index.md"
STRENGTHS: dict[Strength, str] = {
    "stronger": "It works by itself: the unsafe thing can no longer be done, or its source is gone.",
    "intermediate": "It helps people to notice or to recover.",
    "weaker": "It works while people remember it, or while a model complies.",
    "restorative": "It puts things right for those affected, and stands outside the ranking.",
}


@dataclass(frozen=True)
class Line:
    """A kind in the list of all."""

    link: Markup
    definition: Markup
    uses: str
    open: str


def render_remediations(index: Index) -> Iterator[Page]:
    """The list, and a page for every kind of the vocabulary, used or not."""
    yield _list(index)
    ordered = [(strength, kind) for strength, kinds in kinds_by_strength(index) for kind in kinds]
    for order, (strength, kind) in enumerate(ordered):
        yield replace(_page(kind, index), group=capital(strength), order=order)


def kinds_by_strength(index: Index) -> Iterator[tuple[Strength, list[RemediationKind]]]:
    """All kinds, the strongest first, and in the vocabulary's order."""
    for strength in get_args(Strength):
        yield strength, [kind for kind in index.view.vocabulary.kinds if kind.strength == strength]


def is_own_open(use: RemediationUse) -> bool:
    """Whether it is open and somebody here can do it: reports from public sources tell of others' work."""
    return not use.is_closed and not use.report.is_public_sources


def _list(index: Index) -> Page:
    title = "Remediations"
    counts = frozenset(report.id for report in index.counted)
    strengths = [
        (capital(strength), STRENGTHS[strength], [_line(kind, index, counts) for kind in kinds])
        for strength, kinds in kinds_by_strength(index)
        if kinds
    ]
    still_open = [use for use in index.remediations if is_own_open(use)]
    markdown = render(
        "remediations.md.jinja",
        title=title,
        strengths=strengths,
        open=counted(len(still_open), "remediation"),
        overdue=sum(use.overdue is not None for use in still_open),
        rows=remediation_rows(still_open, index, INDEX),
        empty=not index.listed,
    )
    return Page(
        INDEX, title, markdown, "What was promised, how far each change works by itself, and what is still open."
    )


def _line(kind: RemediationKind, index: Index, counts: frozenset[str]) -> Line:
    uses = [use for use in index.by_remediation_kind.get(kind.id, ()) if use.report.id in counts]
    still_open = _own_open(uses)
    return Line(
        link=kind_link(kind.id, index, INDEX),
        definition=quiet(with_code(kind.definition)),
        # With their words, since on a phone the row is a block without the table's head.
        uses=f"{len(uses)} used" if uses else "not yet",
        open=f"{still_open} open" if still_open else "",
    )


def _own_open(uses: Iterable[RemediationUse]) -> int:
    return sum(is_own_open(use) for use in uses)


def _page(kind: RemediationKind, index: Index) -> Page:
    path = f"remediations/{kind.id}.md"
    uses = index.by_remediation_kind.get(kind.id, ())
    markdown = render(
        "remediation_kind.md.jinja",
        kind=kind,
        definition=with_code(kind.definition),
        strength=mark("strength", kind.strength),
        meaning=STRENGTHS[kind.strength],
        rows=remediation_rows(uses, index, path),
        codes=outside_codes(kind),
        empty=not index.listed,
    )
    return Page(path, kind.title, markdown, kind.definition.replace("`", ""))
