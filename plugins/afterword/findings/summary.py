"""What stands below the findings: those left standing with their reasons, the notes, and one line of counts."""

from __future__ import annotations

from collections.abc import Iterator

from afterword.findings.finding import CheckResult, Suppressed
from afterword.findings.visible import shown_path, visible


def summarise(result: CheckResult) -> Iterator[str]:
    """The lines of the summary; the last one holds the counts."""
    count = len(result.suppressed)
    if count:
        yield f"{count} finding{'' if count == 1 else 's'} left standing:"
        yield from (_left_standing(each) for each in result.suppressed)
    for note in result.notes:
        yield f"note: {visible(note)}"
    yield count_line(result)


def count_line(result: CheckResult) -> str:
    """Exactly `3 reports, 1 error, 0 warnings`, with singular forms."""
    counts = (
        (result.reports, "report"),
        (len(result.at_level("error")), "error"),
        (len(result.at_level("warning")), "warning"),
    )
    return ", ".join(f"{number} {word}{'' if number == 1 else 's'}" for number, word in counts)


def _left_standing(each: Suppressed) -> str:
    finding = each.finding
    place = f"{shown_path(finding.path)}:{finding.span.line}:{finding.span.column}"
    return f"  - {place} {finding.code} {visible(finding.message)} (because: {visible(each.reason)})"
