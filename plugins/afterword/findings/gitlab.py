"""Findings as a Code Quality report of GitLab: a JSON list, which merge requests show beside the lines.

What is left standing is not in it: GitLab would count it as new.
"""

from __future__ import annotations

import json
from typing import Any

from afterword.findings.finding import CheckResult, Finding
from afterword.findings.fingerprints import fingerprints
from afterword.findings.visible import visible

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def render_gitlab(result: CheckResult) -> str:
    """The whole document, with a line end after it; paths relative to the repository's root."""
    marks = fingerprints(result.findings)
    told = [_issue(finding, mark) for finding, mark in zip(result.findings, marks, strict=True)]
    return json.dumps(told, indent=2) + "\n"


def _issue(finding: Finding, mark: str) -> dict[str, Any]:
    message = (
        f"{finding.code}: {finding.message}. {finding.hint}" if finding.hint else f"{finding.code}: {finding.message}"
    )
    return {
        "description": visible(message),
        "check_name": finding.code,
        "fingerprint": mark,
        "severity": _SEVERITIES[finding.level],
        "location": {"path": finding.path, "lines": {"begin": finding.span.line, "end": finding.span.end_line}},
    }
