"""The mechanical cure of one value: another text in its place, in the quotation marks that it had."""

from __future__ import annotations

from afterword.model.problem import Fix
from afterword.model.report import Report
from afterword.model.span import Path, Span


def replace_value(report: Report, path: Path, old: str, new: str) -> Fix | None:
    """Write `new` in the place of `old` at `path`; None where the value does not stand there letter for letter."""
    span = report.spans.get(path)
    if span is None:
        return None
    written = report.source.slice(span)
    quote = written[:1] if written[:1] in {'"', "'"} else ""
    return replace_text(report, span, f"{quote}{old}{quote}", f"{quote}{new}{quote}")


def replace_text(report: Report, span: Span, old: str, new: str) -> Fix | None:
    """Write `new` in the place of `old` at `span`; None where something else stands there."""
    if report.source.slice(span) != old:
        return None
    start = report.source.offset(span.line, span.column)
    return Fix(start, start + len(old), new)
