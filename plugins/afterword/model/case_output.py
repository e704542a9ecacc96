"""What a system put out: a text alone as nearly always, or a text with the tools that were called."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import Discriminator, Field, Tag

from afterword.model.fields import Fields
from afterword.model.scalars import Text, Value


class ToolCall(Fields):
    """One call of a tool."""

    needs: ClassVar = ("name",)
    name: Text | None = Field(None, description="The tool's name.")
    arguments: dict[str, Value] = Field(default_factory=dict, description="What it was called with, by name.")


class Answer(Fields):
    """What the system said, and which tools it called, in their order."""

    needs: ClassVar = (("text", "tool_calls"),)
    text: Text | None = Field(None, description="What it said, where it said something.")
    tool_calls: tuple[ToolCall, ...] = Field((), description="The tools that it called, in their order.")


ANSWER, PLAIN = "output-with-calls", "output-as-text"
"""Names of the two forms; pydantic puts them into the place of an error, where nobody typed them."""


def _form(value: Any) -> str:  # noqa: ANN401 - what the author typed may be anything
    return ANSWER if isinstance(value, dict | Answer) else PLAIN


Recorded = Annotated[Annotated[Answer, Tag(ANSWER)] | Annotated[Text, Tag(PLAIN)], Discriminator(_form)]
"""A text, or a map of a text and the tools that were called."""
