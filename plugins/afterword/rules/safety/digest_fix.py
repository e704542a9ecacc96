"""Writing the digest of a file into its evidence entry."""

from __future__ import annotations

from afterword.model.problem import Fix
from afterword.model.report import Report


def write_digest(report: Report, place: int, digest: str) -> Fix | None:
    """Put `digest` in the place of the one that stands in the entry, or below or beside its `uri`."""
    source = report.source
    span = report.spans.get(("evidence", place, "sha256"))
    if span is not None:
        end = source.offset(span.end_line, span.end_column)
        return Fix(source.offset(span.line, span.column), end, f'"{digest}"')
    uri, key = report.spans.get(("evidence", place, "uri")), report.keys.get(("evidence", place, "uri"))
    entry = report.spans.get(("evidence", place))
    if uri is None or key is None or entry is None or key.line != uri.line or uri.line != uri.end_line:
        return None
    end = source.offset(uri.end_line, uri.end_column)
    if source.slice(entry).startswith("{"):
        return Fix(end, end, f', sha256: "{digest}"')
    if source.line_text(uri.line)[uri.end_column - 1 :].strip():
        return None
    newline = "\r\n" if "\r\n" in source.text else "\n"
    return Fix(end, end, f'{newline}{" " * (key.column - 1)}sha256: "{digest}"')
