"""Which rules the setting `rules` keeps from being errors, so that nobody forgets that it is set."""

from __future__ import annotations

from collections.abc import Iterable

from afterword.model.settings import Settings
from afterword.rules.rule import Rule

_LISTED = 5


def pinned_words(rules: Iterable[Rule], settings: Settings) -> str:
    """What is told of the rules that only warn because they are newer than the setting; empty where none is."""
    day = settings.rules
    if day is None:
        return ""
    held = sorted(each.code for each in rules if each.since > day and each.level == "error" and each.suppressible)
    held = [code for code in held if not code.startswith(tuple(settings.levels))]
    if not held:
        return ""
    listed = ", ".join(held[:_LISTED]) + (", …" if len(held) > _LISTED else "")
    count = "1 newer rule" if len(held) == 1 else f"{len(held)} newer rules"
    return f"`rules: {day}` lets {count} only warn: {listed}"
