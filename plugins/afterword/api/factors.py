"""`factors.json`: every contributing factor of the vocabulary, with each report that names it."""

from __future__ import annotations

from typing import Any

from afterword.api.addresses import page_url
from afterword.index.index import FactorUse, Index
from afterword.pages.page import SiteFacts


def describe_factors(index: Index, facts: SiteFacts) -> list[dict[str, Any]]:
    """All factors, sorted by id, with how many counted reports name them; uses are the newest first."""
    counted = {report.id for report in index.counted}
    return [
        {
            "id": factor.id,
            "url": page_url(f"factors/{factor.id}/", facts),
            "title": factor.title,
            "definition": factor.definition,
            "side": factor.side,
            "group": factor.group,
            "maps_to": {key: list(codes) for key, codes in factor.maps_to.items()},
            "count": len({use.report.id for use in index.by_factor.get(factor.id, ())} & counted),
            "uses": [_use(use) for use in index.by_factor.get(factor.id, ())],
            "remediations": [
                {"report": use.report.id, "id": use.remediation.id} for use in index.remediations_for(factor.id)
            ],
        }
        for factor in sorted(index.view.vocabulary.factors, key=lambda each: each.id)
    ]


def _use(use: FactorUse) -> dict[str, Any]:
    entry = use.factor
    told = {"report": use.report.id, "id": entry.id, "confidence": entry.confidence, "how": entry.how}
    day = next((each.accepted_on.isoformat() for each in use.report.labels if each.factor == entry.factor), None)
    return {**told, "label_accepted_on": day} if day else told
