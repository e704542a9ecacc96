"""The prose of a report as passages: blocks of the body, and the texts of the front matter that carry prose."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from afterword.model.body import Block, Heading
from afterword.model.given_names import unaccented
from afterword.model.report import Report
from afterword.model.span import Path, Span
from afterword.rules.wording.fields import prose_fields

GAP = "\x00"
"""Stands for each character that is exempt: code, addresses, quotations."""
# A letter may be followed by its accent as a character of its own.
_WORD = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f])+(?:'[^\W\d_]+)*")
_BLANKS = bytes(code if code < 128 and (chr(code).isalpha() or chr(code) == "'") else 32 for code in range(256))
"""What is no letter of a plain text and no apostrophe, as a blank."""
_DASHES = str.maketrans(dict.fromkeys("–—“”„…«»→", " "))
"""Signs beyond ASCII that stand in plain texts, as blanks."""
# Capital letters whose small form is longer or shorter would move every offset after them.
_ODD_CASE = re.compile("[^\x00-\x7f]")


@dataclass(slots=True)
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
        above: the headings above `heading`, the nearest one last; the title of the page is none of them.
        intro: the text that leads up to it with a colon: `The runbook says:`; for an item of a list within a list the
            item above it, where that leads up to it.
        is_item: whether it is an item of a list.
    """

    text: str
    masked: str
    low: str
    heading: str
    field: Path
    is_heading: bool
    place: Callable[[int, int], Span]
    above: tuple[str, ...] = ()
    intro: str = ""
    is_item: bool = False

    @property
    def words(self) -> list[str]:
        """All words, in small letters."""
        return words_of(self.low)


def passages_of(report: Report) -> Iterator[Passage]:
    """All passages: the fields first, then the body; block quotes, code and empty texts are left out."""
    for field, block in prose_fields(report):
        yield _passage(block, field)
    intro = ""
    outer: list[tuple[int, str]] = []
    for block, above in _under_headings(report):
        if block.kind in ("code", "block_quote"):
            continue
        if block.kind != "list_item":
            is_led, last = intro and block.kind == "paragraph", intro
            intro = flatten(block.text) if block.text.rstrip().endswith(":") else ""
            outer.clear()
            yield _passage(block, (), above, last if is_led else "")
        else:
            column = block.segments[0].span.column if block.segments else 0
            while outer and outer[-1][0] >= column:
                outer.pop()
            yield _passage(block, (), above, outer[-1][1] if outer else intro)
            if block.text.rstrip().endswith(":"):
                outer.append((column, flatten(block.text)))


def _under_headings(report: Report) -> Iterator[tuple[Block, tuple[str, ...]]]:
    """Each block of the body, and the headings above the one that it stands under."""
    headings = iter(report.body.headings)
    following = next(headings, None)
    open_now: list[Heading] = []
    for block in report.body.blocks:
        while following and block.segments and following.span.line <= block.segments[0].span.line:
            while open_now and open_now[-1].level >= following.level:
                open_now.pop()
            open_now.append(following)
            following = next(headings, None)
        yield block, tuple(each.text for each in open_now[:-1] if each.level > 1)


def _passage(block: Block, field: Path, above: tuple[str, ...] = (), intro: str = "") -> Passage:
    masked = mask(block.text, [*block.exempt, *block.quoted])
    return Passage(
        block.text,
        masked,
        flatten(masked),
        block.heading or "",
        field,
        block.kind == "heading" and not field,
        block.span,
        above,
        intro,
        block.kind == "list_item",
    )


def words_of(low: str) -> list[str]:
    """The words of a text in small letters, in order; digits and signs part them."""
    blanked = blank_signs(low)
    return _WORD.findall(low) if blanked is None else blanked.split()


def blank_signs(low: str) -> str | None:
    """A text in small letters, exactly as long, with blanks alone between its words; None for odd letters.

    Cutting that at blanks is several times as fast as looking for words with a pattern.
    """
    if not low.isascii():
        low = low.translate(_DASHES)
        if not low.isascii():
            return None
    blanked = low.encode("ascii").translate(_BLANKS).decode("ascii")
    if "'" not in blanked:
        return blanked
    # An apostrophe belongs to a word where letters stand on both sides.
    return f" {blanked} ".replace("''", "  ").replace(" '", "  ").replace("' ", "  ")[1:-1]


def vocabulary_of(low: str, words: Sequence[str] | None = None) -> frozenset[str]:
    """Each word of a text in small letters once; its parts at an apostrophe and it without accents too, and `@`.

    Args:
        low: the text.
        words: its words, where they are known.
    """
    found = words_of(low) if words is None else words
    if "'" not in low and "@" not in low and low.isascii():
        return frozenset(found)
    plain = [] if low.isascii() else [unaccented(word) for word in found if not word.isascii()]
    parts = [part for word in (*found, *plain) if "'" in word for part in word.split("'")]
    return frozenset((*found, *plain, *parts, *("@" if "@" in low else "")))


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
