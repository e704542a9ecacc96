"""What keeps a file from being taken as evidence, told with its place as findings are."""

from __future__ import annotations

from dataclasses import dataclass

from afterword.findings.visible import shown_path, visible


@dataclass(frozen=True)
class FileFlaw:
    """One thing that is wrong with one file.

    Attributes:
        path: the file as it was named.
        message: what is wrong; it repeats no secret.
        hint: the cure.
        line: where in the file, from 1; 0 where it is about the whole file.
        column: in code points, from 1.
    """

    path: str
    message: str
    hint: str = ""
    line: int = 0
    column: int = 0

    @property
    def shown(self) -> str:
        """The flaw on one line: `path:line:column message (hint)`."""
        place = f":{self.line}:{self.column}" if self.line else ""
        hint = f" ({visible(self.hint)})" if self.hint else ""
        return f"{shown_path(self.path)}{place} {visible(self.message)}{hint}"
