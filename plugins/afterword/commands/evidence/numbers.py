"""The next free id of a report's evidence: none is ever given twice."""

from __future__ import annotations

import re

from afterword.model.report import Report

_ID = re.compile(r"\bEV-([0-9]{1,6})\b", re.IGNORECASE)


def next_number(report: Report) -> int:
    """The number after the highest that stands anywhere in the report.

    A number counts that only a text or another entry still names: whoever follows it must not find something else.
    """
    named = [int(each) for each in _ID.findall(report.source.text)]
    by_place = [int(each) for entry in report.front.evidence for each in _ID.findall(entry.id or "")]
    return max([*named, *by_place, len(report.front.evidence)], default=0) + 1
