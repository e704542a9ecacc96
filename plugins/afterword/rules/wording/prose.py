"""The prose of a report as passages: blocks of the body, and the texts of the front matter that carry prose."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from afterword.model.body import Block
from afterword.model.report import Report
from afterword.model.span import Path, Span
from afterword.rules.wording.fields import prose_fields

GAP = "\x00"
"""Stands for each character that is exempt: code, addresses, quotations."""
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
# Capital letters whose small form is longer or shorter would move every offset after them.
_ODD_CASE = re.compile("[^\x00-\x7f]")


@dataclass(frozen=True)
class Passage:
    """One stretch of prose that is judged by itself.

    Attributes:
        text: what people read.
        masked: the same, as long, with `GAP` for every character that is exempt.
        low: `masked` in small letters, with plain apostrophes and blanks.
        heading: the heading that it stands under.
        field: the field it is the text of; empty for a block of the body.
        is_heading: whether it is a heading itself.
        place: where a stretch of `text` stands in the file.
    """

    text: str
    masked: str
    low: str
    heading: str
    field: Path
    is_heading: bool
    place: Callable[[int, int], Span]

    @cached_property
    def words(self) -> list[str]:
        """All words, in small letters."""
        return _WORD.findall(self.low)


def passages_of(report: Report) -> Iterator[Passage]:
    """All passages: the fields first, then the body; block quotes, code and empty texts are left out."""
    for field, block in prose_fields(report):
        yield _passage(block, field)
    for block in report.body.blocks:
        if block.kind not in ("code", "block_quote"):
            yield _passage(block, ())


def _passage(block: Block, field: Path) -> Passage:
    masked = mask(block.text, [*block.exempt, *block.quoted])
    return Passage(
        block.text,
        masked,
        flatten(masked),
        block.heading or "",
        field,
        block.kind == "heading" and not field,
        block.span,
    )


def vocabulary_of(low: str) -> set[str]:
    """Each word of a text in small letters once; a genitive's noun too, and `@` where there is one."""
    found = set(_WORD.findall(low))
    if "'" in low:
        found.update([word.partition("'")[0] for word in found if "'" in word])
    if "@" in low:
        found.add("@")
    return found


def mask(text: str, ranges: Sequence[tuple[int, int]]) -> str:
    """`text` with `GAP` for every character within `ranges`."""
    if not ranges:
        return text
    parts, done = [], 0
    for start, end in sorted(ranges):
        parts += [text[done:start], GAP * (end - max(start, done))]
        done = max(done, end)
    return "".join([*parts, text[done:]])


def flatten(text: str) -> str:
    """`text` in small letters, exactly as long."""
    if text.isascii():
        return text.lower().replace("\n", " ").replace("\t", " ")
    small = text.lower()
    if len(small) != len(text):
        small = _ODD_CASE.sub(lambda each: each[0].lower() if len(each[0].lower()) == 1 else "?", text).lower()
    return small.translate(_PLAIN)


_PLAIN = str.maketrans({"\n": " ", "\t": " ", "’": "'", "‘": "'", "\u00a0": " ", "\u202f": " ", "‑": "-"})
