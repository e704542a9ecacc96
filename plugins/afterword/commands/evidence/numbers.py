"""The next free ids of a report's evidence: none is ever given twice."""

from __future__ import annotations

import re
from itertools import count, islice

from afterword.model.report import Report

_ID = re.compile(r"\bEV-([0-9]{1,6})\b", re.IGNORECASE)
_LAST = 999_999
"""The largest that an id may have."""


def next_numbers(report: Report, many: int) -> list[int]:
    """So many numbers after the highest that stands anywhere in the report; past six digits the lowest that are free.

    A number counts that only a text or another entry still names: whoever follows it must not find something else.
    """
    named = {int(each) for each in _ID.findall(report.source.text)}
    named.update(int(each) for entry in report.front.evidence for each in _ID.findall(entry.id or ""))
    named.update(range(1, len(report.front.evidence) + 1))
    highest = max(named, default=0)
    if highest + many <= _LAST:
        return list(range(highest + 1, highest + 1 + many))
    return list(islice((each for each in count(1) if each not in named), many))
