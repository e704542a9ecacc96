"""Regular expressions as programs: the same answer as RE2, in time linear in the text, whatever the pattern."""

from __future__ import annotations

import json
from bisect import bisect_right
from functools import cache
from pathlib import Path

PROGRAMS = Path(__file__).resolve().parent / "judge" / "patterns.json"
"""The patterns of the export, each as a program."""
_WORD = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz")
_KEPT = 5_000
"""Steps that are remembered, so that each is worked out once."""


def finds(pattern: str, text: str, *, ignore_case: bool = False) -> bool:
    """Whether a pattern of the export is found anywhere in the text."""
    return runs(_programs()[f"{'i' if ignore_case else ''}:{pattern}"], text)


@cache
def _programs() -> dict:
    return json.loads(PROGRAMS.read_text(encoding="utf-8"))["programs"]


def runs(program: dict, text: str) -> bool:
    """Whether the program finds something anywhere in the text."""
    text = text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    runner = _Runner(program)
    threads: frozenset[int] = frozenset()
    before = ""
    for place in range(len(text) + 1):
        after = text[place] if place < len(text) else ""
        reached = runner.reach(threads | {0}, _kind(before), _kind(after))
        # RE2 goes by bytes: a place without a word's border may also lie within a character of several.
        if reached is None or (after > "\x7f" and runner.reach(frozenset({0}), "o", "o") is None):
            return True
        if after:
            threads = runner.step(reached, after)
        before = after
    return False


def _kind(char: str) -> str:
    if char == "" or char == "\n":
        return char
    return "w" if char in _WORD else "o"


class _Runner:
    def __init__(self, program: dict) -> None:
        self.code = program["code"]
        self.sets = program["sets"]
        self.reached: dict = {}
        self.stepped: dict = {}

    def reach(self, threads: frozenset[int], before: str, after: str) -> frozenset[int] | None:
        """Where the threads stand before they take a character; None where one has found something."""
        key = (threads, before, after)
        if key not in self.reached:
            if len(self.reached) > _KEPT:
                self.reached.clear()
            self.reached[key] = self._reach(threads, before, after)
        return self.reached[key]

    def _reach(self, threads: frozenset[int], before: str, after: str) -> frozenset[int] | None:
        seen: set[int] = set()
        waiting = list(threads)
        while waiting:
            place = waiting.pop()
            if place in seen:
                continue
            seen.add(place)
            name, *where = self.code[place]
            if name == "match":
                return None
            if name == "split":
                waiting += where
            elif name == "jump":
                waiting.append(where[0])
            elif name == "at" and _holds(where[0], before, after):
                waiting.append(place + 1)
        return frozenset(place for place in seen if self.code[place][0] == "set")

    def step(self, reached: frozenset[int], char: str) -> frozenset[int]:
        """Where the threads go on after a character."""
        key = (reached, char)
        if key not in self.stepped:
            if len(self.stepped) > _KEPT:
                self.stepped.clear()
            point = ord(char)
            taken = (place for place in reached if _takes(self.sets[self.code[place][1]], point))
            self.stepped[key] = frozenset(place + 1 for place in taken)
        return self.stepped[key]


def _takes(ranges: list, point: int) -> bool:
    # First and last code points alternate: an odd place is inside of a range, and the last point belongs to it.
    place = bisect_right(ranges, point)
    return place % 2 == 1 or (place > 0 and ranges[place - 1] == point)


def _holds(at: str, before: str, after: str) -> bool:
    if at == "text-start":
        return before == ""
    if at == "text-end":
        return after == ""
    if at == "line-start":
        return before in ("", "\n")
    if at == "line-end":
        return after in ("", "\n")
    return ((before == "w") != (after == "w")) == (at == "word")
