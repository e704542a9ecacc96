"""Small things that are done to the texts of an archive."""

from __future__ import annotations

import re
import unicodedata

from afterword.archive.old_front import Tree
from afterword.model.loose_dates import Order, find_date


def clean(text: str) -> str:
    """`text` on one line, without characters that are not seen."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def texts_of(value: Tree) -> list[str]:
    """All texts in one old value that is a text or a list."""
    if isinstance(value, list):
        return [text for each in value for text in texts_of(each)]
    return [value] if isinstance(value, str) and value.strip() else []


def without_date(text: str, order: Order | None = None) -> str:
    """`text` without the date that stands in it, for an id that begins with the date already."""
    folded = unicodedata.normalize("NFKC", text)
    found = find_date(folded, order)
    if found is None:
        return folded
    before = re.sub(r"(?i)(?:[\s(\[]+(?:on|of|from|at|in|since|am|vom))*[\s(\[]*$", "", folded[: found.start])
    return f"{before} {folded[found.end :]}".strip(" -_:.,()[]–—")
