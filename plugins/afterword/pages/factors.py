"""Contributing factors: all of them by side and group, and one page each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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
from afterword.pages.marks import dotted, factor_chip, quiet, with_code
from afterword.pages.page import Page
from afterword.pages.remediation_rows import remediation_rows
from afterword.pages.return_lines import first_fix, return_lines
from afterword.pages.words import capital, counted, factor_link, label, report_link, system_link

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
    reports: int
    returned: int


def render_factors(index: Index) -> Iterator[Page]:
    """The list, and a page for every factor of the vocabulary, used or not."""
    yield _list(index)
    for factor in sorted(index.view.vocabulary.factors, key=lambda each: each.id):
        yield _page(factor, index)


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
        (capital(side), [(group, [_line(factor, index, counts) for factor in factors]) for group, factors in groups])
        for side, groups in grouped_factors(index)
    ]
    often = recurring_entries(index, INDEX, most=10)
    markdown = render("factors.md.jinja", title=title, sides=sides, often=often, empty=not index.listed)
    return Page(INDEX, title, markdown, "The conditions that keep coming together, with every report that names them.")


def _line(factor: Factor, index: Index, counts: frozenset[str]) -> Line:
    return Line(
        link=factor_link(factor.id, index, INDEX),
        definition=quiet(with_code(factor.definition)),
        reports=len(reports_with(index.by_factor.get(factor.id, ()), counts)),
        returned=len(returns_of(factor.id, index)),
    )


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
        reports=counted(len(listed), "report"),
        uncounted=uncounted(listed, index),
        uses=[_use(use, index, path) for use in uses],
        years=_years(uses, index),
        remediations=remediation_rows(open_first(index.remediations_for(factor.id)), index, path),
        fixed=first_fix(fixes, path),
        returns=return_lines(returns_of(factor.id, index), path),
        guarded=_guarded(factor, index, path),
        codes=outside_codes(factor),
        empty=not index.listed,
    )
    return Page(path, factor.title, markdown, factor.definition)


def _use(use: FactorUse, index: Index, path: str) -> Entry:
    how = escape_text(use.factor.how) if use.factor.how else None
    entry = report_entry(use.report, index, path, how)
    return Entry(entry.head, dotted((entry.meta, quiet(Markup(use.factor.confidence)))), entry.texts)


def _years(uses: Sequence[FactorUse], index: Index) -> list[tuple[str, int]]:
    """Counted reports by the year in which they happened, the earliest first; years without any are left out."""
    reports = reports_with(uses, frozenset(report.id for report in index.counted))
    found = Counter(report.date.last.year for report in reports if report.date is not None)
    return [(str(year), found[year]) for year in sorted(found)]


def _guarded(factor: Factor, index: Index, path: str) -> list[Markup]:
    """Systems with a page on which a permanent test guards the factor."""
    return [
        system_link(known.name, index, path)
        for known in sorted(index.view.systems.entries, key=lambda each: each.name)
        if factor.id in known.factors_guarded and slug_of(known.name) in index.systems
    ]
