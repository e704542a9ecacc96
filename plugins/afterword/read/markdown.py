"""Markdown to blocks of prose, links, comments and HTML, each with its exact place in the file.

markdown-it-py reads CommonMark and tables; on top of it stand what the site's own renderer adds (attribute lists,
admonitions) and the positions, which it keeps for blocks only. `body_limits` comes first: what it finds is not read.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from operator import add
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.helpers import parseLinkDestination, parseLinkTitle
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock, heading, html_block, lheading, paragraph, table
from markdown_it.rules_inline import StateInline, autolink, backtick, emphasis, html_inline
from markdown_it.rules_inline import text as text_rule
from markdown_it.rules_inline.escape import escape
from markdown_it.rules_inline.newline import newline
from markdown_it.token import Token

from afterword.model.body import Attributes, Block, BlockKind, Body, BodyLimit, Heading, Link, Ranges, RawHtml, Segment
from afterword.model.settings import Limits
from afterword.model.source import Source
from afterword.read.comments import Comment, is_only_comments, read_suppressions, split_html

__all__ = ["body_limits", "read_body"]

# --- What in a body is too large to be read ---------------------------------------------------------------------------

MAX_NESTING = 20
"""How deep quotes and lists may stand within one another."""

_RUN_CHARACTERS = r"[\[(>*_`<!\\]"
_CONTAINER = re.compile(r"[ \t]*(?:(?P<quote>>)|(?P<item>[-+*]|[0-9]{1,9}[.)])(?=[ \t]|$))")
_RULE_LINE = re.compile(r"[ \t>]*([-*_])(?:[ \t]*\1){2,}[ \t]*$")


def body_limits(source: Source, offset: int, limits: Limits) -> tuple[BodyLimit, ...]:
    """What in a body goes beyond the limits, in the order of the file; a body with any is not to be read.

    Four things make Markdown readers slow or deep, and no report needs them: a body of more than `limits.body_bytes`
    bytes in UTF-8 (told at its first character), a line of more than `limits.line_characters` characters, a run of more
    than `limits.run_characters` of one of the backslash and ``[ ( > * _ ` < !``, and quotes or lists more than
    `MAX_NESTING` deep. All count in code too, since another reader may take it for prose. Linear in the body's length.

    Args:
        source: the file.
        offset: where the body begins, in code points.
        limits: the settings' limits.
    """
    found = [*_long_lines(source, offset, limits), *_long_runs(source, offset, limits), *_deep_lines(source, offset)]
    size = len(source.text[offset:].encode("utf-8", "surrogatepass"))
    if size > limits.body_bytes:
        message = f"the body holds {size:,} bytes, more than the {limits.body_bytes:,} allowed"
        hint = "move long texts and data into evidence files"
        found.append(BodyLimit("size", source.span(offset, offset), message, hint))
    return tuple(sorted(found, key=lambda each: (each.span, each.kind)))


def _body_lines(source: Source, offset: int) -> Iterator[tuple[int, str]]:
    """Each line of the body with the offset of its first character."""
    first = source.span(offset, offset).line
    yield offset, source.line_text(first)[offset - source.line_starts[first - 1] :]
    yield from zip(source.line_starts[first:], source.lines[first:], strict=True)


def _long_lines(source: Source, offset: int, limits: Limits) -> Iterator[BodyLimit]:
    most = limits.line_characters
    for start, line in _body_lines(source, offset):
        if len(line) > most:
            message = f"the line holds {len(line):,} characters, more than the {most:,} allowed"
            span = source.span(start + most, start + len(line))
            yield BodyLimit("line", span, message, "break the line, or move the text into an evidence file")


def _long_runs(source: Source, offset: int, limits: Limits) -> Iterator[BodyLimit]:
    most = limits.run_characters
    for run in re.compile(rf"({_RUN_CHARACTERS})\1{{{most},}}").finditer(source.text, offset):
        message = f"`{run[1]}` stands {len(run[0]):,} times in a row, more than the {most:,} allowed"
        yield BodyLimit("run", source.span(*run.span()), message, "shorten it, or move the text into an evidence file")


def _deep_lines(source: Source, offset: int) -> Iterator[BodyLimit]:
    """The first line of each stretch that is too deep, told from the marks at the lines' beginnings alone."""
    items: list[tuple[int, int]] = []
    was_blank, was_deep = True, False
    for start, line in _body_lines(source, offset):
        depth, end = _depth(line.expandtabs(4) if "\t" in line else line, items, was_blank)
        if depth > MAX_NESTING and not was_deep:
            message = f"quotes and lists stand {depth} deep within one another, more than the {MAX_NESTING} allowed"
            span = source.span(start, start + min(end, len(line)))
            yield BodyLimit("nesting", span, message, "make the list flatter, or break it into several")
        was_blank = not line.strip(" \t>")
        was_deep = depth > MAX_NESTING or (was_deep and was_blank)


def _depth(line: str, items: list[tuple[int, int]], was_blank: bool) -> tuple[int, int]:
    """How deep the line's last mark stands, and where it ends.

    `items` are the items of lists that are open, each with the columns of its mark and of its text; the line opens and
    closes some. A line of text closes items only after a blank line, since else it may go on with the text before.
    """
    depth = quotes = end = 0
    mark = None if _RULE_LINE.match(line) else _CONTAINER.match(line)
    while mark:
        end, column = mark.end(), mark.start(mark.lastgroup or 0)
        if mark["quote"]:
            # The quote closes an item that it stands too far left for, not those within the quote, further right.
            outer = bisect_right(items, (column, len(line))) - 1
            if outer >= 0 and items[outer][1] > column:
                del items[outer:]
            quotes += 1
        else:
            _close_items(items, column)
            items.append((column, end + 1))
        depth = max(depth, quotes + len(items))
        mark = _CONTAINER.match(line, end)
    if was_blank and not end and line.strip(" "):
        _close_items(items, len(line) - len(line.lstrip(" ")))
    return depth, end


def _close_items(items: list[tuple[int, int]], column: int) -> None:
    while items and items[-1][1] > column:
        items.pop()


# --- Links and images within an inline text, found in one pass --------------------------------------------------------

_LINK_PARTS = re.compile(r"[\\`<!\[\]]")
_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.){0,999})\]", re.DOTALL)
_BLANKS = re.compile(r"[ \t\n]*")
_DEFINITION_BLANKS = re.compile(r":[ \t\r\n>]*")


@dataclass(frozen=True, slots=True)
class FoundLink:
    """A link or image within an inline text: offsets of the whole, its label, its target where it stands inline."""

    start: int
    label: int
    label_end: int
    end: int
    image: bool
    href: str
    target: tuple[int, int] | None = None
    reference: str = ""


def find_links(state: StateInline) -> dict[int, FoundLink]:
    """All links and images by where they begin.

    Brackets are paired on a stack, in one pass. Trying each opening bracket for itself, as markdown-it does, takes
    quadratic time for brackets that are never closed.
    """
    src = state.src
    # A state of its own: the rules remember in it which backticks they have seen.
    ahead = StateInline(src, state.md, state.env, [])
    found: dict[int, FoundLink] = {}
    opened: list[tuple[int, int, int]] = []
    links = pos = 0
    while part := _LINK_PARTS.search(src, pos):
        ahead.pos = pos = part.start()
        char = src[pos]
        if char == "\\":
            pos += 2
        elif char in "`<":
            tight = (backtick,) if char == "`" else (autolink, html_inline)
            pos = ahead.pos if any(rule(ahead, True) for rule in tight) else pos + 1
        elif char == "]" and opened:
            start, label, links_before = opened.pop()
            image = label - start == 2
            # A link holds no other link; an image may.
            link = None if links > links_before and not image else _close(state, start, label, pos)
            pos += 1
            if link is not None:
                found[start] = link
                links += not image
                pos = link.end
        elif char == "[" or src.startswith("![", pos):
            label = pos + 1 + (char == "!")
            opened.append((pos, label, links))
            pos = label
        else:
            pos += 1
    return found


def _close(state: StateInline, start: int, label: int, end: int) -> FoundLink | None:
    """The link whose label ends at `end`: with its target in parentheses, or with a definition elsewhere."""
    src, image = state.src, label - start == 2
    if src.startswith("(", end + 1):
        begin = stop = _skip_blanks(src, end + 2)
        target = parseLinkDestination(src, begin, len(src))
        if target.ok:
            stop = target.pos
        after = _skip_blanks(src, stop)
        if after > stop:
            title = parseLinkTitle(src, after, len(src))
            if title.ok:
                after = _skip_blanks(src, title.pos)
        if src.startswith(")", after):
            inner = (begin + 1, stop - 1) if src.startswith("<", begin) and stop > begin else (begin, stop)
            return FoundLink(start, label, end, after + 1, image, target.str if target.ok else "", inner)
    references = state.env.get("references")
    if not references:
        return None
    second = _LABEL.match(src, end + 1)
    after = second.end() if second else end + 1
    if second is None or not second[1]:
        second = _LABEL.match(src, label - 1)
        if second is None or second.end() != end + 1:
            return None
    name = normalizeReference(second[1])
    known = references.get(name)
    return FoundLink(start, label, end, after, image, known["href"], None, name) if known else None


def _skip_blanks(src: str, pos: int) -> int:
    blanks = _BLANKS.match(src, pos)
    return blanks.end() if blanks else pos


def definition_target(text: str, line: int, href: str) -> tuple[int, int] | None:
    """Where a definition gives its target `href`; `line` is the offset of the definition's line in the file's `text`.

    Nothing before the label on that line holds a bracket: there stand quote marks and list marks alone.
    """
    label = _LABEL.match(text, text.find("[", line))
    blanks = _DEFINITION_BLANKS.match(text, label.end()) if label else None
    if blanks is None:
        return None
    target = parseLinkDestination(text, blanks.end(), len(text))
    if not target.ok or target.str != href:
        return None
    angle = text.startswith("<", blanks.end())
    return blanks.end() + angle, target.pos - angle


# --- Inline Markdown with positions -----------------------------------------------------------------------------------

InlineRule = Callable[[StateInline, bool], bool]

_MAX_IMAGES_IN_IMAGES = 20
# Possessive, so that quotation marks without a partner cost no second try.
ATTRIBUTE_LIST = re.compile(r"""\{:?(?>"[^"\n]*"|'[^'\n]*'|[^{}\n])++\}""")
_ATTRIBUTE = re.compile(r"""\{:|[{ ](?:[#.][^\s#.}]|[^\s=}"']+=[^\s}])""")


class InlineText(StateInline):
    """An inline text being read, where each token keeps the offset at which it was found in `meta["at"]`."""

    pending_at = 0
    links: dict[int, FoundLink] | None = None

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Add a token, found where the reading stands."""
        token = super().push(ttype, tag, nesting)
        token.meta["at"] = self.pos
        return token

    def pushPending(self) -> Token:
        """Add what is pending as a token, found where that begins."""
        token = super().pushPending()
        token.meta["at"] = self.pending_at
        return token


class InlineParser(ParserInline):
    """Reads inline texts with positions."""

    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:  # noqa: ANN401
        """Read one inline text."""
        state = InlineText(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _noted(rule: InlineRule) -> InlineRule:
    """A rule that may leave characters pending; where these begin is noted."""

    def run(state: StateInline, silent: bool) -> bool:
        if isinstance(state, InlineText) and not silent and not state.pending:
            state.pending_at = state.pos
        return rule(state, silent)

    return run


def _ended(rule: InlineRule) -> InlineRule:
    """A rule whose last token keeps where it ends."""

    def run(state: StateInline, silent: bool) -> bool:
        start = state.pos
        if not rule(state, silent):
            return False
        if not silent and state.tokens and state.tokens[-1].meta.get("at") == start:
            state.tokens[-1].meta["end"] = state.pos
        return True

    return run


def _literal(state: StateInline, silent: bool) -> bool:
    """What no rule takes stands for itself."""
    if not silent:
        state.pending += state.src[state.pos]
    state.pos += 1
    return True


def _emphasis(state: StateInline, silent: bool) -> bool:
    start = state.pos
    if not emphasis.tokenize(state, silent):
        return False
    for index, token in enumerate(state.tokens[start - state.pos :]):
        token.meta["at"] = start + index
    return True


def _autolink(state: StateInline, silent: bool) -> bool:
    start = state.pos
    if not autolink(state, silent):
        return False
    if not silent:
        opened, label, closed = state.tokens[-3:]
        label.meta["at"] = start + 1
        bounds = (start + 1, state.pos - 1)
        opened.meta["link"] = closed.meta["link"] = FoundLink(
            start, *bounds, state.pos, False, str(opened.attrs["href"]), bounds
        )
        closed.meta["end"] = state.pos
    return True


def _attributes(state: StateInline, silent: bool) -> bool:
    """An attribute list, where the site's renderer takes one: after something inline, or at the end of a block."""
    found = ATTRIBUTE_LIST.match(state.src, state.pos) if state.src[state.pos] == "{" else None
    if found is None or not _ATTRIBUTE.search(found[0]):
        return False
    line_start = state.src.rfind("\n", 0, state.pos) + 1
    after = state.src[found.end() : found.end() + 100]
    last = state.tokens[-1] if state.tokens and not state.pending else None
    follows = last is not None and (last.meta.get("end") == state.pos or state.src[state.pos - 1] in "*_")
    ends = not after.strip(" \t\n")
    alone = ends and not state.src[line_start : state.pos].strip(" \t")
    closes = ends and state.env.get("edge", False) and state.src[state.pos - 1 : state.pos] in (" ", "\t")
    term = found[0].startswith("{:") and re.match(r"[ \t]*\n[ \t]*:[ \t]", after)
    if not (follows or alone or closes or term):
        return False
    if not silent:
        state.push("attributes", "", 0).content = found[0]
    state.pos = found.end()
    return True


def _link(state: StateInline, silent: bool) -> bool:
    """A link or an image, looked up among those that one pass over the whole text has found."""
    if not isinstance(state, InlineText) or state.src[state.pos] not in "[!":
        return False
    if state.links is None:
        state.links = find_links(state)
    found = state.links.get(state.pos)
    if found is None or state.level > _MAX_IMAGES_IN_IMAGES:
        return False
    if not silent:
        limit = state.posMax
        state.pos, state.posMax = found.label, found.label_end
        state.push("link_open", "a", 1).meta["link"] = found
        state.md.inline.tokenize(state)
        state.pos = found.label_end
        closed = state.push("link_close", "a", -1)
        closed.meta.update(link=found, end=found.end)
        state.posMax = limit
    state.pos = found.end
    return True


def inline_parser() -> InlineParser:
    """A parser of inline texts whose tokens keep in `meta` where they begin (`at`), end (`end`), and their `link`."""
    parser = InlineParser()
    parser.ruler.enableOnly(["entity"])
    parser.ruler2.enableOnly(["balance_pairs", "emphasis"])
    rules: list[tuple[str, InlineRule]] = [
        ("text", _noted(text_rule)),
        ("newline", _ended(newline)),
        ("escape", _ended(escape)),
        ("backticks", _noted(_ended(backtick))),
        ("emphasis", _emphasis),
        ("link", _link),
        ("autolink", _autolink),
        ("html_inline", _ended(html_inline)),
    ]
    for name, rule in rules:
        parser.ruler.at(name, rule)
        parser.ruler.enable(name)
    parser.ruler.push("attributes", _ended(_attributes))
    parser.ruler.push("literal", _noted(_literal))
    return parser


# --- Markdown blocks with positions -----------------------------------------------------------------------------------

BlockRule = Callable[[StateBlock, int, int, bool], bool]

_MAX_CELLS = 20_000
_ADMONITION = re.compile(r"""(?:!!!|\?\?\?\+?) ?[\w-]+(?: +[\w-]+)*(?: +"(?P<title>[^\n]*)")? *$""")


class MarkdownParser(MarkdownIt):
    """CommonMark and tables, attribute lists and admonitions; links are kept as written, whatever their scheme."""

    def validateLink(self, url: str) -> bool:
        """Take every link, that rules may judge it."""
        return True

    def normalizeLink(self, url: str) -> str:
        """Keep a target as written."""
        return url

    def normalizeLinkText(self, link: str) -> str:
        """Keep an address as written."""
        return link


@cache
def markdown_parser() -> MarkdownParser:
    """The one parser. It reads blocks; inline texts are read one by one, with `markdown_parser().inline`."""
    parser = MarkdownParser("commonmark", {"maxNesting": 100})
    parser.enable("table")
    parser.core.ruler.enableOnly(["block"])
    interrupts = ["paragraph", "reference", "blockquote"]
    rules: list[tuple[str, BlockRule, list[str]]] = [
        ("table", _bounded_table, interrupts[:2]),
        ("html_block", _html_block, interrupts),
        ("heading", heading, interrupts),
        ("lheading", lheading, []),
        ("paragraph", paragraph, []),
    ]
    for name, rule, alt in rules:
        parser.block.ruler.at(name, _placed(rule), {"alt": alt})
    parser.block.ruler.before("heading", "admonition", _placed(_admonition), {"alt": interrupts})
    parser.inline = inline_parser()
    return parser


def _placed(rule: BlockRule) -> BlockRule:
    """A block rule whose texts keep where their lines begin, after quote marks and indentation: line and column."""

    def run(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        first = len(state.tokens)
        if not rule(state, start, end, silent):
            return False
        for token in state.tokens[first:] if not silent else ():
            if token.type in ("inline", "html_block") and token.map and "starts" not in token.meta:
                token.meta["starts"] = [(line, _column(state, line)) for line in range(*token.map)]
        return True

    return run


def _column(state: StateBlock, line: int) -> int:
    """How many characters of the line stand before its text."""
    return state.bMarks[line] + state.tShift[line] - (state.eMarks[line - 1] + 1 if line else 0)


def _bounded_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A table, as long as all tables together hold no more than so many cells: short rows are filled up with cells."""
    columns = state.src.count("|", state.bMarks[start], state.eMarks[start]) + 1
    rows = (_MAX_CELLS - state.env.setdefault("cells", 0)) // columns
    if columns == 1 or rows < 1 or not table(state, start, min(end, start + 1 + rows), silent):
        return False
    if not silent:
        state.env["cells"] += columns * (state.line - start - 1)
    return True


def _html_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """An HTML block; a line that begins with a comment and goes on with something else is prose with a comment."""
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    if line.startswith("<!--") and line.find("-->", 2) >= 0 and not is_only_comments(line):
        return False
    return html_block(state, start, end, silent)


def _admonition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """`!!! note "Title"` with an indented text below it."""
    begin = state.bMarks[start] + state.tShift[start]
    line = state.src[begin : state.eMarks[start]]
    found = _ADMONITION.match(line) if line[:3] in ("!!!", "???") and not state.is_code_block(start) else None
    if silent or found is None:
        return found is not None
    after = start + 1
    while after < end and (state.isEmpty(after) or state.sCount[after] >= state.blkIndent + 4):
        after += 1
    state.push("admonition_open", "div", 1).map = [start, after]
    if found["title"]:
        state.push("paragraph_open", "p", 1).map = [start, start + 1]
        title = state.push("inline", "", 0)
        title.map, title.content = [start, start + 1], found["title"]
        title.meta["starts"] = [(start, _column(state, start) + found.start("title"))]
        state.push("paragraph_close", "p", -1)
    before = state.blkIndent, state.lineMax, state.parentType
    state.blkIndent, state.lineMax, state.parentType = state.blkIndent + 4, after, "root"
    state.md.block.tokenize(state, start + 1, after)
    state.blkIndent, state.lineMax, state.parentType = before
    state.push("admonition_close", "div", -1)
    state.line = after
    return True


# --- Where what the parser cuts out of a body stands in the file ------------------------------------------------------


@dataclass(slots=True)
class Places:
    """Where a text that the parser has cut out stands in the file: pairs of offsets at which the two part ways."""

    content: list[int]
    source: list[int]

    def at(self, offset: int) -> int:
        """The offset in the file of an offset in the text."""
        index = bisect_right(self.content, offset) - 1
        return self.source[index] + offset - self.content[index]

    def add(self, content: int, source: int) -> None:
        """From offset `content` of the text on, it stands at offset `source` of the file."""
        self.content.append(content)
        self.source.append(source)

    def cut(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The stretches of the text from `start` to `end` that stand in one piece in the file."""
        first, last = bisect_right(self.content, start), bisect_right(self.content, end - 1)
        yield from pairwise([start, *self.content[first:last], end])


class BodyLines:
    """The lines of a body: `starts` are their offsets in the file, `lines` their texts without ends."""

    def __init__(self, source: Source, offset: int) -> None:
        self.source = source
        # The parser reads U+0000 as U+FFFD; so does the search for what it has cut out.
        self.text = source.text.replace("\0", "\ufffd")
        first = source.span(offset, offset).line - 1
        self.starts = (offset, *source.line_starts[first + 1 :])
        ends = map(add, source.line_starts[first:], map(len, source.lines[first:]))
        self.lines = [self.text[start:end] for start, end in zip(self.starts, ends, strict=True)]
        self._cells: Iterator[tuple[int, str]] | None = None

    def end(self, row: int) -> int:
        """The offset of a line's end."""
        return self.starts[row] + len(self.lines[row])

    def rows(self, first: int, after: int) -> tuple[int, int]:
        """The offsets between which the lines from `first` to before `after` stand, without blank lines at the end."""
        last = after - 1
        while last > first and not self.lines[last].strip():
            last -= 1
        return self.starts[first], self.end(last)

    def begin(self, token: Token) -> int:
        """The offset of a token's first letter, after quote and list marks."""
        line, column = token.meta["starts"][0]
        begin: int = self.starts[line] + column
        return begin

    def start_row(self) -> None:
        """Begin a row of a table."""
        self._cells = None

    def places(self, token: Token, parent: Token | None) -> Places:
        """Where a token's content stands; `parent` is what the token's text belongs to, a heading or a cell perhaps."""
        if parent is not None and parent.tag in ("th", "td"):
            return self._cell(token.content, self.begin(token))
        marks = len(parent.markup) if parent is not None and parent.markup.startswith("#") else 0
        rows = [
            (self.starts[line], self.starts[line] + column + marks, self.end(line))
            for line, column in token.meta["starts"]
        ]
        return _line_places(token.content, self.text, rows)

    def _cell(self, content: str, start: int) -> Places:
        if self._cells is None:
            self._cells = _row_cells(self.text[start : self.end(bisect_right(self.starts, start) - 1)], start)
        return _cell_places(content, *next(self._cells, (start, "")))


def _line_places(content: str, text: str, rows: list[tuple[int, int, int]]) -> Places:
    """Where each line of `content` stands in the file's `text`.

    Args:
        content: what the parser has cut out.
        text: the file.
        rows: the lines that it was cut from, each with the offsets of its beginning, its first letter and its end.
    """
    lines = content.split("\n")
    first, skipped = lines[0].lstrip(" \t"), 0
    while skipped < len(rows) - 1 and text.find(first, rows[skipped][0], rows[skipped][2]) < 0:
        skipped += 1  # A first line of form feeds and the like alone, which the parser trims.
    places = Places([], [])
    done = 0
    for (begin, letter, end), line in zip(rows[skipped:], lines, strict=False):
        indent = len(line) - len(line.lstrip(" \t"))
        start = _find(line[indent:], text, begin, letter, end)
        places.add(done + indent, start) if done else places.add(0, start - indent)
        places.add(done + len(line), start + len(line) - indent)
        done += len(line) + 1
    return places


def _find(line: str, text: str, begin: int, letter: int, end: int) -> int:
    """Where `line` stands between `begin` and `end`: at `letter`, but for trimmed form feeds and odd tabs."""
    if text.startswith(line, letter):
        return letter
    after = text.find(line, letter, end)
    return after if after >= 0 else max(text.rfind(line, begin, end), begin)


def _row_cells(row: str, start: int) -> Iterator[tuple[int, str]]:
    """The cells of a table's row, each with its offset in the file; `start` is that of the row."""
    start += len(row) - len(row.lstrip())
    row = row.strip()
    cuts = [-1, *(pipe.start() for pipe in re.finditer(r"(?<!\\)\|", row)), len(row)]
    cells = [(start + first + 1, row[first + 1 : last]) for first, last in pairwise(cuts)]
    return iter(cells[not cells[0][1] :])


def _cell_places(content: str, begin: int, raw: str) -> Places:
    r"""Where a cell's `content` stands; `raw` is the cell as written, with `\|` for `|`, and `begin` its offset."""
    blanks = max(raw.replace("\\|", "|").find(content), 0)
    begin += blanks
    places = Places([0], [begin])
    for index, pipe in enumerate(re.finditer(r"\\\|", raw[blanks:])):
        places.add(pipe.start() - index, begin + pipe.start())
        places.add(pipe.start() - index + 1, begin + pipe.end())
    return places


# --- A block's readable text being put together, and what in it is code or quotation ----------------------------------

_QUOTED = re.compile(r'“[^“”]*”|(?<!\w)"(?=\S)[^"]*(?<=\S)"(?!\w)')
_ADDRESS = re.compile(r"(?:https?|ftp)://[!-;=?-~]+|(?<![\w.@/])www\.[!-;=?-~]+")


class BlockText:
    """A block's text being put together; `begin` and `end` are offsets in the file."""

    def __init__(self, source: Source, content: str, places: Places) -> None:
        self.source, self.content, self.places = source, content, places
        self.parts: list[str] = []
        self.segments: list[Segment] = []
        self.exempt: list[tuple[int, int]] = []
        self.length = self.begin = self.end = 0

    def add(self, start: int, end: int) -> None:
        """Take over the text from `start` to `end`; where something was left out, only one space stays."""
        for first, last in self.places.cut(start, end) if start < end else ():
            if self.content[first] == "\n":
                self.put(" ", first, last)
                continue
            if not self.parts or self.parts[-1][-1] in " \n":
                while first < last and self.content[first] in " \t":
                    first += 1
            if first < last:
                self.put(self.content[first:last], first, last)

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
    masked = _masked(text, code)
    found = [(each.start(), each.end() - _trailing(each[0])) for each in _ADDRESS.finditer(masked)]
    return tuple(sorted((start, min(end, len(text))) for start, end in [*code, *found] if start < end))


def _trailing(address: str) -> int:
    """How many characters at an address' end belong to the sentence around it."""
    return len(address) - len(address.rstrip(".,;:!?\"'”’)]*_"))


def _quoted(text: str, exempt: Ranges) -> Ranges:
    """What stands in quotation marks; marks within code do not count."""
    return tuple(each.span() for each in _QUOTED.finditer(_masked(text, exempt)))


def _masked(text: str, ranges: Sequence[tuple[int, int]]) -> str:
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
    elif token.type == "softbreak" and text.parts and not text.parts[-1][-1].isspace():
        text.put(" ", at, token.meta["end"])


# --- The reader -------------------------------------------------------------------------------------------------------

_KINDS: dict[str, BlockKind] = {"heading_open": "heading", "th_open": "table_cell", "td_open": "table_cell"}


def read_body(source: Source, offset: int) -> Body:
    """The body of a file, in linear time for whatever `body_limits` finds nothing in.

    Args:
        source: the file.
        offset: where the body begins, in code points. All spans are places in the whole file.
    """
    reader = _Reader(source, offset)
    reader.read()
    return Body(
        text=source.text[offset:],
        first_line=source.span(offset, offset).line,
        headings=tuple(reader.headings),
        links=tuple(sorted(reader.links, key=lambda each: each.span)),
        blocks=tuple(reader.blocks),
        html=tuple(reader.html),
        attributes=tuple(reader.attributes),
        suppressions=read_suppressions(reader.comments, source, len(source.text)),
    )


class _Reader:
    """One body being read: walks the parser's tokens in order."""

    def __init__(self, source: Source, offset: int) -> None:
        self.source = source
        self.lines = BodyLines(source, offset)
        self.env: dict[str, Any] = {}
        self.headings: list[Heading] = []
        self.links: list[Link] = []
        self.blocks: list[Block] = []
        self.html: list[RawHtml] = []
        self.attributes: list[Attributes] = []
        self.comments: list[Comment] = []
        self._waiting: list[Comment] = []
        self._open: list[Token] = []
        self._sections: list[tuple[int, str]] = []
        self._targets: dict[str, tuple[int, int] | None] = {}

    def read(self) -> None:
        """Read every block."""
        for token in markdown_parser().parse("\n".join(self.lines.lines), self.env):
            if self._waiting and not (token.type == "html_block" and is_only_comments(token.content)):
                self._settle(token)
            if token.nesting == 1:
                self._open.append(token)
            elif token.nesting == -1:
                self._open.pop()
            elif token.type == "inline":
                self._prose(token)
            elif token.type == "html_block":
                self._html_block(token)
            elif token.type in ("fence", "code_block"):
                self._code(token)
            if token.type == "tr_open":
                self.lines.start_row()

    def _settle(self, token: Token) -> None:
        """Let the comments before a block hold for it; `token` is the first after them."""
        if token.nesting >= 0 and token.map:
            covers = self.lines.rows(*token.map)
            for comment in self._waiting:
                comment.covers = covers
        self._waiting.clear()

    def _prose(self, token: Token) -> None:
        parent = self._open[-1]
        text = BlockText(self.source, token.content, self.lines.places(token, parent))
        above, first = len(self._open) > 1 and self._open[-2].type, len(self.comments)
        self.env["edge"] = parent.type in _KINDS
        begun: list[int] = []
        parser = markdown_parser()
        for child in parser.inline.parse(token.content, parser, self.env, []):
            if child.type == "link_open":
                begun.append(text.length)
            elif child.type == "link_close":
                self._link(child, text, begun.pop())
            elif child.type in ("html_inline", "attributes"):
                self._markup(child, text)
            else:
                add_token(child, text)
        kind = _KINDS.get(parent.type, "list_item" if above == "list_item_open" else "paragraph")
        if parent.type == "heading_open" and parent.level == 0:
            self._leave_sections(int(parent.tag[1:]))
        block = text.block("block_quote" if self._is_quoted() else kind, self._heading_above())
        if block is not None:
            self.blocks.append(block)
            for comment in self.comments[first:]:
                comment.covers = min(text.begin, comment.start), max(text.end, comment.end)
        if parent.type == "heading_open":
            self._heading(parent, token, block)

    def _leave_sections(self, level: int) -> None:
        while self._sections and self._sections[-1][0] >= level:
            self._sections.pop()

    def _heading(self, parent: Token, token: Token, block: Block | None) -> None:
        level, text, start = int(parent.tag[1:]), block.text if block else "", self.lines.begin(token)
        span = block.extent if block else self.source.span(start, start + level)
        self.headings.append(Heading(level, text, span))
        if parent.level == 0:
            self._sections.append((level, text))

    def _link(self, token: Token, text: BlockText, begun: int) -> None:
        found: FoundLink = token.meta["link"]
        at = text.places.at
        if token.info == "auto":
            text.exempt.append((begun, text.length))
        target = (at(found.target[0]), at(found.target[1])) if found.target else self._target(found)
        whole = at(found.start), at(found.end)
        href_span = self.source.span(*(target or whole))
        self.links.append(Link(found.href, text.text_from(begun), self.source.span(*whole), href_span, found.image))

    def _target(self, found: FoundLink) -> tuple[int, int] | None:
        """Where the definition of a reference gives its target."""
        name = found.reference
        if name not in self._targets:
            line = self.lines.starts[self.env["references"][name]["map"][0]]
            self._targets[name] = definition_target(self.lines.text, line, found.href)
        return self._targets[name]

    def _markup(self, token: Token, text: BlockText) -> None:
        start, end = text.places.at(token.meta["at"]), text.places.at(token.meta["end"])
        if token.type == "attributes":
            self.attributes.append(Attributes(token.content, self.source.span(start, end)))
        elif token.content.startswith("<!--"):
            self.comments.append(Comment(token.content, start, end))
        else:
            self.html.append(RawHtml(token.content, self.source.span(start, end)))

    def _html_block(self, token: Token) -> None:
        places = self.lines.places(token, None)
        for first, last, is_comment in split_html(token.content):
            piece, start, end = token.content[first:last], places.at(first), places.at(last)
            if is_comment:
                self.comments.append(Comment(piece, start, end))
                self._waiting.append(self.comments[-1])
            else:
                self.html.append(RawHtml(piece, self.source.span(start, end)))

    def _code(self, token: Token) -> None:
        rows = self.lines.lines
        first = (token.map or [0])[0]
        if token.type == "fence":
            self._fence_attributes(first, token.info)
            first += 1
        text = BlockText(self.source, "", Places([0], [0]))
        before = None
        written = token.content.removesuffix("\n").split("\n")
        for row, line in enumerate(written[: len(rows) - first], first):
            # A tab that is partly indentation is handed over as spaces, which do not stand in the file.
            kept = line if rows[row].endswith(line) else line.lstrip(" ")
            end = self.lines.end(row)
            if before is not None:
                text.put_at("\n", before, end - len(kept))
            text.put_at(kept, end - len(kept), end)
            before = end
        block = text.block("block_quote" if self._is_quoted() else "code", self._heading_above(), is_code=True)
        self.blocks.extend([block] if block is not None else [])

    def _fence_attributes(self, row: int, info: str) -> None:
        """A list of attributes in the first line of a fenced block."""
        line = self.lines.lines[row]
        begin = line.find("{")
        if "{" in info and begin >= 0 and (found := ATTRIBUTE_LIST.match(line, begin)):
            start = self.lines.starts[row]
            self.attributes.append(Attributes(found[0], self.source.span(start + begin, start + found.end())))

    def _is_quoted(self) -> bool:
        return any(each.type == "blockquote_open" for each in self._open)

    def _heading_above(self) -> str | None:
        return self._sections[-1][1] if self._sections else None
