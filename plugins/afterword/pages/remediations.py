"""Remediations: what is still open, all kinds by strength, and the pages of each kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from markupsafe import Markup

from afterword.index.held import Record, Trial
from afterword.index.index import Index
from afterword.index.open import is_own_open as is_own_open
from afterword.index.remediations import RemediationUse, open_first
from afterword.model.choices import Strength
from afterword.model.vocabulary import RemediationKind
from afterword.pages.escape import render
from afterword.pages.marks import quiet, with_code
from afterword.pages.open_rows import PATH as OPEN_PATH
from afterword.pages.page import Page
from afterword.pages.remediation_kind import kind_records, render_kind
from afterword.pages.remediation_rows import remediation_rows
from afterword.pages.words import capital, counted, kind_link, page_link

INDEX = "remediations/index.md"
OPEN = 5
"""How many open remediations the list of kinds shows; all of them have a page of their own."""
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
    held: str


def render_remediations(index: Index) -> Iterator[Page]:
    """The list, and a page for every kind of the vocabulary, used or not."""
    trials = index.trials
    yield _list(index, trials)
    ordered = [(strength, kind) for strength, kinds in kinds_by_strength(index) for kind in kinds]
    for order, (strength, kind) in enumerate(ordered):
        page = render_kind(kind, STRENGTHS[strength], trials, index)
        yield replace(page, group=capital(strength), order=order)


def kinds_by_strength(index: Index) -> Iterator[tuple[Strength, list[RemediationKind]]]:
    """All kinds, the strongest first, and in the vocabulary's order."""
    for strength in get_args(Strength):
        yield strength, [kind for kind in index.view.vocabulary.kinds if kind.strength == strength]


def _list(index: Index, trials: Mapping[str, Sequence[Trial]]) -> Page:
    title = "Remediations"
    counts = frozenset(report.id for report in index.counted)
    verified = kind_records(trials)
    strengths = [
        (capital(strength), STRENGTHS[strength], [_line(kind, index, counts, verified) for kind in kinds])
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
        rows=remediation_rows(open_first(still_open)[:OPEN], index, INDEX),
        all_open=page_link("All that is open, by team and age", OPEN_PATH, INDEX),
        empty=not index.listed,
    )
    return Page(
        INDEX, title, markdown, "What was promised, how far each change works by itself, and what is still open."
    )


def _line(kind: RemediationKind, index: Index, counts: frozenset[str], verified: Mapping[str, Record]) -> Line:
    uses = [use for use in index.by_remediation_kind.get(kind.id, ()) if use.report.id in counts]
    still_open = _own_open(uses)
    return Line(
        link=kind_link(kind.id, index, INDEX),
        definition=quiet(with_code(kind.definition)),
        # With their words, since on a phone the row is a block without the table's head.
        uses=f"{len(uses):,} used" if uses else "not yet",
        open=f"{still_open:,} open" if still_open else "",
        held=_held(verified.get(kind.id)),
    )


def _held(record: Record | None) -> str:
    """How many were verified, and how many of these were followed by the factor on the same system."""
    if record is None or not record.dated:
        return ""
    return f"{record.dated} verified" + (f", {record.same} came back" if record.same else "")


def _own_open(uses: Iterable[RemediationUse]) -> int:
    return sum(is_own_open(use) for use in uses)
