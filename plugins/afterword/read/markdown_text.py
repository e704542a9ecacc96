"""A block's readable text being put together, and what in it is code or quotation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from markdown_it.token import Token

from afterword.model.body import Block, BlockKind, Ranges, Segment
from afterword.model.source import Source
from afterword.read.markdown_places import Places

# One class at the very beginning, which is looked for many times as fast as one alternative after the other.
_QUOTED = re.compile(
    r"[“„«»\"‘'](?:"
    r"(?<=“)[^“”]*”|(?<=„)[^„“”]*[“”]|(?<=«)[^«»]*»|(?<=»)(?=\S)[^«»]*(?<=\S)«(?!\w)|"
    r"(?<=\")(?<!\w\")(?=\S)[^\"]*(?<=\S)\"(?!\w)|"
    # A single mark may be an apostrophe as well: it closes no word's genitive, and none that stands for letters opens.
    r"(?<=‘)(?<!\w‘)(?=[^\W\d])[^‘’\n]{1,400}(?:’(?:(?=\w)|(?<=s’)(?= \w))[^‘’\n]{1,400}){0,20}’(?!\w)|"
    r"(?<=')(?<![\w']')[^\W\d_][\w-]*'(?![\w'])|"
    r"(?<=')(?<![\w']')(?=[^\W\d_])"
    r"(?!(?:til|till|em|cause|cos|coz|tis|twas|bout|round|n|nuff|neath|gainst|kay|s|t|d|ll|re|ve|m)\b)"
    r"[^'\n]{1,400}(?:'(?:(?=\w)|(?<=s')(?= \w))[^'\n]{1,400}){0,20}"
    r"(?:(?<=[^\ss])'(?![\w'])|(?<=s)'(?=[.,;:!?)\]]|\s*(?:$|[–—-]))))"
)
_WIDE = re.compile(r"[ \t]{2,}")
_MARKUP = re.compile(r"[\\`*_\[<&{]|[ \t]\n|\n[ \t]")
"""What a parser has to look at: marks, and blanks at a line's end or beginning."""
_EXEMPT_TAG = re.compile(r"<(/?)(code|kbd|samp|q|cite)\b[^>]*>", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?|ftp)://[!-;=?-~]+|(?<![\w.@/])www\.[!-;=?-~]+")


class BlockText:
    """A block's text being put together; `begin` and `end` are offsets in the file."""

    def __init__(self, source: Source, content: str, places: Places) -> None:
        self.source, self.content, self.places = source, content, places
        self.parts: list[str] = []
        self.segments: list[Segment] = []
        self.exempt: list[tuple[int, int]] = []
        self.length = self.begin = self.end = 0
        self.shut, self.begun = "", 0

    def add(self, start: int, end: int) -> None:
        """Take over the text from `start` to `end`; where something was left out, only one space stays."""
        for first, last in self.places.cut(start, end) if start < end else ():
            if self.content[first] == "\n":
                self.put(" ", first, last)
                continue
            if not self.parts or self.parts[-1][-1] in " \n":
                while first < last and self.content[first] in " \t":
                    first += 1
            # Several blanks read as one.
            for wide in _WIDE.finditer(self.content, first, last):
                self.put(self.content[first : wide.start() + 1], first, wide.start() + 1)
                first = wide.end()
            if first < last:
                self.put(self.content[first:last], first, last)

    def add_plain(self) -> bool:
        """Take over the whole text where no markup stands in it; whether that is so."""
        if _MARKUP.search(self.content):
            return False
        start = 0
        for line in self.content.split("\n"):
            if start:
                self.add_line_end(start - 1, start)
            self.add(start, start + len(line))
            start += len(line) + 1
        return True

    def add_line_end(self, start: int, end: int) -> None:
        """A space for a line end, where none stands before it."""
        if self.parts and not self.parts[-1][-1].isspace():
            self.put(" ", start, end)

    def put(self, written: str, start: int, end: int) -> None:
        """Add `written`, which stands for the text from `start` to `end`."""
        if not written or (written.isspace() and not self.parts):
            return
        self.put_at(written, self.places.at(start), self.places.at(end))

    def put_at(self, written: str, start: int, end: int) -> None:
        """Add `written`, which stands for the file's text from offset `start` to `end`."""
        if written:
            self.begin, self.end = self.begin if self.parts else start, end
            self.parts.append(written)
            self.segments.append(Segment(self.length, self.length + len(written), self.source.span(start, end)))
            self.length += len(written)

    def tag(self, written: str) -> None:
        """Take a tag within a line into account: what stands in `<q>` or `<code>` is no prose of the report's own."""
        found = _EXEMPT_TAG.match(written)
        if found is None:
            return
        closes, name = bool(found[1]), found[2].lower()
        if not (closes or self.shut):
            self.shut, self.begun = name, self.length
        elif closes and name == self.shut:
            self.exempt.append((self.begun, self.length))
            self.shut = ""

    def text_from(self, start: int) -> str:
        """What has been added since the text was `start` long."""
        parts: list[str] = []
        for part, segment in zip(reversed(self.parts), reversed(self.segments), strict=True):
            if segment.start < start:
                break
            parts.append(part)
        return " ".join("".join(reversed(parts)).split())

    def block(self, kind: BlockKind, heading: str | None, is_code: bool = False) -> Block | None:
        """The finished block; None where nothing is left to read."""
        whole = "".join(self.parts)
        text = whole.rstrip()
        if not text:
            return None
        segments = [each for each in self.segments if each.start < len(text)]
        last = segments[-1]
        if last.end > len(text):
            span = last.span
            if last.is_literal:
                span = replace(span, end_column=span.column + len(text) - last.start)
            segments[-1] = Segment(last.start, len(text), span)
        exempt: Ranges = ((0, len(text)),) if is_code else _exempt(text, self.exempt)
        return Block(kind, text, tuple(segments), heading, exempt, () if is_code else _quoted(text, exempt))


def _exempt(text: str, code: Sequence[tuple[int, int]]) -> Ranges:
    """Code and addresses, in order and apart from one another."""
    found = []
    if "://" in text or "www." in text:
        found = [(each.start(), each.end() - _trailing(each[0])) for each in _ADDRESS.finditer(_masked(text, code))]
    ends = ((start, min(end, len(text))) for start, end in [*code, *found])
    return tuple(sorted((start, end) for start, end in ends if start < end))


def _trailing(address: str) -> int:
    """How many characters at an address' end belong to the sentence around it."""
    return len(address) - len(address.rstrip(".,;:!?\"'”’)]*_"))


def _quoted(text: str, exempt: Ranges) -> Ranges:
    """What stands in quotation marks; marks within code do not count."""
    return tuple(each.span() for each in _QUOTED.finditer(_masked(text, exempt)))


def _masked(text: str, ranges: Sequence[tuple[int, int]]) -> str:
    if not ranges:
        return text
    parts, done = [], 0
    for start, end in ranges:
        parts += [text[done:start], "\0" * (min(end, len(text)) - start)]
        done = end
    return "".join([*parts, text[done:]])


def add_token(token: Token, text: BlockText) -> None:
    """Add what a token shows to a block's text."""
    at = token.meta["at"]
    if token.type == "text" and token.content:
        text.add(at, at + len(token.content))
    elif token.type == "text_special" and token.content == token.markup:
        text.add(at, at + len(token.markup))
    elif token.type == "text_special":
        text.put(token.content, at, at + len(token.markup))
    elif token.type == "code_inline":
        start, end = at + len(token.markup), token.meta["end"] - len(token.markup)
        code = text.content[start:end]
        begun = text.length
        text.add(start + len(code) - len(code.lstrip(" \t\n")), start + len(code.rstrip(" \t\n")))
        text.exempt.append((begun, text.length))
    elif token.type == "hardbreak":
        text.put("\n", at, token.meta["end"])
    elif token.type == "softbreak":
        text.add_line_end(at, token.meta["end"])
