"""Whether a replay says all that its rule needs, and nothing that it has no use for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from afterword.model.replay import Replay
from afterword.replay.trouble import Trouble

_LONGEST = timedelta(days=3660)


def flaws(replay: Replay) -> Iterator[Trouble]:
    """What keeps it from being applied. Keys without which an entry says nothing are not among them."""
    if replay.rule is not None and replay.value is None:
        yield Trouble("form", f"`rule: {replay.rule}` needs a limit", "add `value`", "value")
    if replay.rule in {"rate", "gap"} and replay.value is not None and replay.value < 0:
        told = f"`rule: {replay.rule}` measures how far apart two values are, which is never below zero"
        yield Trouble("form", told, "write a limit from zero on", "value")
    if replay.rule == "gap" and replay.by is None:
        told = "`rule: gap` compares groups, and nothing says by what they are told apart"
        yield Trouble("form", told, "add `by` with the name of that column", "by")
    if replay.by is not None and replay.by == replay.column:
        told = "`by` and `column` name the same column"
        yield Trouble("form", told, "name in `by` the column that tells the groups apart, or take it out", "by")
    if replay.for_ is not None and replay.for_ > _LONGEST:
        yield Trouble("form", "`for` is longer than ten years", "write how long the limit has to stay passed", "for")
