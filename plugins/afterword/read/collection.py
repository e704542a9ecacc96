"""A repository's files to a `Collection`: each is looked at once, and none can keep the others from being read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from afterword.audit.audit import standing_flags
from afterword.model.approvals import Approvals
from afterword.model.audience import is_shown_to
from afterword.model.collection import Collection
from afterword.model.eval_state import EvalState
from afterword.model.evidence_file import EvidenceFile
from afterword.model.flag import Clearance
from afterword.model.labels import NAME as LABELS
from afterword.model.problem import Problem
from afterword.model.project import Project
from afterword.model.report import Report
from afterword.model.span import START
from afterword.model.tree import StrayFile
from afterword.read.approvals import NAME as APPROVALS
from afterword.read.approvals import read_approvals
from afterword.read.archive_links import with_archive_links
from afterword.read.clearances import NAME as CLEARANCES
from afterword.read.clearances import read_clearances
from afterword.read.eval_state import NAME as RUNS
from afterword.read.eval_state import read_eval_state
from afterword.read.evidence import read_evidence
from afterword.read.files import Entry, printable, read_bytes, walk_files
from afterword.read.front_matter import begins_with_fence
from afterword.read.glossary import read_glossary
from afterword.read.labels import label_reports, read_labels
from afterword.read.prose import read_prose
from afterword.read.report import broken_report, read_report
from afterword.read.systems import read_systems
from afterword.read.tracker_state import read_tracker_state
from afterword.read.vocabulary import read_vocabulary

ASSET_FOLDERS = ("assets/",)
"""Folders of files that people put beside their pages on purpose, such as the logo."""
PAGE_KEYS = frozenset(
    {
        "title", "description", "hide", "icon", "status", "template", "search", "tags", "subtitle", "social",
        "comments", "date", "authors", "categories", "slug", "pin", "links", "draft", "readtime",
    }
)  # fmt: skip
"""Front matter with nothing but these is the site theme's: such a page is a page, not a report."""


def read_collection(project: Project, extra: Iterable[Path] = (), prose: Iterable[Path] = ()) -> Collection:
    """Read everything under the documents folder, the `extra` reports outside of it, and files of mere `prose`."""
    docs = project.docs
    reports: list[Report] = []
    strays: list[StrayFile] = []
    pages: set[str] = set()
    evidence: dict[str, EvidenceFile] = {}
    for entry in walk_files(docs):
        place = printable(entry.path.relative_to(docs).as_posix())
        if place.startswith("evidence/"):
            shown = printable(project.shown(entry.path))
            evidence[place] = read_evidence(entry.path, uri=place, shown=shown, limits=project.settings.limits)
        elif place.startswith("reports/") and place.lower().endswith(".md"):
            reports.append(_read_file(project, entry.path, place))
        elif stray := _judge_stray(project, entry, place):
            strays.append(stray)
        elif not place.startswith("_"):
            pages.add(place)
    reports.extend(_read_file(project, path, "") for path in sorted(extra))
    vocabulary, wrong_terms = read_vocabulary(docs, project.shown(docs), project.settings.vocabulary)
    glossary, wrong_words = read_glossary(docs, project.shown(docs), project.settings)
    systems_path, state_path = docs / project.settings.systems, docs / project.settings.state / "trackers.json"
    systems, wrong_systems = read_systems(systems_path, project.shown(systems_path), vocabulary)
    state, wrong_state = read_tracker_state(state_path, project.shown(state_path))
    runs_path = docs / project.settings.state / RUNS
    runs, wrong_runs = read_eval_state(runs_path, project.shown(runs_path))
    approvals_path = docs / project.settings.state / APPROVALS
    approvals, wrong_approvals = read_approvals(approvals_path, project.shown(approvals_path))
    audit_path = docs / project.settings.state / CLEARANCES
    clearances, wrong_clearances = read_clearances(audit_path, project.shown(audit_path))
    ids = frozenset(report.id for report in reports)
    labels, wrong_labels = read_labels(docs / LABELS, project.shown(docs / LABELS), ids, vocabulary)
    cleared = [_held_for_what_stands(report, clearances) for report in label_reports(reports, labels)]
    return Collection(
        reports=with_archive_links(cleared, {*pages, *evidence}),
        vocabulary=vocabulary,
        systems=replace(systems, audience=project.settings.default_audience),
        tracker_state=state,
        eval_state=runs or EvalState(),
        approvals=approvals or Approvals(),
        evidence_files=evidence,
        zone=project.settings.zone_info,
        strays=tuple(strays),
        data_problems=(
            *wrong_terms,
            *wrong_words,
            *wrong_systems,
            *wrong_state,
            *wrong_runs,
            *wrong_approvals,
            *wrong_clearances,
            *wrong_labels,
        ),
        glossary=glossary,
        pages=frozenset(pages),
        prose=tuple(_read_prose(project, path) for path in sorted(prose)),
    )


def _held_for_what_stands(report: Report, clearances: Mapping[str, Clearance]) -> Report:
    if not report.held_for:
        return report
    return replace(report, held_for=standing_flags(report, clearances.get(report.id)))


def _read_file(project: Project, path: Path, place: str) -> Report:
    shown = printable(project.shown(path))
    data = read_bytes(path)
    if isinstance(data, str):
        return broken_report(shown, place, Problem("unreadable-file", START, f"the file cannot be read: {data}"))
    return read_report(data, path=shown, place=place, settings=project.settings)


def _read_prose(project: Project, path: Path) -> Report:
    shown = printable(project.shown(path))
    data = read_bytes(path)
    if isinstance(data, str):
        return broken_report(shown, "", Problem("unreadable-file", START, f"the file cannot be read: {data}"))
    return read_prose(data, path=shown, settings=project.settings)


def _judge_stray(project: Project, entry: Entry, place: str) -> StrayFile | None:
    """A file that nobody decided to publish, or None for a page, an asset or a private file."""
    shown = printable(project.shown(entry.path))
    if place.startswith("_"):
        return None
    if not entry.regular:
        is_folder = entry.path.is_dir() and not entry.path.is_symlink()
        return StrayFile(shown, place, "not-opened" if is_folder else "not-regular")
    if place.startswith("reports/"):
        return StrayFile(shown, place, "not-markdown")
    if place.startswith(ASSET_FOLDERS):
        return None
    if not place.lower().endswith(".md"):
        return StrayFile(shown, place, "unlisted")
    return StrayFile(shown, place, "report-elsewhere") if _is_report(entry.path, project) else None


def _is_report(path: Path, project: Project) -> bool:
    data = read_bytes(path)
    if isinstance(data, str) or not begins_with_fence(data.decode("utf-8-sig", "replace")):
        return False
    report = read_report(data, path=path.name, place="", settings=project.settings)
    typed = {str(key[0]) for key in report.mentioned if len(key) == 1}
    # A page may name an audience that everybody here belongs to: an export for that one takes it along.
    named = report.front.audience
    wide = named is not None and is_shown_to(named, project.settings.audience)
    return not typed or not typed <= (PAGE_KEYS | {"audience"} if wide else PAGE_KEYS)
