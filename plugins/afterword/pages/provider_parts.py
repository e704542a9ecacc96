"""What a provider's page shows: systems that rest on it, ours before those of others, and what changed upstream."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from afterword.index.index import Group, Index
from afterword.index.lessons import is_own
from afterword.pages.entries import Entry, report_entry
from afterword.pages.escape import escape_text
from afterword.pages.marks import factor_chip
from afterword.pages.team_lessons import system_entries, systems_with
from afterword.pages.words import fill, sentence

_UPSTREAM = frozenset({"upstream-provider", "vendor-management"})
"""Groups of factors that tell of a provider's side."""


@dataclass(frozen=True)
class ProviderParts:
    """Lists of lines, each of which may be empty."""

    ours: list[Entry]
    others: list[Entry]
    changes: list[Entry]


def provider_parts(group: Group, index: Index, path: str) -> ProviderParts:
    """The parts of one provider's page."""
    resting = systems_with("provider", group, index)
    return ProviderParts(
        ours=system_entries([each for each in resting if is_own(each, index)], index, path),
        others=system_entries([each for each in resting if not is_own(each, index)], index, path),
        changes=list(_changes(group, index, path)),
    )


def _changes(group: Group, index: Index, path: str) -> Iterator[Entry]:
    """Reports in which a condition on the provider's side fed in, each with how it did."""
    terms = index.view.vocabulary.factor_by_id
    for report in group.reports:
        named = [each for each in report.front.contributing_factors if each.factor in terms]
        upstream = [each for each in named if terms[each.factor or ""].group in _UPSTREAM]
        if upstream:
            texts = [
                fill(
                    "{} {}",
                    factor_chip(each.factor or "", index, path),
                    escape_text(sentence(each.how or "")) if each.how else Markup(),
                )
                for each in upstream
            ]
            yield report_entry(report, index, path, *texts)
