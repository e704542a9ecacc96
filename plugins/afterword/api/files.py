"""The versioned JSON below `api/v1/`: four documents, the schema that they follow, and that of a report."""

from __future__ import annotations

from collections.abc import Iterator

from afterword.api.factors import describe_factors
from afterword.api.remediations import describe_kinds, describe_remediations
from afterword.api.reports import describe_reports
from afterword.api.schema import VERSION, make_api_schema
from afterword.api.systems import describe_systems
from afterword.api.text import to_bytes
from afterword.index.index import Index
from afterword.model.json_schema import PLACE, write_schema
from afterword.pages.page import Asset, SiteFacts

FOLDER = "api/v1"


def render_api(index: Index, facts: SiteFacts) -> Iterator[Asset]:
    """All six files. They hold what the view holds and nothing else."""
    head = {
        "schema": VERSION,
        "site": facts.name,
        "audience": index.view.audience,
        "as_of": index.today.isoformat(),
    }
    documents: dict[str, dict[str, object]] = {
        "reports": {"reports": describe_reports(index, facts)},
        "factors": {"factors": describe_factors(index, facts)},
        "remediations": {
            "kinds": describe_kinds(index, facts),
            "remediations": describe_remediations(index),
        },
        "systems": {"systems": describe_systems(index, facts)},
    }
    for name, document in documents.items():
        yield Asset(f"{FOLDER}/{name}.json", to_bytes({**head, **document}))
    yield Asset(f"{FOLDER}/schema.json", to_bytes(make_api_schema()))
    yield Asset(PLACE, write_schema(facts.url).encode())
