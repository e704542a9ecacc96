"""Words of settings that are written otherwise now: taken for what they mean, until `afterword migrate` writes that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

FORMER_WORDS: Mapping[str, Mapping[str, str]] = {"names": {"allowed": "off"}}
"""By setting, each former word and the one that means the same."""


def former_words(block: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """The settings of the block that hold a former word: the setting, that word, and what is written now."""
    for name, words in FORMER_WORDS.items():
        typed = block.get(name)
        if isinstance(typed, str) and typed in words:
            yield name, typed, words[typed]


def current_words(block: Mapping[str, Any]) -> dict[str, Any]:
    """The block with what is written now."""
    return {**block, **{name: now for name, _, now in former_words(block)}}
