"""Addresses in the front matter: which fields take one, and which scheme it has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.model.report import Report
from afterword.model.span import Path

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]+):")


def addresses_of(report: Report) -> Iterator[tuple[Path, str]]:
    """All values that are an address, or for evidence may be one, with their paths."""
    for place, entry in enumerate(report.front.evidence):
        if entry.uri is not None:
            yield ("evidence", place, "uri"), entry.uri
    for place, remediation in enumerate(report.front.remediations):
        if remediation.tracker is not None:
            yield ("remediations", place, "tracker"), remediation.tracker
    for place, reference in enumerate(report.front.references):
        if reference.url is not None:
            yield ("references", place, "url"), reference.url


def scheme_of(address: str) -> str:
    """The scheme in lower case as a browser reads it; empty for none. One letter is a drive, not a scheme."""
    clean = "".join(character for character in address if character > " ")
    found = _SCHEME.match(clean)
    return found[1].lower() if found else ""
