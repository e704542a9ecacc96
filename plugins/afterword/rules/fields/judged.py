"""Which reports the rules of form hold for, and what in them could not be read."""

from __future__ import annotations

from afterword.model.report import Report
from afterword.model.span import Path


def is_judged(report: Report) -> bool:
    """Whether the rules of form hold: an imported report is taken as it was, of a withdrawn one nothing is shown."""
    return report.lifecycle not in {"imported", "withdrawn"}


def is_unread(report: Report, *path: str | int) -> bool:
    """Whether something was typed at `path` that could not be read, which a finding of its own tells already."""
    return path in report.mentioned and path not in report.spans


def has_unread(report: Report, name: str, *keys: str) -> bool:
    """Whether the list `name`, an entry of it, or one of `keys` in an entry was typed and could not be read."""
    if not report.problems:
        return False
    return any(is_unread(report, *path) and _is_meant(path, name, keys) for path in report.mentioned)


def _is_meant(path: Path, name: str, keys: tuple[str, ...]) -> bool:
    return path[:1] == (name,) and (len(path) < 3 or path[2] in keys)
