"""`remediations/open/rows.json`: the open remediations that have no room on the page, for its filters and orders.

The page holds the first rows of each team. Its script loads the others from here, so that what is chosen, ordered and
downloaded is all that is open. Where the page holds everything there is no such file.

Reports, kinds and teams are named once, and each row has their places: `reports` as id, title, severity, system, its
slug and whether it has a page; `kinds` as slug, label and the name of their page, empty for none; `teams` as the anchor
of their section with its rows. A row is an array in the order of `FIELDS`; what is not known is null. The form carries
its version; a script that does not know it leaves the page as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from afterword.api.text import to_bytes
from afterword.index.index import Index
from afterword.index.open import OpenRemediation, list_open
from afterword.index.slugs import slug_of
from afterword.model.report import Report
from afterword.pages.open_rows import list_left_out
from afterword.pages.page import Asset, SiteFacts
from afterword.pages.remediation_rows import anchor_of, title_of
from afterword.pages.words import label, shown_title, system_words

PATH = "remediations/open/rows.json"
VERSION = "afterword-open/1"
FIELDS = (
    "report", "id", "title", "anchor", "status", "strength", "kind", "age", "target", "due", "late", "drift", "tracker",
)  # fmt: skip


def render_open_rows(index: Index, facts: SiteFacts) -> Iterator[Asset]:
    """The file, where the page leaves anything out. It holds what lists show, and nothing else."""
    left_out = list_left_out(list_open(index, facts.targets))
    if any(rows for _, rows in left_out):
        yield Asset(PATH, to_bytes(describe_open_rows(index, left_out), compact=True))


def describe_open_rows(index: Index, left_out: list[tuple[str, tuple[OpenRemediation, ...]]]) -> dict[str, Any]:
    """The document; `left_out` are the anchors of the sections, each with the rows that have no room there."""
    every = [each for _, rows in left_out for each in rows]
    reports = list({each.use.report.id: each.use.report for each in every}.values())
    kinds = sorted({each.use.remediation.kind for each in every if each.use.remediation.kind})
    place = {report.id: number for number, report in enumerate(reports)}
    return {
        "schema": VERSION,
        "reports": [_report(report, index) for report in reports],
        "kinds": [_kind(kind, index) for kind in kinds],
        "teams": [[anchor, [_row(each, place, kinds) for each in rows]] for anchor, rows in left_out if rows],
    }


def _report(report: Report, index: Index) -> list[str | bool]:
    severity, system = report.front.severity, report.front.system
    name = (system.name if system else None) or ""
    slug = slug_of(name)
    return [
        report.id,
        shown_title(report),
        label(severity) if severity else "",
        system_words(name, index) if name else "",
        slug,
        slug in index.systems,
    ]


def _kind(kind: str, index: Index) -> list[str]:
    known = index.view.vocabulary.kind_by_id.get(kind)
    return [slug_of(kind), known.title if known else kind, known.id if known else ""]


def _row(each: OpenRemediation, place: dict[str, int], kinds: list[str]) -> list[Any]:
    use, remediation = each.use, each.use.remediation
    tracker = remediation.tracker if remediation.tracker and remediation.tracker.startswith("https://") else None
    found: dict[str, Any] = {
        "report": place[use.report.id],
        "id": remediation.id,
        "title": title_of(use),
        "anchor": anchor_of(use),
        "status": use.status,
        "strength": use.strength,
        "kind": kinds.index(remediation.kind) if remediation.kind else None,
        "age": use.age,
        "target": each.target,
        "due": remediation.due.isoformat() if remediation.due else None,
        "late": use.overdue,
        "drift": use.drift or None,
        "tracker": tracker,
    }
    return [found[name] for name in FIELDS]
