"""Where something stands in a file: the one kind of position that a finding carries."""

from __future__ import annotations

from dataclasses import dataclass

Path = tuple[str | int, ...]
"""The way to a value in the front matter: keys and places in lists, such as `("remediations", 2, "due")`."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a file's text.

    Attributes:
        line: first line, from 1.
        column: first column, from 1, in code points.
        end_line: last line, from 1.
        end_column: the column after the last one, from 1, in code points.
    """

    line: int
    column: int
    end_line: int
    end_column: int


START = Span(1, 1, 1, 1)
"""The beginning of a file, for what stands nowhere in particular."""
