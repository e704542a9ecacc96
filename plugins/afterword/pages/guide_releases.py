"""The rules that came after the first edition, by their day, as a part of the guide."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from afterword.rules.rule import FIRST_EDITION, Rule

CHAPTER = "guide/upgrading.md"
"""The chapter that holds it."""
PLACE = "<!-- rules by day -->\n"
"""The line of the chapter in whose place it stands."""


def rules_by_day(rules: Iterable[Rule]) -> str:
    """A list for each day, the newest first, as Markdown."""
    later = sorted((each for each in rules if each.since > FIRST_EDITION), key=lambda each: each.code)
    days = sorted(later, key=lambda each: each.since, reverse=True)
    parts = (
        f"**{day.isoformat()}**\n\n" + "".join(f"- [{each.code}](rules/{each.code}.md) {each.name}\n" for each in group)
        for day, group in groupby(days, key=lambda each: each.since)
    )
    return "\n".join(parts)
