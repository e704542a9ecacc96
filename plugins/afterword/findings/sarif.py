"""Findings as SARIF 2.1.0 (OASIS), which code scanning of forges and many editors read.

Columns count code points, ends are exclusive, as everywhere here. Paths are relative to the repository's root. What is
left standing is told with its reason, as suppressed in the source.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from afterword import __version__
from afterword.findings.finding import CheckResult, Finding
from afterword.findings.fingerprints import fingerprints
from afterword.findings.rule_facts import RuleFacts
from afterword.findings.text import SourceOf
from afterword.findings.visible import visible

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_ROOT = "ROOT"


def render_sarif(result: CheckResult, source_of: SourceOf, rules: Mapping[str, RuleFacts], site_url: str) -> str:
    """The whole document, with a line end after it.

    Args:
        result: what was found; paths relative to the repository's root.
        source_of: the text of each file, in which cures are placed.
        rules: by code what is told of each rule.
        site_url: the site's address with a closing slash, whose guide explains rules; empty for none.
    """
    shown = [*result.findings, *(each.finding for each in result.suppressed)]
    codes = sorted({finding.code for finding in shown})
    marks = fingerprints(shown)
    results = [_result(each, codes, mark, source_of) for each, mark in zip(shown, marks, strict=True)]
    for record, left in zip(results[len(result.findings) :], result.suppressed, strict=True):
        record["suppressions"] = [{"kind": "inSource", "justification": visible(left.reason)}]
    driver = {
        "name": "Afterword",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(code, rules[code], site_url) for code in codes if code in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The root of the repository."}}},
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": _notes(result.notes)}],
        "results": results,
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(code: str, facts: RuleFacts, site_url: str) -> dict[str, Any]:
    told: dict[str, Any] = {
        "id": code,
        "name": facts.name,
        "shortDescription": {"text": facts.summary},
        "fullDescription": {"text": facts.summary},
        "help": {"text": facts.manual, "markdown": facts.manual},
        "defaultConfiguration": {"level": _LEVELS[facts.level]},
        "properties": {"tags": [facts.category]},
    }
    return {**told, "helpUri": site_url + facts.link} if site_url else told


def _result(finding: Finding, codes: list[str], mark: str, source_of: SourceOf) -> dict[str, Any]:
    message = f"{finding.message}. {finding.hint}" if finding.hint else finding.message
    location = {
        "artifactLocation": {"uri": _uri(finding.path), "uriBaseId": _ROOT},
        "region": {
            "startLine": finding.span.line,
            "startColumn": finding.span.column,
            "endLine": finding.span.end_line,
            "endColumn": finding.span.end_column,
        },
    }
    told: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": _LEVELS[finding.level],
        "message": {"text": visible(message)},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {"afterword/v1": mark},
    }
    cure = _fix(finding, source_of)
    return {**told, "fixes": [cure]} if cure else told


def _fix(finding: Finding, source_of: SourceOf) -> dict[str, Any] | None:
    """The mechanical cure as a replacement: it counts code points of the file, a mark at its beginning included."""
    source = source_of(finding.path) if finding.fix is not None else None
    if finding.fix is None or source is None:
        return None
    shift = 1 if source.bom else 0
    region = {"charOffset": finding.fix.start + shift, "charLength": finding.fix.end - finding.fix.start}
    return {
        "description": {"text": visible(finding.hint) or "The mechanical cure."},
        "artifactChanges": [
            {
                "artifactLocation": {"uri": _uri(finding.path), "uriBaseId": _ROOT},
                "replacements": [{"deletedRegion": region, "insertedContent": {"text": finding.fix.text}}],
            }
        ],
    }


def _notes(notes: Iterable[str]) -> list[dict[str, Any]]:
    return [{"level": "note", "message": {"text": visible(note)}} for note in notes]


def _uri(path: str) -> str:
    return quote(path.encode("utf-8", "replace"), safe="/-_.~")
