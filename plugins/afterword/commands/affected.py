"""Which reports a change can affect: those it touches, those that lead to them, and all where all depend on it."""

from __future__ import annotations

from pathlib import Path

from afterword.commands.find_project import canonical
from afterword.link.targets import resolve_href
from afterword.model.collection import Collection
from afterword.model.project import Project
from afterword.model.report import Report


def affected_paths(changed: frozenset[Path], collection: Collection, project: Project) -> frozenset[Path] | None:
    """Absolute paths of the files whose findings may differ by the change; None for all of them.

    A finding in one report can rest on another one: on a link to it, on an id that both have, and in a report under
    review on whatever any other report tells of the same factors. What every report rests on affects every report.
    """
    docs = canonical(project.docs)
    shared = {canonical(path) for path in (project.config, project.home) if path is not None}
    touched = frozenset(canonical(path) for path in changed)
    if touched & shared or any(_is_shared(path, docs) for path in touched):
        return None
    reports = {project.root / report.path: report for report in collection.reports}
    # What was deleted or renamed is known by its name alone.
    ids = {path.stem for path in touched if path.suffix == ".md" and path.is_relative_to(docs / "reports")}
    mine = [reports[path] for path in touched if path in reports]
    ids |= {name for report in mine for name in (report.id, *report.front.aliases)}
    owners = {
        path.relative_to(docs / "evidence").parts[0] for path in touched if path.is_relative_to(docs / "evidence")
    }
    reviewed = bool(ids)
    others = (path for path, report in reports.items() if _rests_on(report, ids, owners, reviewed=reviewed))
    return touched | frozenset(others)


def _is_shared(path: Path, docs: Path) -> bool:
    """Whether every report may rest on the file: vocabularies, systems, labels, what machines wrote, pages by hand."""
    if not path.is_relative_to(docs):
        return False
    return path.relative_to(docs).parts[:1] not in {("reports",), ("evidence",)}


def _rests_on(report: Report, ids: set[str], owners: set[str], *, reviewed: bool) -> bool:
    if report.id in ids or report.id in owners or (reviewed and report.lifecycle == "in-review"):
        return True
    if ids.intersection((*report.front.related, *report.front.supersedes, *report.front.aliases)):
        return True
    found = (resolve_href(report, link.href) for link in report.body.links)
    return any(target.kind == "report" and target.value in ids for target in found)
