"""The reports of one system, without reading the others: most files are left after a look at their bytes."""

from __future__ import annotations

import re
from dataclasses import replace

from afterword.audit.audit import standing_flags
from afterword.model.labels import NAME
from afterword.model.project import Project
from afterword.model.report import Report
from afterword.model.slugs import slug_of
from afterword.read.clearances import NAME as CLEARANCES
from afterword.read.clearances import read_clearances
from afterword.read.files import printable, read_bytes, walk_files
from afterword.read.labels import label_reports, read_labels
from afterword.read.report import read_report
from afterword.read.vocabulary import read_vocabulary


def read_reports_on(name: str, project: Project) -> list[Report]:
    """The readable reports that name the system, newest first; those that their audit holds back are left out."""
    docs, slug = project.docs, slug_of(name)
    may_name = _pattern(name)
    found: list[Report] = []
    ids: set[str] = set()
    for entry in walk_files(docs / "reports"):
        if not entry.regular or entry.path.suffix.lower() != ".md":
            continue
        ids.add(entry.path.stem)
        data = read_bytes(entry.path)
        if isinstance(data, bytes) and (may_name is None or may_name.search(data)):
            place = printable(entry.path.relative_to(docs).as_posix())
            shown = printable(project.shown(entry.path))
            found.append(read_report(data, path=shown, place=place, settings=project.settings))
    named = [each for each in found if slug in each.system_slugs and not each.is_unreadable]
    clearances, _ = read_clearances(docs / project.settings.state / CLEARANCES, CLEARANCES)
    cleared = [
        replace(each, held_for=standing_flags(each, clearances.get(each.id))) if each.held_for else each
        for each in named
    ]
    vocabulary, _ = read_vocabulary(docs, project.shown(docs), project.settings.vocabulary)
    labels, _ = read_labels(docs / NAME, NAME, frozenset(ids), vocabulary)
    told = label_reports((each for each in cleared if not each.held_for), labels)
    return sorted(told, key=lambda each: each.sort_key(), reverse=True)


def _pattern(name: str) -> re.Pattern[bytes] | None:
    """What the bytes of a report hold that may name the system: the letters of its name, whatever stands between.

    None for a name with letters beyond ASCII, which can be written in several ways.
    """
    parts = re.findall(r"[a-z0-9]+", name.lower()) if name.isascii() else []
    return re.compile(rb"[^a-z0-9\n]+".join(each.encode() for each in parts), re.IGNORECASE) if parts else None
