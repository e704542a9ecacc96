"""Updated and corrected reports, each with what was changed."""

from __future__ import annotations

from afterword.digest.content.items import report_ref
from afterword.digest.content.plain_texts import line
from afterword.digest.selection import Changed
from afterword.digest.source import Source
from afterword.digest.view import Changed as ChangedPart
from afterword.digest.view import Update
from afterword.pages.words import sentence


def changed_report(changed: Changed, source: Source) -> ChangedPart:
    """The report with its changes, the earliest first."""
    updates = tuple(
        Update(
            day=change.day,
            what=sentence(what) if (what := line(change.update.what)) else "What was changed is not told.",
            correction=change.update.correction,
            late_from=str(week) if week else "",
        )
        for change, week in changed.changes
    )
    return ChangedPart(report=report_ref(changed.report, source), kind=changed.report.kind, updates=updates)
