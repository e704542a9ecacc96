"""Terms of the glossary, explained where a page first uses them: each becomes a button that opens its meaning.

The button and what it opens are joined by the `popover` attribute, so that they work without a script, by keyboard and
by touch, and close with Escape. The meanings stand in a list at the end of the page, which is all that paper needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from markupsafe import Markup

from afterword.index.index import Index
from afterword.model.body import Block
from afterword.model.glossary import Explained
from afterword.model.report import Report
from afterword.pages.body_links import Piece
from afterword.pages.escape import escape_text, one_line
from afterword.pages.glossary import GLOSSARY
from afterword.pages.page import SiteFacts
from afterword.pages.terms import Found, exempt_ranges, finder_of
from afterword.pages.words import capital, page_link, sentence

_PROSE = frozenset({"paragraph", "list_item", "table_cell"})
_ADMONITION = re.compile(r"[ \t>]*(?:!!!|\?\?\?)")


@dataclass(frozen=True)
class Word:
    """A term as the list at the end of a page shows it; `anchor` is what its button opens."""

    anchor: Markup
    name: Markup
    meaning: Markup


class Explainer:
    """Explains each term once on one page, where it first stands: hand over the page's texts in the page's order."""

    def __init__(self, path: str, index: Index, facts: SiteFacts) -> None:
        self._path = path
        self._finder = finder_of(index.view.glossary)
        self._linked = GLOSSARY not in facts.by_hand
        self._explained: dict[str, Explained] = {}

    def text(self, value: object) -> Markup:
        """Plain text on one line, as `escape_text` gives it, with its new terms explained."""
        text = one_line(value)
        done, parts = 0, []
        for found in self._new(text, exempt_ranges(text)):
            shown = _button(found.entry, escape_text(text[found.start : found.end]))
            parts += [_spaced(text[done : found.start]), shown]
            done = found.end
        return Markup("").join([*parts, _spaced(text[done:])]) if parts else escape_text(text)

    def paragraphs(self, value: str) -> Markup:
        """Plain text with its paragraphs kept, as `escape_paragraphs` gives it, with its new terms explained."""
        parts = re.split(r"\n\s*\n", value.replace("\r\n", "\n").replace("\r", "\n"))
        return Markup("\n\n").join(self.text(part) for part in parts if part.strip())

    def body(self, report: Report, taken: Sequence[Piece]) -> Iterator[Piece]:
        """The edits that explain the terms of a report's own Markdown, none of which overlaps one that is `taken`."""
        source = report.source
        spans = chain(
            (each.span for each in report.body.links),
            (each.span for each in report.body.html),
            (each.span for each in report.body.attributes),
        )
        shut = [(source.offset(s.line, s.column), source.offset(s.end_line, s.end_column)) for s in spans]
        shut += [(start, max(end, start + 1)) for start, end, _ in taken]
        for block in report.body.blocks:
            if block.kind in _PROSE and not _ADMONITION.match(source.line_text(block.extent.line)):
                yield from self._block(block, report, shut)

    def words(self) -> list[Word]:
        """What was explained, in alphabetical order."""
        ordered = sorted(self._explained.values(), key=lambda each: (each.term.casefold(), each.id))
        return [Word(anchor_of(each), self._name(each), escape_text(sentence(each.meaning))) for each in ordered]

    def _name(self, entry: Explained) -> Markup:
        name = capital(entry.term)
        return page_link(name, GLOSSARY, self._path, entry.id) if self._linked else escape_text(name)

    def _new(self, text: str, exempt: Sequence[tuple[int, int]]) -> Iterator[Found]:
        for found in self._finder.find(text):
            if found.entry.id not in self._explained and not _touches(found.start, found.end, exempt):
                self._explained[found.entry.id] = found.entry
                yield found

    def _block(self, block: Block, report: Report, shut: Sequence[tuple[int, int]]) -> Iterator[Piece]:
        exempt = (*block.exempt, *block.quoted)
        for found in self._finder.find(block.text):
            if found.entry.id in self._explained or _touches(found.start, found.end, exempt):
                continue
            span = block.span(found.start, found.end)
            start = report.source.offset(span.line, span.column)
            end = report.source.offset(span.end_line, span.end_column)
            written, read = report.source.text[start:end], block.text[found.start : found.end]
            # Letter for letter but for a line end in place of a space: nothing of Markdown stands in between.
            if written.split() == read.split() and not _touches(start, end, shut):
                self._explained[found.entry.id] = found.entry
                yield start, end, str(_button(found.entry, escape_text(read)))


def anchor_of(entry: Explained) -> Markup:
    """The id of a term's meaning on a page; no heading has one with a colon."""
    return Markup("word:{}").format(Markup(entry.id))


def _button(entry: Explained, shown: Markup) -> Markup:
    return Markup('<button type="button" class="aw-term" popovertarget="{}">{}</button>').format(
        anchor_of(entry), shown
    )


def _touches(start: int, end: int, ranges: Sequence[tuple[int, int]]) -> bool:
    return any(first < end and start < last for first, last in ranges)


def _spaced(part: str) -> Markup:
    """The part with the blanks at its ends, which `escape_text` takes away."""
    if not part.strip():
        return Markup(" ") if part else Markup("")
    before, after = part[:1].isspace(), part[-1:].isspace()
    return Markup(" " if before else "") + escape_text(part) + Markup(" " if after else "")
