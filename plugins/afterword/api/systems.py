"""`systems.json`: every system that a report of the view names."""

from __future__ import annotations

from typing import Any

from afterword.api.addresses import page_url
from afterword.index.index import Group, Index
from afterword.index.systems import Told, listed_system, system_title, told_of
from afterword.pages.page import SiteFacts

_FIELDS: tuple[Told, ...] = ("type", "owner_team", "provider", "autonomy")


def describe_systems(index: Index, facts: SiteFacts) -> list[dict[str, Any]]:
    """All systems, sorted by slug; what is known of them comes from the list of systems, else from the reports."""
    return [_system(group, index, facts) for group in index.systems.values()]


def _system(group: Group, index: Index, facts: SiteFacts) -> dict[str, Any]:
    known = listed_system(group, index)
    return {
        "name": group.name,
        "slug": group.slug,
        "url": page_url(f"systems/{group.slug}/", facts),
        "title": system_title(group, index),
        **{field: told_of(group, index, field) or None for field in _FIELDS},
        "factors_guarded": list(known.factors_guarded) if known else [],
        "reports": [report.id for report in group.reports],
    }
