"""Contributing factors: all of them by side and group, and one page each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from markupsafe import Markup

from afterword.index.index import FactorUse, Index
from afterword.index.recurrence import fixes_of, recurring, reports_with, returns_of
from afterword.index.remediations import open_first
from afterword.index.slugs import slug_of
from afterword.model.choices import Side
from afterword.model.report import Report
from afterword.model.vocabulary import Factor
from afterword.pages.codes import outside_codes
from afterword.pages.entries import Entry, report_entry, uncounted
from afterword.pages.escape import escape_text, render
from afterword.pages.factor_facts import factor_facts
from afterword.pages.marks import dotted, factor_chip, quiet, with_code
from afterword.pages.page import Page
from afterword.pages.remediation_rows import remediation_rows
from afterword.pages.return_lines import first_fix, return_lines
from afterword.pages.words import capital, counted, factor_link, label, report_link

_GROUPS = {
    "agents-tools": "Agents and tools",
    "ownership-staffing": "Ownership and staffing",
    "prompt-context": "Prompt and context",
    "review-oversight": "Review and oversight",
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


def render_factors(index: Index) -> Iterator[Page]:
    """The list, and a page for every factor of the vocabulary, used or not."""
    yield _list(index)
    ordered = [factor for _, groups in grouped_factors(index) for _, factors in groups for factor in factors]
    for order, factor in enumerate(ordered):
        yield replace(_page(factor, index), group=group_title(factor.group), order=order)


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


def _page(factor: Factor, index: Index) -> Page:
    path = f"factors/{factor.id}.md"
    uses = index.by_factor.get(factor.id, ())
    listed = reports_with(uses, frozenset(report.id for report in index.listed))
    fixes = fixes_of(factor.id, index)
    markdown = render(
        "factor.md.jinja",
        factor=factor,
        definition=with_code(factor.definition),
        group=group_title(factor.group),
        group_anchor=_anchor([factor]),
        facts=factor_facts(factor, index, path),
        reports=counted(len(listed), "report"),
        uncounted=uncounted(listed, index),
        uses=[_use(use, index, path) for use in uses],
        years=bool(uses),
        remediations=remediation_rows(open_first(index.remediations_for(factor.id)), index, path),
        fixed=first_fix(fixes, path),
        returns=return_lines(returns_of(factor.id, index), path),
        codes=outside_codes(factor),
        empty=not index.listed,
    )
    return Page(path, factor.title, markdown, factor.definition)


def _use(use: FactorUse, index: Index, path: str) -> Entry:
    how = escape_text(use.factor.how) if use.factor.how else None
    entry = report_entry(use.report, index, path, how)
    return Entry(entry.head, dotted((entry.meta, quiet(Markup(use.factor.confidence)))), entry.texts)
