"""`remediations.json`: every remediation, joined with what its tracker says, and the kinds."""

from __future__ import annotations

from typing import Any

from afterword.api.addresses import page_url
from afterword.api.values import dump_fields
from afterword.index.index import Index
from afterword.index.remediations import RemediationUse
from afterword.pages.page import SiteFacts


def describe_use(use: RemediationUse) -> dict[str, Any]:
    """One remediation: its fields, with the joined status in the place of the typed one."""
    return {
        **dump_fields(use.remediation),
        "addresses": list(use.report.front.addressed_by(use.remediation)),
        "strength": use.strength,
        "status": use.status,
        "drift": use.drift,
        "opened": use.opened.isoformat() if use.opened else None,
        "closed": use.closed.isoformat() if use.closed else None,
        "age_days": use.age,
        "overdue_days": use.overdue,
    }


def describe_remediations(index: Index) -> list[dict[str, Any]]:
    """All remediations, in the order of reports and of their lists."""
    return [{**describe_use(use), "report": use.report.id} for use in index.remediations]


def describe_kinds(index: Index, facts: SiteFacts) -> list[dict[str, Any]]:
    """All kinds of the vocabulary, sorted by id, with how often counted reports use them."""
    counted = {report.id for report in index.counted}
    return [
        {
            "id": kind.id,
            "url": page_url(f"remediations/{kind.id}/", facts),
            "title": kind.title,
            "definition": kind.definition,
            "strength": kind.strength,
            "analogue": kind.analogue,
            "maps_to": {key: list(codes) for key, codes in kind.maps_to.items()},
            "count": sum(use.report.id in counted for use in index.by_remediation_kind.get(kind.id, ())),
        }
        for kind in sorted(index.view.vocabulary.kinds, key=lambda each: each.id)
    ]
