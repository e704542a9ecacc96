"""What is put into a system by an eval case: messages, one prompt, or data."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Discriminator, Field, Tag, WithJsonSchema, model_validator

from afterword.model.case_output import ToolCall
from afterword.model.fields import Fields
from afterword.model.scalars import Text, Value


class Message(Fields):
    """One message of a conversation."""

    needs: ClassVar = ("role", ("content", "tool_calls"))
    role: Literal["system", "developer", "user", "assistant", "tool"] | None = Field(
        None, description="Whose message it is."
    )
    content: Text | None = Field(None, description="The message's text; may be empty or left out beside `tool_calls`.")
    name: Text | None = Field(None, description="The tool's name, on a tool's message.")
    tool_calls: tuple[ToolCall, ...] = Field(
        (), description="The tools that the assistant called, in their order; messages of the role `tool` answer them."
    )

    @model_validator(mode="before")
    @classmethod
    def _leave_out_empty_content(cls, data: Any) -> Any:  # noqa: ANN401 - any shape can have been typed here
        # Logs of chats hold `content: ""` beside calls, where the assistant said nothing.
        if not isinstance(data, dict) or not data.get("tool_calls"):
            return data
        content = data.get("content")
        if not isinstance(content, str) or content.strip():
            return data
        return {key: value for key, value in data.items() if key != "content"}


class DataSet(Fields):
    """Rows of a piece of evidence, with the columns that hold what the system put out and what it should have."""

    needs: ClassVar = ("evidence", "recorded", "reference")
    evidence: Text | None = Field(None, description="Id of the evidence that holds the rows, a CSV or JSONL file.")
    recorded: tuple[Text, ...] = Field(
        (), description="The column that holds what the system put out at the time; more than one for several runs."
    )
    reference: Text | None = Field(None, description="The column that holds outputs which pass all checks.")
    truth: Text | None = Field(None, description="The column that holds what was right, for a metric.")


DATA_SET, INLINE = "data-of-evidence", "data-as-typed"
"""Names of the two forms; pydantic puts them into the place of an error, where nobody typed them."""


def _form(value: Any) -> str:  # noqa: ANN401 - what the author typed may be anything
    return DATA_SET if isinstance(value, DataSet) or (isinstance(value, dict) and "evidence" in value) else INLINE


# Exactly one form fits: whatever names evidence is a data set.
_INLINE_SCHEMA = WithJsonSchema({"not": {"type": "object", "required": ["evidence"]}})
Data = Annotated[
    Annotated[DataSet, Tag(DATA_SET)] | Annotated[Value, _INLINE_SCHEMA, Tag(INLINE)], Discriminator(_form)
]
"""A data set of the evidence, or rows or a payload as typed."""


class EvalInput(Fields):
    """What is put into the system: messages, one prompt, or data."""

    needs: ClassVar = (("messages", "prompt", "data"),)
    messages: tuple[Message, ...] = Field((), description="A conversation.")
    prompt: Text | None = Field(None, description="One prompt.")
    data: Data = Field(None, description="Data: a set of the evidence, or rows or one payload as typed here.")

    @property
    def data_set(self) -> DataSet | None:
        """The rows of the evidence that are judged, where the case is about data."""
        return self.data if isinstance(self.data, DataSet) else None
