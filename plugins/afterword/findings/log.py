"""Findings as lines of a site engine's log."""

from __future__ import annotations

from afterword.findings.finding import CheckResult, Finding


def describe_line(finding: Finding) -> str:
    """`path:line:col CODE level message`, and the cure after a dash, on one line."""
    place = f"{finding.path}:{finding.span.line}:{finding.span.column}"
    cure = f" – {finding.hint}" if finding.hint else ""
    line = f"{place} {finding.code} {finding.level} {finding.message}{cure}"
    # Author text must not begin a line of its own or move the cursor in the terminal that shows the log.
    return "".join(character if character.isprintable() else " " for character in line)


def describe_counts(result: CheckResult) -> str:
    """The one line of counts."""
    errors, warnings = len(result.at_level("error")), len(result.at_level("warning"))
    return ", ".join(
        f"{number:,} {word}{'' if number == 1 else 's'}"
        for number, word in ((result.reports, "report"), (errors, "error"), (warnings, "warning"))
    )
