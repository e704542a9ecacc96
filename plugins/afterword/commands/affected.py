"""Which files a change can affect: those it touches, those that rest on them, and all where all may."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote

from afterword.commands.find_project import canonical
from afterword.commands.selection import as_shown
from afterword.link.targets import resolve_href
from afterword.model.collection import Collection
from afterword.model.ids import is_report_id
from afterword.model.project import Project
from afterword.model.report import Report
from afterword.rules.references.aw202_repeated_id import name_key
from afterword.rules.references.known import bare_name, is_alike
from afterword.rules.safety.evidence_uri import plain_path


def affected_paths(
    changed: frozenset[Path], before: tuple[Report, ...] | None, collection: Collection, project: Project
) -> frozenset[Path] | None:
    """Absolute paths of the files whose findings may differ by the change; None for all of them.

    A finding in one file can rest on another one: on a link to it, on a name that both have, on the report that a file
    is evidence of, and in a report under review on whatever any other report tells of the same factors. Rather a file
    too many is named than one too few.

    Args:
        changed: absolute paths of the files that the change touches.
        before: those of them that were reports, as they were before it; None where that is not known.
        collection: everything as it is now.
        project: where it lies.
    """
    docs = canonical(project.docs)
    shared = {canonical(path) for path in (project.config, project.home) if path is not None}
    touched = frozenset(canonical(path) for path in changed)
    if before is None or touched & shared or any(_is_shared(path, docs) for path in touched):
        return None
    shown = frozenset(map(as_shown, touched))
    now = tuple(report for report in collection.reports if project.root / report.path in shown)
    evidence = frozenset(path.relative_to(docs) for path in touched if path.is_relative_to(docs / "evidence"))
    # A name that is gone leaves references, folders and labels behind that nothing of now leads to.
    if _names(before) - _names(now) or not all((docs / path).is_file() for path in evidence):
        return None
    if not now and not evidence:
        return touched
    new = _names(now) - _names(before)
    change = _Change((*before, *now), evidence, new, _names(collection.reports) - new)
    reports = (project.root / each.path for each in collection.reports if change.reaches(each))
    files = (project.root / each.path for uri, each in collection.evidence_files.items() if change.reaches_file(uri))
    # The settings are judged by what all reports and files together hold.
    return touched | shared | frozenset(reports) | frozenset(files)


class _Change:
    """Reports that were touched, as they were and as they are, and touched files below `evidence/`."""

    def __init__(
        self, reports: tuple[Report, ...], evidence: frozenset[Path], new: frozenset[str], known: frozenset[str]
    ) -> None:
        self._has_reports, self._new, self._known = bool(reports), new, known
        self._is_imported = bool(evidence) or any(each.lifecycle == "imported" for each in reports)
        folders = {path.parts[1] for path in evidence if len(path.parts) > 1}
        self._names = frozenset(map(name_key, _names(reports) | folders))
        led_to = (name for each in reports for name in (*each.front.related, *each.front.supersedes))
        self._led_to = frozenset(map(name_key, led_to))
        self._uris = frozenset(plain_path(entry.uri) for each in reports for entry in each.front.evidence if entry.uri)

    def reaches(self, report: Report) -> bool:
        """Whether findings in `report` may differ by the change."""
        if self._has_reports and report.lifecycle == "in-review":
            return True
        # A name that is new can be what a broken reference or an odd file name is advised to become.
        if self._new and not is_report_id(report.id):
            return True
        broken = (name for name in _led_to(report) if name not in self._known) if self._new else ()
        if any(is_alike(name, each) for name in broken for each in self._new):
            return True
        # What the links of an import mean is told from all files of its archive together.
        if self._is_imported and report.lifecycle == "imported":
            return True
        if self._led_to.intersection(name_key(each) for each in _names([report])):
            return True
        text = name_key("\n".join(_texts(report)))
        return any(name in text for name in self._names)

    def reaches_file(self, uri: str) -> bool:
        """Whether findings in the file below `evidence/` may differ by the change."""
        return uri in self._uris or name_key(uri.split("/")[1]) in self._names


def _is_shared(path: Path, docs: Path) -> bool:
    """Whether every report may rest on the file: vocabularies, systems, labels, what machines wrote, pages by hand."""
    if not path.is_relative_to(docs):
        return False
    return path.relative_to(docs).parts[:1] not in {("reports",), ("evidence",)}


def _names(reports: Iterable[Report]) -> frozenset[str]:
    return frozenset(name for each in reports for name in (each.id, *each.front.aliases))


def _led_to(report: Report) -> Iterator[str]:
    """The names of reports that it leads to, as a misspelt one is compared with those that there are."""
    hrefs = (link.href for link in report.body.links if resolve_href(report, link.href).kind in {"report", "absolute"})
    for each in (*report.front.related, *report.front.supersedes, *hrefs):
        yield bare_name(unquote(each)).lower()


def _texts(report: Report) -> Iterator[str]:
    """Everything in which the name of another report or of a file can stand, as typed and as it is understood."""
    front = report.front
    yield from (report.id, report.source.text, unquote(report.source.text))
    yield from (*front.aliases, *front.related, *front.supersedes)
    yield from (unquote(link.href) for link in report.body.links)
    yield from (entry.uri for entry in front.evidence if entry.uri)
