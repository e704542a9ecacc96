"""Contributing factors: all of them by side and group, and the pages of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from markupsafe import Markup

from afterword.index.index import Index
from afterword.index.named import Named, OftenNamed, named_by, often_named
from afterword.index.recurrence import returns_of
from afterword.index.slugs import slug_of
from afterword.model.choices import Side
from afterword.model.vocabulary import Factor
from afterword.pages.entries import Entry
from afterword.pages.escape import escape_text, render
from afterword.pages.factor_named import say_named
from afterword.pages.factor_page import render_factor
from afterword.pages.marks import dotted, factor_chip, quiet, with_code
from afterword.pages.page import Page, SiteFacts
from afterword.pages.words import capital, factor_link, label, report_link

_GROUPS = {
    "agents-tools": "Agents and tools",
    "ownership-staffing": "Ownership and staffing",
    "prompt-context": "Prompt and context",
    "review-oversight": "Oversight and review",
    "upstream-provider": "Upstream provider",
}
INDEX = "factors/index.md"
_OFTEN = 10


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


def recurring_entries(often: Iterable[OftenNamed], index: Index, path: str) -> list[Entry]:
    """Factors that recur, each with its newest report."""
    return [
        Entry(
            factor_chip(each.factor.id, index, path),
            quiet(dotted(_frequency(each.factor.id, each.named, index, path))),
        )
        for each in often
    ]


def _frequency(factor_id: str, named: Named, index: Index, path: str) -> Iterator[Markup]:
    yield escape_text(f"in {say_named(named)}")
    if any(each.same_system for each in returns_of(factor_id, index)):
        yield Markup("came back on the same system after a fix")
    yield Markup("last in ") + report_link(named.told[0], path)


def _list(index: Index) -> Page:
    title = "Contributing factors"
    sides = [
        (
            capital(side),
            [(group, _anchor(factors), [_line(factor, index) for factor in factors]) for group, factors in groups],
        )
        for side, groups in grouped_factors(index)
    ]
    often = often_named(index)[:_OFTEN]
    markdown = render(
        "factors.md.jinja",
        title=title,
        sides=sides,
        often=recurring_entries(often, index, INDEX),
        older=any(each.named.taken_over for each in often),
        empty=not index.listed,
    )
    return Page(INDEX, title, markdown, "The conditions that keep coming together, with every report that names them.")


def _line(factor: Factor, index: Index) -> Line:
    returned = len(returns_of(factor.id, index))
    return Line(
        link=factor_link(factor.id, index, INDEX),
        definition=quiet(with_code(factor.definition)),
        # With their nouns, since on a phone the row is a block without the table's head.
        reports=say_named(named_by(factor.id, index)),
        returned=f"{returned} after a fix" if returned else "",
    )


def _anchor(factors: Sequence[Factor]) -> str:
    """Where a group stands in the list of all factors."""
    return slug_of(factors[0].group)
