"""Which remediations stand: those that were not declined, and how strong they are."""

from __future__ import annotations

from collections.abc import Iterator

from afterword.model.choices import Strength
from afterword.model.remediation import Remediation
from afterword.model.report import Report
from afterword.rules.rule import Context


def standing(report: Report) -> Iterator[tuple[int, Remediation]]:
    """The place and the remediation of each one that was not declined."""
    for place, each in enumerate(report.front.remediations):
        if each.status != "declined":
            yield place, each


def strength_of(each: Remediation, context: Context) -> Strength | None:
    """The strength of a remediation; None for a kind that the vocabulary does not hold."""
    return context.collection.vocabulary.strength(each.kind, blocking=each.blocking)
