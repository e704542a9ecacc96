"""What a facilitator reads out and has ready, from the guide's chapter on the review: it stands there once."""

from __future__ import annotations

import re
from functools import cache

from afterword.pages.guide_chapters import read_chapter

_CHAPTER = "holding-the-review"


@cache
def ground_rule() -> str:
    """The ground rule, to be read aloud at the beginning."""
    section = _section("The ground rule, read aloud")
    quoted = [line.removeprefix(">").strip() for line in section.splitlines() if line.startswith(">")]
    return " ".join(quoted)


@cache
def interruptions() -> tuple[tuple[str, str], ...]:
    """What is said when the talk drifts to a person, each with a sentence that leads back."""
    section = _section("When the talk drifts to a person")
    pairs = re.findall(r'(?m)^"(.+)"\n:   "((?:.+\n?)+?)"$', section)
    return tuple((said, " ".join(answer.split())) for said, answer in pairs)


def _section(heading: str) -> str:
    after = read_chapter(_CHAPTER).partition(f"## {heading}\n")[2]
    return after.partition("\n## ")[0]
