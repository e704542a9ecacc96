"""Which reports are new, which differ and which are gone, by their ids and earlier ids."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from afterword.impact.sides import Sides
from afterword.impact.view import Ref, Term
from afterword.index.index import Index
from afterword.model.report import Report
from afterword.pages.words import WITHDRAWN_TITLE


@dataclass(frozen=True)
class Pair:
    """One report before and after; `before` is None for a new one."""

    before: Report | None
    after: Report


@dataclass(frozen=True)
class Compared:
    """The reports of both states, each list by id.

    Attributes:
        sides: what the audience sees of both states.
        before: the answers of the base.
        after: the answers of the change.
        new: reports without a counterpart in the base.
        kept: those with one, changed or not.
        gone: reports of the base without a counterpart.
    """

    sides: Sides
    before: Index
    after: Index
    new: tuple[Report, ...]
    kept: tuple[Pair, ...]
    gone: tuple[Report, ...]


def compare(sides: Sides, before: Index, after: Index) -> Compared:
    """Hold the reports of both states beside each other."""
    known = sides.before.by_id
    pairs = [Pair(_counterpart(report, sides), report) for report in sides.after.reports]
    matched = {pair.before.id for pair in pairs if pair.before is not None}
    return Compared(
        sides=sides,
        before=before,
        after=after,
        new=tuple(pair.after for pair in pairs if pair.before is None),
        kept=tuple(pair for pair in pairs if pair.before is not None),
        gone=tuple(known[id] for id in sorted(known) if id not in matched),
    )


def ref(report: Report) -> Ref:
    """The report by its id and title; a withdrawn one may hide its title."""
    hides = report.lifecycle == "withdrawn" and report.front.title is None
    return Ref(id=report.id, title=WITHDRAWN_TITLE if hides else report.title)


def body_of(report: Report) -> str:
    """The body, whatever line ends a checkout gives it."""
    return "\n".join(report.body.text.splitlines()).strip()


def terms_of(report: Report, index: Index) -> Iterator[Term]:
    """The factors of the vocabulary that the report names, each once, in its order."""
    known = index.view.vocabulary.factor_by_id
    for factor in dict.fromkeys(each.factor for each in report.front.contributing_factors):
        if factor and factor in known:
            yield Term(id=known[factor].id, title=known[factor].title)


def _counterpart(report: Report, sides: Sides) -> Report | None:
    """The same report in the base: under its id, else under an earlier one that no report has any more."""
    known, now = sides.before.by_id, sides.after.by_id
    if report.id in known:
        return known[report.id]
    return next((known[alias] for alias in report.front.aliases if alias in known and alias not in now), None)
