"""Which entries of two lists are the same one, though ids may be mere places and titles may be reworded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from afterword.model.eval_case import EvalCase
from afterword.model.evidence import Evidence
from afterword.model.remediation import Remediation

Entry = TypeVar("Entry", Remediation, EvalCase, Evidence)


def matched(old: Sequence[Entry], new: Sequence[Entry]) -> tuple[list[tuple[Entry | None, Entry]], list[Entry]]:
    """Each entry of `new` with its like in `old`, and the entries of `old` without one.

    They are alike by id and title, else by title, else by id and kind.
    """
    left, found = list(old), dict[int, Entry]()
    for same in (
        lambda a, b: (a.id, a.title) == (b.id, b.title),
        lambda a, b: bool(a.title) and a.title == b.title,
        lambda a, b: (a.id, a.kind) == (b.id, b.kind),
    ):
        for place, entry in enumerate(new):
            match = next((each for each in left if place not in found and same(each, entry)), None)
            if match is not None:
                found[place] = match
                left.remove(match)
    return [(found.get(place), entry) for place, entry in enumerate(new)], left
