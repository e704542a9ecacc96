"""Work items that remediations of several reports share: one piece of work that mends more than one thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from afterword.index.remediations import RemediationUse
from afterword.model.report import Report
from afterword.model.tracker_state import trim


def list_shared(uses: Iterable[RemediationUse]) -> Mapping[str, tuple[Report, ...]]:
    """By address the reports that name it, each once and in their order, for addresses that two or more name."""
    found: dict[str, dict[str, Report]] = defaultdict(dict)
    for use in uses:
        if use.remediation.tracker:
            found[trim(use.remediation.tracker)].setdefault(use.report.id, use.report)
    return {url: tuple(reports.values()) for url, reports in sorted(found.items()) if len(reports) > 1}
