"""What the `uri` of an evidence entry says about its place."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from afterword.model.evidence import Evidence
from afterword.model.evidence_file import EvidenceFile
from afterword.model.report import Report
from afterword.rules.references.addresses import scheme_of
from afterword.rules.rule import Context

_DRIVE = re.compile(r"[A-Za-z]:")


def relative_entries(report: Report) -> Iterator[tuple[int, Evidence, str]]:
    """The entries whose `uri` is a path, with their places in the list and the path."""
    for place, entry in enumerate(report.front.evidence):
        if entry.uri is not None and not scheme_of(entry.uri):
            yield place, entry, entry.uri


def plain_path(uri: str) -> str:
    """The path below the documents folder that `uri` comes down to, be it written from there or from the report."""
    path = posixpath.normpath(unquote(uri).replace("\\", "/").strip()).lstrip("/")
    while path.startswith("../"):
        path = path.removeprefix("../")
    return path


def misplaced(uri: str, report_id: str) -> str:
    """Why `uri` is no path of a file in the report's own folder, in words; empty where it is."""
    parts = uri.split("/")
    if "\\" in uri:
        return "holds a backslash"
    if uri.startswith("/") or _DRIVE.match(uri):
        return "is an absolute path"
    if ".." in parts:
        return "leads out of its folder with `..`"
    if "%" in uri:
        return "holds a percent sign, and paths are written as they are"
    if odd := next((each for each in uri if each in "?#" or not each.isprintable()), None):
        return f"holds `{odd}`" if odd.isprintable() else f"holds U+{ord(odd):04X}"
    if any(part.startswith(".") for part in parts):
        return "names a file or folder that begins with a dot, and such files are left out"
    if len(parts) < 3 or parts[0] != "evidence" or "" in parts:
        return "is no path of a file below `evidence/`"
    return "" if parts[1] == report_id else "lies in another folder than the report's own"


def file_of(entry: Evidence, context: Context) -> EvidenceFile | None:
    """The file that lies in the repository for an entry, however its path is written."""
    if entry.uri is None or scheme_of(entry.uri):
        return None
    return context.collection.evidence_files.get(plain_path(entry.uri))
