"""Which reports name a factor: those that figures count, those taken over as they were, and the rest of the lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from afterword.index.index import Index
from afterword.index.recurrence import RECURS_FROM, reports_with
from afterword.model.report import Report
from afterword.model.vocabulary import Factor


@dataclass(frozen=True)
class Named:
    """The listed reports that name one factor, newest first.

    Attributes:
        counted: those that figures count.
        taken_over: those taken over as they were, labelled in bulk or with factors of their own.
        others: the rest, such as superseded ones.
    """

    counted: tuple[Report, ...]
    taken_over: tuple[Report, ...]
    others: tuple[Report, ...]

    @property
    def told(self) -> tuple[Report, ...]:
        """Counted ones and those taken over, newest first."""
        both = (*self.counted, *self.taken_over)
        return tuple(sorted(both, key=lambda report: report.sort_key(), reverse=True))


@dataclass(frozen=True)
class OftenNamed:
    """A factor of the vocabulary that recurs, with the reports that name it."""

    factor: Factor
    named: Named


def named_by(factor_id: str, index: Index) -> Named:
    """The listed reports that name the factor, by whether figures count them."""
    uses = index.by_factor.get(factor_id, ())
    counted = frozenset(report.id for report in index.counted)
    taken_over = frozenset(report.id for report in index.taken_over)
    rest = frozenset(use.report.id for use in uses) - counted - taken_over
    return Named(reports_with(uses, counted), reports_with(uses, taken_over), reports_with(uses, rest))


def often_named(index: Index) -> list[OftenNamed]:
    """Factors in two or more reports that are counted or were taken over.

    Those in the most counted reports stand first, since somebody wrote there how the factor fed in; then those in the
    most reports taken over, then by title.
    """
    terms: Mapping[str, Factor] = index.view.vocabulary.factor_by_id
    found = [OftenNamed(terms[each], named_by(each, index)) for each in index.by_factor if each in terms]
    often = [each for each in found if len(each.named.counted) + len(each.named.taken_over) >= RECURS_FROM]
    return sorted(often, key=lambda each: (-len(each.named.counted), -len(each.named.taken_over), each.factor.title))
