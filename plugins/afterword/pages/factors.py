"""Contributing factors: all of them by side and group, and the pages of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from markupsafe import Markup

from afterword.index.index import Index
from afterword.index.recurrence import recurring, reports_with, returns_of
from afterword.index.slugs import slug_of
from afterword.model.choices import Side
from afterword.model.report import Report
from afterword.model.vocabulary import Factor
from afterword.pages.entries import Entry
from afterword.pages.escape import escape_text, render
from afterword.pages.factor_page import render_factor
from afterword.pages.marks import dotted, factor_chip, quiet, with_code
from afterword.pages.page import Page, SiteFacts
from afterword.pages.words import capital, counted, factor_link, label, report_link

_GROUPS = {
    "agents-tools": "Agents and tools",
    "ownership-staffing": "Ownership and staffing",
    "prompt-context": "Prompt and context",
    "review-oversight": "Oversight and review",
    "upstream-provider": "Upstream provider",
}
INDEX = "factors/index.md"


@dataclass(frozen=True)
class Line:
    """A factor in the list of all."""

    link: Markup
    definition: Markup
    reports: str
    returned: str


def render_factors(index: Index, facts: SiteFacts) -> Iterator[Page]:
    """The list, and a page for every factor of the vocabulary, used or not."""
    yield _list(index)
    trials = index.trials
    ordered = [factor for _, groups in grouped_factors(index) for _, factors in groups for factor in factors]
    for order, factor in enumerate(ordered):
        group = group_title(factor.group)
        page = render_factor(factor, (group, _anchor([factor])), trials.get(factor.id, ()), index, facts)
        yield replace(page, group=group, order=order)


def group_title(group: str) -> str:
    """The group of a factor in words: "prompt-context" gives "Prompt and context"."""
    return _GROUPS.get(group, capital(label(group)))


def grouped_factors(index: Index) -> Iterator[tuple[Side, list[tuple[str, list[Factor]]]]]:
    """All factors by side and, in the vocabulary's order, by group."""
    for side in get_args(Side):
        of_side = [factor for factor in index.view.vocabulary.factors if factor.side == side]
        groups: dict[str, list[Factor]] = {}
        for factor in of_side:
            groups.setdefault(factor.group, []).append(factor)
        yield side, [(group_title(group), factors) for group, factors in groups.items()]


def recurring_entries(index: Index, path: str, most: int) -> list[Entry]:
    """The most frequent factors of counted reports, with the newest report of each."""
    return [
        Entry(
            factor_chip(each.factor.id, index, path),
            quiet(dotted(_frequency(each.factor.id, each.reports, index, path))),
        )
        for each in recurring(index)[:most]
    ]


def _frequency(factor_id: str, reports: Sequence[Report], index: Index, path: str) -> Iterator[Markup]:
    yield escape_text(f"in {counted(len(reports), 'report')}")
    if any(each.same_system for each in returns_of(factor_id, index)):
        yield Markup("came back on the same system after a fix")
    yield Markup("last in ") + report_link(reports[0], path)


def _list(index: Index) -> Page:
    title = "Contributing factors"
    counts = frozenset(report.id for report in index.counted)
    sides = [
        (
            capital(side),
            [
                (group, _anchor(factors), [_line(factor, index, counts) for factor in factors])
                for group, factors in groups
            ],
        )
        for side, groups in grouped_factors(index)
    ]
    often = recurring_entries(index, INDEX, most=10)
    markdown = render("factors.md.jinja", title=title, sides=sides, often=often, empty=not index.listed)
    return Page(INDEX, title, markdown, "The conditions that keep coming together, with every report that names them.")


def _line(factor: Factor, index: Index, counts: frozenset[str]) -> Line:
    reports = len(reports_with(index.by_factor.get(factor.id, ()), counts))
    returned = len(returns_of(factor.id, index))
    return Line(
        link=factor_link(factor.id, index, INDEX),
        definition=quiet(with_code(factor.definition)),
        # With their nouns, since on a phone the row is a block without the table's head.
        reports=counted(reports, "report") if reports else "none yet",
        returned=f"{returned} after a fix" if returned else "",
    )


def _anchor(factors: Sequence[Factor]) -> str:
    """Where a group stands in the list of all factors."""
    return slug_of(factors[0].group)
