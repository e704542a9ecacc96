"""Types in words, for the pages that list what may be typed: fields and settings."""

from __future__ import annotations

from collections.abc import Iterable


def listed(words: Iterable[object]) -> str:
    """The words of a choice, each as code."""
    return ", ".join(f"`{word}`" for word in words)


def many(words: str) -> str:
    """What a list holds, from the words for one entry."""
    return {"text": "texts", "any value": "values"}.get(words, words)
