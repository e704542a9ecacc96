"""A pattern's tree as a program of a few instructions, which the exported judges run in time linear in the text."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from afterword.evals.export.regex.parse import Either, Node, One, Place, PortableError, Repeat, Row, parse
from afterword.evals.export.regex.sets import Ranges

Program = dict[str, Any]
"""`sets`: for each set the first and last code points of its ranges, one after another. `code`: the instructions,
`["set", n]` takes a character of a set, `["split", a, b]` goes on at both, `["jump", a]` at another, `["at", place]`
where the place is right, and `["match"]` ends."""

MOST = 20_000
"""Instructions of one program; RE2 itself takes hardly more."""


@lru_cache(maxsize=1_000)
def program_of(pattern: str, *, ignore_case: bool) -> Program:
    """The program of a pattern that RE2 takes.

    Raises:
        PortableError: where no program can say the same.
    """
    writer = _Writer()
    # As the self-check reads it: without halves of characters.
    whole = pattern.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    writer.write(parse(whole, ignore_case=ignore_case))
    writer.add(["match"])
    return {"sets": [[point for pair in ranges for point in pair] for ranges in writer.sets], "code": writer.code}


class _Writer:
    def __init__(self) -> None:
        self.code: list[list[Any]] = []
        self.sets: dict[Ranges, int] = {}

    def add(self, instruction: list[Any]) -> int:
        """Append an instruction; its place."""
        if len(self.code) >= MOST:
            message = f"the pattern needs more than {MOST:,} steps"
            raise PortableError(message)
        self.code.append(instruction)
        return len(self.code) - 1

    def write(self, node: Node) -> None:
        """Append what a node says."""
        if isinstance(node, One):
            self.add(["set", self.sets.setdefault(node.ranges, len(self.sets))])
        elif isinstance(node, Place):
            self.add(["at", node.at])
        elif isinstance(node, Row):
            for part in node.parts:
                self.write(part)
        elif isinstance(node, Either):
            self._either(node)
        else:
            self._repeat(node)

    def _either(self, node: Either) -> None:
        jumps = []
        for part in node.parts[:-1]:
            split = self.add(["split", len(self.code) + 1, 0])
            self.write(part)
            jumps.append(self.add(["jump", 0]))
            self.code[split][2] = len(self.code)
        self.write(node.parts[-1])
        for jump in jumps:
            self.code[jump][1] = len(self.code)

    def _repeat(self, node: Repeat) -> None:
        for _ in range(node.least):
            self.write(node.part)
        if node.most is None:
            split = self.add(["split", len(self.code) + 1, 0])
            self.write(node.part)
            self.add(["jump", split])
            self.code[split][2] = len(self.code)
            return
        splits = []
        for _ in range(node.most - node.least):
            splits.append(self.add(["split", len(self.code) + 1, 0]))
            self.write(node.part)
        for split in splits:
            self.code[split][2] = len(self.code)
