"""Texts of which YAML drops the end without a word, because a blank and `#` begin a comment."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.model.problem import Problem
from afterword.model.scalars import clip
from afterword.model.source import Source
from afterword.read.node import Node

# A comment that is meant as one has a blank after its mark; `#412` and `#on-call` are parts of a sentence.
_CUT = re.compile(r"[ \t]*(#[^\s#][^\r\n]*)")


def find_cut_texts(source: Source, node: Node) -> Iterator[Problem]:
    """One problem for each bare value that goes on as a comment."""
    for _, value in node.entries or ():
        yield from find_cut_texts(source, value)
    for item in node.items or ():
        yield from find_cut_texts(source, item)
    cut = _CUT.match(source.text, node.end) if node.plain else None
    if cut:
        yield Problem(
            "cut-by-comment",
            source.span(cut.start(1), cut.end(1)),
            f"`{clip(cut[1])}` is a comment to YAML, so it is no part of the text before it",
            "put the whole text in quotes, or write a blank after `#` if a comment is meant",
            clip(cut[1]),
        )
