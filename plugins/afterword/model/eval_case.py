"""Eval cases: the incident's input as a permanent test."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from afterword.model.choices import CaseKind, CaseStatus, CheckType
from afterword.model.fields import Fields
from afterword.model.scalars import Count, Flag, Text, Value


class Message(Fields):
    """One message of a conversation."""

    needs: ClassVar = ("role", "content")
    role: Literal["system", "developer", "user", "assistant", "tool"] | None = Field(
        None, description="Whose message it is."
    )
    content: Text | None = Field(None, description="The message's text.")
    name: Text | None = Field(None, description="The tool's name, on a tool's message.")


class EvalInput(Fields):
    """What is put into the system: messages, one prompt, or data."""

    needs: ClassVar = (("messages", "prompt", "data"),)
    messages: tuple[Message, ...] = Field((), description="A conversation.")
    prompt: Text | None = Field(None, description="One prompt.")
    data: Value = Field(None, description="Data, as rows or as one payload.")


class Variant(Fields):
    """The same input with other values, such as another group."""

    needs: ClassVar = ("name",)
    name: Text | None = Field(None, description="The variant's name.")
    vars: dict[str, Value] = Field(
        default_factory=dict, description="What each `{{key}}` of the input stands for; other braces are literal."
    )
    recorded_outputs: tuple[Text, ...] = Field((), description="What the system answered at the time.")


class Check(Fields):
    """One condition on the output."""

    needs: ClassVar = ("type",)
    type: CheckType | None = Field(None, description="How the output is judged.")
    value: Value = Field(None, description="What it is judged against.")
    ignore_case: Flag | None = Field(None, description="Whether capital letters make no difference.")


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
    recorded_outputs: tuple[Text, ...] = Field(
        (), description="What the system answered at the time, where there are no variants."
    )
    reference_output: Text | None = Field(None, description="An answer that passes all checks.")
    trials: Count | None = Field(None, description="How often the input is tried.")
    pass_at_least: Count | None = Field(None, description="How many of the trials must pass.")
    blocking: Flag | None = Field(None, description="Whether a failing case stops a release.")
    status: CaseStatus = Field("proposed", description="Where the case stands; only committed ones are exported.")
    suite: Text | None = Field(None, description="The suite that it belongs to.")
    no_selfcheck_because: Text | None = Field(None, description="Why no check can be run offline, where none can.")
