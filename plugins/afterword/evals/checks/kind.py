"""What a type of check is: what it needs, what is wrong with one, and how it judges."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from afterword.evals.output import Column, Output
from afterword.evals.verdict import Verdict
from afterword.model.choices import CheckType
from afterword.model.eval_case import Check


@dataclass(frozen=True)
class CheckKind:
    """One type of check; exactly one of the ways to judge is given, or none where a model has to judge.

    Attributes:
        type: its name in reports.
        flaw: why a check of this type cannot be applied as it stands, in words; empty where it can.
        of_text: judges what a system said and called.
        of_variants: judges the outputs of all variants for the same trial, in the order of the variants.
        of_data: judges a column of data.
    """

    type: CheckType
    flaw: Callable[[Check], str]
    of_text: Callable[[Check, Output], Verdict] | None = None
    of_variants: Callable[[Check, Sequence[Output]], Verdict] | None = None
    of_data: Callable[[Check, Column], Verdict] | None = None
