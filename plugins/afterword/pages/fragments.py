"""Pieces of Markdown for pages that people write by hand, put where a marker stands."""

from __future__ import annotations

from collections.abc import Mapping


def marker(name: str) -> str:
    """The comment that leaves a place for the fragment `name`."""
    return f"<!-- afterword:{name} -->"


def fill_markers(markdown: str, fragments: Mapping[str, str]) -> str:
    """`markdown` with each marker replaced by its fragment; markers of unknown fragments stay comments."""
    for name, fragment in fragments.items():
        markdown = markdown.replace(marker(name), fragment)
    return markdown
