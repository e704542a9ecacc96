"""`rubric`: what a model or a person has to judge; nothing here can."""

from __future__ import annotations

from afterword.evals.checks.kind import CheckKind
from afterword.model.eval_case import Check


def flaw(check: Check) -> str:
    """The rubric in words."""
    return "" if isinstance(check.value, str) and check.value else "`value` is the rubric, in words"


KIND = CheckKind("rubric", flaw)
