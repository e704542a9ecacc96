"""`reports.json`: every report of the view, with what is computed from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from afterword.api.addresses import page_url
from afterword.api.remediations import describe_use
from afterword.api.replays import describe_replays
from afterword.api.values import dump_fields
from afterword.index.guarding import report_guard
from afterword.index.index import Index
from afterword.link.similar.because import describe_because
from afterword.model.measures import measure_timeline, rolled_back_before_snapshot, silent_checks
from afterword.model.report import Report
from afterword.pages.page import SiteFacts

_COMPUTED = ("related", "remediations")
"""Fields of the form that stand here with more than was typed."""


def describe_reports(index: Index, facts: SiteFacts) -> list[dict[str, Any]]:
    """All reports, sorted by id. Of a withdrawn one nothing is left but its id, its title and the reason."""
    shown = {report.id for report in index.listed}
    counted = {report.id for report in index.counted}
    return [
        {
            **_typed(report),
            **_head(report, facts),
            **_labels(report),
            "counted": report.id in counted,
            "measures": _measures(report),
            "replays": describe_replays(report, index),
            "evidence_urls": _evidence_urls(report, index, facts),
            "remediations": [describe_use(use) for use in index.remediations_of(report)],
            "guards": _guards(report, index),
            "related": _related(report, index),
            "declared_related": [each for each in index.graph.related(report.id) if each in shown],
            "backlinks": _backlinks(report, index, shown),
            "superseded_by": sorted(shown.intersection(index.graph.superseded_by(report.id))),
        }
        for report in index.view.reports
    ]


def _head(report: Report, facts: SiteFacts) -> dict[str, Any]:
    return {
        "id": report.id,
        "url": page_url(f"reports/{report.id}/", facts),
        "title": report.front.title,
        "kind": report.kind,
        "lifecycle": report.lifecycle,
        "audience": report.audience,
        "origin": report.front.origin,
        "severity": report.severity,
        "date": report.date.text if report.date else None,
        "revision": report.revision,
    }


def _labels(report: Report) -> dict[str, Any]:
    """The days on which its factors were accepted in bulk, by factor; nothing for a report that names its own."""
    if not report.labels:
        return {}
    return {"labels_accepted_on": {each.factor: each.accepted_on.isoformat() for each in report.labels}}


def _typed(report: Report) -> dict[str, Any]:
    return {key: value for key, value in dump_fields(report.front).items() if key not in _COMPUTED}


def _measures(report: Report) -> dict[str, Any]:
    """Stretches of the timeline that can be told, in seconds; checks that stayed silent, by the reason why."""
    timeline = report.front.timeline
    stretches = {
        measure.name: {
            "low_seconds": int(measure.value.low.total_seconds()),
            "high_seconds": int(measure.value.high.total_seconds()),
            "formula": measure.formula,
        }
        for measure in measure_timeline(timeline)
        if measure.value is not None
    }
    return {
        "stretches": stretches,
        "silent_checks": silent_checks(timeline),
        "rolled_back_before_snapshot": rolled_back_before_snapshot(timeline, is_lost=report.is_state_lost),
    }


def _evidence_urls(report: Report, index: Index, facts: SiteFacts) -> Mapping[str, str]:
    """Published files by the id of their evidence."""
    found = {}
    for entry in report.front.evidence:
        file = index.view.evidence_files.get(entry.uri or "")
        if entry.id and file is not None and file.address is not None:
            found[entry.id] = page_url(file.address, facts)
    return found


def _guards(report: Report, index: Index) -> list[dict[str, Any]]:
    """Where each case stands by its recorded runs, in the report's order."""
    return [
        {
            "case": case.id,
            "guarding": standing.guarding,
            "since": standing.since.isoformat() if standing.since else None,
            "reason": standing.reason,
            "last_run": standing.last.at.isoformat() if standing.last else None,
        }
        for case, standing in report_guard(report, index.view).cases
    ]


def _related(report: Report, index: Index) -> list[dict[str, Any]]:
    """Declared and computed relations as one list, best first; a withdrawn report has none."""
    return [
        {"id": other.id, "score": other.score, "because": describe_because(other.because)}
        for other in index.related.get(report.id, ())
    ]


def _backlinks(report: Report, index: Index, shown: Iterable[str]) -> list[dict[str, str]]:
    relations = [each for each in index.graph.backlinks(report.id) if each.source in shown]
    return [{"id": each.source, "kind": each.kind} for each in relations]
