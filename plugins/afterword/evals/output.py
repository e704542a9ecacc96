"""What is judged: a text with the tools that were called, or a column of a table."""

from __future__ import annotations

from dataclasses import dataclass

from afterword.model.case_output import Answer, ToolCall
from afterword.read.data_rows import DataRows


@dataclass(frozen=True)
class Output:
    """What a system said and which tools it called; either may be empty."""

    text: str
    calls: tuple[ToolCall, ...] = ()

    @classmethod
    def of(cls, typed: Answer | str) -> Output:
        """The output as it was typed: a text, or a map of a text and tool calls."""
        return cls(typed) if isinstance(typed, str) else cls(typed.text or "", typed.tool_calls)


@dataclass(frozen=True)
class Column:
    """One column of a table as the output of a system.

    Attributes:
        rows: the table.
        name: the column that holds the output.
        truth: the column that holds what was right; empty where none is named.
    """

    rows: DataRows
    name: str
    truth: str = ""
