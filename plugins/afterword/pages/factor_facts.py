"""A factor at a glance: how often, what was done about it, whether it came back, and where a test guards it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from afterword.index.index import FactorUse, Index
from afterword.index.recurrence import fixes_of, reports_with, returns_of
from afterword.index.remediations import RemediationUse
from afterword.index.slugs import slug_of
from afterword.model.choices import Status
from afterword.model.vocabulary import Factor
from afterword.pages.marks import dotted
from afterword.pages.system_facts import Fact
from afterword.pages.words import counted, fill, join, label, system_link

_ORDER: tuple[Status, ...] = ("proposed", "accepted", "in_progress", "done", "verified", "declined")


def factor_facts(factor: Factor, index: Index, path: str) -> list[Fact]:
    """The four answers that a reader comes for, each in a line that leads to its part of the page."""
    return list(_facts(factor, index, path))


def _facts(factor: Factor, index: Index, path: str) -> Iterator[Fact]:
    uses = index.by_factor.get(factor.id, ())
    if not uses:
        yield Fact("How often", Markup("No report names it yet."))
    else:
        yield Fact("How often", _how_often(uses, index))
        yield Fact("What was done", _what_was_done(index.remediations_for(factor.id)))
        yield Fact("After the fixes", _after(factor, index))
    if guarded := _guarded(factor, index, path):
        yield Fact("Guarded", Markup("A permanent test guards it on ") + join(guarded) + Markup("."))


def _how_often(uses: Sequence[FactorUse], index: Index) -> Markup:
    """Counted reports, and by the year in which they happened, the earliest first; years without any are left out."""
    reports = reports_with(uses, frozenset(report.id for report in index.counted))
    if not reports:
        return Markup("[In reports that are not counted alone](#reports)")
    found = Counter(report.date.last.year for report in reports if report.date is not None)
    by_year = dotted(Markup(f"{year}: {found[year]}") for year in sorted(found))
    number = counted(len(reports), "report")
    return fill("[In {}](#reports)", number) + (Markup(" (") + by_year + Markup(")") if by_year else Markup())


def _what_was_done(uses: Sequence[RemediationUse]) -> Markup:
    """How many remediations address it, and how far they are."""
    if not uses:
        return Markup("No remediation addresses it yet.")
    found = Counter(use.status for use in uses)
    told = ", ".join(f"{found[status]} {label(status)}" for status in _ORDER if found[status])
    return fill("[{}](#what-was-done-about-it): {}", counted(len(uses), "remediation"), told)


def _after(factor: Factor, index: Index) -> Markup:
    if not fixes_of(factor.id, index):
        return Markup("Nothing can be told yet.")
    returns = returns_of(factor.id, index)
    if not returns:
        return Markup("No later report names it.")
    same = sum(each.same_system for each in returns)
    told = counted(len(returns), "later report")
    where = f", {same} of them on the same system" if same else ", on other systems"
    return fill("[Named in {}](#after-the-fixes){}", told, where)


def _guarded(factor: Factor, index: Index, path: str) -> list[Markup]:
    """Systems with a page on which a permanent test guards the factor."""
    return [
        system_link(known.name, index, path)
        for known in sorted(index.view.systems.entries, key=lambda each: each.name)
        if factor.id in known.factors_guarded and slug_of(known.name) in index.systems
    ]
