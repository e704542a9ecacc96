"""Findings as annotations of GitHub Actions, then everything once more as plain text.

GitHub shows ten annotations of a type per step, so ten are written, errors first, and of each level first what a pull
request changes; the text after them holds all. Every printed line that begins with `::` is a command there, so the text
is wrapped in a token that nobody can guess.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from afterword.findings.finding import LEVELS, CheckResult, Finding
from afterword.findings.text import SourceOf, render_text
from afterword.findings.visible import visible

SHOWN_PER_TYPE = 10
_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def render_github(result: CheckResult, source_of: SourceOf, token: str, changed: Container[str] = ()) -> Iterator[str]:
    """The lines to print.

    Args:
        result: what was found; paths relative to the repository's root.
        source_of: the text of each file.
        token: a random word that switches commands on again.
        changed: paths of the files that a pull request changes, whose findings are shown first.
    """
    left_out = 0
    for level in LEVELS:
        found = sorted(result.at_level(level), key=lambda each: each.path not in changed)
        yield from (annotate(finding) for finding in found[:SHOWN_PER_TYPE])
        left_out += len(found[SHOWN_PER_TYPE:])
    if left_out:
        words = "finding is" if left_out == 1 else "findings are"
        yield f"{left_out} {words} not shown as annotations (ten of a level are); the list below holds all"
    yield f"::stop-commands::{token}"
    yield from (line.plain for line in render_text(result, source_of))
    yield f"::{token}::"


def annotate(finding: Finding) -> str:
    """One workflow command."""
    span = finding.span
    properties = {"file": finding.path, "line": str(span.line), "endLine": str(span.end_line)}
    if span.line == span.end_line:
        # GitHub takes columns only where an annotation stays on one line.
        properties |= {"col": str(span.column), "endColumn": str(span.end_column)}
    properties["title"] = f"{finding.code} {finding.rule}"
    listed = ",".join(f"{key}={escape_property(value)}" for key, value in properties.items())
    message = "\n".join(visible(line) for line in (finding.message, *finding.hint.splitlines()))
    return f"::{_COMMANDS[finding.level]} {listed}::{escape_data(message)}"


def escape_data(text: str) -> str:
    """A command's message: nothing in it ends the line."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escape_property(text: str) -> str:
    """A command's property: nothing in it ends the property or the line."""
    return escape_data(text).replace(":", "%3A").replace(",", "%2C")
