"""What makes two eval cases the same test: what is put in and what is checked, whatever else is told of them."""

from __future__ import annotations

import hashlib
import json

from afterword.model.eval_case import EvalCase
from afterword.model.report import Report

LENGTH = 16
"""Hex digits of a digest: enough to tell apart the forms that one case ever had."""


def case_digest(case: EvalCase, report: Report) -> str:
    """The digest of what the case tests, `LENGTH` hex digits.

    Another title, another recorded output or another number of trials leave it as it is: a result stays a result of the
    case. Another input, variant, check or data file changes it, since what passed before says nothing of that.
    """
    told = {
        "input": case.input.model_dump(mode="json", exclude_defaults=True) if case.input else None,
        "variants": [{"name": each.name, "vars": each.vars} for each in case.variants],
        "checks": [each.model_dump(mode="json", exclude_defaults=True) for each in case.checks],
        "data": _data(case, report),
    }
    text = json.dumps(told, ensure_ascii=True, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:LENGTH]


def _data(case: EvalCase, report: Report) -> str | None:
    """The digest of the rows that a data case reads, as the report tells it."""
    data = case.input.data_set if case.input else None
    if data is None:
        return None
    return next((each.sha256 for each in report.front.evidence if each.id == data.evidence), None)
