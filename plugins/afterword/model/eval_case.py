"""Eval cases: the incident's input as a permanent test."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from afterword.model.case_input import EvalInput
from afterword.model.case_output import Recorded
from afterword.model.choices import CaseKind, CaseStatus, CheckMetric, CheckType
from afterword.model.fields import Fields
from afterword.model.scalars import Count, Flag, Number, Text, Value


class Variant(Fields):
    """The same input with other values, such as another group."""

    needs: ClassVar = ("name",)
    name: Text | None = Field(None, description="The variant's name.")
    vars: dict[str, Value] = Field(
        default_factory=dict,
        description="What each `{{key}}` of input, reference and checks stands for; other braces are literal.",
    )
    recorded_outputs: tuple[Recorded, ...] = Field(
        (), description="What the system answered at the time, one entry for each run."
    )


class Check(Fields):
    """One condition on the output."""

    needs: ClassVar = ("type",)
    type: CheckType | None = Field(None, description="How the output is judged.")
    value: Value = Field(None, description="What it is judged against.")
    ignore_case: Flag | None = Field(None, description="Whether capital letters make no difference.")
    arguments: dict[str, Value] = Field(
        default_factory=dict, description="Arguments with which a tool is called; others may stand beside them."
    )
    label: Value = Field(None, description="The value that a rate or a metric is about, among those of the column.")
    metric: CheckMetric | None = Field(None, description="Which metric is judged.")
    by: Text | None = Field(None, description="The column whose values are the groups of a gap.")
    baseline: Text | None = Field(None, description="The column that holds the earlier values of a stability index.")
    at_least: Number | None = Field(None, description="The lowest rate that passes.")
    at_most: Number | None = Field(None, description="The highest rate that passes.")


class EvalCase(Fields):
    """One permanent test made from the incident."""

    needs: ClassVar = ("title", "kind", "input", "checks")
    id: Text | None = Field(None, description="`EC-` and a number, by which the report's other entries refer to it.")
    title: Text | None = Field(None, description="What must hold, in a few words.")
    kind: CaseKind | None = Field(None, description="What sort of test it is.")
    from_evidence: tuple[Text, ...] = Field((), description="Ids of the evidence that it was made from.")
    input: EvalInput | None = Field(None, description="What is put into the system.")
    variants: tuple[Variant, ...] = Field((), description="The same input with other values.")
    checks: tuple[Check, ...] = Field((), description="What must hold of the output.")
    recorded_outputs: tuple[Recorded, ...] = Field(
        (), description="What the system answered at the time, one entry for each run, where there are no variants."
    )
    reference_output: Recorded | None = Field(None, description="An answer that passes all checks in every variant.")
    trials: Count | None = Field(None, description="How often the input is tried.")
    pass_at_least: Count | None = Field(None, description="How many of the trials must pass; without it all.")
    blocking: Flag | None = Field(None, description="Whether a failing case stops a release.")
    status: CaseStatus = Field("proposed", description="Where the case stands; only committed ones are exported.")
    suite: Text | None = Field(None, description="The suite that it belongs to.")
    no_selfcheck_because: Text | None = Field(
        None, description="Why the case cannot be tried on what was recorded, where it cannot."
    )

    @property
    def evidence_used(self) -> tuple[str, ...]:
        """Ids of all evidence that the case was made from or reads its rows from."""
        data = self.input.data_set if self.input else None
        return (*self.from_evidence, data.evidence) if data and data.evidence else self.from_evidence
