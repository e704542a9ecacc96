"""Findings for people and for editors: `path:line:col CODE level message`, the source line, carets, the cure."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rich.text import Text

from afterword.findings.excerpt import make_excerpt
from afterword.findings.finding import CheckResult, Finding
from afterword.findings.summary import summarise
from afterword.findings.visible import shown_path, visible
from afterword.model.source import Source

SourceOf = Callable[[str], Source | None]
"""The text of the file that findings name by this path; None where it cannot be read."""
STYLES = {"error": "bold red", "warning": "bold yellow", "info": "bold blue"}
# No line of author text begins a printed line, so that no log reader takes it for a command.
_GUTTER = "    | "
_HINT = "    = "


def render_text(result: CheckResult, source_of: SourceOf) -> Iterator[Text]:
    """Every finding in the result's order, then the summary; one item per printed line."""
    for finding in result.findings:
        yield from render_finding(finding, source_of(finding.path))
    yield from (Text(line) for line in summarise(result))


def render_finding(finding: Finding, source: Source | None) -> Iterator[Text]:
    """The lines of one finding."""
    place = f"{shown_path(finding.path)}:{finding.span.line}:{finding.span.column}"
    head = Text(f"{place} ", style="bold")
    head.append(f"{finding.code} ", style="not bold")
    head.append(finding.level, style=STYLES[finding.level])
    head.append(f" {visible(finding.message)}", style="not bold")
    yield head
    excerpt = make_excerpt(source, finding.span) if source is not None else None
    if excerpt is not None:
        yield Text(f"{_GUTTER}{excerpt.line}", style="dim")
        carets = Text(_GUTTER + " " * excerpt.indent, style="dim")
        yield carets.append("^" * excerpt.carets, style=f"not dim {STYLES[finding.level]}")
    for number, line in enumerate(finding.hint.splitlines()):
        yield Text(f"{_HINT if number == 0 else ' ' * len(_HINT)}{visible(line)}")
