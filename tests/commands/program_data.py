"""What commands write for programs: each form with what its own code says of it, and the keys that it really has."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date

from afterword.commands.evals_rows import describe_rows
from afterword.digest.forms.json_form import digest_schema
from afterword.digest.view import Digest
from afterword.engine import export_notes
from afterword.evals import manifest
from afterword.evals.results import own_form
from afterword.findings import github, gitlab, junit, sarif
from afterword.findings import json as findings_json
from afterword.findings.finding import CheckResult, Finding
from afterword.impact.forms.json_form import impact_schema
from afterword.impact.view import Impact
from afterword.model import json_schema
from afterword.model.span import START


def _keys(text: str | bytes) -> list[str]:
    return list(json.loads(text))


def _finding() -> list[str]:
    found = Finding("a.md", START, "AW403", "factor-unaddressed", "error", "It is wrong.")
    return list(findings_json.as_record(found, lambda _: None))


def _first(documented: object) -> str:
    """The first paragraph of what the code says of itself."""
    return (documented.__doc__ or "").strip().split("\n\n")[0]


PROGRAM_DATA: tuple[tuple[str, str, Mapping[str, Sequence[str]]], ...] = (
    (
        "afterword check --format json",
        findings_json.__doc__ or "",
        {
            "Its": _keys(findings_json.render_json(CheckResult((), (), 0), lambda _: None)),
            "A finding's": _finding(),
        },
    ),
    ("afterword check --format sarif", sarif.__doc__ or "", {}),
    ("afterword check --format github", github.__doc__ or "", {}),
    ("afterword check --format gitlab", gitlab.__doc__ or "", {}),
    ("afterword check --format junit", junit.__doc__ or "", {}),
    ("afterword evals selfcheck --format json", _first(describe_rows), {"Its": _keys(describe_rows(()))}),
    ("afterword impact --format json", _first(Impact), {"Its": list(impact_schema()["properties"])}),
    ("digest.json of afterword digest", _first(Digest), {"Its": list(digest_schema()["properties"])}),
    (
        "afterword-cases.json of afterword evals export",
        manifest.__doc__ or "",
        {"Its": list(manifest.Manifest.model_json_schema()["properties"])},
    ),
    (
        "The file of afterword evals gate --out",
        _first(own_form),
        {"Its": list(own_form.OwnResults.model_json_schema()["properties"])},
    ),
    (
        "index.json of afterword export",
        _first(export_notes.write_index),
        {"Its": _keys(export_notes.write_index("", "public", date(2026, 1, 1), (), ()))},
    ),
    ("afterword schema", _first(json_schema), {}),
)
"""Each form by its name, what it is, and its keys by whose they are; none where a standard of others says them."""
