"""Findings for programs: one JSON document, ASCII throughout, so that every terminal and pipe carries it unchanged.

`line`, `column`, `end_line` and `end_column` count from 1, columns in code points, ends exclusive. A `fix` replaces the
code points from `start` to `end` (from 0, end exclusive) of the file decoded as UTF-8, where a BOM counts as one code
point, by `text`. Only what is shown is listed; `summary` counts exactly that.
"""

from __future__ import annotations

import json
from typing import Any

from afterword.findings.finding import CheckResult, Finding
from afterword.findings.text import SourceOf


def render_json(result: CheckResult, source_of: SourceOf) -> str:
    """The whole document, with a line end after it."""
    document = {
        "findings": [as_record(finding, source_of) for finding in result.findings],
        "summary": {
            "reports": result.reports,
            "errors": len(result.at_level("error")),
            "warnings": len(result.at_level("warning")),
            "infos": len(result.at_level("info")),
            "suppressed": [{**as_record(each.finding, source_of), "reason": each.reason} for each in result.suppressed],
            "notes": list(result.notes),
        },
    }
    return json.dumps(document, indent=2) + "\n"


def as_record(finding: Finding, source_of: SourceOf) -> dict[str, Any]:
    """One finding as a JSON object."""
    return {
        "path": finding.path,
        "line": finding.span.line,
        "column": finding.span.column,
        "end_line": finding.span.end_line,
        "end_column": finding.span.end_column,
        "code": finding.code,
        "rule": finding.rule,
        "level": finding.level,
        "message": finding.message,
        "hint": finding.hint,
        "match": finding.match,
        "category": finding.category,
        "why": finding.why,
        "link": finding.link,
        "fix": _fix(finding, source_of),
    }


def _fix(finding: Finding, source_of: SourceOf) -> dict[str, Any] | None:
    if finding.fix is None:
        return None
    source = source_of(finding.path)
    shift = 1 if source is not None and source.bom else 0
    return {"start": finding.fix.start + shift, "end": finding.fix.end + shift, "text": finding.fix.text}
