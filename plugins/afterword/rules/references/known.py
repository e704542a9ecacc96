"""Which report a name means, and which one it may have meant."""

from __future__ import annotations

import difflib
import re

from afterword.model.report import Report
from afterword.rules.rule import Context


def find_report(context: Context, name: str) -> Report | None:
    """The report with the id or alias `name`."""
    found = context.collection.by_id.get(name)
    if found is not None:
        return found
    # Only names that are no id come here, so that a large collection is searched for the few aliases alone.
    return next((report for report in context.collection.reports if name in report.front.aliases), None)


def bare_name(text: str) -> str:
    """The id within a path or an address: its last part, without ending and fragment."""
    parts = [part for part in re.split(r"[/\\]", text.partition("#")[0].partition("?")[0]) if part]
    return parts[-1].strip().removesuffix(".md") if parts else ""


def meant_report(context: Context, text: str) -> str | None:
    """The id that `text` means for certain: written as a path, as an address or with capital letters."""
    name = bare_name(text)
    found = find_report(context, name) or find_report(context, name.lower())
    return found.id if found else None


def is_alike(name: str, other: str) -> bool:
    """Whether `name`, that of no report, may be a misspelling of the id `other`: of one month, or with one slug."""
    slug = name.lstrip("0123456789-")
    return other[:7] == name[:7] or bool(slug and other.endswith(slug))


def close_report(context: Context, text: str) -> str | None:
    """The id that is closest to `text`, where one is close: of the same month, or with the same slug."""
    name = bare_name(text).lower()
    # Comparing letter by letter is slow, and an archive can hold thousands of broken links.
    alike = [each for each in context.collection.by_id if is_alike(name, each)]
    close = difflib.get_close_matches(name, alike, n=1, cutoff=0.6)
    return close[0] if close else None
